Feature: Small groups stay unseen
  What is told of three people is told of each of them. Nothing of a group below five is shown, nor anything it could be
  worked out from.

  @X5 @D4
  Scenario: A small department is hidden, and with it the one it could be subtracted from
    Given these groups of people, whose use the tool's feed covers
      | department | people | from       | to         | weekdays |
      | Board      | 2      | 2026-01-05 | 2026-06-26 | never    |
      | Legal      | 6      | 2026-01-05 | 2026-06-26 | Mon-Fri  |
      | Sales      | 9      | 2026-01-05 | 2026-06-26 | Mon-Fri  |
    Then as of 2026-06-26, the report shows as "departments"
      | department | people | habitual | not started | usage rate |
      | Board      | –      | –        | –           | –          |
      | Legal      | –      | –        | –           | –          |
      | Sales      | 9      | 9        | 0           | 1.0        |

  @X5
  Scenario: Of a program of four people nothing is shown
    Given these groups of people, whose use the tool's feed covers
      | department | people | from       | to         | weekdays |
      | Board      | 4      | 2026-01-05 | 2026-06-26 | Mon-Fri  |
    Then the report as of 2026-06-26 says in English
      """
      This program has fewer than 5 people: nothing of it is shown.
      Too little is measured to suggest a decision
      Fewer than 10 people were measured before and after.
      No target was set, so none can be reached.
      How many people use it is not known.
      """
