@B5
Feature: no-targets: No use case has a target

  "Just try it" is no objective: where nothing says what is to be reached, nobody can tell whether it was. As soon as a
  program has left its inventory, the owner is asked for at least one use case with a target.

  Background:
    Given these facts
      | about | fact            | program  | person | step       | starts on  | on         |
      |       | program defined | sales-ai |        |            |            |            |
      |       | owner appointed | sales-ai | boss-1 |            | 2026-03-01 |            |
      |       | phase entered   | sales-ai |        | inventory  |            | 2026-04-01 |
      |       | phase entered   | sales-ai |        | objectives |            | 2026-04-15 |

  Rule: From step 2 on, a program has a target

    Example: The day before, it is still in its inventory
      Then no "no-targets" follow-up is open on 2026-04-14

    Example: On the day it enters step 2 the owner is asked
      Then the "no-targets" follow-ups open on 2026-04-15 are
        | person | program  | priority | owner role | owner  | channel | due on     | state | reason                                                                  |
        |        | sales-ai | 3        | owner      | boss-1 | message | 2026-04-15 | due   | In objectives or beyond since 2026-04-15, and no use case has a target. |

    Example: Later steps do not begin it anew, and whoever skips step 2 needs a target too
      Given these facts
        | about | fact            | program   | step      | on         |
        |       | phase entered   | sales-ai  | education | 2026-05-11 |
        |       | program defined | office-ai |           |            |
        |       | phase entered   | office-ai | education | 2026-05-11 |
      Then the "no-targets" follow-ups open on 2026-05-11 are
        | program   | due on     | reason                                                                  |
        | sales-ai  | 2026-04-15 | In objectives or beyond since 2026-04-15, and no use case has a target. |
        | office-ai | 2026-05-11 | In objectives or beyond since 2026-05-11, and no use case has a target. |

    Example: A program that goes back to its inventory, or records no steps, needs none yet
      Given these facts
        | about | fact            | program  | step      | on         |
        |       | phase entered   | sales-ai | inventory | 2026-04-20 |
        |       | program defined | plain-ai |           |            |
      Then no "no-targets" follow-up is open on 2026-04-20

  Rule: The first target resolves it, in that program

    Example: A chosen use case without a target is not enough
      Given these facts
        | about | fact                 | program  | use case | target | metric |
        |       | use case prioritised | sales-ai | quotes   |        |        |
      Then the "no-targets" follow-ups open on 2026-04-16 are
        | program  |
        | sales-ai |

    Example: Two programs, and one of them sets its target
      Given these facts
        | about | fact            | program   | step       | on         |
        |       | program defined | office-ai |            |            |
        |       | phase entered   | office-ai | objectives | 2026-04-15 |
      When the follow-ups are raised on 2026-04-15
      And these facts are recorded
        | about | fact       | program  | use case | target | metric  |
        |       | target set | sales-ai | quotes   | 15     | minutes |
      Then the "no-targets" follow-ups known on 2026-04-16, closed ones too, are
        | program   | state    |
        | sales-ai  | resolved |
        | office-ai | raised   |

    Example: Done without a target, it is asked again after fourteen days
      When sales-ai's "no-targets" follow-up is done on 2026-04-20
      Then no "no-targets" follow-up is open on 2026-05-03
      And the "no-targets" follow-ups open on 2026-05-04 are
        | program  |
        | sales-ai |
