@C2 @G1
Feature: stale-knowledge: What was learnt is old

  The tools change every month, and what was taught once is soon the old way of doing it. Learning is a line, not a
  point: who has not been shown anything for a while gets a refresher.

  Background:
    Given these facts
      | about | fact               | program | person | course       | topics                      | kind    | tools  | on         |
      |       | program defined    | genai   |        |              |                             |         | gemini |            |
      |       | owner appointed    | genai   | e-9    |              |                             |         |        |            |
      | e-1   | training completed |         |        | genai-basics | usage; use_cases; guideline |         |        | 2026-04-01 |
      | e-1   | check-in held      |         |        |              |                             | meeting |        | 2026-04-20 |

  Rule: Thirty days after the last learning, when the tool has changed since

    Example: On the twenty-ninth day nothing is said yet
      Given these facts
        | about | fact               | tool   | on         |
        |       | tool news released | gemini | 2026-04-10 |
      Then no "stale-knowledge" follow-up is open on 2026-04-30

    Example: On the thirtieth day the follow-up is there
      Given these facts
        | about | fact               | tool   | on         |
        |       | tool news released | gemini | 2026-04-10 |
      Then the "stale-knowledge" follow-ups open on 2026-05-01 are
        | person | program | priority | owner role | owner | channel  | due on     | state | reason                                                               |
        | e-1    |         | 3        | owner      | e-9   | training | 2026-05-01 | due   | Last learnt something on 2026-04-01; the tool changed on 2026-04-10. |

    Example: News later than that count from the day they come
      Given these facts
        | about | fact               | tool   | on         |
        |       | tool news released | gemini | 2026-05-20 |
      Then no "stale-knowledge" follow-up is open on 2026-05-19
      And the "stale-knowledge" follow-ups open on 2026-05-20 are
        | person | due on     |
        | e-1    | 2026-05-20 |

    Example: Of several news the first counts
      Given these facts
        | about | fact               | tool   | on         |
        |       | tool news released | gemini | 2026-05-20 |
        |       | tool news released | gemini | 2026-04-10 |
      Then the "stale-knowledge" follow-ups open on 2026-05-20 are
        | person | due on     |
        | e-1    | 2026-05-01 |

    Example: What was new on the day of the training was taught there
      Given these facts
        | about | fact               | tool   | on         |
        |       | tool news released | gemini | 2026-04-01 |
      Then no "stale-knowledge" follow-up is open on 2026-05-01

    Example: News of a tool nobody here uses
      Given these facts
        | about | fact               | tool    | on         |
        |       | tool news released | copilot | 2026-04-10 |
      Then no "stale-knowledge" follow-up is open on 2026-05-01

  Rule: Ninety days after the last learning in any case

    Example: On the eighty-ninth day nothing is said yet
      Then no "stale-knowledge" follow-up is open on 2026-06-29

    Example: On the ninetieth day the follow-up is there
      Then the "stale-knowledge" follow-ups open on 2026-06-30 are
        | person | due on     | reason                                                                 |
        | e-1    | 2026-06-30 | Last learnt something on 2026-04-01, and nothing in the 90 days since. |

    Example: News on the ninetieth day are the reason
      Given these facts
        | about | fact               | tool   | on         |
        |       | tool news released | gemini | 2026-06-30 |
      Then the "stale-knowledge" follow-ups open on 2026-06-30 are
        | person | due on     | reason                                                               |
        | e-1    | 2026-06-30 | Last learnt something on 2026-04-01; the tool changed on 2026-06-30. |

    Example: News after the ninetieth day change nothing
      Given these facts
        | about | fact               | tool   | on         |
        |       | tool news released | gemini | 2026-07-10 |
      Then the "stale-knowledge" follow-ups open on 2026-07-10 are
        | person | due on     | reason                                                                 |
        | e-1    | 2026-06-30 | Last learnt something on 2026-04-01, and nothing in the 90 days since. |

    Example: Who has learnt nothing yet has nothing to forget
      Given these facts
        | about | fact            | on         |
        | e-2   | licence granted | 2026-04-01 |
      Then the "stale-knowledge" follow-ups open on 2026-06-30 are
        | person |
        | e-1    |

  Rule: A training or a hands-on session is learning; a meeting is not

    Background:
      Given these facts
        | about | fact               | tool   | on         |
        |       | tool news released | gemini | 2026-04-10 |
      When the follow-ups are raised on 2026-05-01

    Example: A hands-on session resolves it, and ninety days begin
      Given these facts
        | about | fact          | kind     | on         |
        | e-1   | check-in held | hands_on | 2026-05-04 |
      Then the "stale-knowledge" follow-ups open on 2026-05-03 are
        | person | state  |
        | e-1    | raised |
      And no "stale-knowledge" follow-up is open on 2026-05-04
      And no "stale-knowledge" follow-up is open on 2026-08-01
      And the "stale-knowledge" follow-ups open on 2026-08-02 are
        | person | due on     |
        | e-1    | 2026-08-02 |

    Example: A training resolves it, passed or not
      Given these facts
        | about | fact               | course         | passed | on         |
        | e-1   | training completed | genai-advanced | no     | 2026-05-04 |
      Then no "stale-knowledge" follow-up is open on 2026-05-04

    Example: A meeting does not
      Given these facts
        | about | fact          | kind    | on         |
        | e-1   | check-in held | meeting | 2026-05-04 |
      Then the "stale-knowledge" follow-ups open on 2026-05-04 are
        | person | state  |
        | e-1    | raised |

    Example: Done without learning anything, it is asked again after fourteen days
      When e-1's "stale-knowledge" follow-up is done on 2026-05-04
      Then raising on 2026-05-17 raises no "stale-knowledge" follow-up
      And raising on 2026-05-18 raises these "stale-knowledge" follow-ups
        | person |
        | e-1    |

  Rule: Leave moves the due date to the first day back, and nothing new is raised meanwhile

    Example: The thirtieth day falls into leave
      Given these facts
        | about | fact               | tool   | on         | from       | to         |
        |       | tool news released | gemini | 2026-04-10 |            |            |
        | e-1   | leave taken        |        |            | 2026-04-28 | 2026-05-08 |
      Then the "stale-knowledge" follow-ups open on 2026-05-01 are
        | person | due on     |
        | e-1    | 2026-05-11 |
      And raising on 2026-05-08 leaves e-1's "stale-knowledge" waiting: on leave
      And raising on 2026-05-11 raises these "stale-knowledge" follow-ups
        | person | due on     |
        | e-1    | 2026-05-11 |

    Example: After the last day at work
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-06-29 |
      Then no "stale-knowledge" follow-up is open on 2026-06-30

  Rule: A person is taught once, whichever program the tool belongs to

    Example: Both programs' tools have changed
      Given these facts
        | about | fact               | program | tools   | tool    | on         |
        |       | program defined    | copilot | copilot |         |            |
        |       | tool news released |         |         | copilot | 2026-04-08 |
        |       | tool news released |         |         | gemini  | 2026-04-10 |
      Then the "stale-knowledge" follow-ups open on 2026-05-01 are
        | person | program | reason                                                               |
        | e-1    |         | Last learnt something on 2026-04-01; the tool changed on 2026-04-08. |
