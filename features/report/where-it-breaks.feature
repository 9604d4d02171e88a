Feature: Where it breaks
  Between the licence and the habit people are lost, and not everywhere at the same place. Who knows the place can help
  there instead of everywhere.

  @D5
  Scenario: Of those who came to a stage, how many came to the next one
    Given these groups of people, whose use the tool's feed covers
      | department | people | from       | to         | trained    | weekdays |
      | Sales      | 6      | 2026-01-05 | 2026-06-26 | 2026-01-06 | Mon-Fri  |
      | Sales      | 2      | 2026-01-05 | 2026-06-26 |            | never    |
      | Works      | 3      | 2026-01-05 | 2026-06-26 | 2026-01-06 | Fri      |
      | Works      | 4      | 2026-01-05 | 2026-06-26 | 2026-01-06 | never    |
    Then the bottleneck as of 2026-06-26 is
      | department | stage     | following | started | reached |
      | all        | licensed  | trained   | 15      | 13      |
      | all        | trained   | first use | 13      | 9       |
      | all        | first use | forming   | 9       | 6       |
      | all        | forming   | habitual  | 6       | 6       |
      | Sales      | licensed  | trained   | 8       | 6       |
      | Sales      | trained   | first use | 6       | 6       |
      | Sales      | first use | forming   | 6       | 6       |
      | Sales      | forming   | habitual  | 6       | 6       |
      | Works      | licensed  | trained   | 7       | 7       |
      | Works      | trained   | first use | 7       | 3       |
      | Works      | first use | forming   | 3       | 0       |
      | Works      | forming   | habitual  | 0       | 0       |
    And as of 2026-06-26, the report says under "Where it breaks"
      """
      Most are left behind between “trained” and “first use”: 4 of 13 have not come further yet.
      """

  @D5
  Scenario: Who has left is nobody's bottleneck
    Given these groups of people, whose use the tool's feed covers
      | department | people | from       | to         | weekdays |
      | Sales      | 6      | 2026-01-05 | 2026-02-27 | never    |
    And these facts
      | about   | fact | on         |
      | Sales 6 | left | 2026-01-30 |
    Then the bottleneck as of 2026-02-27 is
      | department | stage    | following | started | reached |
      | all        | licensed | first use | 5       | 0       |
      | all        | first use | forming  | 0       | 0       |
      | all        | forming  | habitual  | 0       | 0       |

  @D4
  Scenario: Every department sees what it came to, beside its interval
    Given these groups of people, whose use the tool's feed covers
      | department | people | from       | to         | weekdays |
      | Sales      | 8      | 2026-01-05 | 2026-06-26 | Mon-Fri  |
      | Works      | 6      | 2026-01-05 | 2026-06-26 | never    |
    Then as of 2026-06-26, the report shows as "departments"
      | department | people | habitual | not started | usage rate |
      | Sales      | 8      | 8        | 0           | 1.0        |
      | Works      | 6      | 0        | 6           | 0.0        |
