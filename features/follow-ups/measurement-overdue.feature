@D1 @D5
Feature: measurement-overdue: The monthly measurement is overdue

  Whether the tool pays is asked once a month, or it is forgotten; and what nobody measures, nobody can improve. A few
  minutes with a few people are enough: the owner is reminded before a month has gone by unseen.

  Background:
    Given these facts
      | about | fact            | program  | person | starts on  |
      |       | program defined | sales-ai |        | 2026-04-01 |
      |       | owner appointed | sales-ai | boss-1 | 2026-03-01 |
      | e-1   | enrolled        | sales-ai |        | 2026-04-01 |

  Rule: Thirty days after the launch something has been measured

    Example: On the twenty-ninth day nothing is said yet
      Then no "measurement-overdue" follow-up is open on 2026-04-30

    Example: On the thirtieth day the owner is reminded
      Then the "measurement-overdue" follow-ups open on 2026-05-01 are
        | person | program  | priority | owner role | owner  | channel | due on     | state | reason                                                               |
        |        | sales-ai | 3        | owner      | boss-1 | message | 2026-05-01 | due   | Nothing has been measured since 2026-04-01; it is due every 30 days. |

    Example: A baseline is no measurement of the effect, and what was measured before the launch does not count
      Given these facts
        | about | fact              | task    | metric  | value | on         | phase    |
        | e-1   | measurement taken | quoting | minutes | 45    | 2026-04-10 | baseline |
        | e-1   | measurement taken | quoting | minutes | 40    | 2026-03-25 | after    |
      Then no "measurement-overdue" follow-up is open on 2026-04-30
      And the "measurement-overdue" follow-ups open on 2026-05-01 are
        | due on     |
        | 2026-05-01 |

    Example: A program without a start date is launched when it enters step 3, and one without either is not asked
      Given these facts
        | about | fact            | program   | step      | on         |
        |       | program defined | office-ai |           |            |
        |       | phase entered   | office-ai | education | 2026-04-06 |
        |       | program defined | plain-ai  |           |            |
      Then the "measurement-overdue" follow-ups open on 2026-05-06 are
        | program   | due on     |
        | office-ai | 2026-05-06 |
        | sales-ai  | 2026-05-01 |

  Rule: A measurement of somebody who takes part resolves it for thirty days

    Example: Measured late, and due again thirty days after the last one
      When the follow-ups are raised on 2026-05-01
      And these facts are recorded
        | about | fact              | task    | metric  | value | on         | phase |
        | e-1   | measurement taken | quoting | minutes | 30    | 2026-05-07 | after |
        | e-1   | measurement taken | letters | minutes | 20    | 2026-05-04 | after |
      Then the "measurement-overdue" follow-ups known on 2026-05-07, closed ones too, are
        | program  | state    |
        | sales-ai | resolved |
      And no "measurement-overdue" follow-up is open on 2026-06-05
      And the "measurement-overdue" follow-ups open on 2026-06-06 are
        | due on     | reason                                                               |
        | 2026-06-06 | Nothing has been measured since 2026-05-07; it is due every 30 days. |

    Example: Two programs, and people of one of them measured
      Given these facts
        | about | fact              | program   | starts on  | task   | metric  | value | on         | phase |
        |       | program defined   | office-ai | 2026-04-01 |        |         |       |            |       |
        | e-9   | enrolled          | office-ai | 2026-04-01 |        |         |       |            |       |
        | e-9   | measurement taken |           |            | filing | minutes | 9     | 2026-04-20 | after |
      Then the "measurement-overdue" follow-ups open on 2026-05-01 are
        | program  |
        | sales-ai |

    Example: What somebody measured who has left since stays measured
      Given these facts
        | about | fact              | task    | metric  | value | on         | phase |
        | e-1   | measurement taken | quoting | minutes | 30    | 2026-04-20 | after |
        | e-1   | left              |         |         |       | 2026-04-30 |       |
      Then no "measurement-overdue" follow-up is open on 2026-05-19
      And the "measurement-overdue" follow-ups open on 2026-05-20 are
        | program  | due on     |
        | sales-ai | 2026-05-20 |

  Rule: One that was done without a figure is asked for again after fourteen days

    Example: Done, but nothing was recorded
      When sales-ai's "measurement-overdue" follow-up is done on 2026-05-04
      Then no "measurement-overdue" follow-up is open on 2026-05-17
      And the "measurement-overdue" follow-ups open on 2026-05-18 are
        | program  | state |
        | sales-ai | due   |
