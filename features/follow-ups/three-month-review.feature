@B2
Feature: three-month-review: The three-month review

  A habit takes three to four months, and then somebody has to say so. In week 13 the owner sits down with the person:
  the habit is formed, or the follow-up goes on for four more weeks.

  Background:
    Given these facts
      | about | fact               | program | person | course       | topics                      | kind     | on         |
      |       | program defined    | genai   |        |              |                             |          |            |
      |       | owner appointed    | genai   | e-9    |              |                             |          |            |
      | e-1   | training completed |         |        | genai-basics | usage; use_cases; guideline |          | 2026-04-01 |
      | e-1   | check-in held      |         |        |              |                             | meeting  | 2026-06-15 |
      | e-1   | check-in held      |         |        |              |                             | hands_on | 2026-06-15 |

  Rule: Thirteen weeks after the follow-up began the owner is asked for the review

    Example: The day before
      Then no "three-month-review" follow-up is open on 2026-06-30

    Example: The day of, due in five working days
      Then the "three-month-review" follow-ups open on 2026-07-01 are
        | person | program | priority | owner role | owner | channel | due on     | state | reason                                                                 |
        | e-1    | genai   | 2        | owner      | e-9   | meeting | 2026-07-08 | due   | Week 13 of the follow-up that began on 2026-04-01: graduate, or go on? |

    Example: The follow-up begins with step 4, if that is later than the training
      Given these facts
        | about | fact          | program | step      | on         |
        |       | phase entered | genai   | follow_up | 2026-05-11 |
      Then no "three-month-review" follow-up is open on 2026-08-09
      And the "three-month-review" follow-ups open on 2026-08-10 are
        | person | due on     |
        | e-1    | 2026-08-17 |

    Example: Before step 4 the follow-up has not begun
      Given these facts
        | about | fact          | program | step      | on         |
        |       | phase entered | genai   | education | 2026-04-01 |
      Then no "three-month-review" follow-up is open on 2026-07-01

    Example: Nor has it without a training that was passed
      Given these facts
        | about | fact               | course       | passed | on         |
        | e-2   | training completed | genai-basics | no     | 2026-04-01 |
      Then the "three-month-review" follow-ups open on 2026-07-01 are
        | person |
        | e-1    |

  Rule: To graduate resolves it for good

    Example: Reviewed in week 13
      Given these facts
        | about | fact        | program | outcome  | on         |
        | e-1   | review held | genai   | graduate | 2026-07-06 |
      When the follow-ups are raised on 2026-07-01
      Then the "three-month-review" follow-ups open on 2026-07-05 are
        | person | state  |
        | e-1    | raised |
      And no "three-month-review" follow-up is open on 2026-07-06
      And no "three-month-review" follow-up is open on 2026-07-29

  Rule: An extension asks again in week 17, and then no more

    Background:
      Given these facts
        | about | fact        | program | outcome | on         |
        | e-1   | review held | genai   | extend  | 2026-07-06 |

    Example: The day before week 17, and the day of it
      When the follow-ups are raised on 2026-07-01
      Then no "three-month-review" follow-up is open on 2026-07-06
      And no "three-month-review" follow-up is open on 2026-07-28
      And the "three-month-review" follow-ups open on 2026-07-29 are
        | person | due on     | reason                                                                 |
        | e-1    | 2026-08-05 | Week 17 of the follow-up that began on 2026-04-01: graduate, or go on? |

    Example: Graduated after all
      Given these facts
        | about | fact        | program | outcome  | on         |
        | e-1   | review held | genai   | graduate | 2026-07-31 |
      Then the "three-month-review" follow-ups open on 2026-07-30 are
        | person |
        | e-1    |
      And no "three-month-review" follow-up is open on 2026-07-31

    Example: A second extension ends the reviews, not the help
      Given these facts
        | about | fact        | program | outcome | on         |
        | e-1   | review held | genai   | extend  | 2026-07-31 |
      Then no "three-month-review" follow-up is open on 2026-07-31
      And no "three-month-review" follow-up is open on 2026-12-01

  Rule: Leave moves the due date, and nothing new is raised meanwhile

    Example: Away when week 13 comes
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-06-29 | 2026-07-10 |
      Then the "three-month-review" follow-ups open on 2026-07-01 are
        | person | due on     |
        | e-1    | 2026-07-17 |
      And raising on 2026-07-10 leaves e-1's "three-month-review" waiting: on leave
      And raising on 2026-07-13 raises these "three-month-review" follow-ups
        | person | due on     |
        | e-1    | 2026-07-17 |

    Example: After the last day at work
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-06-30 |
      Then no "three-month-review" follow-up is open on 2026-07-01

  Rule: Each program has a review of its own

    Example: Graduated in one, still to be reviewed in the other
      Given these facts
        | about | fact            | program | outcome  | on         |
        |       | program defined | copilot |          |            |
        | e-1   | review held     | copilot | graduate | 2026-07-01 |
      Then the "three-month-review" follow-ups open on 2026-07-01 are
        | person | program |
        | e-1    | genai   |

  Rule: Done without a review, it is asked again after fourteen days

    Example: Thirteen days after it was done, and fourteen
      When the follow-ups are raised on 2026-07-01
      And e-1's "three-month-review" follow-up is done on 2026-07-03
      Then no "three-month-review" follow-up is open on 2026-07-16
      And raising on 2026-07-17 raises these "three-month-review" follow-ups
        | person | due on     |
        | e-1    | 2026-07-17 |
