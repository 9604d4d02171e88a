Feature: The answer first
  A managing director reads one sentence and three figures. The figures say what was measured before and after, how sure
  that is, and what it suggests; the decision is the company's, and it is recorded.

  Background:
    Given these facts
      | fact                 | program | title   | starts_on  | use_case | task    | metric  | target | on         | minutes_per_run | runs_per_month |
      | program defined      | genai   | AI work | 2026-01-05 |          |         |         |        |            |                 |                |
      | task inventoried     | genai   |         |            |          | minutes |         |        | 2025-12-01 | 60              | 20             |
      | use case prioritised | genai   |         |            | drafts   | minutes |         |        |            |                 |                |
      | target set           | genai   |         |            | drafts   |         | minutes | 40     |            |                 |                |

  @D1 @D3
  Scenario: Time, quality and use, each with its interval and target
    Given these groups of people, whose use the tool's feed covers
      | department | people | from       | to         | weekdays |
      | Sales      | 12     | 2026-01-05 | 2026-06-26 | Mon-Fri  |
    And everybody in Sales was measured on 2025-12-15 and on 2026-05-15
      | task    | metric  | before | after | wobble |
      | minutes | minutes | 60     | 42    | 2      |
      | minutes | rating  | 3      | 3.5   | 0.1    |
    Then the report as of 2026-06-26 has these indicators
      | indicator  | figure | unit                    | sure                          | target                              |
      | Time saved | 72     | hours a month           | between 69 and 76 (95%)       | 90% of the target (to go on: 80%)   |
      | Quality    | +0.5   | points of 5             | between +0.45 and +0.55 (95%) | no target recorded                  |
      | Usage rate | 100%   | of people, last 28 days | between 76% and 100% (95%)    | no target recorded                  |
    And the report as of 2026-06-26 says in English
      """
      It saves about 72 hours a month; of 12 people, 12 use it by habit.
      Suggestion: continue
      The time saved is shown, and it matters.
      1 of 1 measured targets are reached to at least 80% (1 set).
      100% of the people who could use it did in the last 28 days.
      """
    And the report as of 2026-06-26 says in Japanese
      """
      月あたり約72時間を削減しており、12人中12人に定着しています。
      ご提案：継続
      意味のある時間削減が確認できています。
      測定済みの目標1件のうち1件が80%以上に到達しています（設定は1件）。
      利用できる方のうち100%が、直近28日間に利用しています。
      """

  @D3
  Scenario: Short of the target, it is to be adjusted
    Given these groups of people, whose use the tool's feed covers
      | department | people | from       | to         | weekdays |
      | Sales      | 12     | 2026-01-05 | 2026-06-26 | Mon-Fri  |
    And everybody in Sales was measured on 2025-12-15 and on 2026-05-15
      | task    | metric  | before | after | wobble |
      | minutes | minutes | 60     | 48    | 2      |
    Then the report as of 2026-06-26 says in English
      """
      It saves about 48 hours a month; of 12 people, 12 use it by habit.
      Suggestion: adjust
      The time saved is shown, and it matters.
      0 of 1 measured targets are reached to at least 80% (1 set).
      100% of the people who could use it did in the last 28 days.
      """

  @D3
  Scenario: Slower than before, it is to be stopped
    Given these groups of people, whose use the tool's feed covers
      | department | people | from       | to         | weekdays |
      | Sales      | 12     | 2026-01-05 | 2026-06-26 | Mon-Fri  |
    And everybody in Sales was measured on 2025-12-15 and on 2026-05-15
      | task    | metric  | before | after | wobble |
      | minutes | minutes | 60     | 70    | 2      |
    Then the report as of 2026-06-26 says in English
      """
      It costs time instead of saving it; of 12 people, 12 use it by habit.
      Suggestion: stop
      The work takes longer than before.
      0 of 1 measured targets are reached to at least 80% (1 set).
      100% of the people who could use it did in the last 28 days.
      """

  @D2 @D3
  Scenario: Without a baseline nothing is suggested, and it is said what is missing
    Given these groups of people, whose use the tool's feed covers
      | department | people | from       | to         | weekdays |
      | Sales      | 12     | 2026-01-05 | 2026-06-26 | Mon-Fri  |
    Then the report as of 2026-06-26 says in English
      """
      Of 12 people, 12 use it by habit; whether it pays has not been measured.
      Too little is measured to suggest a decision
      Fewer than 10 people were measured before and after.
      None of the 1 targets has been measured.
      100% of the people who could use it did in the last 28 days.
      """
    And as of 2026-06-26, the report says under "What this rests on"
      """
      Missing: no baseline of minutes.
      """

  @D3
  Scenario: The last decision, and what followed
    Given these groups of people, whose use the tool's feed covers
      | department | people | from       | to         | weekdays |
      | Sales      | 6      | 2026-01-05 | 2026-06-26 | Mon-Fri  |
    And these facts
      | fact           | program | on         | outcome  | note           |
      | decision taken | genai   | 2026-03-20 | continue | it is promising |
    Then as of 2026-06-26, the report says under "Decisions"
      """
      On 20 March 2026 it was decided: continue. “it is promising” Then 0 of 6 people used it by habit, now 6 of 6.
      """

  @E1
  Scenario: Before the launch, waiting has a price
    Given these groups of people, whose use the tool's feed covers
      | department | people | from       | to         | weekdays |
      | Sales      | 6      | 2025-12-01 | 2025-12-31 | never    |
    When "genai" enters the step inventory on 2025-12-01
    Then as of 2025-12-31, the report says under "Decisions"
      """
      The tasks have been known for 30 days without a launch: at least 7 hours were not saved.
      """
