Feature: Used for side tasks only

  Somebody who asks the assistant for a lunch idea every day uses it, and the work is as it was. So each use may say for
  what, and the status says how deep the use goes.

  Background:
    Given these facts
      | about | fact            | program | core use cases | on         |
      |       | program defined | genai   | report; quote  |            |
      | e-1   | licence granted |         |                | 2026-04-01 |

  @A2
  Rule: Depth is core when at least a third of the tagged days of use touch a core use case, else peripheral

    Example: Only small talk is peripheral
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | use cases | from       | to         |
        | e-1    | gemini | Mon-Fri  | chat      | 2026-04-01 | 2026-04-30 |
      Then the status as of 2026-04-30 is
        | person | depth      | core share |
        | e-1    | peripheral | 0.0        |

    Example: A core use case on two days of five is core
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays    | use cases | from       | to         |
        | e-1    | gemini | Mon Wed Fri | chat      | 2026-04-06 | 2026-05-01 |
        | e-1    | gemini | Tue Thu     | report    | 2026-04-06 | 2026-05-01 |
      Then the status as of 2026-05-01 is
        | person | depth | core share |
        | e-1    | core  | 0.4        |

    Example: A core use case on one day of five is peripheral
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays        | use cases | from       | to         |
        | e-1    | gemini | Mon Wed Thu Fri | chat      | 2026-04-06 | 2026-05-01 |
        | e-1    | gemini | Tue             | quote     | 2026-04-06 | 2026-05-01 |
      Then the status as of 2026-05-01 is
        | person | depth      | core share |
        | e-1    | peripheral | 0.2        |

    Example: A day with a core and a side task is a core day
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | use cases    | from       | to         |
        | e-1    | gemini | Mon-Fri  | chat; report | 2026-04-01 | 2026-04-30 |
      Then the status as of 2026-04-30 is
        | person | depth | core share |
        | e-1    | core  | 1.0        |

  @A2
  Rule: What nobody tagged has no depth

    Example: Use without a use case is unknown
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | use cases | from       | to         |
        | e-1    | gemini | Mon-Fri  |           | 2026-04-01 | 2026-04-30 |
      Then the status as of 2026-04-30 is
        | person | depth   | core share |
        | e-1    | unknown |            |

  @A2
  Rule: Side tasks alone never become the habit

    Example: Six months of daily small talk stay short of habitual
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | use cases | from       | to         |
        | e-1    | gemini | Mon-Fri  | chat      | 2026-04-01 | 2026-09-30 |
      Then the status as of 2026-09-30 is
        | person | state   | depth      |
        | e-1    | forming | peripheral |
