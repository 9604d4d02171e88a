Feature: Late, repeated and retracted

  Reports come late, come twice and come in the wrong order; a status that depended on that would depend on the mail. So
  the same facts give the same status, and what is taken back never happened.

  Background:
    Given these facts
      | about | fact               | on         | course       | from       | to         | days | kind    | self reported days |
      | e-1   | licence granted    | 2026-04-01 |              |            |            |      |         |                    |
      | e-2   | joined             | 2026-04-06 |              |            |            |      |         |                    |
      | e-2   | training completed | 2026-04-07 | genai-basics |            |            |      |         |                    |
      | e-1   | leave taken        |            |              | 2026-05-04 | 2026-05-08 |      |         |                    |
      | e-2   | check-in held      | 2026-05-15 |              |            |            |      | meeting | 3                  |
    And this use of the tool, which the tool's feed covers
      | person | tool   | weekdays | from       | to         |
      | e-1    | gemini | Mon Thu  | 2026-04-01 | 2026-05-29 |

  @X6
  Rule: The order of arrival does not matter

    Example: Five shuffles of one history
      Then the same facts in any order give the same status as of 2026-05-29

    Example: A fact that comes late counts from its own date
      When these facts are recorded
        | about | fact      | tool   | on         |
        | e-2   | tool used | gemini | 2026-04-08 |
      Then the status as of 2026-04-08 is
        | person | state  | first used on |
        | e-1    | trying | 2026-04-02    |
        | e-2    | trying | 2026-04-08    |
      And the same facts in any order give the same status as of 2026-05-29
      And replaying the whole history gives the same status as of 2026-05-29

  @X6
  Rule: What arrives twice counts once

    Example: The same records again are all duplicates
      When the same records arrive again
      Then the same facts in any order give the same status as of 2026-05-29
      And replaying the whole history gives the same status as of 2026-05-29

    Example: Of two reports of one day the larger stands
      When these facts are recorded
        | about | fact      | tool   | on         | count |
        | e-1   | tool used | gemini | 2026-04-02 | 0     |
      Then the status as of 2026-04-02 is
        | person | state  | first used on |
        | e-1    | trying | 2026-04-02    |

  @X6
  Rule: What is taken back never happened

    Example: A wrong licence
      Given these facts
        | about | fact            | on         |
        | e-3   | joined          | 2026-04-01 |
        | e-3   | licence granted | 2026-03-02 |
      When the import that brought e-3's licence granted is taken back
      Then the status as of 2026-04-01 is
        | person | state       | since      |
        | e-1    | not_started | 2026-04-01 |
        | e-3    | not_started | 2026-04-01 |
      And replaying the whole history gives the same status as of 2026-04-01
