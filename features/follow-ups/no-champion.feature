@B6
Feature: no-champion: A department without a champion

  People ask somebody who sits nearby long before they write to a help desk. So every department that takes part has
  a champion of its own, who knows the work there and can be asked.

  Background:
    Given these facts
      | about | fact            | program | person | department | step      | on         | from       |
      |       | program defined | genai   |        |            |           |            |            |
      |       | phase entered   | genai   |        |            | education | 2026-04-06 |            |
      |       | owner appointed | genai   | e-9    |            |           |            |            |
      | e-1   | enrolled        | genai   |        |            |           |            | 2026-04-01 |
      | e-1   | moved           |         |        | sales      |           | 2026-04-01 |            |
      | e-2   | enrolled        | genai   |        |            |           |            | 2026-04-01 |
      | e-2   | moved           |         |        | sales      |           | 2026-04-01 |            |

  Rule: The owner is asked to find a champion for each department that takes part

    Example: A department with people and without a champion
      Then the "no-champion" follow-ups open on 2026-04-06 are
        | person | program | department | priority | owner role | owner | channel | due on     | state | reason                                         |
        |        | genai   | sales      | 3        | owner      | e-9   | message | 2026-04-06 | due   | Nobody in sales can be asked (taking part: 2). |

    Example: Each department is asked for by itself
      Given these facts
        | about | fact     | program | department | on         | from       |
        | e-3   | enrolled | genai   |            |            | 2026-04-01 |
        | e-3   | moved    |         | legal      | 2026-04-01 |            |
      Then the "no-champion" follow-ups open on 2026-04-06 are
        | department |
        | legal      |
        | sales      |

    Example: Somebody without a department belongs to none
      Given these facts
        | about | fact     | program | from       |
        | e-3   | enrolled | genai   | 2026-04-01 |
      Then the "no-champion" follow-ups open on 2026-04-06 are
        | department | reason                                         |
        | sales      | Nobody in sales can be asked (taking part: 2). |

    Example: Before anything is dated in the program it is asked today
      Then the "no-champion" follow-ups open on 2026-04-05 are
        | department | due on     |
        | sales      | 2026-04-05 |

  Rule: An appointment resolves it

    Example: The day before the appointment, and the day of it
      Given these facts
        | about | fact               | program | person | department | from       |
        |       | champion appointed | genai   | e-7    | sales      | 2026-04-13 |
      Then the "no-champion" follow-ups open on 2026-04-12 are
        | department |
        | sales      |
      And no "no-champion" follow-up is open on 2026-04-13

    Example: A champion of another department is no help
      Given these facts
        | about | fact               | program | person | department | from       |
        |       | champion appointed | genai   | e-7    | legal      | 2026-04-01 |
      Then the "no-champion" follow-ups open on 2026-04-13 are
        | department |
        | sales      |

    Example: One champion for all departments is enough
      Given these facts
        | about | fact               | program | person | department | from       |
        |       | champion appointed | genai   | e-7    |            | 2026-04-13 |
      Then no "no-champion" follow-up is open on 2026-04-13

    Example: The champion's last day in the role, and the day after
      Given these facts
        | about | fact               | program | person | department | role     | from       | on         |
        |       | champion appointed | genai   | e-7    | sales      |          | 2026-04-01 |            |
        |       | role ended         | genai   | e-7    | sales      | champion |            | 2026-05-29 |
      Then no "no-champion" follow-up is open on 2026-05-29
      And the "no-champion" follow-ups open on 2026-05-30 are
        | department |
        | sales      |

  Rule: Only departments that take part need one

    Example: When everybody of a department has left, nobody need be asked
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-04-30 |
        | e-2   | left | 2026-05-29 |
      Then the "no-champion" follow-ups open on 2026-05-01 are
        | department | reason                                         |
        | sales      | Nobody in sales can be asked (taking part: 1). |
      And no "no-champion" follow-up is open on 2026-05-30

  Rule: Each program looks for its own

    Example: The champion of another program is not the champion of this one
      Given these facts
        | about | fact               | program | person | department | from       |
        |       | program defined    | copilot |        |            |            |
        | e-1   | enrolled           | copilot |        |            | 2026-04-01 |
        |       | champion appointed | copilot | e-7    | sales      | 2026-04-01 |
      Then the "no-champion" follow-ups open on 2026-04-13 are
        | program | department |
        | genai   | sales      |
