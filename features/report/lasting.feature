Feature: Does it last
  Results must go on after the boom. How long people keep using the tool is counted in days of work since their first use,
  and those who are still at it count as far as they have come.

  @G2
  Scenario: The share that still uses it falls with every lapse
    Given these groups of people, whose use the tool's feed covers
      | department | people | from       | to         | weekdays |
      | Sales      | 6      | 2026-01-05 | 2026-06-26 | Mon-Fri  |
    And these groups of people, whose use the tool's feed covers
      | department | people | from       | to         | weekdays |
      | Works      | 2      | 2026-01-05 | 2026-02-27 | Mon-Fri  |
    Then as of 2026-06-26, 8 people ever used it and 2 of them lapsed
    And as of 2026-06-26, the share still using it is
      | after days of work | share |
      | 40                 | 100%  |
      | 59                 | 100%  |
      | 60                 | 75%   |
      | 120                | 75%   |

  @G2
  Scenario: Who leaves, or goes on a long leave, has not lapsed
    Given these groups of people, whose use the tool's feed covers
      | department | people | from       | to         | weekdays |
      | Sales      | 6      | 2026-01-05 | 2026-02-27 | Mon-Fri  |
      | Sales      | 1      | 2026-01-05 | 2026-06-26 | Mon-Fri  |
    And these facts
      | about   | fact        | on         | from       | to         |
      | Sales 1 | left        | 2026-02-27 |            |            |
      | Sales 2 | leave taken |            | 2026-03-02 | 2026-05-01 |
    Then as of 2026-06-26, 7 people ever used it and 4 of them lapsed

  @G2
  Scenario: A holiday does not age a habit
    Given these groups of people, whose use the tool's feed covers
      | department | people | from       | to         | weekdays |
      | Sales      | 1      | 2026-01-05 | 2026-02-27 | Mon-Fri  |
      | Works      | 4      | 2026-01-05 | 2026-06-26 | Mon-Fri  |
    And these facts
      | about   | fact        | from       | to         |
      | Sales 1 | leave taken | 2026-03-02 | 2026-03-06 |
    Then as of 2026-06-26, the share still using it is
      | after days of work | share |
      | 59                 | 100%  |
      | 60                 | 80%   |
