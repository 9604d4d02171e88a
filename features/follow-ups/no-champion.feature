@B6
Feature: no-champion: A department without a champion

  Help has to sit nearby: somebody in the department who is asked first, and who sees when a colleague gets stuck. Where
  a department takes part and has no such person, the owner finds one.

  Background:
    Given these facts
      | about | fact               | program  | person | department | starts on  | on         |
      |       | program defined    | sales-ai |        |            | 2026-04-01 |            |
      |       | owner appointed    | sales-ai | boss-1 |            | 2026-03-02 |            |
      |       | champion appointed | sales-ai | c-1    | sales      | 2026-04-01 |            |
      | e-1   | moved              |          |        | sales      |            | 2026-01-01 |
      | e-2   | moved              |          |        | support    |            | 2026-01-01 |
      | e-3   | moved              |          |        | support    |            | 2026-01-01 |
      | e-1   | enrolled           | sales-ai |        |            | 2026-03-02 |            |
      | e-2   | enrolled           | sales-ai |        |            | 2026-03-09 |            |
      | e-3   | enrolled           | sales-ai |        |            | 2026-04-06 |            |

  Rule: A department that takes part has a champion

    Example: The day before the champion of one of two departments begins, and the day
      Then the "no-champion" follow-ups open on 2026-03-31 are
        | department |
        | sales      |
        | support    |
      And the "no-champion" follow-ups open on 2026-04-01 are
        | department |
        | support    |

    Example: The owner is asked for a champion of the department, with the people who have none
      Then the "no-champion" follow-ups open on 2026-04-06 are
        | person | program  | department | priority | owner role | owner  | channel | due on     | state | reason                                                  |
        |        | sales-ai | support    | 3        | owner      | boss-1 | message | 2026-03-09 | due   | support has no champion; people who take part there: 2. |

    Example: The champion of another program is not theirs; nothing is due before a program has begun
      Given these facts
        | about | fact               | program   | person | department | starts on  |
        |       | program defined    | office-ai |        |            | 2026-04-01 |
        |       | champion appointed | office-ai | c-2    | support    | 2026-04-01 |
        |       | program defined    | plain-ai  |        |            |            |
      Then the "no-champion" follow-ups open on 2026-04-06 are
        | program   | department | due on     |
        | office-ai | sales      | 2026-04-01 |
        | plain-ai  | sales      | 2026-04-06 |
        | plain-ai  | support    | 2026-04-06 |
        | sales-ai  | support    | 2026-03-09 |

    Example: After the champion's last day the department has none
      Given these facts
        | about | fact       | program  | person | department | role     | on         |
        |       | role ended | sales-ai | c-1    | sales      | champion | 2026-06-30 |
      Then the "no-champion" follow-ups open on 2026-06-30 are
        | department |
        | support    |
      And the "no-champion" follow-ups open on 2026-07-01 are
        | department | due on     |
        | sales      | 2026-07-01 |
        | support    | 2026-03-09 |

  Rule: A champion resolves it: one of the department, or one for all

    Example: Of the department
      When the follow-ups are raised on 2026-04-06
      And these facts are recorded
        | about | fact               | program  | person | department | starts on  |
        |       | champion appointed | sales-ai | c-2    | support    | 2026-04-13 |
      Then the "no-champion" follow-ups known on 2026-04-12, closed ones too, are
        | department | state  |
        | support    | raised |
      And the "no-champion" follow-ups known on 2026-04-13, closed ones too, are
        | department | state    |
        | support    | resolved |

    Example: For all departments, as long as it lasts
      Given these facts
        | about | fact               | program  | person | starts on  | role     | on         |
        |       | champion appointed | sales-ai | c-3    | 2026-04-13 |          |            |
        |       | role ended         | sales-ai | c-3    |            | champion | 2026-04-30 |
      Then no "no-champion" follow-up is open on 2026-04-13
      And no "no-champion" follow-up is open on 2026-04-30
      And the "no-champion" follow-ups open on 2026-05-01 are
        | department | due on     |
        | support    | 2026-05-01 |

    Example: Done without a champion, it is asked again after fourteen days
      When sales-ai's "no-champion" follow-up is done on 2026-04-07
      Then no "no-champion" follow-up is open on 2026-04-20
      And the "no-champion" follow-ups open on 2026-04-21 are
        | department |
        | support    |
