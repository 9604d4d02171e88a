@D2
Feature: What was not measured before the launch is not made up after it

  A baseline cannot be caught up on. One that people estimate afterwards is what they feel; it is shown, and apart.

  Background:
    Given these facts
      | about | fact             | program | starts_on  | task   | on         | minutes per run | runs per month |
      |       | program defined  | writing | 2026-04-01 |        |            |                 |                |
      |       | task inventoried | writing |            | mail   | 2026-03-02 | 20              | 30             |
      |       | task inventoried | writing |            | report | 2026-03-02 | 60              | 4              |
      |       | task inventoried | writing |            | review | 2026-03-02 | 30              | 8              |

  Rule: Recalled baselines stand apart, missing ones are not filled in

    Example: Twelve measured, five recalled, one without
      Given these minutes of "mail", measured on 2026-03-10 and on 2026-06-15
        | person | before | after |
        | e-1    | 62     | 35    |
        | e-2    | 55     | 40    |
        | e-3    | 48     | 30    |
        | e-4    | 70     | 52    |
        | e-5    | 66     | 41    |
        | e-6    | 58     | 44    |
        | e-7    | 45     | 38    |
        | e-8    | 80     | 47    |
        | e-9    | 52     | 50    |
        | e-10   | 60     | 33    |
        | e-11   | 75     | 58    |
        | e-12   | 49     | 36    |
        | new-1  |        | 20    |
      And these minutes of "mail", measured on 2026-06-01 and on 2026-06-15
        | person | before | after | recalled |
        | r-1    | 80     | 40    | yes      |
        | r-2    | 81     | 40    | yes      |
        | r-3    | 82     | 40    | yes      |
        | r-4    | 83     | 40    | yes      |
        | r-5    | 84     | 40    | yes      |
      Then the effect as of 2026-06-30 is
        | task | people | saved | recalled people | recalled saved | without_baseline |
        | mail | 12     | 18    | 5               | 42             | 6                |

  Rule: A figure may stand at the top when half of the tasks were measured before, on ten people or more

    Example: One of three tasks is not enough
      Given these minutes of "mail", measured on 2026-03-10 and on 2026-06-15
        | person | before | after |
        | e-1    | 62     | 35    |
        | e-2    | 55     | 40    |
        | e-3    | 48     | 30    |
        | e-4    | 70     | 52    |
        | e-5    | 66     | 41    |
        | e-6    | 58     | 44    |
        | e-7    | 45     | 38    |
        | e-8    | 80     | 47    |
        | e-9    | 52     | 50    |
        | e-10   | 60     | 33    |
        | e-11   | 75     | 58    |
        | e-12   | 49     | 36    |
      Then the baselines as of 2026-06-30 are
        | measured | missing        | share | people | headline |
        | mail     | report; review | 0.33  | 12     | no       |

    Example: Two of three are
      Given these minutes of "mail", measured on 2026-03-10 and on 2026-06-15
        | person | before | after |
        | e-1    | 62     | 35    |
        | e-2    | 55     | 40    |
        | e-3    | 48     | 30    |
        | e-4    | 70     | 52    |
        | e-5    | 66     | 41    |
        | e-6    | 58     | 44    |
        | e-7    | 45     | 38    |
        | e-8    | 80     | 47    |
        | e-9    | 52     | 50    |
        | e-10   | 60     | 33    |
        | e-11   | 75     | 58    |
        | e-12   | 49     | 36    |
      And these minutes of "report", measured on 2026-03-10 and on 2026-06-15
        | person | before | after |
        | e-1    | 60     | 50    |
      Then the baselines as of 2026-06-30 are
        | measured     | missing | share | people | headline |
        | mail; report | review  | 0.67  | 12     | yes      |

  Rule: How many people to measure is asked before the launch

    Example: The baselines say how much people differ
      Given these minutes of "mail", measured on 2026-03-10 and on 2026-06-15
        | person | before | after |
        | e-1    | 62     | 35    |
        | e-2    | 55     | 40    |
        | e-3    | 48     | 30    |
        | e-4    | 70     | 52    |
        | e-5    | 66     | 41    |
        | e-6    | 58     | 44    |
        | e-7    | 45     | 38    |
        | e-8    | 80     | 47    |
        | e-9    | 52     | 50    |
        | e-10   | 60     | 33    |
        | e-11   | 75     | 58    |
        | e-12   | 49     | 36    |
      Then to see 5 minutes, as of 2026-03-31 one needs
        | task | measured | basis     | sd    | pairs |
        | mail | 12       | baselines | 11.07 | 41    |

  Rule: People chosen because they were slow would have been faster anyway

    Example: The slowest ten of twenty-six, whom nothing helped
      Given these facts
        | about | fact            | program | chosen below |
        |       | program defined | writing | 70           |
      And these minutes of "mail", measured on 2026-03-10 and on 2026-06-15
        | person | before | after |
        | e-1    | 72     | 61    |
        | e-2    | 75     | 66    |
        | e-3    | 78     | 58    |
        | e-4    | 71     | 69    |
        | e-5    | 84     | 73    |
        | e-6    | 90     | 71    |
        | e-7    | 73     | 55    |
        | e-8    | 76     | 74    |
        | e-9    | 81     | 62    |
        | e-10   | 79     | 70    |
        | o-1    | 40     |       |
        | o-2    | 45     |       |
        | o-3    | 48     |       |
        | o-4    | 50     |       |
        | o-5    | 52     |       |
        | o-6    | 55     |       |
        | o-7    | 57     |       |
        | o-8    | 58     |       |
        | o-9    | 60     |       |
        | o-10   | 61     |       |
        | o-11   | 62     |       |
        | o-12   | 63     |       |
        | o-13   | 65     |       |
        | o-14   | 66     |       |
        | o-15   | 67     |       |
        | o-16   | 68     |       |
      Then the effect as of 2026-06-30 is
        | task | people | saved | low  | basis | verdict   |
        | mail | 10     | 12    | 7.12 | net   | NOT_SHOWN |
