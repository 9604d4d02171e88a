@D2
Feature: baseline-missing: Not measured before the launch

  What is not measured before the launch can never be measured again: a month later nobody remembers how long it took.
  Two weeks before people start, the owner is told which tasks still lack a figure, while there is time to take it.

  Background:
    Given these facts
      | about | fact             | program  | person | starts on  | on         | task    | minutes per run | runs per month |
      |       | program defined  | sales-ai |        | 2026-05-01 |            |         |                 |                |
      |       | owner appointed  | sales-ai | boss-1 | 2026-03-01 |            |         |                 |                |
      |       | task inventoried | sales-ai |        |            | 2026-03-02 | quoting | 45              | 20             |
      |       | task inventoried | sales-ai |        |            | 2026-03-02 | letters | 30              | 100            |
      | e-1   | enrolled         | sales-ai |        | 2026-03-01 |            |         |                 |                |

  Rule: From fourteen days before the launch, every task needs a baseline by the launch

    Example: Fifteen days before the launch there is still time
      Then no "baseline-missing" follow-up is open on 2026-04-16

    Example: Fourteen days before, the owner is told which tasks are missing, and until when
      Then the "baseline-missing" follow-ups open on 2026-04-17 are
        | person | program  | priority | owner role | owner  | channel | due on     | state | reason                                                         |
        |        | sales-ai | 2        | owner      | boss-1 | message | 2026-05-01 | due   | No baseline for letters, quoting; the launch is on 2026-05-01. |

    Example: It is not over with the launch: a figure from memory is better than none
      Given these facts
        | about | fact              | task    | metric  | value | on         | phase    | recalled |
        | e-1   | measurement taken | letters | minutes | 30    | 2026-04-20 | baseline |          |
        | e-1   | measurement taken | quoting | minutes | 45    | 2026-06-01 | baseline | yes      |
      Then the "baseline-missing" follow-ups open on 2026-05-31 are
        | due on     | reason                                                |
        | 2026-05-01 | No baseline for quoting; the launch is on 2026-05-01. |
      And no "baseline-missing" follow-up is open on 2026-06-01

    Example: Programs with no launch to come or no task to measure are not asked
      Given these facts
        | about | fact             | program  | starts on  | on         | task   | minutes per run | runs per month |
        |       | program defined  | empty-ai | 2026-05-01 |            |        |                 |                |
        |       | program defined  | loose-ai |            |            |        |                 |                |
        |       | task inventoried | loose-ai |            | 2026-03-02 | filing | 10              | 10             |
      Then the "baseline-missing" follow-ups open on 2026-05-01 are
        | program  |
        | sales-ai |

  Rule: Once use cases were chosen, only the tasks they aim at need one

    Example: One of the two tasks is aimed at, and a use case of no task asks for nothing
      Given these facts
        | about | fact                 | program  | use case | task    |
        |       | use case prioritised | sales-ai | quotes   | quoting |
        |       | use case prioritised | sales-ai | ideas    |         |
      Then the "baseline-missing" follow-ups open on 2026-04-17 are
        | reason                                                |
        | No baseline for quoting; the launch is on 2026-05-01. |

  Rule: The last missing baseline resolves it

    Example: A figure of the work with the tool is no baseline
      When the follow-ups are raised on 2026-04-17
      And these facts are recorded
        | about | fact              | task    | metric  | value | on         | phase    |
        | e-1   | measurement taken | quoting | minutes | 45    | 2026-04-20 | baseline |
        | e-1   | measurement taken | letters | minutes | 30    | 2026-04-20 | after    |
        | e-1   | measurement taken | letters | minutes | 30    | 2026-04-22 | baseline |
      Then the "baseline-missing" follow-ups known on 2026-04-21, closed ones too, are
        | state  | reason                                                |
        | raised | No baseline for letters; the launch is on 2026-05-01. |
      And the "baseline-missing" follow-ups known on 2026-04-22, closed ones too, are
        | state    |
        | resolved |

    Example: Done without a figure, it is asked again after fourteen days
      When sales-ai's "baseline-missing" follow-up is done on 2026-04-20
      Then no "baseline-missing" follow-up is open on 2026-05-03
      And the "baseline-missing" follow-ups open on 2026-05-04 are
        | program  | due on     |
        | sales-ai | 2026-05-01 |
