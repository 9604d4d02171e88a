Feature: Silence is a signal

  Where nobody feels anything odd about not using the tool, no news is taken for good news. So strength decays on every
  working day without use, silence is counted against the person's own rate, and a day nobody knows anything about
  is called unknown.

  Background:
    Given these facts
      | about | fact            | on         |
      | e-1   | licence granted | 2026-04-01 |
    And this use of the tool, which the tool's feed covers
      | person | tool   | weekdays | from       | to         |
      | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-06-30 |

  @A4
  Rule: A silence longer than the person's usual rate explains is slipping, twenty counted days are a lapse

    Background:
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | never    | 2026-07-01 | 2026-08-31 |

    Example: For a daily user the fifth silent day is too many
      Then the status as of 2026-07-06 is
        | person | state    | silence | silence limit |
        | e-1    | habitual | 4       | 5             |
      And the status as of 2026-07-07 is
        | person | state    | since      | silence | silence limit |
        | e-1    | slipping | 2026-07-07 | 5       | 5             |

    Example: Four weeks of silence are a lapse
      Then the status as of 2026-07-27 is
        | person | state    | silence |
        | e-1    | slipping | 19      |
      And the status as of 2026-07-28 is
        | person | state  | since      | silence |
        | e-1    | lapsed | 2026-07-28 | 20      |

  @A4
  Rule: A day away from work is not a silent day

    Example: Two weeks of leave are no silence
      Given these facts
        | about | fact        | from       | to         | tool   |
        | e-1   | leave taken | 2026-07-01 | 2026-07-14 |        |
        |       | usage covered | 2026-07-01 | 2026-07-16 | gemini |
      Then the status as of 2026-07-14 is
        | person | state    | silence |
        | e-1    | on_leave | 0       |
      And the status as of 2026-07-16 is
        | person | state    | silence |
        | e-1    | habitual | 2       |

  @A4
  Rule: What nobody reports is unknown, neither use nor silence

    Example: A feed that stops leaves the person unknown after twenty work days, not lapsed
      Then the status as of 2026-07-28 is
        | person | state    | silence |
        | e-1    | habitual | 0       |
      And the status as of 2026-07-29 is
        | person | state   | silence |
        | e-1    | unknown | 0       |
