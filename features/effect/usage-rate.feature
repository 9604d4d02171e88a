@D1
Feature: The usage rate counts who could have used the tool

  A rate means something only with the right people below the line: those who are enrolled and licensed, work here, are
  not exempt and were not away all the time. Of whom nothing is known, nothing is claimed.

  Rule: Who could not have used it, and of whom nothing is known, is not counted as inactive

    Example: Eight people in a week
      Given these facts
        | about | fact            | on         | from       | to         |
        | a     | licence granted | 2026-04-01 |            |            |
        | b     | licence granted | 2026-04-01 |            |            |
        | b     | leave taken     |            | 2026-06-01 | 2026-06-05 |
        | c     | licence granted | 2026-04-01 |            |            |
        | c     | leave taken     |            | 2026-06-01 | 2026-06-02 |
        | d     | joined          | 2026-04-01 |            |            |
        | e     | licence granted | 2026-04-01 |            |            |
        | f     | licence granted | 2026-04-01 |            |            |
        | g     | licence granted | 2026-04-01 |            |            |
        | h     | licence granted | 2026-04-01 |            |            |
        | h     | exempted        |            | 2026-06-01 |            |
      And these facts
        | about | fact      | tool   | on         | count |
        | a     | tool used | gemini | 2026-06-01 | 3     |
        | c     | tool used | gemini | 2026-06-03 | 0     |
        | c     | tool used | gemini | 2026-06-04 | 0     |
        | d     | tool used | gemini | 2026-06-01 | 1     |
        | e     | tool used | gemini | 2026-06-05 | 1     |
        | f     | tool used | gemini | 2026-06-01 | 0     |
        | f     | tool used | gemini | 2026-06-02 | 0     |
        | f     | tool used | gemini | 2026-06-03 | 0     |
        | h     | tool used | gemini | 2026-06-02 | 1     |
      Then the usage rate of the 7 days up to 2026-06-07 is
        | active | known | eligible | rate | low  | high | least | most | shadow |
        | 2      | 4     | 5        | 0.5  | 0.15 | 0.85 | 0.4   | 0.6  | 1      |

  @D4
  Rule: A department is shown from five people on, and only when the rest is not small either

    Example: One person in legal hides the five of works
      Given these facts
        | about | fact  | on         | department |
        | s-1   | moved | 2026-04-01 | sales      |
        | s-2   | moved | 2026-04-01 | sales      |
        | s-3   | moved | 2026-04-01 | sales      |
        | s-4   | moved | 2026-04-01 | sales      |
        | s-5   | moved | 2026-04-01 | sales      |
        | s-6   | moved | 2026-04-01 | sales      |
        | w-1   | moved | 2026-04-01 | works      |
        | w-2   | moved | 2026-04-01 | works      |
        | w-3   | moved | 2026-04-01 | works      |
        | w-4   | moved | 2026-04-01 | works      |
        | w-5   | moved | 2026-04-01 | works      |
        | l-1   | moved | 2026-04-01 | legal      |
      And this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | s-1    | gemini | Mon-Fri  | 2026-06-01 | 2026-06-07 |
      Then the usage rate by department of the 7 days up to 2026-06-07 is
        | department | active | known | eligible |
        | sales      | 1      | 6     | 6        |
        | works      |        |       |          |
        | legal      |        |       |          |
