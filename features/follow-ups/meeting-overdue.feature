@B2 @B7
Feature: meeting-overdue: The regular meeting is overdue

  A habit takes three to four months of company, and company means a date in the calendar. Where two weeks went by without
  the regular meeting, the owner of the program sees to it that there is one.

  Background:
    Given these facts
      | about | fact               | program | on         | course       | person | from       |
      |       | program defined    | genai   |            |              |        |            |
      | e-1   | training completed |         | 2026-03-25 | genai-basics |        |            |
      |       | owner appointed    | genai   |            |              | o-1    | 2026-01-01 |

  Rule: In the follow-up phase a meeting is due every fourteen days

    Background:
      Given these facts
        | fact          | program | step      | on         |
        | phase entered | genai   | follow_up | 2026-04-01 |

    Example: On the thirteenth day nothing is said yet
      Then no "meeting-overdue" follow-up is open on 2026-04-14

    Example: On the fourteenth day the follow-up is there
      Then the "meeting-overdue" follow-ups open on 2026-04-15 are
        | person | program | priority | owner role | owner | channel | due on     | state | reason                                                 |
        | e-1    | genai   | 3        | owner      | o-1   | meeting | 2026-04-15 | due   | No meeting since 2026-04-01; one is due every 14 days. |

    Example: It counts from the last meeting
      Given these facts
        | about | fact          | kind    | on         |
        | e-1   | check-in held | meeting | 2026-04-06 |
        | e-1   | check-in held | meeting | 2026-04-10 |
      Then no "meeting-overdue" follow-up is open on 2026-04-23
      And the "meeting-overdue" follow-ups open on 2026-04-24 are
        | person | reason                                                 |
        | e-1    | No meeting since 2026-04-10; one is due every 14 days. |

    Example: A meeting before the phase does not count
      Given these facts
        | about | fact          | kind    | on         |
        | e-1   | check-in held | meeting | 2026-03-30 |
      Then no "meeting-overdue" follow-up is open on 2026-04-14
      And the "meeting-overdue" follow-ups open on 2026-04-15 are
        | person | reason                                                 |
        | e-1    | No meeting since 2026-04-01; one is due every 14 days. |

    Example: Hands-on help and chats are no meeting
      Given these facts
        | about | fact          | kind     | on         |
        | e-1   | check-in held | hands_on | 2026-04-08 |
        | e-1   | check-in held | chat     | 2026-04-10 |
      Then the "meeting-overdue" follow-ups open on 2026-04-15 are
        | person |
        | e-1    |

  Rule: The phase begins with step 4, or with the training if that is later

    Example: Trained after the step began
      Given these facts
        | about | fact               | program | step      | on         | course       | kind    |
        |       | phase entered      | genai   | follow_up | 2026-04-01 |              |         |
        | e-2   | training completed |         |           | 2026-04-08 | genai-basics |         |
        | e-1   | check-in held      |         |           | 2026-04-13 |              | meeting |
      Then no "meeting-overdue" follow-up is open on 2026-04-21
      And the "meeting-overdue" follow-ups open on 2026-04-22 are
        | person | reason                                                 |
        | e-2    | No meeting since 2026-04-08; one is due every 14 days. |

    Example: Nobody is followed up before they are trained
      Given these facts
        | about | fact            | program | step      | on         |
        |       | phase entered   | genai   | follow_up | 2026-04-01 |
        | e-2   | licence granted |         |           | 2026-04-01 |
      Then the "meeting-overdue" follow-ups open on 2026-04-30 are
        | person |
        | e-1    |

    Example: A program that is still in education has no meetings yet
      Given these facts
        | fact          | program | step      | on         |
        | phase entered | genai   | education | 2026-04-01 |
      Then no "meeting-overdue" follow-up is open on 2026-04-30

    Example: A program that records no steps counts from the training
      Then no "meeting-overdue" follow-up is open on 2026-04-07
      And the "meeting-overdue" follow-ups open on 2026-04-08 are
        | person | reason                                                 |
        | e-1    | No meeting since 2026-03-25; one is due every 14 days. |

  Rule: A meeting resolves it, and the review that somebody passes ends it

    Background:
      Given these facts
        | fact          | program | step      | on         |
        | phase entered | genai   | follow_up | 2026-04-01 |

    Example: The next one is due fourteen days later
      Given these facts
        | about | fact          | kind    | on         |
        | e-1   | check-in held | meeting | 2026-04-17 |
      When the follow-ups are raised on 2026-04-15
      Then the "meeting-overdue" follow-ups open on 2026-04-16 are
        | person | state  |
        | e-1    | raised |
      And no "meeting-overdue" follow-up is open on 2026-04-17
      And no "meeting-overdue" follow-up is open on 2026-04-30
      And the "meeting-overdue" follow-ups open on 2026-05-01 are
        | person | state | reason                                                 |
        | e-1    | due   | No meeting since 2026-04-17; one is due every 14 days. |

    Example: Graduated: no more meetings
      Given these facts
        | about | fact        | program | on         | outcome  |
        | e-1   | review held | genai   | 2026-07-01 | graduate |
      Then the "meeting-overdue" follow-ups open on 2026-06-30 are
        | person |
        | e-1    |
      And no "meeting-overdue" follow-up is open on 2026-07-01

    Example: Extended: the meetings go on
      Given these facts
        | about | fact        | program | on         | outcome |
        | e-1   | review held | genai   | 2026-07-01 | extend  |
      Then the "meeting-overdue" follow-ups open on 2026-07-01 are
        | person |
        | e-1    |

  Rule: Each program counts for itself

    Example: One program is followed up, the other is still in education
      Given these facts
        | fact            | program | step      | on         |
        | program defined | office  |           |            |
        | phase entered   | genai   | follow_up | 2026-04-01 |
        | phase entered   | office  | education | 2026-04-01 |
      Then the "meeting-overdue" follow-ups open on 2026-04-15 are
        | person | program |
        | e-1    | genai   |

    Example: Graduated in one program only
      Given these facts
        | about | fact            | program | step      | on         | outcome  |
        |       | program defined | office  |           |            |          |
        |       | phase entered   | genai   | follow_up | 2026-04-01 |          |
        |       | phase entered   | office  | follow_up | 2026-04-01 |          |
        | e-1   | review held     | office  |           | 2026-07-01 | graduate |
      Then the "meeting-overdue" follow-ups open on 2026-07-01 are
        | person | program |
        | e-1    | genai   |

  Rule: Nobody is asked anything new while on leave or after leaving

    Background:
      Given these facts
        | fact          | program | step      | on         |
        | phase entered | genai   | follow_up | 2026-04-01 |

    Example: Due during leave: it is put off to the first day back
      Given these facts
        | about | fact          | from       | to         | kind | on         |
        | e-1   | leave taken   | 2026-04-13 | 2026-04-17 |      |            |
        | e-1   | check-in held |            |            | chat | 2026-04-01 |
      Then the "meeting-overdue" follow-ups open on 2026-04-15 are
        | person | due on     |
        | e-1    | 2026-04-20 |
      And raising on 2026-04-15 leaves e-1's "meeting-overdue" waiting: on leave
      And raising on 2026-04-20 raises these "meeting-overdue" follow-ups
        | person | due on     |
        | e-1    | 2026-04-20 |

    Example: After the last day at work
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-04-15 |
      Then the "meeting-overdue" follow-ups open on 2026-04-15 are
        | person |
        | e-1    |
      And no "meeting-overdue" follow-up is open on 2026-04-16

  Rule: Somebody whose meeting was seen to is left in peace for fourteen days

    Background:
      Given these facts
        | about | fact          | program | step      | on         | kind |
        |       | phase entered | genai   | follow_up | 2026-04-01 |      |
        | e-1   | check-in held |         |           | 2026-04-01 | chat |

    Example: It comes back on the fourteenth day if it is still needed
      When the follow-ups are raised on 2026-04-15
      And e-1's "meeting-overdue" follow-up is done on 2026-04-16
      Then no "meeting-overdue" follow-up is open on 2026-04-29
      And the "meeting-overdue" follow-ups open on 2026-04-30 are
        | person | state |
        | e-1    | due   |

    Example: Met late: the next meeting is listed when it is due, and raised after the fourteen days
      Given these facts
        | about | fact          | kind    | on         |
        | e-1   | check-in held | meeting | 2026-04-17 |
      When the follow-ups are raised on 2026-04-15
      And the follow-ups are raised on 2026-04-20
      Then the "meeting-overdue" follow-ups open on 2026-05-01 are
        | person | state |
        | e-1    | due   |
      And raising on 2026-05-01 leaves e-1's "meeting-overdue" waiting: cool down
      And raising on 2026-05-04 raises these "meeting-overdue" follow-ups
        | person |
        | e-1    |

  Rule: Two coaching follow-ups at a time are enough

    Background:
      Given these facts
        | fact          | program | step      | on         |
        | phase entered | genai   | follow_up | 2026-04-01 |

    Example: The less urgent one waits
      Given these facts
        | about | fact           | question     | on         |
        | e-1   | question asked | how to quote | 2026-04-10 |
      Then the "first-check-in" follow-ups open on 2026-04-15 are
        | person |
        | e-1    |
      And the "unanswered-question" follow-ups open on 2026-04-15 are
        | person |
        | e-1    |
      And raising on 2026-04-15 leaves e-1's "meeting-overdue" waiting: two at a time
