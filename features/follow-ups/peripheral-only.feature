@A2
Feature: peripheral-only: Used for side tasks only

  Somebody who asks the tool for a lunch idea every day uses it a lot, and the work is as it was. Whoever has found it
  handy is easily shown more: the champion takes one real task of theirs and does it together with them.

  Background:
    Given these facts
      | about | fact               | program | core use cases | person | department | manager | tools  | on         | from       |
      |       | program defined    | genai   | report; quote  |        |            |         | gemini |            |            |
      |       | owner appointed    | genai   |                | e-9    |            |         |        |            |            |
      |       | champion appointed | genai   |                | e-7    | sales      |         |        |            | 2026-04-01 |
      | e-1   | moved              |         |                |        | sales      | e-8     |        | 2026-04-01 |            |

  Rule: After twenty days of use, less than a quarter of them for a core use case calls for help

    Example: Nineteen days of use are too few to tell
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | use cases | from       | to         |
        | e-1    | gemini | Mon-Fri  | lunch     | 2026-04-01 | 2026-04-30 |
      Then no "peripheral-only" follow-up is open on 2026-04-27

    Example: On the twentieth day of use the follow-up is there
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | use cases | from       | to         |
        | e-1    | gemini | Mon-Fri  | report    | 2026-04-01 | 2026-04-06 |
        | e-1    | gemini | Mon-Fri  | lunch     | 2026-04-07 | 2026-04-30 |
      Then the "peripheral-only" follow-ups open on 2026-04-28 are
        | person | program | priority | owner role | owner | channel  | due on     | state | reason                                                         |
        | e-1    | genai   | 3        | champion   | e-7   | hands_on | 2026-04-28 | due   | Only 20 % of the last 20 days of use were for a core use case. |

    Example: A quarter is enough, the day after it is less
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | use cases | from       | to         |
        | e-1    | gemini | Mon-Fri  | report    | 2026-04-01 | 2026-04-07 |
        | e-1    | gemini | Mon-Fri  | lunch     | 2026-04-08 | 2026-04-30 |
      Then no "peripheral-only" follow-up is open on 2026-04-28
      And the "peripheral-only" follow-ups open on 2026-04-29 are
        | person | due on     |
        | e-1    | 2026-04-29 |

    Example: Nobody is said to do side tasks only when nobody noted what for
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | use cases | from       | to         |
        | e-1    | gemini | Mon-Fri  |           | 2026-04-01 | 2026-04-30 |
      Then no "peripheral-only" follow-up is open on 2026-04-30

  Rule: It is resolved when more than a third of the use is for a core use case

    Background:
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | use cases | from       | to         |
        | e-1    | gemini | Mon-Fri  | lunch     | 2026-04-01 | 2026-04-28 |
      When the follow-ups are raised on 2026-04-28

    Example: A share that has only just risen is not yet recovered
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | use cases | from       | to         |
        | e-1    | gemini | Mon-Fri  | report    | 2026-04-29 | 2026-05-29 |
      Then the "peripheral-only" follow-ups open on 2026-05-06 are
        | person | state  | reason                                                        |
        | e-1    | raised | Only 0 % of the last 20 days of use were for a core use case. |
      And no "peripheral-only" follow-up is open on 2026-05-07

    Example: One day in three is not yet more than a third
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | use cases | from       | to         |
        | e-1    | gemini | Mon-Fri  |           | 2026-04-29 | 2026-04-30 |
        | e-1    | gemini | Mon-Fri  | report    | 2026-05-01 | 2026-05-29 |
      Then the "peripheral-only" follow-ups open on 2026-05-08 are
        | person | state  |
        | e-1    | raised |
      And no "peripheral-only" follow-up is open on 2026-05-11

    Example: Use that nobody tagged any more resolves nothing
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | use cases | from       | to         |
        | e-1    | gemini | Mon-Fri  |           | 2026-04-29 | 2026-05-29 |
      Then the "peripheral-only" follow-ups open on 2026-05-29 are
        | person | state  |
        | e-1    | raised |

  Rule: Nothing new is raised while the person is away, or nobody knows what they do

    Example: Use on a day of leave: due on the first day back
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-29 | 2026-05-05 |
      And this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | use cases | from       | to         |
        | e-1    | gemini | Mon-Fri  | lunch     | 2026-04-01 | 2026-04-29 |
        | e-1    | gemini | never    |           | 2026-04-30 | 2026-05-29 |
      Then the "peripheral-only" follow-ups open on 2026-04-29 are
        | person | due on     | state |
        | e-1    | 2026-05-06 | due   |
      And raising on 2026-05-05 leaves e-1's "peripheral-only" waiting: on leave
      And raising on 2026-05-06 raises these "peripheral-only" follow-ups
        | person | due on     |
        | e-1    | 2026-05-06 |

    Example: More than twenty working days without a report
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | use cases | from       | to         |
        | e-1    | gemini | Mon-Fri  | lunch     | 2026-04-01 | 2026-04-30 |
      Then the "peripheral-only" follow-ups open on 2026-05-29 are
        | person | state | due on     |
        | e-1    | due   | 2026-04-30 |
      And raising on 2026-05-29 leaves e-1's "peripheral-only" waiting: unknown

    Example: The last day at work, and the day after
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-04-28 |
      And this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | use cases | from       | to         |
        | e-1    | gemini | Mon-Fri  | lunch     | 2026-04-01 | 2026-04-28 |
      Then the "peripheral-only" follow-ups open on 2026-04-28 are
        | person |
        | e-1    |
      And no "peripheral-only" follow-up is open on 2026-04-29

  Rule: The champion of the department helps, else the manager, else the owner

    Example: Three people, three situations
      Given these facts
        | about | fact  | department | manager | on         |
        | e-2   | moved | legal      | e-8     | 2026-04-01 |
      And this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | use cases | from       | to         |
        | e-1    | gemini | Mon-Fri  | lunch     | 2026-04-01 | 2026-04-28 |
        | e-2    | gemini | Mon-Fri  | lunch     | 2026-04-01 | 2026-04-28 |
        | e-3    | gemini | Mon-Fri  | lunch     | 2026-04-01 | 2026-04-28 |
      Then the "peripheral-only" follow-ups open on 2026-04-28 are
        | person | owner role | owner |
        | e-1    | champion   | e-7   |
        | e-2    | champion   | e-8   |
        | e-3    | champion   | e-9   |

  Rule: Each program has its own tools and its own core use cases

    Example: Side tasks in one program, core work in the other
      Given these facts
        | about | fact            | program | core use cases | tools   |
        |       | program defined | copilot | code           | copilot |
      And this use of the tool, which the tool's feed covers
        | person | tool    | weekdays | use cases | from       | to         |
        | e-1    | gemini  | Mon-Fri  | lunch     | 2026-04-01 | 2026-04-28 |
        | e-1    | copilot | Mon-Fri  | code      | 2026-04-01 | 2026-04-28 |
      Then the "peripheral-only" follow-ups open on 2026-04-28 are
        | person | program |
        | e-1    | genai   |

  Rule: After it was closed the same help is not offered again for fourteen days

    Example: Thirteen days after it was done, and fourteen
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | use cases | from       | to         |
        | e-1    | gemini | Mon-Fri  | lunch     | 2026-04-01 | 2026-05-29 |
      When the follow-ups are raised on 2026-04-28
      And e-1's "peripheral-only" follow-up is done on 2026-04-30
      Then raising on 2026-05-13 raises no "peripheral-only" follow-up
      And raising on 2026-05-14 raises these "peripheral-only" follow-ups
        | person |
        | e-1    |
