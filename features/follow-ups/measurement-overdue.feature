@D1
Feature: measurement-overdue: The monthly measurement is overdue

  Whether the tool pays is a question for every month, not for the day the contract ends. When nobody has measured for
  a month, the owner is reminded to ask.

  Background:
    Given these facts
      | about | fact            | program | person | from       |
      |       | program defined | genai   |        | 2026-04-01 |
      |       | owner appointed | genai   | e-9    |            |
      | e-1   | enrolled        | genai   |        | 2026-04-01 |

  Rule: Thirty days after the launch the first measurement is due

    Example: On the twenty-ninth day nothing is said yet
      Then no "measurement-overdue" follow-up is open on 2026-04-30

    Example: On the thirtieth day the follow-up is there
      Then the "measurement-overdue" follow-ups open on 2026-05-01 are
        | person | program | priority | owner role | owner | channel | due on     | state | reason                                                               |
        |        | genai   | 3        | owner      | e-9   | message | 2026-05-01 | due   | Nothing has been measured since 2026-04-01; it is due every 30 days. |

    Example: Without a start date the launch is the entry into step 3
      Given these facts
        | about | fact            | program | step      | on         |
        |       | program defined | copilot |           |            |
        |       | phase entered   | copilot | education | 2026-04-10 |
      Then the "measurement-overdue" follow-ups open on 2026-05-10 are
        | program | due on     |
        | genai   | 2026-05-01 |
        | copilot | 2026-05-10 |

    Example: A program that was not launched has nothing to measure
      Given these facts
        | about | fact            | program | from       |
        |       | program defined | copilot |            |
        |       | program defined | chatgpt | 2026-07-01 |
      Then the "measurement-overdue" follow-ups open on 2026-06-30 are
        | program |
        | genai   |

  Rule: A measurement resolves it, and thirty days later the next is due

    Example: Measured, and measured no more
      Given these facts
        | about | fact              | task    | metric  | value | phase | on         |
        | e-1   | measurement taken | quoting | minutes | 25    | after | 2026-05-04 |
      When the follow-ups are raised on 2026-05-01
      Then no "measurement-overdue" follow-up is open on 2026-05-04
      And no "measurement-overdue" follow-up is open on 2026-06-02
      And the "measurement-overdue" follow-ups open on 2026-06-03 are
        | due on     | reason                                                               |
        | 2026-06-03 | Nothing has been measured since 2026-05-04; it is due every 30 days. |

    Example: The latest measurement counts
      Given these facts
        | about | fact              | task    | metric  | value | phase | on         |
        | e-1   | measurement taken | quoting | minutes | 25    | after | 2026-05-18 |
        | e-1   | measurement taken | quoting | rating  | 4     | after | 2026-05-04 |
      Then no "measurement-overdue" follow-up is open on 2026-06-16
      And the "measurement-overdue" follow-ups open on 2026-06-17 are
        | due on     |
        | 2026-06-17 |

    Example: A baseline says nothing about the effect
      Given these facts
        | about | fact              | task    | metric  | value | phase    | on         |
        | e-1   | measurement taken | quoting | minutes | 45    | baseline | 2026-04-20 |
      Then the "measurement-overdue" follow-ups open on 2026-05-01 are
        | due on     |
        | 2026-05-01 |

    Example: A figure dated before the launch does not begin the month early
      Given these facts
        | about | fact              | task    | metric  | value | phase | on         |
        | e-1   | measurement taken | quoting | minutes | 30    | after | 2026-03-20 |
      Then the "measurement-overdue" follow-ups open on 2026-05-01 are
        | due on     |
        | 2026-05-01 |

    Example: What was measured stays measured when the person leaves
      Given these facts
        | about | fact              | task    | metric  | value | phase | on         |
        | e-1   | measurement taken | quoting | minutes | 25    | after | 2026-04-27 |
        | e-1   | left              |         |         |       |       | 2026-04-30 |
      Then no "measurement-overdue" follow-up is open on 2026-05-26

  Rule: A program knows only its own people's figures

    Example: Measured in one program, forgotten in the other
      Given these facts
        | about | fact              | program | task    | metric  | value | phase | on         | from       |
        |       | program defined   | copilot |         |         |       |       |            | 2026-04-01 |
        | e-2   | enrolled          | copilot |         |         |       |       |            | 2026-04-01 |
        | e-2   | measurement taken |         | quoting | minutes | 25    | after | 2026-04-20 |            |
      Then the "measurement-overdue" follow-ups open on 2026-05-01 are
        | program |
        | genai   |
