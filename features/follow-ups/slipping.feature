@A4
Feature: slipping: The use is getting quiet

  A use that was on its way gets quiet before it stops, and nobody finds that odd. This is the moment when a little help does most:
  the tool is still known, and the habit is a few days away.

  Background:
    Given these facts
      | about | fact               | on         | department | manager | person | from       |
      | e-1   | licence granted    | 2026-04-01 |            |         |        |            |
      | e-1   | moved              | 2025-04-01 | sales      | m-1     |        |            |
      |       | champion appointed |            | sales      |         | c-1    | 2026-01-01 |
      |       | owner appointed    |            |            |         | o-1    | 2026-01-01 |

  Rule: On the day the status turns to slipping the champion has three working days to help

    Background:
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-1    | gemini | never    | 2026-05-01 | 2026-06-30 |

    Example: On the day before nothing is said
      Then no "slipping" follow-up is open on 2026-05-06

    Example: On the day itself the follow-up is there
      Then the "slipping" follow-ups open on 2026-05-07 are
        | person | priority | owner role | owner | channel  | due on     | state | reason                                           |
        | e-1    | 2        | champion   | c-1   | hands_on | 2026-05-12 | due   | The use has been getting quiet since 2026-05-07. |

  Rule: Recovery resolves it

    Background:
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-1    | gemini | never    | 2026-05-01 | 2026-06-30 |

    Example: Back at the usual pace for a week and more
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-05-11 | 2026-06-30 |
      When the follow-ups are raised on 2026-05-07
      Then the "slipping" follow-ups open on 2026-05-20 are
        | person | state  |
        | e-1    | raised |
      And no "slipping" follow-up is open on 2026-05-21

    Example: A single day of use is no recovery yet
      Given these facts
        | about | fact      | on         | tool   |
        | e-1   | tool used | 2026-05-11 | gemini |
      Then the "slipping" follow-ups open on 2026-05-20 are
        | person |
        | e-1    |

  Rule: A lapse takes its place

    Background:
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-1    | gemini | never    | 2026-05-01 | 2026-06-30 |

    Example: On the day of the lapse the one goes and the other comes
      When the follow-ups are raised on 2026-05-07
      Then the "slipping" follow-ups open on 2026-05-27 are
        | person | state  |
        | e-1    | raised |
      And the "lapsed" follow-ups open on 2026-05-28 are
        | person |
        | e-1    |
      And no "slipping" follow-up is open on 2026-05-28

  Rule: Only what is known is quiet

    Example: No report, no slipping
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
      Then no "slipping" follow-up is open on 2026-05-29

    Example: Nothing new is raised about somebody nobody knows anything about any more
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-1    | gemini | never    | 2026-05-01 | 2026-05-07 |
      Then the "slipping" follow-ups open on 2026-06-05 are
        | person | state |
        | e-1    | due   |
      And raising on 2026-06-05 leaves e-1's "slipping" waiting: unknown

  Rule: Nobody is asked anything new while on leave or after leaving

    Background:
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-1    | gemini | never    | 2026-05-01 | 2026-06-30 |

    Example: Leave moves the three working days
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-05-08 | 2026-05-11 |
      Then the "slipping" follow-ups open on 2026-05-07 are
        | person | due on     |
        | e-1    | 2026-05-14 |
      And raising on 2026-05-08 leaves e-1's "slipping" waiting: on leave
      And raising on 2026-05-12 raises these "slipping" follow-ups
        | person | due on     |
        | e-1    | 2026-05-14 |

    Example: After the last day at work
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-05-07 |
      Then the "slipping" follow-ups open on 2026-05-07 are
        | person |
        | e-1    |
      And no "slipping" follow-up is open on 2026-05-08

  Rule: Somebody who was helped is left in peace for fourteen days

    Example: It comes back on the fourteenth day if it is still needed
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-1    | gemini | never    | 2026-05-01 | 2026-06-30 |
      When the follow-ups are raised on 2026-05-07
      And e-1's "slipping" follow-up is done on 2026-05-11
      Then no "slipping" follow-up is open on 2026-05-24
      And the "slipping" follow-ups open on 2026-05-25 are
        | person | state |
        | e-1    | due   |

    Example: Recovered and quiet again: a new one, which waits for the fourteen days
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-1    | gemini | never    | 2026-05-01 | 2026-05-08 |
        | e-1    | gemini | Mon-Fri  | 2026-05-11 | 2026-05-29 |
        | e-1    | gemini | never    | 2026-06-01 | 2026-06-30 |
      When the follow-ups are raised on 2026-05-07
      And the follow-ups are raised on 2026-05-25
      Then the "slipping" follow-ups open on 2026-06-05 are
        | person | state | due on     | reason                                           |
        | e-1    | due   | 2026-06-10 | The use has been getting quiet since 2026-06-05. |
      And raising on 2026-06-07 leaves e-1's "slipping" waiting: cool down
      And raising on 2026-06-08 raises these "slipping" follow-ups
        | person |
        | e-1    |

  Rule: Each program counts for itself

    Example: Quiet with one tool, at home with the other
      Given these facts
        | fact            | program | tools   |
        | program defined | chat    | gemini  |
        | program defined | office  | copilot |
      And this use of the tool, which the tool's feed covers
        | person | tool    | weekdays | from       | to         |
        | e-1    | gemini  | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-1    | gemini  | never    | 2026-05-01 | 2026-05-29 |
        | e-1    | copilot | Mon-Fri  | 2026-04-01 | 2026-05-29 |
      Then the "slipping" follow-ups open on 2026-05-07 are
        | person | program |
        | e-1    | chat    |
