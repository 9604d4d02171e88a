@B6
Feature: no-owner: Nobody answers for the program

  A program that belongs to everybody belongs to nobody: questions stay open, decisions wait, and use fades without
  anyone seeing it. It needs one name, before anything else.

  Background:
    Given these facts
      | about | fact            | program  | starts on  |
      |       | program defined | sales-ai | 2026-04-01 |
      | e-1   | enrolled        | sales-ai | 2026-04-01 |

  Rule: A program has an owner from its first day

    Example: As long as there is none, it says so, and nobody is there to be told
      Then the "no-owner" follow-ups open on 2026-04-01 are
        | person | program  | priority | owner role | owner | channel | due on     | state | reason                    |
        |        | sales-ai | 2        | owner      |       | message | 2026-04-01 | due   | The program has no owner. |

    Example: A champion is not an owner, and the owner of another program not theirs
      Given these facts
        | about | fact               | program   | person | starts on  |
        |       | program defined    | office-ai |        | 2026-04-01 |
        |       | owner appointed    | office-ai | boss-2 | 2026-04-01 |
        |       | champion appointed | sales-ai  | c-1    | 2026-04-01 |
      Then the "no-owner" follow-ups open on 2026-04-01 are
        | program  |
        | sales-ai |

    Example: A program about which nothing is dated is asked on the day
      Given these facts
        | about | fact            | program   |
        |       | program defined | office-ai |
      Then the "no-owner" follow-ups open on 2026-04-06 are
        | program   | due on     |
        | office-ai | 2026-04-06 |
        | sales-ai  | 2026-04-01 |

  Rule: An owner resolves it, of the program or of all

    Example: The day before the owner begins, and the day
      Given these facts
        | about | fact            | program  | person | starts on  |
        |       | owner appointed | sales-ai | boss-1 | 2026-04-13 |
      When the follow-ups are raised on 2026-04-06
      Then the "no-owner" follow-ups known on 2026-04-12, closed ones too, are
        | program  | state  |
        | sales-ai | raised |
      And the "no-owner" follow-ups known on 2026-04-13, closed ones too, are
        | program  | state    |
        | sales-ai | resolved |

    Example: One who answers for all programs
      Given these facts
        | about | fact            | person | starts on  |
        |       | owner appointed | boss-3 | 2026-04-13 |
      Then no "no-owner" follow-up is open on 2026-04-13

  Rule: When the last owner goes, it is there again

    Example: On the owner's last day, and the day after
      Given these facts
        | about | fact            | program  | person | starts on  | role  | on         |
        |       | owner appointed | sales-ai | boss-1 | 2026-03-02 |       |            |
        |       | role ended      | sales-ai | boss-1 |            | owner | 2026-06-30 |
      Then no "no-owner" follow-up is open on 2026-06-30
      And the "no-owner" follow-ups open on 2026-07-01 are
        | program  | due on     |
        | sales-ai | 2026-07-01 |

    Example: Done without an owner, it is asked again after fourteen days
      When sales-ai's "no-owner" follow-up is done on 2026-04-07
      Then no "no-owner" follow-up is open on 2026-04-20
      And the "no-owner" follow-ups open on 2026-04-21 are
        | program  | owner |
        | sales-ai |       |
