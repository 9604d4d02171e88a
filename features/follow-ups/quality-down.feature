@D1
Feature: quality-down: The quality has gone down

  Work that is done faster and worse has not been helped. When ratings of the same people on the same task fall further
  than chance explains, the owner looks at that task with them, before the floor stops believing in the tool.

  Background:
    Given these facts
      | about | fact              | program  | title | person | starts on  | task    | metric | phase    | value | on         |
      |       | program defined   | sales-ai | Sales |        |            |         |        |          |       |            |
      |       | owner appointed   | sales-ai |       | boss-1 | 2026-04-01 |         |        |          |       |            |
      | e-1   | enrolled          | sales-ai |       |        | 2026-04-01 |         |        |          |       |            |
      | e-2   | enrolled          | sales-ai |       |        | 2026-04-01 |         |        |          |       |            |
      | e-3   | enrolled          | sales-ai |       |        | 2026-04-01 |         |        |          |       |            |
      | e-1   | measurement taken |          |       |        |            | quoting | rating | baseline | 4     | 2026-03-30 |
      | e-2   | measurement taken |          |       |        |            | quoting | rating | baseline | 4     | 2026-03-30 |
      | e-3   | measurement taken |          |       |        |            | quoting | rating | baseline | 4     | 2026-03-30 |
      | e-1   | measurement taken |          |       |        |            | quoting | rating | after    | 3     | 2026-07-01 |
      | e-2   | measurement taken |          |       |        |            | quoting | rating | after    | 3.5   | 2026-07-02 |
      | e-3   | measurement taken |          |       |        |            | quoting | rating | after    | 3     | 2026-07-03 |

  Rule: When the ratings of a task are lower by more than chance explains, the owner is asked to look at it

    Example: Two people who differ may be chance
      Then no "quality-down" follow-up is open on 2026-07-02

    Example: The third makes it certain
      Then the "quality-down" follow-ups open on 2026-07-03 are
        | person | program  | priority | owner role | owner  | channel | due on     | state | reason                                                                                             |
        |        | sales-ai | 2        | owner      | boss-1 | message | 2026-07-03 | due   | quoting: rated 0.83 points lower than before by 3 people (at least 0.12, with chance allowed for). |

    Example: Not worse, not better: no sure difference
      Given these facts
        | about | fact              | task           | metric | phase    | value | on         |
        | e-1   | measurement taken | minutes-taking | rating | baseline | 4     | 2026-03-30 |
        | e-2   | measurement taken | minutes-taking | rating | baseline | 3     | 2026-03-30 |
        | e-1   | measurement taken | minutes-taking | rating | after    | 4     | 2026-07-01 |
        | e-2   | measurement taken | minutes-taking | rating | after    | 3     | 2026-07-01 |
      Then no "quality-down" follow-up is open on 2026-07-02

  Rule: Only people who rated a task before and after are compared, each of them as one

    Example: One person alone says nothing about a task; two of one mind do
      Given these facts
        | about | fact              | task    | metric | phase    | value | on         |
        | e-1   | measurement taken | letters | rating | baseline | 5     | 2026-03-30 |
        | e-1   | measurement taken | letters | rating | after    | 3     | 2026-06-01 |
        | e-2   | measurement taken | letters | rating | after    | 1     | 2026-06-02 |
        | e-2   | measurement taken | letters | rating | baseline | 3     | 2026-06-03 |
      Then no "quality-down" follow-up is open on 2026-06-02
      And the "quality-down" follow-ups open on 2026-06-03 are
        | due on     | reason                                                                                           |
        | 2026-06-03 | letters: rated 2.0 points lower than before by 2 people (at least 2.0, with chance allowed for). |

    Example: Whoever was rated often still counts once, and whoever was rated in one phase only does not count
      Given these facts
        | about | fact              | program  | starts on  | task    | metric | phase | value | on         |
        | e-4   | enrolled          | sales-ai | 2026-04-01 |         |        |       |       |            |
        | e-1   | measurement taken |          |            | quoting | rating | after | 3     | 2026-07-03 |
        | e-1   | measurement taken |          |            | quoting | rating | after | 3     | 2026-07-03 |
        | e-4   | measurement taken |          |            | quoting | rating | after | 5     | 2026-07-04 |
        | e-4   | measurement taken |          |            | letters | rating | after | 5     | 2026-07-04 |
      Then the "quality-down" follow-ups open on 2026-07-04 are
        | due on     | reason                                                                                             |
        | 2026-07-03 | quoting: rated 0.83 points lower than before by 3 people (at least 0.12, with chance allowed for). |

    Example: Time is no rating, and every task stands for itself
      Given these facts
        | about | fact              | task      | metric  | phase    | value | on         |
        | e-1   | measurement taken | filing    | minutes | baseline | 30    | 2026-03-30 |
        | e-2   | measurement taken | filing    | minutes | baseline | 30    | 2026-03-30 |
        | e-1   | measurement taken | filing    | minutes | after    | 20    | 2026-06-01 |
        | e-2   | measurement taken | filing    | minutes | after    | 20    | 2026-06-01 |
        | e-1   | measurement taken | summaries | rating  | baseline | 4     | 2026-03-30 |
        | e-2   | measurement taken | summaries | rating  | baseline | 4     | 2026-03-30 |
        | e-1   | measurement taken | summaries | rating  | after    | 2     | 2026-07-03 |
        | e-2   | measurement taken | summaries | rating  | after    | 2     | 2026-07-03 |
      Then the "quality-down" follow-ups open on 2026-07-03 are
        | program  | reason                                                                                             |
        | sales-ai | summaries: rated 2.0 points lower than before by 2 people (at least 2.0, with chance allowed for). |
        | sales-ai | quoting: rated 0.83 points lower than before by 3 people (at least 0.12, with chance allowed for). |

  Rule: Better ratings resolve it; one that was looked at is not asked again for fourteen days

    Example: A fourth person whose work is as good as before
      When the follow-ups are raised on 2026-07-03
      And these facts are recorded
        | about | fact              | program  | starts on  | task    | metric | phase    | value | on         |
        | e-4   | enrolled          | sales-ai | 2026-04-01 |         |        |          |       |            |
        | e-4   | measurement taken |          |            | quoting | rating | baseline | 4     | 2026-03-30 |
        | e-4   | measurement taken |          |            | quoting | rating | after    | 4     | 2026-07-06 |
      Then the "quality-down" follow-ups known on 2026-07-06, closed ones too, are
        | program  | state    |
        | sales-ai | resolved |

    Example: Done, and fourteen days later the ratings are still lower
      When sales-ai's "quality-down" follow-up is done on 2026-07-06
      Then no "quality-down" follow-up is open on 2026-07-19
      And the "quality-down" follow-ups open on 2026-07-20 are
        | program  | due on     |
        | sales-ai | 2026-07-03 |

    Example: A second program whose people rated nothing has nothing to look at
      Given these facts
        | about | fact            | program   | starts on  |
        |       | program defined | office-ai |            |
        | e-9   | enrolled        | office-ai | 2026-04-01 |
      Then the "quality-down" follow-ups open on 2026-07-03 are
        | program  |
        | sales-ai |
