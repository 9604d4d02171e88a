Feature: Four steps, in this order

  A tool handed out before anyone knew for what, measured by nobody, taught once and left alone: each skipped step comes
  back later as "is it needed?". So a program enters a step through the gate of the one before, and whoever passes a
  closed gate says why.

  Background:
    Given these facts
      | about | fact            | program |
      |       | program defined | genai   |

  @F1
  Rule: Step 1, work inventory: the gate out of it asks for at least one task with its time

    Example: A new program may enter its inventory
      When "genai" enters the step inventory on 2026-04-01
      Then "genai" is in the step inventory
      And the next gate of "genai" asks for
        | condition                       | met |
        | at least one task with its time | no  |

    Example: Without a task there is nothing to aim at
      When "genai" enters the step objectives on 2026-04-08
      Then it is refused because
        """
        the gate to step objectives is closed, not met: at least one task with its time.
        Meet the conditions, or give a reason with --override
        """

    Example: One task with its time opens the gate
      Given these facts
        | about | fact             | program | task    | on         | minutes per run | runs per month |
        |       | task inventoried | genai   | quoting | 2026-04-02 | 45              | 20             |
      When "genai" enters the step objectives on 2026-04-08
      Then "genai" is in the step objectives

    Example: A closed gate is passed with a reason
      When "genai" enters the step objectives on 2026-04-08 because "the inventory follows in May"
      Then "genai" is in the step objectives

  @F2
  Rule: Step 2, objectives: the gate out of it asks for a target, an owner, and a baseline for every task aimed at

    Background:
      Given these facts
        | about | fact             | program | task    | on         | minutes per run | runs per month |
        |       | task inventoried | genai   | quoting | 2026-04-02 | 45              | 20             |
      When "genai" enters the step objectives on 2026-04-08

    Example: Nothing decided yet
      Then the next gate of "genai" asks for
        | condition                                  | met |
        | at least one target                        | no  |
        | an owner                                   | no  |
        | a baseline measured for every task aimed at | no  |

    Example: A baseline of another task does not count
      Given these facts
        | about | fact                  | program | use case | task     | metric  | target | person | phase    | value | on         |
        |       | use case prioritised  | genai   | quote    | quoting  |         |        |        |          |       |            |
        |       | target set            | genai   | quote    |          | minutes | 20     |        |          |       |            |
        |       | owner appointed       | genai   |          |          |         |        | e-9    |          |       |            |
        | e-1   | measurement taken     |         |          | invoices | minutes |        |        | baseline | 30    | 2026-04-10 |
      When "genai" enters the step education on 2026-04-15
      Then it is refused because
        """
        the gate to step education is closed, not met: a baseline measured for every task aimed at.
        Meet the conditions, or give a reason with --override
        """

    Example: Target, owner and baseline open the gate
      Given these facts
        | about | fact                  | program | use case | task    | metric  | target | person | phase    | value | on         |
        |       | use case prioritised  | genai   | quote    | quoting |         |        |        |          |       |            |
        |       | target set            | genai   | quote    |         | minutes | 20     |        |          |       |            |
        |       | owner appointed       | genai   |          |         |         |        | e-9    |          |       |            |
        | e-1   | measurement taken     |         |          | quoting | minutes |        |        | baseline | 44    | 2026-04-10 |
      When "genai" enters the step education on 2026-04-15
      Then "genai" is in the step education

  @F3
  Rule: Step 3, education and guideline: the gate out of it asks for a guideline in force and training for everyone

    Background:
      Given these facts
        | about | fact     | program | from       |
        | e-1   | enrolled | genai   | 2026-04-01 |
        | e-2   | enrolled | genai   | 2026-04-01 |
      When "genai" enters the step education on 2026-04-15 because "the objectives were set elsewhere"

    Example: Neither guideline nor training
      Then the next gate of "genai" asks for
        | condition                                                  | met |
        | a guideline in force                                       | no  |
        | training assigned to, or completed by, everyone enrolled   | no  |

    Example: One person left out keeps it closed
      Given these facts
        | about | fact                 | guideline | version | course       | on         |
        |       | guideline published  | ai        | 1       |              | 2026-04-16 |
        | e-1   | training completed   |           |         | genai-basics | 2026-04-20 |
      Then the next gate of "genai" asks for
        | condition                                                  | met |
        | a guideline in force                                       | yes |
        | training assigned to, or completed by, everyone enrolled   | no  |

    Example: A training assigned is as good as one completed
      Given these facts
        | about | fact                 | guideline | version | course       | on         |
        |       | guideline published  | ai        | 1       |              | 2026-04-16 |
        | e-1   | training completed   |           |         | genai-basics | 2026-04-20 |
        | e-2   | training assigned    |           |         | genai-basics | 2026-04-20 |
      Then the next gate of "genai" asks for
        | condition                                                  | met |
        | a guideline in force                                       | yes |
        | training assigned to, or completed by, everyone enrolled   | yes |

    Example: A guideline withdrawn is not in force
      Given these facts
        | about | fact                 | guideline | version | course       | on         |
        |       | guideline published  | ai        | 1       |              | 2026-04-16 |
        |       | guideline withdrawn  | ai        | 1       |              | 2026-05-01 |
      Then the next gate of "genai" asks for
        | condition                                                  | met |
        | a guideline in force                                       | no  |
        | training assigned to, or completed by, everyone enrolled   | no  |

  @F4
  Rule: Step 4, continuous follow-up: it is done when the three-month review was held

    Background:
      Given these facts
        | about | fact     | program | from       |
        | e-1   | enrolled | genai   | 2026-04-01 |
      When "genai" enters the step follow-up on 2026-05-01 because "the first steps were taken in 2025"

    Example: Check-ins alone are not the review
      Given these facts
        | about | fact          | kind    | on         |
        | e-1   | check-in held | meeting | 2026-06-01 |
      Then "genai" is in the step follow-up
      And the next gate of "genai" asks for
        | condition               | met |
        | three-month review held | no  |

    Example: The review was held
      Given these facts
        | about | fact        | program | on         | outcome  |
        | e-1   | review held | genai   | 2026-08-03 | graduate |
      Then the next gate of "genai" asks for
        | condition               | met |
        | three-month review held | yes |
