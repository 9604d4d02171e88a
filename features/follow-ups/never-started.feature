@A1
Feature: never-started: Trained and licensed, and never started

  Somebody has the tool and was shown how to use it, and still has not opened it once. The first step is the hardest,
  and it is easier with somebody sitting next to you: the champion offers to take it together.

  Background:
    Given these facts
      | about | fact               | on         | course       | tool   | from       | to         |
      | e-1   | licence granted    | 2026-04-01 |              |        |            |            |
      | e-1   | training completed | 2026-04-03 | genai-basics |        |            |            |
      |       | usage covered      |            |              | gemini | 2026-04-01 | 2026-04-30 |

  Rule: After ten working days without a first use the champion is asked to help

    Example: On the ninth working day nothing is said yet
      Then no "never-started" follow-up is open on 2026-04-16

    Example: On the tenth working day the follow-up is there
      Given these facts
        | about | fact               | on         | department | manager | person | from       |
        | e-1   | moved              | 2025-04-01 | sales      | m-1     |        |            |
        |       | champion appointed |            | sales      |         | c-1    | 2026-01-01 |
        |       | owner appointed    |            |            |         | o-1    | 2026-01-01 |
      Then the "never-started" follow-ups open on 2026-04-17 are
        | person | priority | owner role | owner | channel  | due on     | state | reason                                                                                 |
        | e-1    | 2        | champion   | c-1   | hands_on | 2026-04-17 | due   | Trained on 2026-04-03 and licensed since 2026-04-01, and no use after 10 working days. |

    Example: Somebody who is licensed after the training counts from the licence
      Given these facts
        | about | fact               | on         | course       |
        | e-2   | training completed | 2026-04-03 | genai-basics |
        | e-2   | licence granted    | 2026-04-08 |              |
      Then the "never-started" follow-ups open on 2026-04-21 are
        | person |
        | e-1    |
      And the "never-started" follow-ups open on 2026-04-22 are
        | person | due on     |
        | e-1    | 2026-04-17 |
        | e-2    | 2026-04-22 |

    Example: Days of leave are no working days
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-06 | 2026-04-07 |
      Then no "never-started" follow-up is open on 2026-04-20
      And the "never-started" follow-ups open on 2026-04-21 are
        | person | due on     |
        | e-1    | 2026-04-21 |

    Example: Without a training, or without a licence, the next step is another one
      Given these facts
        | about | fact               | on         | course       |
        | e-2   | licence granted    | 2026-04-01 |              |
        | e-3   | training completed | 2026-04-01 | genai-basics |
      Then the "never-started" follow-ups open on 2026-04-30 are
        | person |
        | e-1    |

    Example: A test that was not passed is no completed training
      Given these facts
        | about | fact               | on         | course       | passed |
        | e-2   | licence granted    | 2026-04-01 |              |        |
        | e-2   | training completed | 2026-04-01 | genai-basics | no     |
      Then the "never-started" follow-ups open on 2026-04-30 are
        | person |
        | e-1    |

  Rule: The champion of the department helps, else the manager, else the owner of the program

    Example: A department without a champion
      Given these facts
        | about | fact            | on         | department | manager | person | from       |
        | e-1   | moved           | 2025-04-01 | sales      | m-1     |        |            |
        |       | owner appointed |            |            |         | o-1    | 2026-01-01 |
      Then the "never-started" follow-ups open on 2026-04-17 are
        | person | owner role | owner |
        | e-1    | champion   | m-1   |

    Example: No champion, and no manager known
      Given these facts
        | fact            | person | from       |
        | owner appointed | o-1    | 2026-01-01 |
      Then the "never-started" follow-ups open on 2026-04-17 are
        | person | owner role | owner |
        | e-1    | champion   | o-1   |

    Example: A champion is not asked to help themselves
      Given these facts
        | about | fact               | on         | department | manager | person | from       |
        | e-1   | moved              | 2025-04-01 | sales      | m-1     |        |            |
        |       | champion appointed |            | sales      |         | e-1    | 2026-01-01 |
      Then the "never-started" follow-ups open on 2026-04-17 are
        | person | owner role | owner |
        | e-1    | champion   | m-1   |

  Rule: The first use resolves it

    Example: Whoever has used the tool has started
      When the follow-ups are raised on 2026-04-17
      And these facts are recorded
        | about | fact      | on         | tool   |
        | e-1   | tool used | 2026-04-20 | gemini |
      Then the "never-started" follow-ups open on 2026-04-19 are
        | person | state  |
        | e-1    | raised |
      And no "never-started" follow-up is open on 2026-04-20
      When the follow-ups are raised on 2026-04-20
      Then the "never-started" follow-ups known on 2026-04-20, closed ones too, are
        | person | state    |
        | e-1    | resolved |

  Rule: Nobody is said not to have used what nothing reports on

    Example: The feed ends one working day too early
      Given these facts
        | about | fact               | on         | course       |
        | e-2   | licence granted    | 2026-04-17 |              |
        | e-2   | training completed | 2026-04-17 | genai-basics |
      Then the "never-started" follow-ups open on 2026-05-29 are
        | person |
        | e-1    |

    Example: The feed ends on the tenth working day itself
      Given these facts
        | about | fact               | on         | course       |
        | e-2   | licence granted    | 2026-04-16 |              |
        | e-2   | training completed | 2026-04-16 | genai-basics |
      Then the "never-started" follow-ups open on 2026-04-30 are
        | person |
        | e-1    |
        | e-2    |

    Example: Without any feed nothing can be said
      Given these facts
        | fact            | program | tools   |
        | program defined | office  | copilot |
      Then no "never-started" follow-up is open on 2026-04-30

    Example: Nothing new is raised about somebody nobody knows anything about any more
      Then raising on 2026-05-29 leaves e-1's "never-started" waiting: unknown

  Rule: Nobody is asked anything new while on leave or after leaving

    Example: It waits until the first day back
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-20 | 2026-04-24 |
      Then raising on 2026-04-20 leaves e-1's "never-started" waiting: on leave
      And raising on 2026-04-24 leaves e-1's "never-started" waiting: on leave
      And raising on 2026-04-27 raises these "never-started" follow-ups
        | person |
        | e-1    |

    Example: After the last day at work
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-04-16 |
      Then no "never-started" follow-up is open on 2026-04-17

  Rule: Somebody who was helped is left in peace for fourteen days

    Example: It comes back on the fourteenth day if there is still no use
      When the follow-ups are raised on 2026-04-17
      And e-1's "never-started" follow-up is done on 2026-04-20
      Then no "never-started" follow-up is open on 2026-05-03
      And the "never-started" follow-ups open on 2026-05-04 are
        | person | state |
        | e-1    | due   |

    Example: A dismissed one does not come back
      When the follow-ups are raised on 2026-04-17
      And e-1's "never-started" follow-up is dismissed on 2026-04-20 because "works without the tool"
      Then no "never-started" follow-up is open on 2026-05-29

  Rule: Each program counts for itself

    Example: Started with one tool, not with the other
      Given these facts
        | about | fact            | program | tools   | tool    | from       | to         | on         |
        |       | program defined | chat    | gemini  |         |            |            |            |
        |       | program defined | office  | copilot |         |            |            |            |
        |       | usage covered   |         |         | copilot | 2026-04-01 | 2026-04-30 |            |
        | e-1   | tool used       |         |         | gemini  |            |            | 2026-04-06 |
      Then the "never-started" follow-ups open on 2026-04-17 are
        | person | program |
        | e-1    | office  |
