@C3
Feature: guideline-revised: A new version of the guideline is not yet agreed to

  A guideline changes because the tools and the risks do, and whoever agreed once is the last to look again. So those who
  know the older version get two weeks to read what is new, and then a reminder.

  Background:
    Given these facts
      | about | fact                   | guideline | version | on         |
      |       | guideline published    | ai-rules  | 1       | 2025-04-01 |
      |       | guideline published    | ai-rules  | 2       | 2026-04-01 |
      | e-1   | guideline acknowledged | ai-rules  | 1       | 2025-04-10 |

  Rule: Fourteen days after a new version whoever agreed to an older one is reminded

    Example: On the thirteenth day nothing is said yet
      Then no "guideline-revised" follow-up is open on 2026-04-14

    Example: On the fourteenth day the follow-up is there
      Then the "guideline-revised" follow-ups open on 2026-04-15 are
        | person | priority | owner role | owner | channel | due on     | state | reason                                                                          |
        | e-1    | 2        | learner    | e-1   | message | 2026-04-15 | due   | Agreed to an older version of ai-rules; version 2 is in force since 2026-04-01. |

    Example: Whoever never agreed to any version is asked by another rule
      Given these facts
        | about | fact   | on         |
        | e-2   | joined | 2025-04-01 |
      Then the "guideline-revised" follow-ups open on 2026-04-15 are
        | person |
        | e-1    |
      And the "guideline-unacknowledged" follow-ups open on 2026-04-15 are
        | person |
        | e-2    |

    Example: Version 1.10 is newer than version 1.9
      Given these facts
        | about | fact                   | guideline  | version | on         |
        |       | guideline published    | data-rules | 1.9     | 2025-10-01 |
        |       | guideline published    | data-rules | 1.10    | 2026-04-01 |
        | e-1   | guideline acknowledged | ai-rules   | 2       | 2026-04-01 |
        | e-1   | guideline acknowledged | data-rules | 1.9     | 2025-10-02 |
      Then the "guideline-revised" follow-ups open on 2026-04-15 are
        | person | reason                                                                               |
        | e-1    | Agreed to an older version of data-rules; version 1.10 is in force since 2026-04-01. |

    Example: Two revised guidelines are two lines, and one message at a time
      Given these facts
        | about | fact                   | guideline  | version | on         |
        |       | guideline published    | data-rules | 1       | 2025-04-01 |
        |       | guideline published    | data-rules | 2       | 2026-04-02 |
        | e-1   | guideline acknowledged | data-rules | 1       | 2025-04-10 |
      When the follow-ups are raised on 2026-04-16
      Then the "guideline-revised" follow-ups open on 2026-04-16 are
        | person | state  | reason                                                                            |
        | e-1    | raised | Agreed to an older version of ai-rules; version 2 is in force since 2026-04-01.   |
        | e-1    | due    | Agreed to an older version of data-rules; version 2 is in force since 2026-04-02. |
      And raising on 2026-04-17 leaves e-1's "guideline-revised" waiting: already open

  Rule: The agreement to the version in force resolves it

    Example: Agreed on the thirteenth day: nothing ever appears
      Given these facts
        | about | fact                   | guideline | version | on         |
        | e-1   | guideline acknowledged | ai-rules  | 2       | 2026-04-14 |
      Then no "guideline-revised" follow-up is open on 2026-04-15

    Example: Agreed after the reminder
      Given these facts
        | about | fact                   | guideline | version | on         |
        | e-1   | guideline acknowledged | ai-rules  | 2       | 2026-04-20 |
      When the follow-ups are raised on 2026-04-15
      Then the "guideline-revised" follow-ups open on 2026-04-19 are
        | person | state  |
        | e-1    | raised |
      And no "guideline-revised" follow-up is open on 2026-04-20

    Example: The new version is withdrawn: the older one, which they know, is in force again
      Given these facts
        | fact                | guideline | version | on         |
        | guideline withdrawn | ai-rules  | 2       | 2026-04-20 |
      Then the "guideline-revised" follow-ups open on 2026-04-19 are
        | person |
        | e-1    |
      And no "guideline-revised" follow-up is open on 2026-04-20

    Example: Whoever agreed to a version newer than the one in force owes nothing
      Given these facts
        | about | fact                   | guideline | version | on         |
        | e-2   | guideline acknowledged | ai-rules  | 2       | 2026-04-02 |
        |       | guideline withdrawn    | ai-rules  | 2       | 2026-04-08 |
      Then no "guideline-revised" follow-up is open on 2026-05-29

  Rule: Every new version begins anew

    Example: The next version takes the place of the one before
      Given these facts
        | fact                | guideline | version | on         |
        | guideline published | ai-rules  | 3       | 2026-04-20 |
      When the follow-ups are raised on 2026-04-15
      Then the "guideline-revised" follow-ups open on 2026-04-19 are
        | person | state  |
        | e-1    | raised |
      And no "guideline-revised" follow-up is open on 2026-04-20
      And the "guideline-revised" follow-ups open on 2026-05-04 are
        | person | state | reason                                                                          |
        | e-1    | due   | Agreed to an older version of ai-rules; version 3 is in force since 2026-04-20. |

    Example: Closed less than fourteen days ago, it is not raised again yet
      Given these facts
        | fact                | guideline | version | on         |
        | guideline published | ai-rules  | 3       | 2026-04-20 |
      When the follow-ups are raised on 2026-04-15
      And the follow-ups are raised on 2026-04-21
      Then raising on 2026-05-04 leaves e-1's "guideline-revised" waiting: cool down
      And raising on 2026-05-05 raises these "guideline-revised" follow-ups
        | person |
        | e-1    |

    Example: Reminded, and still not agreed: it comes back on the fourteenth day
      When the follow-ups are raised on 2026-04-15
      And e-1's "guideline-revised" follow-up is done on 2026-04-16
      Then no "guideline-revised" follow-up is open on 2026-04-29
      And the "guideline-revised" follow-ups open on 2026-04-30 are
        | person | state |
        | e-1    | due   |

  Rule: It is no coaching: it does not wait for a place among two

    Example: Raised beside two coaching follow-ups
      Given these facts
        | about | fact               | on         | course       | question     |
        | e-1   | training completed | 2026-04-08 | genai-basics |              |
        | e-1   | question asked     | 2026-04-13 |              | how to quote |
      Then raising on 2026-04-15 raises these "guideline-revised" follow-ups
        | person |
        | e-1    |
      And the "first-check-in" follow-ups open on 2026-04-15 are
        | person | state  |
        | e-1    | raised |
      And the "unanswered-question" follow-ups open on 2026-04-15 are
        | person | state  |
        | e-1    | raised |

  Rule: Nobody is asked anything new while on leave or after leaving

    Example: Due during leave: it is put off to the first day back
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-13 | 2026-04-17 |
      Then the "guideline-revised" follow-ups open on 2026-04-15 are
        | person | due on     |
        | e-1    | 2026-04-20 |
      And raising on 2026-04-15 leaves e-1's "guideline-revised" waiting: on leave
      And raising on 2026-04-20 raises these "guideline-revised" follow-ups
        | person | due on     |
        | e-1    | 2026-04-20 |

    Example: After the last day at work
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-04-15 |
      Then the "guideline-revised" follow-ups open on 2026-04-15 are
        | person |
        | e-1    |
      And no "guideline-revised" follow-up is open on 2026-04-16
