@B7
Feature: back-from-leave: Back from a long leave

  Whoever comes back after a month finds another tool than the one they left, and everybody else a month ahead. The manager
  takes a quarter of an hour on the first day, so that nobody has to find the way back alone.

  Background:
    Given these facts
      | about | fact               | on         | department | manager | person | from       |
      | e-1   | licence granted    | 2025-04-01 |            |         |        |            |
      | e-1   | moved              | 2025-04-01 | sales      | m-1     |        |            |
      |       | champion appointed |            | sales      |         | c-1    | 2026-01-01 |
      |       | owner appointed    |            |            |         | o-1    | 2026-01-01 |

  Rule: On the first day back after twenty working days of leave the manager is asked to talk with them

    Example: On the last day of leave nothing is said
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-01 | 2026-04-28 |
      Then no "back-from-leave" follow-up is open on 2026-04-28

    Example: On the first day back the follow-up is there
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-01 | 2026-04-28 |
      Then the "back-from-leave" follow-ups open on 2026-04-29 are
        | person | priority | owner role | owner | channel | due on     | state | reason                                         |
        | e-1    | 3        | manager    | m-1   | meeting | 2026-04-29 | due   | Back on 2026-04-29 after 20 working days away. |

    Example: Nineteen working days are no long leave
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-01 | 2026-04-27 |
      Then no "back-from-leave" follow-up is open on 2026-04-28

    Example: The weekend after the leave is no day back
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-06 | 2026-05-01 |
      Then no "back-from-leave" follow-up is open on 2026-05-03
      And the "back-from-leave" follow-ups open on 2026-05-04 are
        | person | due on     | reason                                         |
        | e-1    | 2026-05-04 | Back on 2026-05-04 after 20 working days away. |

    Example: A closure after the leave is no day back either
      Given these facts
        | about | fact             | from       | to         | on         |
        | e-1   | leave taken      | 2026-04-06 | 2026-05-01 |            |
        |       | closure declared |            |            | 2026-05-04 |
      Then no "back-from-leave" follow-up is open on 2026-05-04
      And the "back-from-leave" follow-ups open on 2026-05-05 are
        | person |
        | e-1    |

    Example: Only the person's own work days count
      Given these facts
        | about | fact              | on         | workdays | from       | to         |
        | e-1   | work calendar set | 2025-04-01 | 0;1;2    |            |            |
        | e-1   | leave taken       |            |          | 2026-04-06 | 2026-05-15 |
      Then no "back-from-leave" follow-up is open on 2026-05-18

  Rule: Leave that was booked in pieces is one leave, as long as no working day lies between

    Example: Booked again over a weekend
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-01 | 2026-04-10 |
        | e-1   | leave taken | 2026-04-13 | 2026-04-28 |
      Then no "back-from-leave" follow-up is open on 2026-04-28
      And the "back-from-leave" follow-ups open on 2026-04-29 are
        | person | reason                                         |
        | e-1    | Back on 2026-04-29 after 20 working days away. |

    Example: One day at work lies between
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-01 | 2026-04-09 |
        | e-1   | leave taken | 2026-04-13 | 2026-04-30 |
      Then no "back-from-leave" follow-up is open on 2026-05-01

  Rule: A check-in after the return resolves it

    Background:
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-01 | 2026-04-28 |

    Example: On the first day back
      Given these facts
        | about | fact          | kind | on         |
        | e-1   | check-in held | chat | 2026-04-29 |
      Then no "back-from-leave" follow-up is open on 2026-04-29

    Example: Some days later
      Given these facts
        | about | fact          | kind    | on         |
        | e-1   | check-in held | meeting | 2026-05-04 |
      When the follow-ups are raised on 2026-04-29
      Then the "back-from-leave" follow-ups open on 2026-05-03 are
        | person | state  |
        | e-1    | raised |
      And no "back-from-leave" follow-up is open on 2026-05-04

    Example: A check-in during the leave is none about the return
      Given these facts
        | about | fact          | kind | on         |
        | e-1   | check-in held | chat | 2026-04-28 |
      Then the "back-from-leave" follow-ups open on 2026-04-29 are
        | person |
        | e-1    |

  Rule: The last long leave counts

    Background:
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-01 | 2026-04-28 |

    Example: A short leave afterwards changes nothing
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-05-11 | 2026-05-15 |
      Then the "back-from-leave" follow-ups open on 2026-05-18 are
        | person | due on     | reason                                         |
        | e-1    | 2026-04-29 | Back on 2026-04-29 after 20 working days away. |

    Example: The next long leave takes its place on the day of return
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-06-01 | 2026-06-30 |
      Then the "back-from-leave" follow-ups open on 2026-06-30 are
        | person | reason                                         |
        | e-1    | Back on 2026-04-29 after 20 working days away. |
      And the "back-from-leave" follow-ups open on 2026-07-01 are
        | person | reason                                         |
        | e-1    | Back on 2026-07-01 after 22 working days away. |

    Example: Talked to after the first, and not yet after the second
      Given these facts
        | about | fact          | kind | on         | from       | to         |
        | e-1   | check-in held | chat | 2026-05-07 |            |            |
        | e-1   | leave taken   |      |            | 2026-06-01 | 2026-06-30 |
      When the follow-ups are raised on 2026-04-29
      And the follow-ups are raised on 2026-05-07
      Then no "back-from-leave" follow-up is open on 2026-06-30
      And the "back-from-leave" follow-ups open on 2026-07-01 are
        | person | state |
        | e-1    | due   |

  Rule: Nobody is asked anything new while on leave or after leaving

    Background:
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-01 | 2026-04-28 |

    Example: Away again before anybody talked with them
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-30 | 2026-05-01 |
      Then raising on 2026-04-30 leaves e-1's "back-from-leave" waiting: on leave
      And raising on 2026-05-04 raises these "back-from-leave" follow-ups
        | person |
        | e-1    |

    Example: Left without coming back
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-04-28 |
      Then no "back-from-leave" follow-up is open on 2026-04-29

  Rule: Somebody who was welcomed back is left in peace for fourteen days

    Background:
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-01 | 2026-04-28 |

    Example: It comes back on the fourteenth day if it is still needed
      When the follow-ups are raised on 2026-04-29
      And e-1's "back-from-leave" follow-up is done on 2026-04-30
      Then no "back-from-leave" follow-up is open on 2026-05-13
      And the "back-from-leave" follow-ups open on 2026-05-14 are
        | person | state |
        | e-1    | due   |
