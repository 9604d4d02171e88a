Feature: Cohorts
  Who starts later has more to learn while the others are far already. A cohort is compared with others so many weeks
  after its own beginning, not on the same day.

  @E2
  Scenario: Cohorts are compared so many weeks after each one's beginning
    Given these groups of people, whose use the tool's feed covers
      | department | people | from       | to         | weekdays |
      | Sales      | 5      | 2026-01-05 | 2026-06-26 | Mon-Fri  |
      | Works      | 4      | 2026-03-02 | 2026-06-26 | Mon-Fri  |
      | Works      | 4      | 2026-03-02 | 2026-06-26 | Fri      |
    Then the cohorts as of 2026-06-26 are
      | cohort  | people | week | habitual | active |
      | 2026-01 | 5      | 14   | 100%     | 100%   |
      | 2026-03 | 8      | 14   | 50%      | 100%   |

  @E2 @X5
  Scenario: A cohort of a few people is put together with the one beside it
    Given these groups of people, whose use the tool's feed covers
      | department | people | from       | to         | weekdays |
      | Sales      | 5      | 2026-01-05 | 2026-06-26 | Mon-Fri  |
      | Sales      | 2      | 2026-03-02 | 2026-06-26 | never    |
    Then the cohorts as of 2026-06-26 are
      | cohort            | people | week | habitual | active |
      | 2026-01 – 2026-03 | 7      | 14   | 71%      | 71%    |

  @E2 @X5
  Scenario: Of fewer than five people no cohort is shown
    Given these groups of people, whose use the tool's feed covers
      | department | people | from       | to         | weekdays |
      | Sales      | 4      | 2026-01-05 | 2026-06-26 | Mon-Fri  |
    Then no cohort is shown as of 2026-06-26
