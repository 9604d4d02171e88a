@B7
Feature: no-evidence: Nobody knows how it is going

  No news is not good news, and it is not bad news either: it is no news. So before anybody concludes anything about a person,
  somebody asks them; and if it is the reports that stopped, nobody is asked a hundred times, but one person is asked to mend them.

  Rule: After ten working days without any news of a person the champion asks them

    Background:
      Given these facts
        | fact            | program | person | from       |
        | program defined | genai   |        |            |
        | owner appointed | genai   | o-1    | 2026-01-01 |
      And these facts
        | about | fact               | on         | department | manager | person | from       | kind | self reported days |
        | e-2   | moved              | 2025-04-01 | sales      | m-1     |        |            |      |                    |
        |       | champion appointed |            | sales      |         | c-1    | 2026-01-01 |      |                    |
        | e-1   | check-in held      | 2026-04-10 |            |         |        |            | chat | 2                  |
        | e-1   | check-in held      | 2026-04-24 |            |         |        |            | chat | 2                  |
        | e-2   | check-in held      | 2026-04-03 |            |         |        |            | chat | 2                  |

    Example: On the ninth working day nothing is said yet
      Then no "no-evidence" follow-up is open on 2026-04-16

    Example: On the tenth working day the follow-up is there
      Then the "no-evidence" follow-ups open on 2026-04-17 are
        | person | program | priority | owner role | owner | channel | due on     | state | reason                                      |
        | e-2    | genai   | 4        | champion   | c-1   | chat    | 2026-04-17 | due   | Nothing has been known for 10 working days. |

    Example: It stays the same follow-up while the silence goes on
      Then the "no-evidence" follow-ups open on 2026-04-22 are
        | person | state | due on     | reason                                      |
        | e-2    | due   | 2026-04-17 | Nothing has been known for 13 working days. |
      When the follow-ups are raised on 2026-04-17
      Then the "no-evidence" follow-ups open on 2026-04-19 are
        | person | state  | reason                                      |
        | e-2    | raised | Nothing has been known for 10 working days. |
      And the "no-evidence" follow-ups open on 2026-04-24 are
        | person | state  | reason                                      |
        | e-2    | raised | Nothing has been known for 15 working days. |

    Example: Days of leave are no working days
      Given these facts
        | about | fact        | from       | to         |
        | e-2   | leave taken | 2026-04-13 | 2026-04-14 |
      Then no "no-evidence" follow-up is open on 2026-04-20
      And the "no-evidence" follow-ups open on 2026-04-21 are
        | person | due on     | reason                                      |
        | e-2    | 2026-04-21 | Nothing has been known for 10 working days. |

    Example: Whoever is not expected to use the tool is not asked
      Given these facts
        | about | fact     | from       |
        | e-2   | exempted | 2026-04-15 |
      Then no "no-evidence" follow-up is open on 2026-04-17

  Rule: Any evidence of use resolves it

    Background:
      Given these facts
        | about | fact            | program | person | from       | kind | on         | self reported days |
        |       | program defined | genai   |        |            |      |            |                    |
        |       | owner appointed | genai   | o-1    | 2026-01-01 |      |            |                    |
        | e-1   | check-in held   |         |        |            | chat | 2026-04-10 | 2                  |
        | e-1   | check-in held   |         |        |            | chat | 2026-04-24 | 2                  |
        | e-2   | check-in held   |         |        |            | chat | 2026-04-03 | 2                  |

    Example: They say how often they use it
      Given these facts
        | about | fact          | kind | on         | self reported days |
        | e-2   | check-in held | chat | 2026-04-20 | 0                  |
      When the follow-ups are raised on 2026-04-17
      Then the "no-evidence" follow-ups open on 2026-04-19 are
        | person | state  |
        | e-2    | raised |
      And no "no-evidence" follow-up is open on 2026-04-20

    Example: Somebody saw them use it
      Given these facts
        | about | fact      | on         | tool   |
        | e-2   | tool used | 2026-04-20 | gemini |
      When the follow-ups are raised on 2026-04-17
      Then the "no-evidence" follow-ups open on 2026-04-19 are
        | person | state  |
        | e-2    | raised |
      And no "no-evidence" follow-up is open on 2026-04-20

    Example: A chat that left nothing on record about their use
      Given these facts
        | about | fact          | kind | on         |
        | e-2   | check-in held | chat | 2026-04-15 |
      Then the "no-evidence" follow-ups open on 2026-04-17 are
        | person |
        | e-2    |

  Rule: If the whole source fell silent it is one follow-up, for the owner of the program

    Background:
      Given these facts
        | fact            | program | person | from       |
        | program defined | genai   |        |            |
        | owner appointed | genai   | o-1    | 2026-01-01 |

    Example: On the ninth working day after the last report nothing is said yet
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |
        | e-2   | licence granted | 2026-04-01 |
      And this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
      Then no "no-evidence" follow-up is open on 2026-05-13

    Example: On the tenth working day there is one for everybody
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |
        | e-2   | licence granted | 2026-04-01 |
      And this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
      Then the "no-evidence" follow-ups open on 2026-05-14 are
        | person | program | priority | owner role | owner | channel | due on     | state | reason                                                                                |
        |        | genai   | 4        | owner      | o-1   | chat    | 2026-05-14 | due   | Nothing has been reported since 2026-04-30: nobody knows how 2 people are getting on. |

    Example: It stays the same follow-up until the reports come back
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |
      And this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
      When the follow-ups are raised on 2026-05-14
      Then the "no-evidence" follow-ups open on 2026-05-29 are
        | person | program | state  | due on     | reason                                                                                |
        |        | genai   | raised | 2026-05-14 | Nothing has been reported since 2026-04-30: nobody knows how 1 people are getting on. |

    Example: The next report resolves it
      Given these facts
        | about | fact            | on         | tool   | from       | to         |
        | e-1   | licence granted | 2026-04-01 |        |            |            |
        |       | usage covered   |            | gemini | 2026-05-18 | 2026-05-18 |
      And this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
      When the follow-ups are raised on 2026-05-14
      Then the "no-evidence" follow-ups open on 2026-05-17 are
        | person | program | state  |
        |        | genai   | raised |
      And no "no-evidence" follow-up is open on 2026-05-18

    Example: Those who are known otherwise, who are away, exempt or gone are not counted
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |
        | e-2   | licence granted | 2026-04-01 |
        | e-3   | licence granted | 2026-04-01 |
        | e-4   | licence granted | 2026-04-01 |
        | e-5   | licence granted | 2026-04-01 |
      And this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
      And these facts
        | about | fact          | kind | on         | self reported days | from       | to         |
        | e-2   | check-in held | chat | 2026-05-14 | 2                  |            |            |
        | e-3   | leave taken   |      |            |                    | 2026-05-14 | 2026-05-15 |
        | e-4   | exempted      |      |            |                    | 2026-05-14 |            |
        | e-5   | left          |      | 2026-05-13 |                    |            |            |
      Then the "no-evidence" follow-ups open on 2026-05-14 are
        | person | program | reason                                                                                |
        |        | genai   | Nothing has been reported since 2026-04-30: nobody knows how 1 people are getting on. |

    Example: Everybody is known otherwise: nothing is missed
      Given these facts
        | about | fact            | on         | kind | self reported days |
        | e-1   | licence granted | 2026-04-01 |      |                    |
        | e-1   | check-in held   | 2026-05-14 | chat | 2                  |
      And this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
      Then no "no-evidence" follow-up is open on 2026-05-14

  Rule: In a program without reports, what its people say is the source

    Background:
      Given these facts
        | fact            | program | person | from       |
        | program defined | genai   |        |            |
        | owner appointed | genai   | o-1    | 2026-01-01 |

    Example: Nobody has said anything for ten working days
      Given these facts
        | about | fact          | kind | on         | self reported days |
        | e-1   | check-in held | chat | 2026-04-10 | 2                  |
        | e-2   | check-in held | chat | 2026-04-03 | 2                  |
      Then the "no-evidence" follow-ups open on 2026-04-23 are
        | person | program |
        | e-2    | genai   |
      And the "no-evidence" follow-ups open on 2026-04-24 are
        | person | program | reason                                                                                |
        |        | genai   | Nothing has been reported since 2026-04-10: nobody knows how 2 people are getting on. |

    Example: Nobody has ever said anything
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |
        | e-2   | licence granted | 2026-04-02 |
      Then no "no-evidence" follow-up is open on 2026-04-13
      And the "no-evidence" follow-ups open on 2026-04-14 are
        | person | program | owner role | owner | due on     | reason                                                                         |
        |        | genai   | owner      | o-1   | 2026-04-14 | No usage report covers this program: nobody knows how 1 people are getting on. |
      And the "no-evidence" follow-ups open on 2026-04-15 are
        | person | program | due on     | reason                                                                         |
        |        | genai   | 2026-04-15 | No usage report covers this program: nobody knows how 2 people are getting on. |

    Example: It stays the same follow-up from day to day
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |
      When the follow-ups are raised on 2026-04-14
      Then the "no-evidence" follow-ups open on 2026-04-30 are
        | person | program | state  | due on     | reason                                                                         |
        |        | genai   | raised | 2026-04-14 | No usage report covers this program: nobody knows how 1 people are getting on. |

  Rule: Each program counts for itself

    Example: One tool still reports, the other does not
      Given these facts
        | about | fact            | program | tools   | on         |
        |       | program defined | chat    | gemini  |            |
        |       | program defined | office  | copilot |            |
        | e-1   | licence granted |         |         | 2026-04-01 |
      And this use of the tool, which the tool's feed covers
        | person | tool    | weekdays | from       | to         |
        | e-1    | gemini  | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-1    | copilot | Mon-Fri  | 2026-04-01 | 2026-05-29 |
      Then the "no-evidence" follow-ups open on 2026-05-14 are
        | person | program | owner | reason                                                                                |
        |        | chat    |       | Nothing has been reported since 2026-04-30: nobody knows how 1 people are getting on. |

    Example: Where no program is recorded yet, it is one as well
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |
        | e-2   | licence granted | 2026-04-01 |
      And this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
      Then the "no-evidence" follow-ups open on 2026-05-14 are
        | person | program | owner role | owner | reason                                                                                |
        |        | default | owner      |       | Nothing has been reported since 2026-04-30: nobody knows how 2 people are getting on. |

  Rule: Nobody is asked anything new while on leave or after leaving

    Background:
      Given these facts
        | about | fact            | program | person | from       | kind | on         | self reported days |
        |       | program defined | genai   |        |            |      |            |                    |
        |       | owner appointed | genai   | o-1    | 2026-01-01 |      |            |                    |
        | e-1   | check-in held   |         |        |            | chat | 2026-04-10 | 2                  |
        | e-1   | check-in held   |         |        |            | chat | 2026-04-24 | 2                  |
        | e-2   | check-in held   |         |        |            | chat | 2026-04-03 | 2                  |

    Example: It waits until the first day back
      Given these facts
        | about | fact        | from       | to         |
        | e-2   | leave taken | 2026-04-20 | 2026-04-24 |
      Then raising on 2026-04-20 leaves e-2's "no-evidence" waiting: on leave
      And raising on 2026-04-27 raises these "no-evidence" follow-ups
        | person |
        | e-2    |

    Example: After the last day at work
      Given these facts
        | about | fact | on         |
        | e-2   | left | 2026-04-17 |
      Then the "no-evidence" follow-ups open on 2026-04-17 are
        | person |
        | e-2    |
      And no "no-evidence" follow-up is open on 2026-04-18

  Rule: Somebody who was asked is left in peace for fourteen days

    Background:
      Given these facts
        | about | fact            | program | person | from       | kind | on         | self reported days |
        |       | program defined | genai   |        |            |      |            |                    |
        |       | owner appointed | genai   | o-1    | 2026-01-01 |      |            |                    |
        | e-1   | check-in held   |         |        |            | chat | 2026-04-10 | 2                  |
        | e-1   | check-in held   |         |        |            | chat | 2026-04-24 | 2                  |
        | e-2   | check-in held   |         |        |            | chat | 2026-04-03 | 2                  |

    Example: It comes back on the fourteenth day if it is still needed
      When the follow-ups are raised on 2026-04-17
      And e-2's "no-evidence" follow-up is done on 2026-04-20
      Then no "no-evidence" follow-up is open on 2026-05-03
      And the "no-evidence" follow-ups open on 2026-05-04 are
        | person | state |
        | e-2    | due   |
