@X5
Feature: Forgotten means gone

  People may ask to be forgotten, and a company may not keep their data longer than it needs it. Whoever they were then
  has to be gone for good; what happened stays, for the company still wants to know whether the tools help.

  Background:
    Given these people
      | person | name         | e-mail            |
      | e-1    | Ben Smith    | ben@example.com   |
      | e-2    | Chris Porter | chris@example.com |
    And these facts
      | about | fact               | on         | course       | kind | note                           | by  | department | manager | tool   | from       | to         |
      | e-1   | moved              | 2026-01-05 |              |      |                                |     | Sales      | e-2     |        |            |            |
      | e-1   | licence granted    | 2026-01-05 |              |      |                                |     |            |         |        |            |            |
      | e-1   | training completed | 2026-01-06 | genai-basics |      |                                |     |            |         |        |            |            |
      | e-2   | moved              | 2026-01-05 |              |      |                                |     | Sales      |         |        |            |            |
      | e-2   | check-in held      | 2026-02-03 |              | chat | Ben Smith showed how he works  | e-1 |            |         |        |            |            |
      |       | usage covered      |            |              |      |                                |     |            |         | gemini | 2026-01-05 | 2026-01-30 |

  Rule: Who they were goes, what happened stays

    Example: Nobody finds them any more, and the counts are as they were
      Then the status as of 2026-01-30 is
        | person | name         | department | state       |
        | e-1    | Ben Smith    | Sales      | not_started |
        | e-2    | Chris Porter | Sales      | not_started |
      When e-1 is forgotten
      Then the directory lists e-2
      And nobody is known as e-1
      And the status as of 2026-01-30 is
        | name         | department | state       |
        |              | Sales      | not_started |
        | Chris Porter | Sales      | not_started |
      And replaying the whole history gives the same status as of 2026-01-30

    Example: What others wrote stays, without the name
      When e-1 is forgotten
      Then e-2's check-in of 2026-02-03 has the note "▮ showed how he works"

    Example: Nobody is asked to help them
      When e-1 is forgotten
      Then no follow-up is about or for e-1 on 2026-01-30

  Rule: They stay away until somebody lets them in again

    Example: The nightly import does not bring them back
      When e-1 is forgotten
      And the same records arrive again
      Then the directory lists e-2

    Example: Whoever records by hand is told
      When e-1 is forgotten
      Then recording by hand about e-1 is refused because "the data of 'e-1' was erased; `people allow e-1` lets it in again"

    Example: Allowed again, they are somebody new
      When e-1 is forgotten
      And e-1 is allowed again
      And these facts are recorded
        | about | fact            | on         |
        | e-1   | licence granted | 2026-03-02 |
      Then the directory lists e-1, e-2
      And the story of e-1 up to 2026-03-02 holds nothing from before 2026-03-02

  Rule: A company may say for how long it remembers

    Example: Half a year after they left
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-06-29 |
        | e-2   | left | 2026-07-01 |
      When people are forgotten 6 months after leaving
      Then the directory lists e-2
