@D2
Feature: baseline-missing: Not measured before the launch

  How long the work took before the tool came can be measured only before it comes. From two weeks before the launch
  the owner is told which tasks nobody has measured yet.

  Background:
    Given these facts
      | about | fact             | program | person | task     | on         | from       | minutes per run | runs per month |
      |       | program defined  | genai   |        |          |            | 2026-05-01 |                 |                |
      |       | owner appointed  | genai   | e-9    |          |            |            |                 |                |
      |       | task inventoried | genai   |        | quoting  | 2026-04-02 |            | 45              | 20             |
      |       | task inventoried | genai   |        | drafting | 2026-04-02 |            | 30              | 40             |
      | e-1   | enrolled         | genai   |        |          |            | 2026-04-01 |                 |                |

  Rule: From fourteen days before the launch the tasks without a baseline are named

    Example: Fifteen days before the launch nothing is said yet
      Then no "baseline-missing" follow-up is open on 2026-04-16

    Example: Fourteen days before the launch the follow-up is there, due on the launch
      Then the "baseline-missing" follow-ups open on 2026-04-17 are
        | person | program | priority | owner role | owner | channel | due on     | state | reason                                                          |
        |        | genai   | 2        | owner      | e-9   | message | 2026-05-01 | due   | No baseline for drafting, quoting; the launch is on 2026-05-01. |

    Example: Without a start date the launch is the entry into step 3
      Given these facts
        | about | fact             | program | person | task    | step      | on         | minutes per run | runs per month |
        |       | program defined  | copilot |        |         |           |            |                 |                |
        |       | task inventoried | copilot |        | quoting |           | 2026-04-02 | 45              | 20             |
        |       | phase entered    | copilot |        |         | education | 2026-04-13 |                 |                |
      Then no "baseline-missing" follow-up is open on 2026-04-12
      And the "baseline-missing" follow-ups open on 2026-04-13 are
        | program | due on     |
        | copilot | 2026-04-13 |

    Example: A program with neither has no launch to prepare
      Given these facts
        | about | fact             | program | task    | on         | minutes per run | runs per month |
        |       | program defined  | copilot |         |            |                 |                |
        |       | task inventoried | copilot | quoting | 2026-04-02 | 45              | 20             |
      Then the "baseline-missing" follow-ups open on 2026-04-17 are
        | program |
        | genai   |

    Example: The tasks are named in order
      Given these facts
        | about | fact             | program | task | on         | from       | minutes per run | runs per month |
        |       | program defined  | copilot |      |            | 2026-05-01 |                 |                |
        |       | task inventoried | copilot | T-3  | 2026-04-02 |            | 45              | 20             |
        |       | task inventoried | copilot | T-1  | 2026-04-02 |            | 45              | 20             |
        |       | task inventoried | copilot | T-4  | 2026-04-02 |            | 45              | 20             |
        |       | task inventoried | copilot | T-2  | 2026-04-02 |            | 45              | 20             |
      Then the "baseline-missing" follow-ups open on 2026-04-17 are
        | program | reason                                                           |
        | genai   | No baseline for drafting, quoting; the launch is on 2026-05-01.  |
        | copilot | No baseline for T-1, T-2, T-3, T-4; the launch is on 2026-05-01. |

  Rule: The tasks aimed at count; without any, all of the inventory

    Example: Only the task of a prioritised use case
      Given these facts
        | about | fact                 | program | use case | task    |
        |       | use case prioritised | genai   | quote    | quoting |
      Then the "baseline-missing" follow-ups open on 2026-04-17 are
        | reason                                                |
        | No baseline for quoting; the launch is on 2026-05-01. |

    Example: A use case that names no task aims at nothing in particular
      Given these facts
        | about | fact                 | program | use case |
        |       | use case prioritised | genai   | summary  |
      Then the "baseline-missing" follow-ups open on 2026-04-17 are
        | reason                                                          |
        | No baseline for drafting, quoting; the launch is on 2026-05-01. |

  Rule: A baseline of each task resolves it

    Example: One task measured, one to go
      Given these facts
        | about | fact              | task     | metric  | value | phase    | on         |
        | e-1   | measurement taken | drafting | minutes | 30    | baseline | 2026-04-08 |
      Then the "baseline-missing" follow-ups open on 2026-04-17 are
        | reason                                                |
        | No baseline for quoting; the launch is on 2026-05-01. |

    Example: All tasks measured
      When the follow-ups are raised on 2026-04-17
      And these facts are recorded
        | about | fact              | task     | metric  | value | phase    | on         |
        | e-1   | measurement taken | drafting | minutes | 30    | baseline | 2026-04-20 |
        | e-1   | measurement taken | quoting  | minutes | 45    | baseline | 2026-04-21 |
      Then the "baseline-missing" follow-ups open on 2026-04-20 are
        | program | state  |
        | genai   | raised |
      And no "baseline-missing" follow-up is open on 2026-04-21

    Example: A measurement after the launch is no baseline
      Given these facts
        | about | fact              | task     | metric  | value | phase    | on         |
        | e-1   | measurement taken | drafting | minutes | 30    | baseline | 2026-04-08 |
        | e-1   | measurement taken | quoting  | minutes | 25    | after    | 2026-05-04 |
      Then the "baseline-missing" follow-ups open on 2026-05-04 are
        | reason                                                |
        | No baseline for quoting; the launch is on 2026-05-01. |

    Example: What was measured stays measured when the person leaves
      Given these facts
        | about | fact              | task     | metric  | value | phase    | on         |
        | e-1   | measurement taken | drafting | minutes | 30    | baseline | 2026-04-08 |
        | e-1   | measurement taken | quoting  | minutes | 45    | baseline | 2026-04-08 |
        | e-1   | left              |          |         |       |          | 2026-04-10 |
      Then no "baseline-missing" follow-up is open on 2026-04-17

  Rule: Each program has its own people

    Example: The baseline of somebody who does not take part is none
      Given these facts
        | about | fact              | task     | metric  | value | phase    | on         |
        | e-1   | measurement taken | drafting | minutes | 30    | baseline | 2026-04-08 |
        | e-2   | measurement taken | quoting  | minutes | 45    | baseline | 2026-04-08 |
      Then the "baseline-missing" follow-ups open on 2026-04-17 are
        | reason                                                |
        | No baseline for quoting; the launch is on 2026-05-01. |
