@D1 @D4
Feature: The floor sees its own effect, and nobody sees a single person's

  "Is it needed here?" is answered where it is asked: per department and task. But a figure of fewer than five people is
  a figure about persons, so it is not shown, and neither is one from which it could be found by subtraction.

  Background:
    Given these facts
      | about | fact            | program | starts_on  |
      |       | program defined | writing | 2026-04-01 |
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

  Rule: A department is shown from five people on, and only when the rest is not small either

    Example: Sales has six people; legal has one, which the five of works would give away
      Given these facts
        | about | fact  | on         | department |
        | e-1   | moved | 2026-01-05 | sales      |
        | e-2   | moved | 2026-01-05 | sales      |
        | e-3   | moved | 2026-01-05 | sales      |
        | e-4   | moved | 2026-01-05 | sales      |
        | e-5   | moved | 2026-01-05 | sales      |
        | e-6   | moved | 2026-01-05 | sales      |
        | e-7   | moved | 2026-01-05 | works      |
        | e-8   | moved | 2026-01-05 | works      |
        | e-9   | moved | 2026-01-05 | works      |
        | e-10  | moved | 2026-01-05 | works      |
        | e-11  | moved | 2026-01-05 | works      |
        | e-12  | moved | 2026-01-05 | legal      |
      Then the effect by department as of 2026-06-30 is
        | department | task            | people | saved | verdict      |
        | sales      | meeting minutes | 6      | 19.5  | INSUFFICIENT |
        | works      | meeting minutes |        |       |              |
        | legal      | meeting minutes |        |       |              |

  Rule: The effect of a month is that of what was measured in it

    Example: July is better than June
      Given these minutes of "meeting minutes", measured on 2026-03-10 and on 2026-07-15
        | person | before | after |
        | e-1    |        | 30    |
        | e-2    |        | 30    |
        | e-3    |        | 30    |
        | e-4    |        | 30    |
        | e-5    |        | 30    |
        | e-6    |        | 30    |
        | e-7    |        | 30    |
        | e-8    |        | 30    |
        | e-9    |        | 30    |
        | e-10   |        | 30    |
        | e-11   |        | 30    |
        | e-12   |        | 30    |
      Then the effect by month as of 2026-07-31 is
        | month   | task            | people | after |
        | 2026-06 | meeting minutes | 12     | 42    |
        | 2026-07 | meeting minutes | 12     | 30    |
