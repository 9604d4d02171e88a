Feature: Never used from the start

  A licence is not a user. Whoever never began looks, in a count of accounts, exactly like a success; so the status says
  that they have not started, and how many working days they have had the chance.

  @A1
  Rule: From the day of the licence on, a person who has not used the tool has not started

    Background:
      Given these facts
        | about | fact            | on         | tool   | from       | to         |
        | e-1   | licence granted | 2026-04-01 |        |            |            |
        |       | usage covered   |            | gemini | 2026-04-01 | 2026-06-30 |

    Example: Working days since the licence are counted, weekends are not
      Then the status as of 2026-04-30 is
        | person | state       | since      | silence | strength | first used on |
        | e-1    | not_started | 2026-04-01 | 22      | 0.0      |               |

    Example: Reported as unused is not use
      Given these facts
        | about | fact      | tool   | on         | count |
        | e-1   | tool used | gemini | 2026-04-10 | 0     |
      Then the status as of 2026-04-30 is
        | person | state       | first used on |
        | e-1    | not_started |               |

    Example: Use inside a training session is not use
      Given these facts
        | about | fact      | tool   | on         | in training |
        | e-1   | tool used | gemini | 2026-04-10 | yes         |
      Then the status as of 2026-04-30 is
        | person | state       | first used on |
        | e-1    | not_started |               |

    Example: The first day of use ends it
      Given these facts
        | about | fact      | tool   | on         |
        | e-1   | tool used | gemini | 2026-04-10 |
      Then the status as of 2026-04-09 is
        | person | state       | since      |
        | e-1    | not_started | 2026-04-01 |
      And the status as of 2026-04-10 is
        | person | state  | since      | tenure |
        | e-1    | trying | 2026-04-10 | 1      |

  @A1
  Rule: Nobody is judged before their first day

    Example: A licence that begins in May says nothing about April
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-05-01 |
      Then nobody is known of as of 2026-04-30
      And the status as of 2026-05-01 is
        | person | state       |
        | e-1    | not_started |
