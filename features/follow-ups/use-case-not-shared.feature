@C4
Feature: use-case-not-shared: No use case shared

  In a department where nobody shows what works, everybody finds it out alone, or not at all. A use from the next desk
  convinces more than any training: the owner asks each department for one a month.

  Background:
    Given these facts
      | about | fact            | program  | person | department | starts on  | on         |
      |       | program defined | sales-ai |        |            | 2026-04-01 |            |
      |       | owner appointed | sales-ai | boss-1 |            | 2026-03-01 |            |
      | e-1   | enrolled        | sales-ai |        |            | 2026-04-01 |            |
      | e-2   | enrolled        | sales-ai |        |            | 2026-04-01 |            |
      | e-1   | moved           |          |        | sales      |            | 2026-01-01 |
      | e-2   | moved           |          |        | support    |            | 2026-01-01 |

  Rule: Thirty days after the launch every department has shared a use case

    Example: On the twenty-ninth day nothing is said yet
      Then no "use-case-not-shared" follow-up is open on 2026-04-30

    Example: On the thirtieth day the owner is asked about each department that shared none
      Then the "use-case-not-shared" follow-ups open on 2026-05-01 are
        | person | program  | department | priority | owner role | owner  | channel | due on     | state | reason                                                    |
        |        | sales-ai | sales      | 3        | owner      | boss-1 | message | 2026-05-01 | due   | Nobody in sales has shared a use case since 2026-04-01.   |
        |        | sales-ai | support    | 3        | owner      | boss-1 | message | 2026-05-01 | due   | Nobody in support has shared a use case since 2026-04-01. |

    Example: What was shared before the launch does not put it off
      Given these facts
        | about | fact            | use case | on         |
        | e-1   | use case shared | quotes   | 2026-03-20 |
        | e-2   | use case shared | replies  | 2026-04-20 |
      Then the "use-case-not-shared" follow-ups open on 2026-05-01 are
        | department | due on     |
        | sales      | 2026-05-01 |

    Example: Without a launch there is nothing to wait for
      Given these facts
        | about | fact            | program   | starts on  |
        |       | program defined | office-ai |            |
        | e-1   | enrolled        | office-ai | 2026-04-01 |
      Then the "use-case-not-shared" follow-ups open on 2026-05-01 are
        | program  | department |
        | sales-ai | sales      |
        | sales-ai | support    |

  Rule: A use case of the department resolves it, and the thirty days begin anew

    Example: Shared by one department, still missing in the other, and asked again a month later
      When the follow-ups are raised on 2026-05-01
      And these facts are recorded
        | about | fact            | use case | on         |
        | e-1   | use case shared | quotes   | 2026-05-11 |
      Then the "use-case-not-shared" follow-ups known on 2026-05-11, closed ones too, are
        | department | state    |
        | sales      | resolved |
        | support    | raised   |
      And the "use-case-not-shared" follow-ups open on 2026-06-09 are
        | department | due on     |
        | support    | 2026-05-01 |
      And the "use-case-not-shared" follow-ups open on 2026-06-10 are
        | department | due on     |
        | sales      | 2026-06-10 |
        | support    | 2026-05-01 |

    Example: A department counts as long as somebody there takes part
      When the follow-ups are raised on 2026-05-01
      And these facts are recorded
        | about | fact | on         |
        | e-2   | left | 2026-05-08 |
      Then the "use-case-not-shared" follow-ups known on 2026-05-09, closed ones too, are
        | department | state    |
        | sales      | raised   |
        | support    | resolved |
