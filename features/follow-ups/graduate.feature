@B2
Feature: graduate: Habit formed and review passed: ask for a use case

  Whoever has formed the habit and passed the review knows by now what works, and others would like to know it too. The
  champion says congratulations and asks for one use case to share.

  Background:
    Given these facts
      | about | fact               | program | person | department | manager | tools  | on         | from       |
      |       | program defined    | genai   |        |            |         | gemini |            |            |
      |       | owner appointed    | genai   | e-9    |            |         |        |            |            |
      |       | champion appointed | genai   | e-7    | sales      |         |        |            | 2026-04-01 |
      | e-1   | moved              |         |        | sales      | e-8     |        | 2026-04-01 |            |
    And this use of the tool, which the tool's feed covers
      | person | tool   | weekdays | from       | to         |
      | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-07-31 |

  Rule: Who has formed the habit and passed the review is asked for a use case

    Example: The habit is formed, the review still to come
      Given these facts
        | about | fact        | program | outcome  | on         |
        | e-1   | review held | genai   | graduate | 2026-07-06 |
      Then no "graduate" follow-up is open on 2026-07-05

    Example: On the day of the review
      Given these facts
        | about | fact        | program | outcome  | on         |
        | e-1   | review held | genai   | graduate | 2026-07-06 |
      Then the "graduate" follow-ups open on 2026-07-06 are
        | person | program | priority | owner role | owner | channel | due on     | state | reason                                                                      |
        | e-1    | genai   | 4        | champion   | e-7   | message | 2026-07-06 | due   | Passed the review on 2026-07-06; a use case to share would help the others. |

    Example: Reviewed before the habit was formed: on the day it is
      Given these facts
        | about | fact        | program | outcome  | on         |
        | e-1   | review held | genai   | graduate | 2026-06-15 |
      Then no "graduate" follow-up is open on 2026-06-29
      And the "graduate" follow-ups open on 2026-06-30 are
        | person | due on     |
        | e-1    | 2026-06-30 |

    Example: An extension is not yet the end
      Given these facts
        | about | fact        | program | outcome | on         |
        | e-1   | review held | genai   | extend  | 2026-07-06 |
      Then no "graduate" follow-up is open on 2026-07-31

    Example: Passed, and it became quiet
      Given these facts
        | about | fact        | program | outcome  | on         |
        | e-1   | review held | genai   | graduate | 2026-07-06 |
      And this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | never    | 2026-08-01 | 2026-08-31 |
      Then the "graduate" follow-ups open on 2026-08-06 are
        | person |
        | e-1    |
      And no "graduate" follow-up is open on 2026-08-07

  Rule: A use case shared resolves it, and so does a no

    Background:
      Given these facts
        | about | fact        | program | outcome  | on         |
        | e-1   | review held | genai   | graduate | 2026-07-06 |

    Example: The use case is shared
      Given these facts
        | about | fact            | use case | on         |
        | e-1   | use case shared | quote    | 2026-07-13 |
      When the follow-ups are raised on 2026-07-06
      Then the "graduate" follow-ups open on 2026-07-12 are
        | person | state  |
        | e-1    | raised |
      And no "graduate" follow-up is open on 2026-07-13

    Example: Who has shared one before is not asked
      Given these facts
        | about | fact            | use case | on         |
        | e-1   | use case shared | quote    | 2026-05-11 |
      Then no "graduate" follow-up is open on 2026-07-06

    Example: Who would rather not is never asked again
      When the follow-ups are raised on 2026-07-06
      And e-1's "graduate" follow-up is dismissed on 2026-07-08 because "would rather not"
      Then raising on 2026-07-22 raises no "graduate" follow-up
      And raising on 2026-07-31 raises no "graduate" follow-up

    Example: Done and nothing shared yet, it is asked again after fourteen days
      When the follow-ups are raised on 2026-07-06
      And e-1's "graduate" follow-up is done on 2026-07-08
      Then raising on 2026-07-21 raises no "graduate" follow-up
      And raising on 2026-07-22 raises these "graduate" follow-ups
        | person |
        | e-1    |

  Rule: Nobody is asked while away, or after leaving

    Background:
      Given these facts
        | about | fact        | program | outcome  | on         |
        | e-1   | review held | genai   | graduate | 2026-07-06 |

    Example: On leave from the day of the review
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-07-06 | 2026-07-10 |
      Then the "graduate" follow-ups open on 2026-07-06 are
        | person | due on     |
        | e-1    | 2026-07-13 |
      And raising on 2026-07-10 leaves e-1's "graduate" waiting: on leave
      And raising on 2026-07-13 raises these "graduate" follow-ups
        | person |
        | e-1    |

    Example: The last day at work, and the day after
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-07-17 |
      Then the "graduate" follow-ups open on 2026-07-17 are
        | person |
        | e-1    |
      And no "graduate" follow-up is open on 2026-07-18

  Rule: The champion of the department asks, else the manager, else the owner

    Example: Who has no champion and no manager hears from the owner
      Given these facts
        | about | fact        | program | department | manager | outcome  | on         |
        | e-1   | review held | genai   |            |         | graduate | 2026-07-06 |
        | e-2   | moved       |         | legal      | e-8     |          | 2026-04-01 |
        | e-2   | review held | genai   |            |         | graduate | 2026-07-06 |
        | e-3   | review held | genai   |            |         | graduate | 2026-07-06 |
      And this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-2    | gemini | Mon-Fri  | 2026-04-01 | 2026-07-31 |
        | e-3    | gemini | Mon-Fri  | 2026-04-01 | 2026-07-31 |
      Then the "graduate" follow-ups open on 2026-07-06 are
        | person | owner |
        | e-1    | e-7   |
        | e-2    | e-8   |
        | e-3    | e-9   |

  Rule: Only where the habit is formed and the review passed

    Example: The habit in one program, the review in the other
      Given these facts
        | about | fact            | program | tools   | outcome  | on         |
        |       | program defined | copilot | copilot |          |            |
        | e-1   | review held     | copilot |         | graduate | 2026-07-06 |
      Then no "graduate" follow-up is open on 2026-07-31
