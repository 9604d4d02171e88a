Feature: Time travel on two axes

  "How did we stand at the end of June?" and "what did we know at the end of June?" are two questions, and a decision is
  judged by the second one. So a status has a date it is true as of, and a time it is known at.

  @X1
  Rule: As of a day, only what is dated by then counts

    Example: The same history on three days
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |
      And this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | never    | 2026-04-01 | 2026-04-30 |
        | e-1    | gemini | Mon-Fri  | 2026-05-01 | 2026-06-30 |
      Then the status as of 2026-04-30 is
        | person | state       | last used on |
        | e-1    | not_started |              |
      And the status as of 2026-05-01 is
        | person | state  | last used on |
        | e-1    | trying | 2026-05-01   |
      And the status as of 2026-06-30 is
        | person | state   | last used on |
        | e-1    | forming | 2026-06-30   |
      And replaying the whole history gives the same status as of 2026-05-01

    Example: Saturday's use makes Friday a day of use only from Saturday on
      Given these facts
        | about | fact            | on         | tool   | from       | to         |
        | e-1   | licence granted | 2026-04-01 |        |            |            |
        | e-1   | tool used       | 2026-04-11 | gemini |            |            |
        |       | usage covered   |            | gemini | 2026-04-01 | 2026-04-30 |
      Then the status as of 2026-04-10 is
        | person | state       |
        | e-1    | not_started |
      And the status as of 2026-04-11 is
        | person | state  |
        | e-1    | trying |

  @X1
  Rule: As known at a time, only what was recorded by then counts

    Example: A report that comes late changes what is known now, not what was known then
      Given these facts
        | about | fact            | on         | tool   | from       | to         |
        | e-1   | licence granted | 2026-04-01 |        |            |            |
        |       | usage covered   |            | gemini | 2026-04-01 | 2026-04-30 |
      And it is now "the meeting"
      When these facts become known
        | about | fact      | on         | tool   |
        | e-1   | tool used | 2026-04-10 | gemini |
      Then the status as of 2026-04-30, as known at "the meeting", is
        | person | state       |
        | e-1    | not_started |
      And the status as of 2026-04-30 is
        | person | state  |
        | e-1    | trying |

    Example: Who was heard of later was nobody then
      Given it is now "the beginning"
      When these facts become known
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |
      And it is now "the meeting"
      And these facts become known
        | about | fact            | on         |
        | e-2   | licence granted | 2026-04-01 |
      Then nobody is known of as of 2026-04-10, as known at "the beginning"
      And the status as of 2026-04-10, as known at "the meeting", is
        | person | state       |
        | e-1    | not_started |
      And the status as of 2026-04-10 is
        | person | state       |
        | e-1    | not_started |
        | e-2    | not_started |

    Example: A mistake was believed until it was taken back
      Given these facts
        | about | fact            | on         | tool   |
        | e-1   | licence granted | 2026-04-01 |        |
        | e-1   | tool used       | 2026-04-10 | gemini |
      And it is now "the meeting"
      When the import that brought e-1's tool used is taken back
      Then the status as of 2026-04-10, as known at "the meeting", is
        | person | state  |
        | e-1    | trying |
      And the status as of 2026-04-10 is
        | person | state       |
        | e-1    | not_started |
