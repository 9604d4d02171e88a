@C3
Feature: no-guideline: No guideline is in force

  People who are taught a tool, or work with it, ask on the first day what they may type into it. Without a guideline in
  force everybody answers that for themselves, so the owner of the program hears of it at once.

  Background:
    Given these facts
      | fact            | program | person | from       |
      | program defined | genai   |        |            |
      | owner appointed | genai   | o-1    | 2026-01-01 |

  Rule: From the step of education on a program needs a guideline in force

    Example: On the day before the step nothing is said
      Given these facts
        | fact          | program | step       | on         |
        | phase entered | genai   | objectives | 2026-03-02 |
        | phase entered | genai   | education  | 2026-04-06 |
      Then no "no-guideline" follow-up is open on 2026-04-05

    Example: On the first day of the step the owner is told
      Given these facts
        | fact          | program | step       | on         |
        | phase entered | genai   | objectives | 2026-03-02 |
        | phase entered | genai   | education  | 2026-04-06 |
      Then the "no-guideline" follow-ups open on 2026-04-06 are
        | person | program | priority | owner role | owner | channel | due on     | state | reason                                                                                |
        |        | genai   | 1        | owner      | o-1   | message | 2026-04-06 | due   | People are at work with the tool and no guideline has been in force since 2026-04-06. |

    Example: Work inventory and objectives do without
      Given these facts
        | fact          | program | step       | on         |
        | phase entered | genai   | inventory  | 2026-02-02 |
        | phase entered | genai   | objectives | 2026-03-02 |
      Then no "no-guideline" follow-up is open on 2026-04-30

    Example: In continuous follow-up it counts from the education before
      Given these facts
        | fact          | program | step      | on         |
        | phase entered | genai   | education | 2026-04-06 |
        | phase entered | genai   | follow_up | 2026-05-11 |
      Then the "no-guideline" follow-ups open on 2026-05-11 are
        | person | program | reason                                                                                |
        |        | genai   | People are at work with the tool and no guideline has been in force since 2026-04-06. |

    Example: A program that went straight into continuous follow-up counts from there
      Given these facts
        | fact          | program | step      | on         |
        | phase entered | genai   | follow_up | 2026-05-11 |
      Then no "no-guideline" follow-up is open on 2026-05-10
      And the "no-guideline" follow-ups open on 2026-05-11 are
        | person | program | reason                                                                                |
        |        | genai   | People are at work with the tool and no guideline has been in force since 2026-05-11. |

    Example: Back in objectives there is time again
      Given these facts
        | fact          | program | step       | on         |
        | phase entered | genai   | education  | 2026-04-06 |
        | phase entered | genai   | objectives | 2026-04-20 |
      Then the "no-guideline" follow-ups open on 2026-04-19 are
        | person | program |
        |        | genai   |
      And no "no-guideline" follow-up is open on 2026-04-20

    Example: A program that records no steps is left alone
      Then no "no-guideline" follow-up is open on 2026-04-30

    Example: Without an owner it is listed, and nobody is named
      Given these facts
        | fact            | program | step      | on         |
        | program defined | office  |           |            |
        | phase entered   | office  | education | 2026-04-06 |
      Then the "no-guideline" follow-ups open on 2026-04-06 are
        | person | program | owner |
        |        | office  |       |

  Rule: The publication resolves it

    Background:
      Given these facts
        | fact          | program | step      | on         |
        | phase entered | genai   | education | 2026-04-06 |

    Example: A guideline of the company
      Given these facts
        | fact                | guideline | version | on         |
        | guideline published | ai-rules  | 1       | 2026-04-10 |
      When the follow-ups are raised on 2026-04-06
      Then the "no-guideline" follow-ups open on 2026-04-09 are
        | person | program | state  |
        |        | genai   | raised |
      And no "no-guideline" follow-up is open on 2026-04-10

    Example: A guideline of the program, in force before the step begins
      Given these facts
        | fact                | guideline | version | on         | program |
        | guideline published | ai-rules  | 1       | 2026-04-01 | genai   |
      Then no "no-guideline" follow-up is open on 2026-04-06

    Example: A guideline of another program does not help
      Given these facts
        | fact                | program | guideline | version | on         |
        | program defined     | office  |           |         |            |
        | guideline published | office  | ai-rules  | 1       | 2026-04-01 |
      Then the "no-guideline" follow-ups open on 2026-04-06 are
        | person | program |
        |        | genai   |

  Rule: Whoever withdraws a guideline owes the next one

    Background:
      Given these facts
        | fact                | program | step      | on         | guideline | version |
        | phase entered       | genai   | education | 2026-04-06 |           |         |
        | guideline published |         |           | 2026-03-02 | ai-rules  | 1       |

    Example: It counts from the day of the withdrawal
      Given these facts
        | fact                | guideline | version | on         |
        | guideline withdrawn | ai-rules  | 1       | 2026-05-01 |
      Then no "no-guideline" follow-up is open on 2026-04-30
      And the "no-guideline" follow-ups open on 2026-05-01 are
        | person | program | due on     | reason                                                                                |
        |        | genai   | 2026-05-01 | People are at work with the tool and no guideline has been in force since 2026-05-01. |

    Example: Withdrawn before the step began, it counts from the step
      Given these facts
        | fact                | guideline | version | on         |
        | guideline withdrawn | ai-rules  | 1       | 2026-03-30 |
      Then the "no-guideline" follow-ups open on 2026-04-06 are
        | person | program | reason                                                                                |
        |        | genai   | People are at work with the tool and no guideline has been in force since 2026-04-06. |

    Example: Withdrawn twice, it is two follow-ups
      Given these facts
        | fact                | guideline | version | on         |
        | guideline withdrawn | ai-rules  | 1       | 2026-05-01 |
        | guideline published | ai-rules  | 2       | 2026-05-08 |
        | guideline withdrawn | ai-rules  | 2       | 2026-05-11 |
      When the follow-ups are raised on 2026-05-01
      And the follow-ups are raised on 2026-05-08
      Then the "no-guideline" follow-ups open on 2026-05-11 are
        | person | program | state | reason                                                                                |
        |        | genai   | due   | People are at work with the tool and no guideline has been in force since 2026-05-11. |

  Rule: Each program counts for itself

    Example: Two programs in education are two lines
      Given these facts
        | fact            | program | step      | on         |
        | program defined | office  |           |            |
        | phase entered   | genai   | education | 2026-04-06 |
        | phase entered   | office  | education | 2026-04-08 |
      Then the "no-guideline" follow-ups open on 2026-04-07 are
        | person | program |
        |        | genai   |
      And the "no-guideline" follow-ups open on 2026-04-08 are
        | person | program | reason                                                                                |
        |        | genai   | People are at work with the tool and no guideline has been in force since 2026-04-06. |
        |        | office  | People are at work with the tool and no guideline has been in force since 2026-04-08. |

  Rule: An owner who was told is left in peace for fourteen days

    Example: It comes back on the fourteenth day if there is still no guideline
      Given these facts
        | fact          | program | step      | on         |
        | phase entered | genai   | education | 2026-04-06 |
      When the follow-ups are raised on 2026-04-06
      And genai's "no-guideline" follow-up is done on 2026-04-07
      Then no "no-guideline" follow-up is open on 2026-04-20
      And the "no-guideline" follow-ups open on 2026-04-21 are
        | person | program | state |
        |        | genai   | due   |
