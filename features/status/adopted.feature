Feature: Introduced is not adopted

  An account and one training are the start line. Adopted is who uses the tool in daily work, by themselves, for three
  months; a good first week is not it, and neither is a training.

  @A3
  Rule: A training is no use

    Example: Trained and licensed, and still not started
      Given these facts
        | about | fact               | on         | course       | tool   | from       | to         |
        | e-1   | licence granted    | 2026-04-01 |              |        |            |            |
        | e-1   | training completed | 2026-04-02 | genai-basics |        |            |            |
        |       | usage covered      |            |              | gemini | 2026-04-01 | 2026-06-30 |
      Then the status as of 2026-06-30 is
        | person | state       |
        | e-1    | not_started |

  @A3
  Rule: Habitual needs 65 counted days, thirteen weeks, of sustained use

    Background:
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |
      And this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-07-31 |

    Example: Daily use from the first day is trying, then forming
      Then the status as of 2026-04-01 is
        | person | state  | tenure |
        | e-1    | trying | 1      |
      And the status as of 2026-05-29 is
        | person | state   | tenure |
        | e-1    | forming | 43     |

    Example: On the 64th day it is still forming
      Then the status as of 2026-06-29 is
        | person | state   | tenure |
        | e-1    | forming | 64     |

    Example: On the 65th day it is habitual
      Then the status as of 2026-06-30 is
        | person | state    | since      | tenure |
        | e-1    | habitual | 2026-06-30 | 65     |

  @A3
  Rule: After a lapse, 30 counted days are enough

    Example: Back after a summer without use
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |
      And this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-06-30 |
        | e-1    | gemini | never    | 2026-07-01 | 2026-07-31 |
        | e-1    | gemini | Mon-Fri  | 2026-08-03 | 2026-09-30 |
      Then the status as of 2026-07-31 is
        | person | state  |
        | e-1    | lapsed |
      And the status as of 2026-08-03 is
        | person | state  | tenure |
        | e-1    | trying | 1      |
      And the status as of 2026-09-10 is
        | person | state   | tenure |
        | e-1    | forming | 29     |
      And the status as of 2026-09-11 is
        | person | state    | since      | tenure |
        | e-1    | habitual | 2026-09-11 | 30     |

  @A3
  Rule: Now and then is not sustained

    Example: One day a week for half a year does not become habitual
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |
      And this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon      | 2026-04-01 | 2026-09-30 |
      Then the status as of 2026-09-30 is
        | person | state  |
        | e-1    | trying |
