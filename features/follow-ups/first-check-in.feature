@B1
Feature: first-check-in: Nobody has asked since the training

  One training and then left alone: that is how most tools come to lie around. In the week after the training somebody asks
  how it is going, before the first small obstacle becomes the reason for not using it.

  Background:
    Given these facts
      | about | fact               | on         | course       | department | manager | person | from       |
      | e-1   | training completed | 2026-04-01 | genai-basics |            |         |        |            |
      | e-1   | moved              | 2025-04-01 |              | sales      | m-1     |        |            |
      |       | champion appointed |            |              | sales      |         | c-1    | 2026-01-01 |
      |       | owner appointed    |            |              |            |         | o-1    | 2026-01-01 |

  Rule: Seven days after the training without a check-in the champion is asked to talk with them

    Example: On the sixth day nothing is said yet
      Then no "first-check-in" follow-up is open on 2026-04-07

    Example: On the seventh day the follow-up is there
      Then the "first-check-in" follow-ups open on 2026-04-08 are
        | person | priority | owner role | owner | channel | due on     | state | reason                                                                |
        | e-1    | 2        | champion   | c-1   | meeting | 2026-04-08 | due   | The training was on 2026-04-01, and there has been no check-in since. |

    Example: A check-in before the training is not about what was learnt
      Given these facts
        | about | fact          | kind | on         |
        | e-1   | check-in held | chat | 2026-03-31 |
      Then the "first-check-in" follow-ups open on 2026-04-08 are
        | person |
        | e-1    |

    Example: Whoever did not pass the test has not completed the training
      Given these facts
        | about | fact               | on         | course       | passed |
        | e-2   | training completed | 2026-04-01 | genai-basics | no     |
      Then the "first-check-in" follow-ups open on 2026-04-30 are
        | person |
        | e-1    |

    Example: Whoever waits for a training is not asked about it
      Given these facts
        | about | fact            | on         |
        | e-2   | licence granted | 2026-04-01 |
      Then the "first-check-in" follow-ups open on 2026-04-30 are
        | person |
        | e-1    |

  Rule: Any check-in resolves it

    Example: A meeting, some hands-on help, or a chat
      Given these facts
        | about | fact               | on         | course       | kind     |
        | e-2   | training completed | 2026-04-01 | genai-basics |          |
        | e-3   | training completed | 2026-04-01 | genai-basics |          |
        | e-1   | check-in held      | 2026-04-09 |              | meeting  |
        | e-2   | check-in held      | 2026-04-09 |              | hands_on |
        | e-3   | check-in held      | 2026-04-09 |              | chat     |
      When the follow-ups are raised on 2026-04-08
      Then the "first-check-in" follow-ups open on 2026-04-08 are
        | person | state  |
        | e-1    | raised |
        | e-2    | raised |
        | e-3    | raised |
      And no "first-check-in" follow-up is open on 2026-04-09

    Example: On the day of the training itself
      Given these facts
        | about | fact          | kind | on         |
        | e-1   | check-in held | chat | 2026-04-01 |
      Then no "first-check-in" follow-up is open on 2026-04-08

    Example: A refresher does not begin it anew
      Given these facts
        | about | fact               | kind | on         | course          |
        | e-1   | check-in held      | chat | 2026-04-07 |                 |
        | e-1   | training completed |      | 2026-06-01 | genai-refresher |
      Then no "first-check-in" follow-up is open on 2026-06-30

    Example: A refresher does not take the place of a check-in
      Given these facts
        | about | fact               | on         | course          |
        | e-1   | training completed | 2026-04-06 | genai-refresher |
      Then the "first-check-in" follow-ups open on 2026-04-08 are
        | person | reason                                                                |
        | e-1    | The training was on 2026-04-01, and there has been no check-in since. |

  Rule: Nobody is asked anything new while on leave or after leaving

    Example: Due during leave: it is put off to the first day back
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-06 | 2026-04-10 |
      Then the "first-check-in" follow-ups open on 2026-04-08 are
        | person | due on     |
        | e-1    | 2026-04-13 |
      And raising on 2026-04-08 leaves e-1's "first-check-in" waiting: on leave
      And raising on 2026-04-13 raises these "first-check-in" follow-ups
        | person | due on     |
        | e-1    | 2026-04-13 |

    Example: After the last day at work
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-04-08 |
      Then the "first-check-in" follow-ups open on 2026-04-08 are
        | person |
        | e-1    |
      And no "first-check-in" follow-up is open on 2026-04-09

  Rule: Somebody who was helped is left in peace for fourteen days

    Example: It comes back on the fourteenth day if it is still needed
      When the follow-ups are raised on 2026-04-08
      And e-1's "first-check-in" follow-up is done on 2026-04-09
      Then no "first-check-in" follow-up is open on 2026-04-22
      And the "first-check-in" follow-ups open on 2026-04-23 are
        | person | state |
        | e-1    | due   |

  Rule: It is about the person: two programs are one conversation

    Example: Somebody in two programs
      Given these facts
        | fact            | program |
        | program defined | chat    |
        | program defined | office  |
      Then the "first-check-in" follow-ups open on 2026-04-08 are
        | person | program |
        | e-1    |         |
