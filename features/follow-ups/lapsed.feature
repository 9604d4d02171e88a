@A4
Feature: lapsed: The use has stopped

  Four weeks without use are no accident any more: work has found its way around the tool. The manager asks what happened,
  out of interest and not to blame, because often it is the work that must change, and that the champion cannot do.

  Background:
    Given these facts
      | about | fact               | on         | department | manager | person | from       |
      | e-1   | licence granted    | 2026-04-01 |            |         |        |            |
      | e-1   | moved              | 2025-04-01 | sales      | m-1     |        |            |
      |       | champion appointed |            | sales      |         | c-1    | 2026-01-01 |
      |       | owner appointed    |            |            |         | o-1    | 2026-01-01 |

  Rule: On the day the status turns to lapsed the manager is asked to talk with them

    Background:
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-1    | gemini | never    | 2026-05-01 | 2026-06-30 |

    Example: On the day before nothing is said
      Then no "lapsed" follow-up is open on 2026-05-27

    Example: On the day itself the follow-up is there
      Then the "lapsed" follow-ups open on 2026-05-28 are
        | person | priority | owner role | owner | channel | due on     | state | reason                                    |
        | e-1    | 2        | manager    | m-1   | meeting | 2026-05-28 | due   | The use stopped; lapsed since 2026-05-28. |

    Example: It takes the place of slipping
      Then the "slipping" follow-ups open on 2026-05-27 are
        | person |
        | e-1    |
      And the "lapsed" follow-ups open on 2026-05-28 are
        | person |
        | e-1    |

    Example: Whoever never began has not stopped
      Given these facts
        | about | fact               | on         | course       |
        | e-2   | licence granted    | 2026-04-01 |              |
        | e-2   | training completed | 2026-04-01 | genai-basics |
      Then the "lapsed" follow-ups open on 2026-05-28 are
        | person |
        | e-1    |
      And the "never-started" follow-ups open on 2026-05-28 are
        | person |
        | e-2    |

  Rule: The next use resolves it

    Background:
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-1    | gemini | never    | 2026-05-01 | 2026-06-30 |

    Example: One day of use is a new beginning
      Given these facts
        | about | fact      | on         | tool   |
        | e-1   | tool used | 2026-06-01 | gemini |
      When the follow-ups are raised on 2026-05-28
      Then the "lapsed" follow-ups open on 2026-05-31 are
        | person | state  |
        | e-1    | raised |
      And no "lapsed" follow-up is open on 2026-06-01

    Example: Stopped a second time: another follow-up
      Given these facts
        | about | fact      | on         | tool   |
        | e-1   | tool used | 2026-06-01 | gemini |
      When the follow-ups are raised on 2026-05-28
      And the follow-ups are raised on 2026-06-01
      Then no "lapsed" follow-up is open on 2026-06-26
      And the "lapsed" follow-ups open on 2026-06-29 are
        | person | state | reason                                    |
        | e-1    | due   | The use stopped; lapsed since 2026-06-29. |

  Rule: Only what is known has stopped

    Example: The reports end one day before the lapse would be seen
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-1    | gemini | never    | 2026-05-01 | 2026-05-27 |
      Then no "lapsed" follow-up is open on 2026-06-30

    Example: Nothing new is raised about somebody nobody knows anything about any more
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-1    | gemini | never    | 2026-05-01 | 2026-05-28 |
      Then the "lapsed" follow-ups open on 2026-06-26 are
        | person | state |
        | e-1    | due   |
      And raising on 2026-06-26 leaves e-1's "lapsed" waiting: unknown

  Rule: Nobody is asked anything new while on leave or after leaving

    Background:
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-1    | gemini | never    | 2026-05-01 | 2026-06-30 |

    Example: Days of leave are no silent days
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-05-28 | 2026-05-29 |
      Then no "lapsed" follow-up is open on 2026-05-31
      And the "lapsed" follow-ups open on 2026-06-01 are
        | person | due on     |
        | e-1    | 2026-06-01 |

    Example: It waits until the first day back
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-05-29 | 2026-06-05 |
      Then the "lapsed" follow-ups open on 2026-06-05 are
        | person | state |
        | e-1    | due   |
      And raising on 2026-06-05 leaves e-1's "lapsed" waiting: on leave
      And raising on 2026-06-08 raises these "lapsed" follow-ups
        | person |
        | e-1    |

    Example: After the last day at work
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-05-28 |
      Then the "lapsed" follow-ups open on 2026-05-28 are
        | person |
        | e-1    |
      And no "lapsed" follow-up is open on 2026-05-29

  Rule: Somebody who was talked to is left in peace for fourteen days

    Background:
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-1    | gemini | never    | 2026-05-01 | 2026-06-30 |

    Example: It comes back on the fourteenth day if it is still needed
      When the follow-ups are raised on 2026-05-28
      And e-1's "lapsed" follow-up is done on 2026-05-29
      Then no "lapsed" follow-up is open on 2026-06-11
      And the "lapsed" follow-ups open on 2026-06-12 are
        | person | state |
        | e-1    | due   |

  Rule: Each program counts for itself

    Example: Stopped with one tool, at home with the other
      Given these facts
        | fact            | program | tools   |
        | program defined | chat    | gemini  |
        | program defined | office  | copilot |
      And this use of the tool, which the tool's feed covers
        | person | tool    | weekdays | from       | to         |
        | e-1    | gemini  | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-1    | gemini  | never    | 2026-05-01 | 2026-05-29 |
        | e-1    | copilot | Mon-Fri  | 2026-04-01 | 2026-05-29 |
      Then the "lapsed" follow-ups open on 2026-05-28 are
        | person | program |
        | e-1    | chat    |
