@B5
Feature: no-targets: No use case has a target

  "Just try it" is no objective: nobody can tell afterwards whether it worked. Once a program has left its inventory
  behind, at least one use case says what it is to reach.

  Background:
    Given these facts
      | about | fact            | program | person | step      | on         |
      |       | program defined | genai   |        |           |            |
      |       | owner appointed | genai   | e-9    |           |            |
      |       | phase entered   | genai   |        | inventory | 2026-04-01 |

  Rule: From step 2 on the owner is asked for a target

    Background:
      Given these facts
        | about | fact          | program | step       | on         |
        |       | phase entered | genai   | objectives | 2026-04-13 |

    Example: During the inventory nothing is asked yet
      Then no "no-targets" follow-up is open on 2026-04-12

    Example: The day step 2 begins
      Then the "no-targets" follow-ups open on 2026-04-13 are
        | person | program | priority | owner role | owner | channel | due on     | state | reason                                                                  |
        |        | genai   | 3        | owner      | e-9   | message | 2026-04-13 | due   | In objectives or beyond since 2026-04-13, and no use case has a target. |

    Example: Going on to step 3 does not begin it anew
      Given these facts
        | about | fact          | program | step      | on         |
        |       | phase entered | genai   | education | 2026-05-11 |
      Then the "no-targets" follow-ups open on 2026-05-11 are
        | due on     | reason                                                                  |
        | 2026-04-13 | In objectives or beyond since 2026-04-13, and no use case has a target. |

    Example: Back in the inventory the question rests
      Given these facts
        | about | fact          | program | step      | on         |
        |       | phase entered | genai   | inventory | 2026-04-20 |
      Then the "no-targets" follow-ups open on 2026-04-19 are
        | program |
        | genai   |
      And no "no-targets" follow-up is open on 2026-04-20

  Rule: A target of any use case resolves it

    Background:
      Given these facts
        | about | fact          | program | step      | on         |
        |       | phase entered | genai   | education | 2026-04-13 |

    Example: One target is enough
      When the follow-ups are raised on 2026-04-13
      And these facts are recorded
        | about | fact       | program | use case | metric  | target |
        |       | target set | genai   | quote    | minutes | 20     |
      Then the "no-targets" follow-ups known on 2026-04-14, closed ones too, are
        | program | state    |
        | genai   | resolved |

    Example: A use case without a target does not
      Given these facts
        | about | fact                 | program | use case | priority |
        |       | use case prioritised | genai   | quote    | 1        |
      Then the "no-targets" follow-ups open on 2026-04-14 are
        | program |
        | genai   |

    Example: The target of another program does not
      Given these facts
        | about | fact            | program | use case | metric  | target |
        |       | program defined | copilot |          |         |        |
        |       | target set      | copilot | quote    | minutes | 20     |
      Then the "no-targets" follow-ups open on 2026-04-14 are
        | program |
        | genai   |

    Example: Done and still missing, it is asked again after fourteen days
      When the follow-ups are raised on 2026-04-13
      And genai's "no-targets" follow-up is done on 2026-04-15
      Then raising on 2026-04-28 raises no "no-targets" follow-up
      And raising on 2026-04-29 raises these "no-targets" follow-ups
        | program |
        | genai   |

  Rule: A program that records no steps is not asked

    Example: Nothing says that the inventory is over
      Given these facts
        | about | fact            | program | from       |
        |       | program defined | copilot | 2026-04-01 |
      Then no "no-targets" follow-up is open on 2026-06-30
