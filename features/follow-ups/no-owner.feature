@B6
Feature: no-owner: Nobody answers for the program

  A tool that belongs to nobody is looked after by nobody: no one notices when it falls asleep, and no one may decide.
  So before anything else a program needs one person who answers for it.

  Background:
    Given these facts
      | about | fact             | program | task    | on         | minutes per run | runs per month |
      |       | program defined  | genai   |         |            |                 |                |
      |       | task inventoried | genai   | quoting | 2026-04-02 | 45              | 20             |

  Rule: A program without an owner asks for one at once

    Example: From the first day anything happens in the program
      Then the "no-owner" follow-ups open on 2026-04-02 are
        | person | program | priority | owner role | owner | channel | due on     | state | reason                    |
        |        | genai   | 2        | owner      |       | message | 2026-04-02 | due   | The program has no owner. |

    Example: It stays on the list as long as nobody is appointed
      Then the "no-owner" follow-ups open on 2026-06-30 are
        | program | due on     |
        | genai   | 2026-04-02 |

    Example: A program in which nothing has happened yet is asked today
      Given these facts
        | about | fact            | program |
        |       | program defined | copilot |
      Then the "no-owner" follow-ups open on 2026-04-20 are
        | program | due on     |
        | genai   | 2026-04-02 |
        | copilot | 2026-04-20 |

  Rule: An appointment resolves it

    Example: The day before the appointment, and the day of it
      Given these facts
        | about | fact            | program | person | from       |
        |       | owner appointed | genai   | e-9    | 2026-04-10 |
      Then the "no-owner" follow-ups open on 2026-04-09 are
        | program |
        | genai   |
      And no "no-owner" follow-up is open on 2026-04-10

    Example: What was raised resolves itself
      Given these facts
        | about | fact            | program | person | from       |
        |       | owner appointed | genai   | e-9    | 2026-04-10 |
      When the follow-ups are raised on 2026-04-06
      Then the "no-owner" follow-ups known on 2026-04-10, closed ones too, are
        | program | raised on  | state    |
        | genai   | 2026-04-06 | resolved |

    Example: Somebody may answer for all programs
      Given these facts
        | about | fact            | program | person | from       |
        |       | owner appointed |         | e-9    | 2026-04-10 |
      Then no "no-owner" follow-up is open on 2026-04-10

  Rule: When the role ends and nobody follows, it asks again

    Example: The last day in the role, and the day after
      Given these facts
        | about | fact            | program | person | role  | from       | on         |
        |       | owner appointed | genai   | e-9    |       | 2026-04-01 |            |
        |       | role ended      | genai   | e-9    | owner |            | 2026-05-29 |
      Then no "no-owner" follow-up is open on 2026-05-29
      And the "no-owner" follow-ups open on 2026-05-30 are
        | program | owner |
        | genai   |       |

  Rule: Each program needs its own

    Example: The owner of one program does not answer for the other
      Given these facts
        | about | fact            | program | person | from       |
        |       | owner appointed | copilot | e-9    | 2026-04-01 |
        |       | program defined | copilot |        |            |
      Then the "no-owner" follow-ups open on 2026-04-10 are
        | program |
        | genai   |

  Rule: After fourteen days it is asked again when nobody was found

    Example: Thirteen days after it was done, and fourteen
      When the follow-ups are raised on 2026-04-06
      And genai's "no-owner" follow-up is done on 2026-04-08
      Then raising on 2026-04-21 raises no "no-owner" follow-up
      And raising on 2026-04-22 raises these "no-owner" follow-ups
        | program | due on     |
        | genai   | 2026-04-22 |
