Feature: Was help given
  Follow-ups that nobody does help nobody. The report shows how many were raised in each week, and what became of them.

  @B2
  Scenario: Raised, done, and resolved by themselves, week by week
    Given these groups of people, whose use the tool's feed covers
      | department | people | from       | to         | weekdays |
      | Sales      | 5      | 2026-01-05 | 2026-02-27 | never    |
    When the follow-ups are raised on 2026-02-03
    And Sales 1's "training-gap" follow-up is done on 2026-02-12
    Then the follow-up work of the weeks up to 2026-02-20 is
      | week to    | raised | done | resolved | dismissed | open |
      | 2026-01-30 | 0      | 0    | 0        | 0         | 0    |
      | 2026-02-06 | 5      | 0    | 0        | 0         | 5    |
      | 2026-02-13 | 0      | 1    | 0        | 0         | 4    |
      | 2026-02-20 | 0      | 0    | 0        | 0         | 4    |
