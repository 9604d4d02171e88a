@E1
Feature: waiting-too-long: Waiting, and what it costs

  The tasks are known, and nobody decides to begin. Waiting feels like saving, but each month costs the hours that the
  tool would have saved, and whoever starts later pays more to learn: the owner gets that figure.

  Background:
    Given these facts
      | about | fact             | program  | person | step      | starts on  | on         | task    | minutes per run | runs per month |
      |       | program defined  | sales-ai |        |           |            |            |         |                 |                |
      |       | owner appointed  | sales-ai | boss-1 |           | 2026-03-01 |            |         |                 |                |
      |       | phase entered    | sales-ai |        | inventory |            | 2026-04-01 |         |                 |                |
      |       | task inventoried | sales-ai |        |           |            | 2026-04-02 | quoting | 45              | 20             |
      |       | task inventoried | sales-ai |        |           |            | 2026-04-08 | letters | 30              | 100            |

  Rule: Thirty days after the inventory began, a program still before its education is asked to decide

    Example: On the twenty-ninth day nothing is said yet
      Then no "waiting-too-long" follow-up is open on 2026-05-01

    Example: On the thirtieth day the owner reads what the waiting costs
      Then the "waiting-too-long" follow-ups open on 2026-05-02 are
        | person | program  | priority | owner role | owner  | channel | due on     | state | reason                                                                                    |
        |        | sales-ai | 2        | owner      | boss-1 | message | 2026-05-02 | due   | The work was inventoried on 2026-04-02; 30 days of waiting have cost at least 12.8 hours. |

    Example: In step 2 it is waiting all the same
      Given these facts
        | about | fact          | program  | step       | on         |
        |       | phase entered | sales-ai | objectives | 2026-04-20 |
      Then no "waiting-too-long" follow-up is open on 2026-05-01
      And the "waiting-too-long" follow-ups open on 2026-05-02 are
        | program  | due on     |
        | sales-ai | 2026-05-02 |

    Example: A program that inventoried nothing, or records no steps, is not waiting
      Given these facts
        | about | fact             | program  | step      | on         | task   | minutes per run | runs per month |
        |       | program defined  | empty-ai |           |            |        |                 |                |
        |       | phase entered    | empty-ai | inventory | 2026-04-01 |        |                 |                |
        |       | program defined  | loose-ai |           |            |        |                 |                |
        |       | task inventoried | loose-ai |           | 2026-04-02 | filing | 10              | 10             |
      Then the "waiting-too-long" follow-ups open on 2026-05-29 are
        | program  |
        | sales-ai |

  Rule: The cost is counted up to the day, from the targets in minutes, and a fifth of the time where there is none

    Example: A target of fifteen minutes, one that saves nothing, one in another metric, and no target
      Given these facts
        | about | fact                 | program  | use case | task    | metric  | target |
        |       | use case prioritised | sales-ai | quotes   | quoting |         |        |
        |       | use case prioritised | sales-ai | mail     | letters |         |        |
        |       | use case prioritised | sales-ai | ideas    |         |         |        |
        |       | target set           | sales-ai | quotes   |         | minutes | 15     |
        |       | target set           | sales-ai | mail     |         | minutes | 40     |
        |       | target set           | sales-ai | quotes   |         | rating  | 4      |
      Then the "waiting-too-long" follow-ups open on 2026-12-28 are
        | due on     | reason                                                                                     |
        | 2026-05-02 | The work was inventoried on 2026-04-02; 270 days of waiting have cost at least 88.7 hours. |

  Rule: Entering step 3 resolves it; one that was done is not asked again for fourteen days

    Example: The education begins
      When the follow-ups are raised on 2026-05-02
      And these facts are recorded
        | about | fact          | program  | step      | on         |
        |       | phase entered | sales-ai | education | 2026-05-11 |
      Then the "waiting-too-long" follow-ups known on 2026-05-10, closed ones too, are
        | program  | state  |
        | sales-ai | raised |
      And the "waiting-too-long" follow-ups known on 2026-05-11, closed ones too, are
        | program  | state    |
        | sales-ai | resolved |

    Example: A talk that led to no decision
      When sales-ai's "waiting-too-long" follow-up is done on 2026-05-07
      Then no "waiting-too-long" follow-up is open on 2026-05-20
      And the "waiting-too-long" follow-ups open on 2026-05-21 are
        | program  | due on     | reason                                                                                    |
        | sales-ai | 2026-05-02 | The work was inventoried on 2026-04-02; 49 days of waiting have cost at least 20.9 hours. |
