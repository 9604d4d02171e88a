@E1
Feature: waiting-too-long: Waiting, and what it costs

  "Let us wait and see" sounds as if it cost nothing. The inventory says how long the work takes, so it also says what
  each month without a decision costs, and the owner is told the figure.

  Background:
    Given these facts
      | about | fact             | program | person | task    | on         | minutes per run | runs per month |
      |       | program defined  | genai   |        |         |            |                 |                |
      |       | owner appointed  | genai   | e-9    |         |            |                 |                |
      |       | task inventoried | genai   |        | quoting | 2026-04-01 | 45              | 20             |

  Rule: Thirty days after the inventory a program should have left step 2

    Background:
      Given these facts
        | about | fact          | program | step       | on         |
        |       | phase entered | genai   | inventory  | 2026-04-01 |
        |       | phase entered | genai   | objectives | 2026-04-13 |

    Example: On the twenty-ninth day nothing is said yet
      Then no "waiting-too-long" follow-up is open on 2026-04-30

    Example: On the thirtieth day the follow-up says what waiting has cost
      Then the "waiting-too-long" follow-ups open on 2026-05-01 are
        | person | program | priority | owner role | owner | channel | due on     | state | reason                                                                                |
        |        | genai   | 2        | owner      | e-9   | message | 2026-05-01 | due   | The work was inventoried on 2026-04-01; 30 days of waiting have cost about 3.0 hours. |

    Example: Entering step 3 resolves it
      Given these facts
        | about | fact          | program | step      | on         |
        |       | phase entered | genai   | education | 2026-05-06 |
      When the follow-ups are raised on 2026-05-01
      Then the "waiting-too-long" follow-ups open on 2026-05-05 are
        | program | state  |
        | genai   | raised |
      And no "waiting-too-long" follow-up is open on 2026-05-06

    Example: Still in the inventory is waiting too
      Given these facts
        | about | fact             | program | task    | step      | on         | minutes per run | runs per month |
        |       | program defined  | copilot |         |           |            |                 |                |
        |       | task inventoried | copilot | quoting |           | 2026-04-01 | 45              | 20             |
        |       | phase entered    | copilot |         | inventory | 2026-04-01 |                 |                |
      Then the "waiting-too-long" follow-ups open on 2026-05-01 are
        | program |
        | copilot |
        | genai   |

    Example: The first task dates the inventory
      Given these facts
        | about | fact             | program | task     | on         | minutes per run | runs per month |
        |       | task inventoried | genai   | drafting | 2026-04-20 | 30              | 0              |
      Then the "waiting-too-long" follow-ups open on 2026-05-01 are
        | due on     |
        | 2026-05-01 |

  Rule: The cost is what the tasks would have saved in the meantime

    Background:
      Given these facts
        | about | fact          | program | step       | on         |
        |       | phase entered | genai   | objectives | 2026-04-13 |

    Example: Every day of waiting adds to it
      Then the "waiting-too-long" follow-ups open on 2026-06-30 are
        | reason                                                                                |
        | The work was inventoried on 2026-04-01; 90 days of waiting have cost about 8.9 hours. |

    Example: All tasks are added up
      Given these facts
        | about | fact             | program | task     | on         | minutes per run | runs per month |
        |       | task inventoried | genai   | drafting | 2026-04-01 | 30              | 100            |
      Then the "waiting-too-long" follow-ups open on 2026-05-01 are
        | reason                                                                                 |
        | The work was inventoried on 2026-04-01; 30 days of waiting have cost about 12.8 hours. |

    Example: A target in minutes says how much each run would save
      Given these facts
        | about | fact                 | program | use case | task    | metric  | target |
        |       | use case prioritised | genai   | quote    | quoting |         |        |
        |       | target set           | genai   | quote    |         | minutes | 20     |
      Then the "waiting-too-long" follow-ups open on 2026-05-01 are
        | reason                                                                                |
        | The work was inventoried on 2026-04-01; 30 days of waiting have cost about 8.2 hours. |

    Example: A target in quality says nothing about time: a fifth is taken to be saved
      Given these facts
        | about | fact                 | program | use case | task    | metric | target |
        |       | use case prioritised | genai   | quote    | quoting |        |        |
        |       | target set           | genai   | quote    |         | rating | 4      |
      Then the "waiting-too-long" follow-ups open on 2026-05-01 are
        | reason                                                                                |
        | The work was inventoried on 2026-04-01; 30 days of waiting have cost about 3.0 hours. |

    Example: A target that allows more time than today saves nothing, and costs nothing
      Given these facts
        | about | fact                 | program | use case | task    | metric  | target | on | minutes per run | runs per month |
        |       | use case prioritised | genai   | quote    | quoting |         |        |    |                 |                |
        |       | target set           | genai   | quote    |         | minutes | 60     |    |                 |                |
      Then the "waiting-too-long" follow-ups open on 2026-05-01 are
        | reason                                                                                |
        | The work was inventoried on 2026-04-01; 30 days of waiting have cost about 0.0 hours. |

  Rule: Nobody waits who has not begun to prepare

    Example: A program that records no steps
      Then no "waiting-too-long" follow-up is open on 2026-06-30

    Example: A program without an inventory
      Given these facts
        | about | fact            | program | step      | on         |
        |       | program defined | copilot |           |            |
        |       | phase entered   | copilot | inventory | 2026-04-01 |
      Then no "waiting-too-long" follow-up is open on 2026-06-30
