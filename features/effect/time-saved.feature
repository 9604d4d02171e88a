@D1
Feature: Time saved is measured on the same people before and after

  Whoever decides about money wants one number; whoever measured knows how uncertain it is. So every saving comes with
  the interval in which it lies, with how many people were measured, and with a verdict that claims no more than that.

  Background:
    Given these facts
      | about | fact            | program | starts_on  | hourly cost | monthly cost |
      |       | program defined | writing | 2026-04-01 | 4000        | 60000        |

  Rule: The figure is the mean over people, with its interval and a verdict

    Example: Twelve people save 18 minutes on average, and at least 12
      Given these minutes of "meeting minutes", measured on 2026-03-10 and on 2026-06-15
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
      Then the effect as of 2026-06-30 is
        | task            | metric  | people | before | after | saved | low   | high  | share | verdict |
        | meeting minutes | minutes | 12     | 60     | 42    | 18    | 12.37 | 23.63 | 0.3   | SHOWN   |

    Example: Nine people are too few to claim anything, however much they save
      Given these minutes of "mail", measured on 2026-03-10 and on 2026-06-15
        | person | before | after |
        | e-1    | 20     | 10    |
        | e-2    | 21     | 11    |
        | e-3    | 22     | 12    |
        | e-4    | 23     | 10    |
        | e-5    | 24     | 11    |
        | e-6    | 25     | 12    |
        | e-7    | 26     | 10    |
        | e-8    | 27     | 11    |
        | e-9    | 28     | 12    |
      Then the effect as of 2026-06-30 is
        | task | people | saved | verdict      |
        | mail | 9      | 13    | INSUFFICIENT |

    Example: With the tool it takes longer
      Given these minutes of "mail", measured on 2026-03-10 and on 2026-06-15
        | person | before | after |
        | e-1    | 20     | 23    |
        | e-2    | 21     | 25    |
        | e-3    | 22     | 25    |
        | e-4    | 23     | 27    |
        | e-5    | 24     | 27    |
        | e-6    | 25     | 29    |
        | e-7    | 26     | 29    |
        | e-8    | 27     | 31    |
        | e-9    | 28     | 31    |
        | e-10   | 29     | 33    |
      Then the effect as of 2026-06-30 is
        | task | people | saved | verdict |
        | mail | 10     | -3.5  | WORSE   |

    Example: A saving below a tenth of the baseline is there, but small
      Given these minutes of "mail", measured on 2026-03-10 and on 2026-06-15
        | person | before | after |
        | e-1    | 60     | 58    |
        | e-2    | 60     | 57    |
        | e-3    | 60     | 58    |
        | e-4    | 60     | 57    |
        | e-5    | 60     | 58    |
        | e-6    | 60     | 57    |
        | e-7    | 60     | 58    |
        | e-8    | 60     | 57    |
        | e-9    | 60     | 58    |
        | e-10   | 60     | 57    |
      Then the effect as of 2026-06-30 is
        | task | people | saved | minimum | verdict         |
        | mail | 10     | 2.5   | 6       | SHOWN_BUT_SMALL |

  Rule: Measured twice by the same person is still one person

    Example: A second measurement of one person does not make thirteen
      Given these minutes of "meeting minutes", measured on 2026-03-10 and on 2026-06-15
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
      And these minutes of "meeting minutes", measured on 2026-03-11 and on 2026-06-16
        | person | before | after |
        | e-1    | 62     | 35    |
      Then the effect as of 2026-06-30 is
        | task            | people | saved |
        | meeting minutes | 12     | 18    |

  Rule: Hours a month are runs times saving of the people measured, and money is hours less costs

    Example: Ten runs a month each
      Given these facts
        | about | fact             | program | task            | on         | minutes per run | runs per month |
        |       | task inventoried | writing | meeting minutes | 2026-03-02 | 60              | 10             |
      And these minutes of "meeting minutes", measured on 2026-03-10 and on 2026-06-15
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
      Then the hours saved a month as of 2026-06-30 are
        | value | people |
        | 36    | 12     |
      And the return a month as of 2026-06-30 is
        | value | per_cost |
        | 84000 | 2.4      |
