@X5
Feature: Who may see what

  The record is there to help people. It stays that way only if nobody sees more of the others than they need for
  helping, and if everybody can find out who looked.

  Background:
    Given these facts
      | about | fact               | person | on         | department | manager | course       | topics | from       | tool   | to         |
      | m-1   | moved              |        | 2026-01-05 | Sales      |         |              |        |            |        |            |
      | e-1   | moved              |        | 2026-01-05 | Sales      | m-1     |              |        |            |        |            |
      | e-2   | moved              |        | 2026-01-05 | Sales      | m-1     |              |        |            |        |            |
      | e-3   | moved              |        | 2026-01-05 | Law        |         |              |        |            |        |            |
      | c-1   | moved              |        | 2026-01-05 | Sales      |         |              |        |            |        |            |
      | e-1   | licence granted    |        | 2026-01-05 |            |         |              |        |            |        |            |
      | e-3   | licence granted    |        | 2026-01-05 |            |         |              |        |            |        |            |
      | e-1   | training completed |        | 2026-01-06 |            |         | genai-basics | usage  |            |        |            |
      | e-3   | training completed |        | 2026-01-06 |            |         | genai-basics | usage  |            |        |            |
      |       | champion appointed | c-1    |            | Sales      |         |              |        | 2026-01-05 |        |            |
      |       | owner appointed    | o-1    |            |            |         |              |        | 2026-01-05 |        |            |
      |       | usage covered      |        |            |            |         |              |        | 2026-01-05 | gemini | 2026-01-30 |

  Rule: Status is for the person and, without figures, for their manager

    Example: Each role sees its own people
      Then these people's status is seen as of 2026-01-30
        | role     | viewer | people        |
        | learner  | e-1    | e-1           |
        | manager  | m-1    | m-1, e-1, e-2 |
        | champion | c-1    | c-1           |
        | owner    | o-1    | o-1           |
        | auditor  | o-1    | nobody        |

    Example: A manager sees where a report stands, not how strong the habit is
      Then the manager m-1 sees of e-1 as of 2026-01-30
        | person | department | state       | strength | pace | last used on |
        | e-1    | Sales      | not_started |          |      |              |

    Example: A story is read by the one it is about
      Then the manager m-1 may not read the story of e-1

  Rule: Follow-ups are for those who help, and a manager hears of them after the person

    Example: The champion sees the department, the owner the program, the manager nothing yet
      When the follow-ups are raised on 2026-01-30
      Then these people's never-started is seen on 2026-01-30
        | role     | viewer | people   |
        | learner  | e-1    | e-1      |
        | champion | c-1    | e-1      |
        | owner    | o-1    | e-1, e-3 |
        | manager  | m-1    | nobody   |

  Rule: Who looked at others is written down

    Example: Everybody can ask who looked
      When the manager m-1 looks at the status as of 2026-01-30
      And the learner e-1 looks at the status as of 2026-01-30
      Then those who looked at e-1 are
        | viewer | role    | question |
        | m-1    | manager | status   |
