@B7
Feature: hands-on-due: Keeps trying; some hands-on help would make it a habit

  Trying now and then for three weeks is not a beginning habit, it is a sign that something is in the way. Half an hour side by
  side on a real task of theirs finds out what, and usually removes it.

  Background:
    Given these facts
      | about | fact               | on         | department | manager | person | from       |
      | e-1   | licence granted    | 2026-04-01 |            |         |        |            |
      | e-1   | moved              | 2025-04-01 | sales      | m-1     |        |            |
      |       | champion appointed |            | sales      |         | c-1    | 2026-01-01 |
      |       | owner appointed    |            |            |         | o-1    | 2026-01-01 |

  Rule: After fifteen working days of trying the champion is asked for some hands-on help

    Background:
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon      | 2026-04-06 | 2026-05-29 |

    Example: On the fourteenth working day nothing is said yet
      Then no "hands-on-due" follow-up is open on 2026-04-24

    Example: On the fifteenth working day the follow-up is there
      Then the "hands-on-due" follow-ups open on 2026-04-27 are
        | person | priority | owner role | owner | channel  | due on     | state | reason                                                                             |
        | e-1    | 3        | champion   | c-1   | hands_on | 2026-04-27 | due   | Has been trying since 2026-04-06; after 15 working days some hands-on help is due. |

    Example: Days of leave are no working days
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-21 | 2026-04-22 |
      Then no "hands-on-due" follow-up is open on 2026-04-28
      And the "hands-on-due" follow-ups open on 2026-04-29 are
        | person | due on     |
        | e-1    | 2026-04-29 |

    Example: Whoever has not begun is another matter
      Given these facts
        | about | fact               | on         | course       |
        | e-2   | licence granted    | 2026-04-01 |              |
        | e-2   | training completed | 2026-04-01 | genai-basics |
      Then the "hands-on-due" follow-ups open on 2026-04-27 are
        | person |
        | e-1    |
      And the "never-started" follow-ups open on 2026-04-27 are
        | person |
        | e-2    |

  Rule: Hands-on help resolves it, for another fifteen working days

    Background:
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon      | 2026-04-06 | 2026-05-29 |

    Example: It counts from the last hands-on check-in
      Given these facts
        | about | fact          | kind     | on         |
        | e-1   | check-in held | hands_on | 2026-04-13 |
        | e-1   | check-in held | hands_on | 2026-04-16 |
      Then no "hands-on-due" follow-up is open on 2026-05-06
      And the "hands-on-due" follow-ups open on 2026-05-07 are
        | person | reason                                                                             |
        | e-1    | Has been trying since 2026-04-06; after 15 working days some hands-on help is due. |

    Example: Help after it was raised
      Given these facts
        | about | fact          | kind     | on         |
        | e-1   | check-in held | hands_on | 2026-04-30 |
      When the follow-ups are raised on 2026-04-27
      Then the "hands-on-due" follow-ups open on 2026-04-29 are
        | person | state  |
        | e-1    | raised |
      And no "hands-on-due" follow-up is open on 2026-04-30
      And no "hands-on-due" follow-up is open on 2026-05-20
      And the "hands-on-due" follow-ups open on 2026-05-21 are
        | person | state |
        | e-1    | due   |

    Example: Hands-on help before the first use does not count
      Given these facts
        | about | fact          | kind     | on         |
        | e-1   | check-in held | hands_on | 2026-04-03 |
      Then no "hands-on-due" follow-up is open on 2026-04-24
      And the "hands-on-due" follow-ups open on 2026-04-27 are
        | person |
        | e-1    |

    Example: A meeting or a chat is no hands-on help
      Given these facts
        | about | fact          | kind    | on         |
        | e-1   | check-in held | meeting | 2026-04-16 |
        | e-1   | check-in held | chat    | 2026-04-20 |
      Then the "hands-on-due" follow-ups open on 2026-04-27 are
        | person |
        | e-1    |

  Rule: A habit that is forming resolves it

    Example: Every working day: forming before the fifteenth
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-2    | gemini | Mon-Fri  | 2026-04-06 | 2026-05-29 |
      Then no "hands-on-due" follow-up is open on 2026-05-29

    Example: Weekly at first, then every day
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-2    | gemini | Mon      | 2026-04-06 | 2026-05-01 |
        | e-2    | gemini | Mon-Fri  | 2026-05-04 | 2026-05-29 |
      When the follow-ups are raised on 2026-04-27
      Then the "hands-on-due" follow-ups open on 2026-05-13 are
        | person | state  |
        | e-2    | raised |
      And no "hands-on-due" follow-up is open on 2026-05-14

    Example: A use that is getting quiet is another matter
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-2    | gemini | Mon      | 2026-04-06 | 2026-04-10 |
        | e-2    | gemini | never    | 2026-04-13 | 2026-05-29 |
      Then no "hands-on-due" follow-up is open on 2026-05-08

  Rule: Nobody is said to be only trying where nothing reports on it

    Example: The feed ends on the fourteenth working day
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon      | 2026-04-06 | 2026-04-24 |
      Then no "hands-on-due" follow-up is open on 2026-05-15

    Example: The feed ends on the fifteenth working day
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon      | 2026-04-06 | 2026-04-27 |
      Then the "hands-on-due" follow-ups open on 2026-05-15 are
        | person |
        | e-1    |

    Example: Nothing new is raised about somebody nobody knows anything about any more
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon      | 2026-04-06 | 2026-04-27 |
      Then raising on 2026-05-26 leaves e-1's "hands-on-due" waiting: unknown

    Example: What somebody only saw does not speak about the days between
      Given these facts
        | about | fact      | on         | tool   |
        | e-1   | tool used | 2026-04-06 | gemini |
        | e-1   | tool used | 2026-04-27 | gemini |
      Then no "hands-on-due" follow-up is open on 2026-04-28

  Rule: Each program counts for itself

    Example: At home with one tool, still trying the other
      Given these facts
        | fact            | program | tools   |
        | program defined | chat    | gemini  |
        | program defined | office  | copilot |
      And this use of the tool, which the tool's feed covers
        | person | tool    | weekdays | from       | to         |
        | e-1    | gemini  | Mon-Fri  | 2026-04-06 | 2026-04-30 |
        | e-1    | copilot | Mon      | 2026-04-06 | 2026-04-30 |
      Then the "hands-on-due" follow-ups open on 2026-04-27 are
        | person | program |
        | e-1    | office  |

  Rule: Nobody is asked anything new while on leave or after leaving

    Background:
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon      | 2026-04-06 | 2026-05-29 |

    Example: It waits until the first day back
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-28 | 2026-05-01 |
      Then raising on 2026-04-28 leaves e-1's "hands-on-due" waiting: on leave
      And raising on 2026-05-04 raises these "hands-on-due" follow-ups
        | person |
        | e-1    |

    Example: After the last day at work
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-04-27 |
      Then the "hands-on-due" follow-ups open on 2026-04-27 are
        | person |
        | e-1    |
      And no "hands-on-due" follow-up is open on 2026-04-28

  Rule: Somebody who was helped is left in peace for fourteen days

    Background:
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon      | 2026-04-06 | 2026-05-29 |

    Example: It comes back on the fourteenth day if it is still needed
      When the follow-ups are raised on 2026-04-27
      And e-1's "hands-on-due" follow-up is done on 2026-04-28
      Then no "hands-on-due" follow-up is open on 2026-05-11
      And the "hands-on-due" follow-ups open on 2026-05-12 are
        | person | state |
        | e-1    | due   |
