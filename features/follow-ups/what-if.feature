@X2
Feature: What if the policy were another

  A number in a policy decides whom somebody has to talk to next week. So before it is changed the whole history is replayed
  under the other number: whose status would be another, which follow-ups would appear and vanish, how much work that is.

  Background:
    Given these facts
      | about | fact               | on         | course       |
      | e-1   | licence granted    | 2026-04-01 |              |
      | e-1   | training completed | 2026-04-01 | genai-basics |
    And this use of the tool, which the tool's feed covers
      | person | tool   | weekdays    | from       | to         |
      | e-1    | gemini | Mon Wed Fri | 2026-04-01 | 2026-05-29 |
      | e-1    | gemini | never       | 2026-06-01 | 2026-06-12 |

  Rule: Statuses are compared on a day

    Example: More patience with silence keeps somebody out of slipping
      Given another policy
        """
        [habit]
        silence_min = 10
        """
      Then the status as of 2026-06-10 is
        | person | state    | since      |
        | e-1    | slipping | 2026-06-09 |
      And under the other policy these statuses differ on 2026-06-10
        | person | program | state a  | state b |
        | e-1    | default | slipping | forming |

  Rule: Follow-ups are compared over the whole history, without recording anything

    Example: Asking for one thing less leaves room for the follow-up that matters
      Given another policy
        """
        [rules.first-check-in]
        enabled = false
        """
      Then under the other policy these follow-ups appear and vanish up to 2026-06-12
        | change   | rule           | person | raised on  |
        | vanishes | first-check-in | e-1    | 2026-04-08 |
        | appears  | slipping       | e-1    | 2026-06-09 |

  Rule: The workload is counted in periods

    Example: What April and June would have asked of people
      Given another policy
        """
        [rules.first-check-in]
        enabled = false

        [rules.meeting-overdue]
        enabled = false
        """
      Then under the other policy this many follow-ups are raised in the periods
        | end        | follow ups a | follow ups b |
        | 2026-04-30 | 2            | 0            |
        | 2026-05-31 | 0            | 0            |
        | 2026-06-12 | 0            | 1            |

  Rule: A policy that was adopted is in force from its day on, and a replay knows

    Example: Before and after the day of adoption
      When this policy is adopted on 2026-06-10
        """
        [rules.slipping]
        enabled = false
        """
      Then the "slipping" follow-ups open on 2026-06-09 are
        | person | state |
        | e-1    | due   |
      And no "slipping" follow-up is open on 2026-06-10
