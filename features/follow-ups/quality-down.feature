@D1
Feature: quality-down: The quality has gone down

  Work that is done faster and has to be done twice has gained nothing. When ratings from before and after show that
  quality fell, and not by an accident of a few marks, the owner is told.

  Background:
    Given these facts
      | about | fact              | program | person | task    | metric | value | phase    | on         | from       |
      |       | program defined   | genai   |        |         |        |       |          |            | 2026-04-01 |
      |       | owner appointed   | genai   | e-9    |         |        |       |          |            |            |
      | e-1   | measurement taken |         |        | quoting | rating | 4.5   | baseline | 2026-03-20 |            |
      | e-2   | measurement taken |         |        | quoting | rating | 4.0   | baseline | 2026-03-20 |            |
      | e-3   | measurement taken |         |        | quoting | rating | 4.0   | baseline | 2026-03-20 |            |

  Rule: The owner is told when the interval of the difference lies wholly below zero

    Example: Three people, each rated lower than before
      Given these facts
        | about | fact              | task    | metric | value | phase | on         |
        | e-1   | measurement taken | quoting | rating | 4.0   | after | 2026-05-11 |
        | e-2   | measurement taken | quoting | rating | 3.5   | after | 2026-05-12 |
        | e-3   | measurement taken | quoting | rating | 3.3   | after | 2026-05-11 |
      Then no "quality-down" follow-up is open on 2026-05-10
      And the "quality-down" follow-ups open on 2026-05-12 are
        | person | program | priority | owner role | owner | channel | due on     | state | reason                                                                        |
        |        | genai   | 2        | owner      | e-9   | message | 2026-05-12 | due   | quoting: 3 people's ratings are 0.57 points lower on average (at least 0.28). |

    Example: Lower on average, and it may be chance: the interval reaches zero
      Given these facts
        | about | fact              | task    | metric | value | phase | on         |
        | e-1   | measurement taken | quoting | rating | 3.5   | after | 2026-05-11 |
        | e-2   | measurement taken | quoting | rating | 3.4   | after | 2026-05-11 |
        | e-3   | measurement taken | quoting | rating | 3.8   | after | 2026-05-11 |
      Then no "quality-down" follow-up is open on 2026-05-11

    Example: An interval that ends at zero is not below it
      Given these facts
        | about | fact              | task    | metric | value | phase | on         |
        | e-1   | measurement taken | quoting | rating | 4.5   | after | 2026-05-11 |
        | e-2   | measurement taken | quoting | rating | 4.0   | after | 2026-05-11 |
        | e-3   | measurement taken | quoting | rating | 4.0   | after | 2026-05-11 |
      Then no "quality-down" follow-up is open on 2026-05-11

    Example: One person alone shows nothing, two may
      Given these facts
        | about | fact              | task    | metric | value | phase | on         |
        | e-1   | measurement taken | quoting | rating | 2.5   | after | 2026-05-11 |
        | e-2   | measurement taken | quoting | rating | 2.0   | after | 2026-05-18 |
      Then no "quality-down" follow-up is open on 2026-05-17
      And the "quality-down" follow-ups open on 2026-05-18 are
        | reason                                                                      |
        | quoting: 2 people's ratings are 2.0 points lower on average (at least 2.0). |

  Rule: The same people are compared, each by the mean of their ratings

    Example: Who was rated only once is not compared
      Given these facts
        | about | fact              | task    | metric | value | phase | on         |
        | e-1   | measurement taken | quoting | rating | 4.0   | after | 2026-05-11 |
        | e-2   | measurement taken | quoting | rating | 3.5   | after | 2026-05-11 |
        | e-4   | measurement taken | quoting | rating | 5.0   | after | 2026-05-15 |
      Then the "quality-down" follow-ups open on 2026-05-15 are
        | due on     | reason                                                                      |
        | 2026-05-15 | quoting: 2 people's ratings are 0.5 points lower on average (at least 0.5). |

    Example: Several ratings of one person are one mean
      Given these facts
        | about | fact              | task    | metric | value | phase | on         |
        | e-1   | measurement taken | quoting | rating | 4.2   | after | 2026-05-11 |
        | e-1   | measurement taken | quoting | rating | 3.8   | after | 2026-05-13 |
        | e-2   | measurement taken | quoting | rating | 3.5   | after | 2026-05-12 |
      Then the "quality-down" follow-ups open on 2026-05-13 are
        | due on     | reason                                                                      |
        | 2026-05-13 | quoting: 2 people's ratings are 0.5 points lower on average (at least 0.5). |

    Example: Minutes are no ratings
      Given these facts
        | about | fact              | task    | metric  | value | phase    | on         |
        | e-1   | measurement taken | quoting | minutes | 45    | baseline | 2026-03-20 |
        | e-2   | measurement taken | quoting | minutes | 45    | baseline | 2026-03-20 |
        | e-1   | measurement taken | quoting | minutes | 25    | after    | 2026-05-11 |
        | e-2   | measurement taken | quoting | minutes | 25    | after    | 2026-05-11 |
      Then no "quality-down" follow-up is open on 2026-05-11

    Example: Each task by itself
      Given these facts
        | about | fact              | task     | metric | value | phase    | on         |
        | e-1   | measurement taken | quoting  | rating | 4.0   | after    | 2026-05-11 |
        | e-2   | measurement taken | quoting  | rating | 3.5   | after    | 2026-05-11 |
        | e-1   | measurement taken | drafting | rating | 3.0   | baseline | 2026-03-20 |
        | e-2   | measurement taken | drafting | rating | 3.0   | baseline | 2026-03-20 |
        | e-1   | measurement taken | drafting | rating | 4.0   | after    | 2026-05-15 |
        | e-2   | measurement taken | drafting | rating | 4.0   | after    | 2026-05-15 |
      Then the "quality-down" follow-ups open on 2026-05-15 are
        | due on     | reason                                                                      |
        | 2026-05-11 | quoting: 2 people's ratings are 0.5 points lower on average (at least 0.5). |

  Rule: Better ratings resolve it

    Example: After a second look the marks are back
      Given these facts
        | about | fact              | task    | metric | value | phase | on         |
        | e-1   | measurement taken | quoting | rating | 4.0   | after | 2026-05-11 |
        | e-2   | measurement taken | quoting | rating | 3.5   | after | 2026-05-11 |
        | e-1   | measurement taken | quoting | rating | 5.0   | after | 2026-06-08 |
        | e-2   | measurement taken | quoting | rating | 4.5   | after | 2026-06-08 |
      When the follow-ups are raised on 2026-05-11
      Then the "quality-down" follow-ups open on 2026-06-07 are
        | program | state  |
        | genai   | raised |
      And no "quality-down" follow-up is open on 2026-06-08

  Rule: Done and still down, it is asked again after fourteen days

    Example: Thirteen days after it was done, and fourteen
      Given these facts
        | about | fact              | task    | metric | value | phase | on         |
        | e-1   | measurement taken | quoting | rating | 4.0   | after | 2026-05-11 |
        | e-2   | measurement taken | quoting | rating | 3.5   | after | 2026-05-11 |
      When the follow-ups are raised on 2026-05-11
      And genai's "quality-down" follow-up is done on 2026-05-13
      Then raising on 2026-05-26 raises no "quality-down" follow-up
      And raising on 2026-05-27 raises these "quality-down" follow-ups
        | program |
        | genai   |

  Rule: A program is about its own people

    Example: The ratings of those who take part in the other program
      Given these facts
        | about | fact              | program | task    | metric | value | phase | on         | from       |
        |       | program defined   | copilot |         |        |       |       |            |            |
        | e-4   | enrolled          | copilot |         |        |       |       |            | 2026-04-01 |
        | e-1   | measurement taken |         | quoting | rating | 4.0   | after | 2026-05-11 |            |
        | e-2   | measurement taken |         | quoting | rating | 3.5   | after | 2026-05-11 |            |
      Then the "quality-down" follow-ups open on 2026-05-11 are
        | program |
        | genai   |
