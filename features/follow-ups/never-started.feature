@A1
Feature: never-started: trained and licensed, and never started

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
      Then the "never-started" follow-ups open on 2026-04-17 are
        | person | priority | owner role | channel  | due on     | state | reason                                                                                   |
        | e-1    | 2        | champion   | hands_on | 2026-04-17 | due   | Trained on 2026-04-03 and licensed since 2026-04-01, and no use after 10 working days. |

    Example: Days of leave are no working days
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-06 | 2026-04-07 |
      Then no "never-started" follow-up is open on 2026-04-20
      And the "never-started" follow-ups open on 2026-04-21 are
        | person | due on     |
        | e-1    | 2026-04-21 |

  Rule: The first use resolves it

    Example: Whoever has used the tool has started
      When the follow-ups are raised on 2026-04-17
      And these facts are recorded
        | about | fact      | on         | tool   |
        | e-1   | tool used | 2026-04-20 | gemini |
      Then no "never-started" follow-up is open on 2026-04-20

  Rule: Nobody is said not to have used what nothing reports on

    Example: The feed ends before the tenth working day
      Given these facts
        | about | fact               | on         | course       |
        | e-2   | licence granted    | 2026-04-17 |              |
        | e-2   | training completed | 2026-04-17 | genai-basics |
      Then the "never-started" follow-ups open on 2026-05-29 are
        | person |
        | e-1    |

  Rule: Somebody who left needs no help to start

    Example: After the last day at work
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-04-16 |
      Then no "never-started" follow-up is open on 2026-04-17
