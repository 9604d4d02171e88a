@B5
Feature: review-overdue: A decision about the program is overdue

  A program nobody decides about runs on by habit, or dies the same way. Every quarter somebody looks at what came out
  of it and decides: continue, adjust or stop.

  Background:
    Given these facts
      | about | fact            | program | person | step      | on         |
      |       | program defined | genai   |        |           |            |
      |       | owner appointed | genai   | e-9    |           |            |
      |       | phase entered   | genai   |        | education | 2026-01-05 |
      |       | phase entered   | genai   |        | follow_up | 2026-04-01 |

  Rule: In step 4 a decision is due every ninety days

    Example: On the eighty-ninth day nothing is said yet
      Then no "review-overdue" follow-up is open on 2026-06-29

    Example: On the ninetieth day the follow-up is there
      Then the "review-overdue" follow-ups open on 2026-06-30 are
        | person | program | priority | owner role | owner | channel | due on     | state | reason                                                  |
        |        | genai   | 2        | owner      | e-9   | message | 2026-06-30 | due   | No decision since 2026-04-01; one is due every 90 days. |

  Rule: A decision resolves it, and ninety days later the next is due

    Example: Decided, and then not again
      Given these facts
        | about | fact           | program | outcome  | on         |
        |       | decision taken | genai   | continue | 2026-07-02 |
      When the follow-ups are raised on 2026-06-30
      Then no "review-overdue" follow-up is open on 2026-07-02
      And no "review-overdue" follow-up is open on 2026-09-29
      And the "review-overdue" follow-ups open on 2026-09-30 are
        | due on     | reason                                                  |
        | 2026-09-30 | No decision since 2026-07-02; one is due every 90 days. |

    Example: The latest decision counts
      Given these facts
        | about | fact           | program | outcome  | on         |
        |       | decision taken | genai   | continue | 2026-06-01 |
        |       | decision taken | genai   | adjust   | 2026-05-01 |
      Then no "review-overdue" follow-up is open on 2026-08-29
      And the "review-overdue" follow-ups open on 2026-08-30 are
        | due on     |
        | 2026-08-30 |

    Example: A decision of before step 4 does not begin the quarter early
      Given these facts
        | about | fact           | program | outcome  | on         |
        |       | decision taken | genai   | continue | 2026-02-02 |
      Then the "review-overdue" follow-ups open on 2026-06-30 are
        | due on     |
        | 2026-06-30 |

    Example: Done without a decision, it is asked again after fourteen days
      When the follow-ups are raised on 2026-06-30
      And genai's "review-overdue" follow-up is done on 2026-07-02
      Then raising on 2026-07-15 raises no "review-overdue" follow-up
      And raising on 2026-07-16 raises these "review-overdue" follow-ups
        | program |
        | genai   |

  Rule: Only step 4 asks for it

    Example: Back in step 3 the question rests
      Given these facts
        | about | fact          | program | step      | on         |
        |       | phase entered | genai   | education | 2026-07-01 |
      Then the "review-overdue" follow-ups open on 2026-06-30 are
        | program |
        | genai   |
      And no "review-overdue" follow-up is open on 2026-07-01

    Example: A program that records no steps is not asked
      Given these facts
        | about | fact            | program | from       |
        |       | program defined | copilot | 2026-04-01 |
      Then the "review-overdue" follow-ups open on 2026-06-30 are
        | program |
        | genai   |

  Rule: Each program is decided by itself

    Example: The decision about one says nothing about the other
      Given these facts
        | about | fact            | program | step      | outcome  | on         |
        |       | program defined | copilot |           |          |            |
        |       | phase entered   | copilot | follow_up |          | 2026-04-01 |
        |       | decision taken  | copilot |           | continue | 2026-06-15 |
      Then the "review-overdue" follow-ups open on 2026-06-30 are
        | program |
        | genai   |
