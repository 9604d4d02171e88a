@B5 @D3
Feature: review-overdue: A decision about the program is overdue

  A program that nobody decides about runs on by itself, or out. Every three months the owner puts on the table what was
  reached and asks for one word: continue, adjust or stop.

  Background:
    Given these facts
      | about | fact            | program  | person | step      | starts on  | on         |
      |       | program defined | sales-ai |        |           |            |            |
      |       | owner appointed | sales-ai | boss-1 |           | 2026-03-01 |            |
      |       | phase entered   | sales-ai |        | education |            | 2026-03-02 |
      |       | phase entered   | sales-ai |        | follow_up |            | 2026-04-01 |

  Rule: Ninety days after step 4 began, a decision is due

    Example: On the eighty-ninth day nothing is said yet
      Then no "review-overdue" follow-up is open on 2026-06-29

    Example: On the ninetieth day the owner is asked for the decision
      Then the "review-overdue" follow-ups open on 2026-06-30 are
        | person | program  | priority | owner role | owner  | channel | due on     | state | reason                                                  |
        |        | sales-ai | 2        | owner      | boss-1 | message | 2026-06-30 | due   | No decision since 2026-04-01; one is due every 90 days. |

    Example: What was decided before step 4 was about something else
      Given these facts
        | about | fact           | program  | on         | outcome  |
        |       | decision taken | sales-ai | 2026-03-20 | continue |
      Then no "review-overdue" follow-up is open on 2026-06-29
      And the "review-overdue" follow-ups open on 2026-06-30 are
        | due on     |
        | 2026-06-30 |

    Example: Programs that are not in step 4, or back in an earlier one, are not asked
      Given these facts
        | about | fact            | program   | step      | on         |
        |       | program defined | office-ai |           |            |
        |       | phase entered   | office-ai | education | 2026-03-02 |
        |       | program defined | plain-ai  |           |            |
        |       | phase entered   | sales-ai  | education | 2026-06-15 |
      Then no "review-overdue" follow-up is open on 2026-06-30

  Rule: Each program has its own decision, which resolves it until ninety days later

    Example: One program has decided, the other has not
      Given these facts
        | about | fact            | program   | step      | on         |
        |       | program defined | office-ai |           |            |
        |       | phase entered   | office-ai | follow_up | 2026-04-01 |
      When the follow-ups are raised on 2026-06-30
      And these facts are recorded
        | about | fact           | program  | on         | outcome |
        |       | decision taken | sales-ai | 2026-07-02 | adjust  |
      Then the "review-overdue" follow-ups known on 2026-07-02, closed ones too, are
        | program   | state    |
        | sales-ai  | resolved |
        | office-ai | raised   |
      And the "review-overdue" follow-ups open on 2026-09-29 are
        | program   |
        | office-ai |
      And the "review-overdue" follow-ups open on 2026-09-30 are
        | program   | due on     | reason                                                  |
        | office-ai | 2026-06-30 | No decision since 2026-04-01; one is due every 90 days. |
        | sales-ai  | 2026-09-30 | No decision since 2026-07-02; one is due every 90 days. |

  Rule: One that was done without a decision is asked again after fourteen days

    Example: The meeting was put off
      When sales-ai's "review-overdue" follow-up is done on 2026-07-01
      Then no "review-overdue" follow-up is open on 2026-07-14
      And the "review-overdue" follow-ups open on 2026-07-15 are
        | program  | state |
        | sales-ai | due   |
