@C4
Feature: use-case-not-shared: No use case shared

  Where nobody shows what works, everybody has to find it out alone, and most give up first. When a department has not
  shared a use case for a month, the owner asks for one.

  Background:
    Given these facts
      | about | fact            | program | person | department | on         | from       |
      |       | program defined | genai   |        |            |            | 2026-04-01 |
      |       | owner appointed | genai   | e-9    |            |            |            |
      | e-1   | enrolled        | genai   |        |            |            | 2026-04-01 |
      | e-1   | moved           |         |        | sales      | 2026-04-01 |            |
      | e-3   | enrolled        | genai   |        |            |            | 2026-04-01 |

  Rule: Thirty days after the launch each department should have shared one

    Example: On the twenty-ninth day nothing is said yet
      Then no "use-case-not-shared" follow-up is open on 2026-04-30

    Example: On the thirtieth day the follow-up is there
      Then the "use-case-not-shared" follow-ups open on 2026-05-01 are
        | person | program | department | priority | owner role | owner | channel | due on     | state | reason                                                  |
        |        | genai   | sales      | 3        | owner      | e-9   | message | 2026-05-01 | due   | Nobody in sales has shared a use case since 2026-04-01. |

    Example: Each department by itself
      Given these facts
        | about | fact            | program | department | use case | on         | from       |
        | e-2   | enrolled        | genai   |            |          |            | 2026-04-01 |
        | e-2   | moved           |         | legal      |          | 2026-04-01 |            |
        | e-2   | use case shared |         |            | summary  | 2026-04-20 |            |
      Then the "use-case-not-shared" follow-ups open on 2026-05-01 are
        | department |
        | sales      |
      And the "use-case-not-shared" follow-ups open on 2026-05-20 are
        | department | due on     |
        | sales      | 2026-05-01 |
        | legal      | 2026-05-20 |

    Example: Without a start date the launch is the entry into step 3
      Given these facts
        | about | fact            | program | step      | on         | from       |
        |       | program defined | copilot |           |            |            |
        |       | phase entered   | copilot | education | 2026-04-10 |            |
        | e-1   | enrolled        | copilot |           |            | 2026-04-01 |
      Then the "use-case-not-shared" follow-ups open on 2026-05-10 are
        | program | due on     |
        | genai   | 2026-05-01 |
        | copilot | 2026-05-10 |

    Example: Before the launch there is nothing to share
      Given these facts
        | about | fact            | program | from       |
        |       | program defined | copilot |            |
        |       | program defined | chatgpt | 2026-07-01 |
        | e-1   | enrolled        | copilot | 2026-04-01 |
        | e-1   | enrolled        | chatgpt | 2026-04-01 |
      Then the "use-case-not-shared" follow-ups open on 2026-06-30 are
        | program |
        | genai   |

  Rule: A use case shared resolves it, and thirty days later the next is asked for

    Example: Shared once, and then no more
      Given these facts
        | about | fact            | use case | on         |
        | e-1   | use case shared | quote    | 2026-05-04 |
      When the follow-ups are raised on 2026-05-01
      Then no "use-case-not-shared" follow-up is open on 2026-05-04
      And no "use-case-not-shared" follow-up is open on 2026-06-02
      And the "use-case-not-shared" follow-ups open on 2026-06-03 are
        | due on     | reason                                                  |
        | 2026-06-03 | Nobody in sales has shared a use case since 2026-05-04. |

    Example: The latest one counts
      Given these facts
        | about | fact            | use case | on         |
        | e-1   | use case shared | quote    | 2026-05-18 |
        | e-1   | use case shared | summary  | 2026-05-04 |
      Then no "use-case-not-shared" follow-up is open on 2026-06-16
      And the "use-case-not-shared" follow-ups open on 2026-06-17 are
        | due on     |
        | 2026-06-17 |

    Example: One shared before the launch does not begin the month early
      Given these facts
        | about | fact            | use case | on         |
        | e-1   | use case shared | quote    | 2026-03-20 |
      Then the "use-case-not-shared" follow-ups open on 2026-05-01 are
        | due on     |
        | 2026-05-01 |

    Example: Done and still nothing shared, it is asked again after fourteen days
      When the follow-ups are raised on 2026-05-01
      And genai's "use-case-not-shared" follow-up is done on 2026-05-04
      Then raising on 2026-05-17 raises no "use-case-not-shared" follow-up
      And raising on 2026-05-18 raises these "use-case-not-shared" follow-ups
        | department |
        | sales      |

  Rule: Only departments that take part are asked

    Example: When the last one of a department has left, nobody is left to share
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-05-01 |
      Then the "use-case-not-shared" follow-ups open on 2026-05-01 are
        | department |
        | sales      |
      And no "use-case-not-shared" follow-up is open on 2026-05-02

    Example: What somebody shared before leaving stays shared
      Given these facts
        | about | fact            | program | department | use case | on         | from       |
        | e-2   | enrolled        | genai   |            |          |            | 2026-04-01 |
        | e-2   | moved           |         | sales      |          | 2026-04-01 |            |
        | e-2   | use case shared |         |            | quote    | 2026-04-20 |            |
        | e-2   | left            |         |            |          | 2026-04-24 |            |
      Then no "use-case-not-shared" follow-up is open on 2026-05-19
      And the "use-case-not-shared" follow-ups open on 2026-05-20 are
        | department |
        | sales      |
