@B4
Feature: left-behind: Falling behind the colleagues

  Those at home with computers find their own way; those who are not fall silent and think it is their fault. When
  somebody who found it hard from the start drops far behind the colleagues, the champion sits down with them.

  Background:
    Given these facts
      | about | fact               | program | person | department | manager | level | tools  | on         | from       |
      |       | program defined    | genai   |        |            |         |       | gemini |            |            |
      |       | owner appointed    | genai   | e-9    |            |         |       |        |            |            |
      |       | champion appointed | genai   | e-7    | sales      |         |       |        |            | 2026-04-01 |
      | e-1   | moved              |         |        | sales      | e-8     |       |        | 2026-04-01 |            |
      | e-2   | moved              |         |        | sales      | e-8     |       |        | 2026-04-01 |            |
      | e-3   | moved              |         |        | sales      | e-8     |       |        | 2026-04-01 |            |
      | e-4   | moved              |         |        | sales      | e-8     |       |        | 2026-04-01 |            |
      | e-5   | moved              |         |        | sales      | e-8     |       |        | 2026-04-01 |            |
      | e-1   | literacy assessed  |         |        |            |         | low   |        | 2026-04-01 |            |
    And these facts
      | about | fact               | course       | topics                      | kind    | on         |
      | e-1   | licence granted    |              |                             |         | 2026-04-01 |
      | e-2   | licence granted    |              |                             |         | 2026-04-01 |
      | e-3   | licence granted    |              |                             |         | 2026-04-01 |
      | e-4   | licence granted    |              |                             |         | 2026-04-01 |
      | e-5   | licence granted    |              |                             |         | 2026-04-01 |
      | e-1   | training completed | genai-basics | usage; use_cases; guideline |         | 2026-04-01 |
      | e-1   | check-in held      |              |                             | meeting | 2026-04-20 |

  Rule: From week 4, less than half the strength of the department calls for help

    Background:
      Given these facts
        | about | fact              | tool   | active days | from       | to         |
        | e-2   | activity reported | gemini | 8           | 2026-04-01 | 2026-04-28 |
        | e-3   | activity reported | gemini | 8           | 2026-04-01 | 2026-04-28 |
        | e-4   | activity reported | gemini | 8           | 2026-04-01 | 2026-04-28 |
        | e-5   | activity reported | gemini | 8           | 2026-04-01 | 2026-04-28 |

    Example: The day before week 4, and the day of it
      Given these facts
        | about | fact              | tool   | active days | from       | to         |
        | e-1   | activity reported | gemini | 3           | 2026-04-01 | 2026-04-28 |
      Then no "left-behind" follow-up is open on 2026-04-28
      And the "left-behind" follow-ups open on 2026-04-29 are
        | person | program | priority | owner role | owner | channel  | due on     | state | reason                                              |
        | e-1    | genai   | 3        | champion   | e-7   | hands_on | 2026-04-29 | due   | Strength 0.11 where the department's median is 0.3. |

    Example: Exactly half is not behind
      Given these facts
        | about | fact              | tool   | active days | from       | to         |
        | e-1   | activity reported | gemini | 4           | 2026-04-01 | 2026-04-28 |
      Then no "left-behind" follow-up is open on 2026-04-29

    Example: The follow-up begins with step 4, if that is later than the training
      Given these facts
        | about | fact              | program | step      | tool   | active days | on         | from       | to         |
        |       | phase entered     | genai   | follow_up |        |             | 2026-04-13 |            |            |
        | e-1   | activity reported |         |           | gemini | 3           |            | 2026-04-01 | 2026-04-28 |
      Then no "left-behind" follow-up is open on 2026-05-10
      And the "left-behind" follow-ups open on 2026-05-11 are
        | person | due on     |
        | e-1    | 2026-05-11 |

    Example: Who has had no training is not in the follow-up yet
      Given these facts
        | about | fact              | department | level | tool   | active days | on         | from       | to         |
        | e-6   | moved             | sales      |       |        |             | 2026-04-01 |            |            |
        | e-6   | literacy assessed |            | low   |        |             | 2026-04-01 |            |            |
        | e-6   | activity reported |            |       | gemini | 3           |            | 2026-04-01 | 2026-04-28 |
        | e-1   | activity reported |            |       | gemini | 4           |            | 2026-04-01 | 2026-04-28 |
      Then no "left-behind" follow-up is open on 2026-04-29

    Example: Four known colleagues are too few to compare
      Given these facts
        | about | fact              | tool   | active days | on         | from       | to         |
        | e-5   | left              |        |             | 2026-04-24 |            |            |
        | e-1   | activity reported | gemini | 3           |            | 2026-04-01 | 2026-04-28 |
      Then no "left-behind" follow-up is open on 2026-04-29

  Rule: It is for those who found it hard from the beginning

    Background:
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-2    | gemini | Mon-Fri  | 2026-04-01 | 2026-05-29 |
        | e-3    | gemini | Mon-Fri  | 2026-04-01 | 2026-05-29 |
        | e-4    | gemini | Mon-Fri  | 2026-04-01 | 2026-05-29 |
        | e-5    | gemini | Mon-Fri  | 2026-04-01 | 2026-05-29 |

    Example: The literate will find their way
      Given these facts
        | about | fact               | department | course       | level | on         |
        | e-6   | moved              | sales      |              |       | 2026-04-01 |
        | e-6   | training completed |            | genai-basics |       | 2026-04-01 |
        | e-6   | literacy assessed  |            |              | mid   | 2026-04-01 |
        | e-8   | moved              | sales      |              |       | 2026-04-01 |
        | e-8   | training completed |            | genai-basics |       | 2026-04-01 |
      Then the "left-behind" follow-ups open on 2026-04-29 are
        | person |
        | e-1    |

    Example: The latest assessment counts, whenever it was recorded
      Given these facts
        | about | fact              | level | on         |
        | e-1   | literacy assessed | mid   | 2026-05-11 |
        | e-1   | literacy assessed | low   | 2026-03-02 |
      Then the "left-behind" follow-ups open on 2026-05-10 are
        | person |
        | e-1    |
      And no "left-behind" follow-up is open on 2026-05-11

  Rule: It is resolved when the gap has closed

    Example: Daily use catches up
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | never    | 2026-04-01 | 2026-04-30 |
        | e-1    | gemini | Mon-Fri  | 2026-05-01 | 2026-06-30 |
        | e-2    | gemini | Mon-Fri  | 2026-04-01 | 2026-06-30 |
        | e-3    | gemini | Mon-Fri  | 2026-04-01 | 2026-06-30 |
        | e-4    | gemini | Mon-Fri  | 2026-04-01 | 2026-06-30 |
        | e-5    | gemini | Mon-Fri  | 2026-04-01 | 2026-06-30 |
      When the follow-ups are raised on 2026-04-29
      Then the "left-behind" follow-ups open on 2026-05-19 are
        | person | state  |
        | e-1    | raised |
      And no "left-behind" follow-up is open on 2026-05-20

  Rule: Nothing new is raised while the person is away, or nobody knows what they do

    Background:
      Given these facts
        | about | fact              | tool   | active days | from       | to         |
        | e-1   | activity reported | gemini | 3           | 2026-04-01 | 2026-04-28 |
        | e-2   | activity reported | gemini | 8           | 2026-04-01 | 2026-04-28 |
        | e-3   | activity reported | gemini | 8           | 2026-04-01 | 2026-04-28 |
        | e-4   | activity reported | gemini | 8           | 2026-04-01 | 2026-04-28 |
        | e-5   | activity reported | gemini | 8           | 2026-04-01 | 2026-04-28 |

    Example: Away when week 4 comes: due on the first day back
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-29 | 2026-05-06 |
      Then the "left-behind" follow-ups open on 2026-04-29 are
        | person | due on     |
        | e-1    | 2026-05-07 |
      And raising on 2026-05-06 leaves e-1's "left-behind" waiting: on leave
      And raising on 2026-05-07 raises these "left-behind" follow-ups
        | person | due on     |
        | e-1    | 2026-05-07 |

    Example: More than twenty working days without a report about the person
      Given these facts
        | about | fact              | department | tool   | active days | on         | from       | to         |
        | e-6   | moved             | sales      |        |             | 2026-04-01 |            |            |
        | e-2   | activity reported |            | gemini | 8           |            | 2026-04-29 | 2026-05-27 |
        | e-3   | activity reported |            | gemini | 8           |            | 2026-04-29 | 2026-05-27 |
        | e-4   | activity reported |            | gemini | 8           |            | 2026-04-29 | 2026-05-27 |
        | e-5   | activity reported |            | gemini | 8           |            | 2026-04-29 | 2026-05-27 |
        | e-6   | activity reported |            | gemini | 8           |            | 2026-04-29 | 2026-05-27 |
      Then raising on 2026-05-27 leaves e-1's "left-behind" waiting: unknown

    Example: The last day at work, and the day after
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-04-30 |
      Then the "left-behind" follow-ups open on 2026-04-30 are
        | person |
        | e-1    |
      And no "left-behind" follow-up is open on 2026-05-01

  Rule: The gap is looked at in each program by itself

    Example: Behind with one tool, not with the other
      Given these facts
        | about | fact            | program | tools   |
        |       | program defined | copilot | copilot |
      And this use of the tool, which the tool's feed covers
        | person | tool    | weekdays | from       | to         |
        | e-1    | copilot | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-2    | copilot | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-3    | copilot | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-4    | copilot | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-5    | copilot | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-2    | gemini  | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-3    | gemini  | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-4    | gemini  | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-5    | gemini  | Mon-Fri  | 2026-04-01 | 2026-04-30 |
      Then the "left-behind" follow-ups open on 2026-04-29 are
        | person | program |
        | e-1    | genai   |

  Rule: Without a champion the manager helps

    Example: The champion's role has ended
      Given these facts
        | about | fact       | program | person | department | role     | on         |
        |       | role ended | genai   | e-7    | sales      | champion | 2026-04-24 |
      And this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-2    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-3    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-4    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-5    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
      Then the "left-behind" follow-ups open on 2026-04-29 are
        | person | owner role | owner |
        | e-1    | champion   | e-8   |
