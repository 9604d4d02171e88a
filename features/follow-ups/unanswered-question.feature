@B3 @B7
Feature: unanswered-question: A question waits for an answer

  Somebody who asks is somebody who wants to. A question that nobody answers ends more beginnings than any missing function, so
  after two working days the champion is asked to answer, or to find who can.

  Background:
    Given these facts
      | about | fact               | on         | department | manager | person | from       |
      | e-1   | moved              | 2025-04-01 | sales      | m-1     |        |            |
      |       | champion appointed |            | sales      |         | c-1    | 2026-01-01 |
      |       | owner appointed    |            |            |         | o-1    | 2026-01-01 |

  Rule: After two working days without an answer the champion is asked to see to it

    Example: On the first working day nothing is said yet
      Given these facts
        | about | fact           | question     | on         |
        | e-1   | question asked | how to quote | 2026-04-06 |
      Then no "unanswered-question" follow-up is open on 2026-04-07

    Example: On the second working day the follow-up is there
      Given these facts
        | about | fact           | question     | on         |
        | e-1   | question asked | how to quote | 2026-04-06 |
      Then the "unanswered-question" follow-ups open on 2026-04-08 are
        | person | priority | owner role | owner | channel | due on     | state | reason                                                        |
        | e-1    | 2        | champion   | c-1   | chat    | 2026-04-08 | due   | A question of 2026-04-06 waits for an answer (1 open in all). |

    Example: A weekend is no working time
      Given these facts
        | about | fact           | question     | on         |
        | e-1   | question asked | how to quote | 2026-04-10 |
      Then no "unanswered-question" follow-up is open on 2026-04-13
      And the "unanswered-question" follow-ups open on 2026-04-14 are
        | person | due on     |
        | e-1    | 2026-04-14 |

  Rule: The answer resolves it

    Background:
      Given these facts
        | about | fact           | question     | on         |
        | e-1   | question asked | how to quote | 2026-04-06 |

    Example: Answered on the same day
      Given these facts
        | about | fact              | question     | on         |
        | e-1   | question answered | how to quote | 2026-04-06 |
      Then no "unanswered-question" follow-up is open on 2026-04-08

    Example: Answered after it was raised
      Given these facts
        | about | fact              | question     | on         |
        | e-1   | question answered | how to quote | 2026-04-09 |
      When the follow-ups are raised on 2026-04-08
      Then the "unanswered-question" follow-ups open on 2026-04-08 are
        | person | state  |
        | e-1    | raised |
      And no "unanswered-question" follow-up is open on 2026-04-09

    Example: The answer to another question does not help
      Given these facts
        | about | fact              | question    | on         |
        | e-1   | question asked    | which model | 2026-04-01 |
        | e-1   | question answered | which model | 2026-04-07 |
      Then the "unanswered-question" follow-ups open on 2026-04-08 are
        | person | reason                                                        |
        | e-1    | A question of 2026-04-06 waits for an answer (1 open in all). |

    Example: An answer somebody else got does not help
      Given these facts
        | about | fact              | question     | on         |
        | e-2   | question asked    | how to quote | 2026-04-06 |
        | e-2   | question answered | how to quote | 2026-04-07 |
      Then the "unanswered-question" follow-ups open on 2026-04-08 are
        | person |
        | e-1    |

    Example: Asked again after the answer, it is open again
      Given these facts
        | about | fact              | question     | on         |
        | e-1   | question answered | how to quote | 2026-04-07 |
        | e-1   | question asked    | how to quote | 2026-04-13 |
      Then no "unanswered-question" follow-up is open on 2026-04-14
      And the "unanswered-question" follow-ups open on 2026-04-15 are
        | person | reason                                                        |
        | e-1    | A question of 2026-04-13 waits for an answer (1 open in all). |

  Rule: Several questions of one person are one follow-up, about the oldest

    Example: Two questions, the later one told first
      Given these facts
        | about | fact           | question     | on         |
        | e-1   | question asked | which model  | 2026-04-07 |
        | e-1   | question asked | how to quote | 2026-04-06 |
      Then the "unanswered-question" follow-ups open on 2026-04-08 are
        | person | reason                                                        |
        | e-1    | A question of 2026-04-06 waits for an answer (2 open in all). |
      And the "unanswered-question" follow-ups open on 2026-04-09 are
        | person | reason                                                        |
        | e-1    | A question of 2026-04-06 waits for an answer (2 open in all). |

    Example: When the oldest is answered, the next one counts
      Given these facts
        | about | fact              | question     | on         |
        | e-1   | question asked    | which model  | 2026-04-07 |
        | e-1   | question asked    | how to quote | 2026-04-06 |
        | e-1   | question answered | how to quote | 2026-04-08 |
      Then no "unanswered-question" follow-up is open on 2026-04-08
      And the "unanswered-question" follow-ups open on 2026-04-09 are
        | person | reason                                                        |
        | e-1    | A question of 2026-04-07 waits for an answer (1 open in all). |

  Rule: While whoever asked is away, the question can wait

    Example: Days of leave are no working days
      Given these facts
        | about | fact           | question     | on         | from       | to         |
        | e-1   | question asked | how to quote | 2026-04-06 |            |            |
        | e-1   | leave taken    |              |            | 2026-04-07 | 2026-04-08 |
      Then no "unanswered-question" follow-up is open on 2026-04-09
      And the "unanswered-question" follow-ups open on 2026-04-10 are
        | person | due on     |
        | e-1    | 2026-04-10 |

    Example: Nothing new is raised during leave
      Given these facts
        | about | fact           | question     | on         | from       | to         |
        | e-1   | question asked | how to quote | 2026-04-06 |            |            |
        | e-1   | leave taken    |              |            | 2026-04-09 | 2026-04-10 |
      Then raising on 2026-04-09 leaves e-1's "unanswered-question" waiting: on leave
      And raising on 2026-04-13 raises these "unanswered-question" follow-ups
        | person |
        | e-1    |

    Example: After the last day at work
      Given these facts
        | about | fact           | question     | on         |
        | e-1   | question asked | how to quote | 2026-04-06 |
        | e-1   | left           |              | 2026-04-08 |
      Then the "unanswered-question" follow-ups open on 2026-04-08 are
        | person |
        | e-1    |
      And no "unanswered-question" follow-up is open on 2026-04-09

  Rule: Somebody who was helped is not raised again for fourteen days

    Example: Done without an answer on record: it comes back on the fourteenth day
      Given these facts
        | about | fact           | question     | on         |
        | e-1   | question asked | how to quote | 2026-04-06 |
      When the follow-ups are raised on 2026-04-08
      And e-1's "unanswered-question" follow-up is done on 2026-04-09
      Then no "unanswered-question" follow-up is open on 2026-04-22
      And the "unanswered-question" follow-ups open on 2026-04-23 are
        | person | state |
        | e-1    | due   |

    Example: The next question is listed in time, and raised after the fourteen days
      Given these facts
        | about | fact              | question     | on         |
        | e-1   | question asked    | how to quote | 2026-04-06 |
        | e-1   | question answered | how to quote | 2026-04-09 |
        | e-1   | question asked    | which model  | 2026-04-13 |
      When the follow-ups are raised on 2026-04-08
      And the follow-ups are raised on 2026-04-09
      Then the "unanswered-question" follow-ups open on 2026-04-15 are
        | person | state |
        | e-1    | due   |
      And raising on 2026-04-15 leaves e-1's "unanswered-question" waiting: cool down
      And raising on 2026-04-23 raises these "unanswered-question" follow-ups
        | person |
        | e-1    |
