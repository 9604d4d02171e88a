Feature: How follow-ups are raised

  Help that comes in heaps is no help. The list always shows everything that is due; what is raised, and so asked of
  people, is little at a time, never while they are away, and not again just after they were asked.

  Background:
    Given these facts
      | about | fact               | program | person | department | manager | course       | topics                      | tool   | on         | from       | to         |
      |       | program defined    | genai   |        |            |         |              |                             |        |            |            |            |
      |       | owner appointed    | genai   | e-9    |            |         |              |                             |        |            |            |            |
      |       | champion appointed | genai   | e-7    | sales      |         |              |                             |        |            | 2026-04-01 |            |
      |       | usage covered      |         |        |            |         |              |                             | gemini |            | 2026-04-01 | 2026-04-30 |
      | e-1   | moved              |         |        | sales      | e-8     |              |                             |        | 2026-04-01 |            |            |
      | e-1   | training completed |         |        |            |         | genai-basics | usage; use_cases; guideline |        | 2026-04-03 |            |            |

  Rule: What is due is raised once

    Example: The list shows what is due, raising makes it a fact
      Then the "first-check-in" follow-ups open on 2026-04-10 are
        | person | state | raised on |
        | e-1    | due   |           |
      And raising on 2026-04-10 raises these "first-check-in" follow-ups
        | person | state  | raised on  | owner |
        | e-1    | raised | 2026-04-10 | e-7   |
      And the "first-check-in" follow-ups open on 2026-04-10 are
        | person | state  | raised on  |
        | e-1    | raised | 2026-04-10 |

    Example: Raising twice is once
      When the follow-ups are raised on 2026-04-10
      Then raising on 2026-04-10 raises no "first-check-in" follow-up
      And raising on 2026-04-13 raises no "first-check-in" follow-up
      And the "first-check-in" follow-ups open on 2026-04-13 are
        | person | raised on  |
        | e-1    | 2026-04-10 |

    Example: What is raised late is due on that day
      Then raising on 2026-04-15 raises these "first-check-in" follow-ups
        | person | due on     |
        | e-1    | 2026-04-15 |
      And the "first-check-in" follow-ups open on 2026-04-16 are
        | person | due on     |
        | e-1    | 2026-04-15 |

  Rule: A person is asked to take two coaching follow-ups at a time; the rest waits

    Background:
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |

    Example: The third waits, and is on the list
      Then raising on 2026-04-17 leaves e-1's "meeting-overdue" waiting: two at a time
      And the "first-check-in" follow-ups open on 2026-04-17 are
        | person | priority | state  |
        | e-1    | 2        | raised |
      And the "never-started" follow-ups open on 2026-04-17 are
        | person | priority | state  |
        | e-1    | 2        | raised |
      And the "meeting-overdue" follow-ups open on 2026-04-17 are
        | person | priority | state |
        | e-1    | 3        | due   |

    Example: When one of the two is done, the next is raised
      When the follow-ups are raised on 2026-04-17
      And e-1's "never-started" follow-up is done on 2026-04-20
      Then raising on 2026-04-20 raises these "meeting-overdue" follow-ups
        | person | due on     |
        | e-1    | 2026-04-20 |

    Example: The guideline does not wait for coaching
      Given these facts
        | about | fact                | guideline | version | program | on         | from       |
        |       | guideline published | ai        | 1       |         | 2026-04-10 |            |
        | e-1   | enrolled            |           |         | genai   |            | 2026-04-01 |
      When the follow-ups are raised on 2026-04-16
      Then raising on 2026-04-17 raises these "guideline-unacknowledged" follow-ups
        | person | priority |
        | e-1    | 2        |

    Example: One of a rule at a time
      Given these facts
        | about | fact                | guideline | version | on         |
        |       | guideline published | ai        | 1       | 2026-04-10 |
        |       | guideline published | data      | 1       | 2026-04-10 |
      Then raising on 2026-04-17 leaves e-1's "guideline-unacknowledged" waiting: already open

  Rule: Nothing new is raised while the person is away

    Example: The last day of leave, and the first day back
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-09 | 2026-04-14 |
      Then raising on 2026-04-14 leaves e-1's "first-check-in" waiting: on leave
      And raising on 2026-04-15 raises these "first-check-in" follow-ups
        | person | due on     |
        | e-1    | 2026-04-15 |

    Example: What was raised before goes on
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-13 | 2026-04-17 |
      When the follow-ups are raised on 2026-04-10
      Then the "first-check-in" follow-ups open on 2026-04-13 are
        | person | state  |
        | e-1    | raised |

    Example: After the last day at work nothing is left to do
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-04-15 |
      When the follow-ups are raised on 2026-04-10
      Then the "first-check-in" follow-ups open on 2026-04-15 are
        | person |
        | e-1    |
      And no "first-check-in" follow-up is open on 2026-04-16

  Rule: What rests on non-use is not raised while nobody knows about the use

    Example: More than twenty working days without a report
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |
      Then raising on 2026-05-29 leaves e-1's "never-started" waiting: unknown
      And the "first-check-in" follow-ups open on 2026-05-29 are
        | person | state  |
        | e-1    | raised |

    Example: Twenty are not yet too many
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |
      Then raising on 2026-05-28 raises these "never-started" follow-ups
        | person |
        | e-1    |

  Rule: Somebody may take a follow-up over, or let it rest

    Example: Whoever takes it over is its owner
      Given these facts
        | about | fact  | department | on         |
        | e-6   | moved | sales      | 2026-04-01 |
      When the follow-ups are raised on 2026-04-10
      And e-1's "first-check-in" follow-up is assigned on 2026-04-13 to e-6
      Then the "first-check-in" follow-ups open on 2026-04-12 are
        | person | state  | owner |
        | e-1    | raised | e-7   |
      And the "first-check-in" follow-ups open on 2026-04-13 are
        | person | state    | owner |
        | e-1    | assigned | e-6   |

    Example: Snoozed, it comes back on the day named
      When the follow-ups are raised on 2026-04-10
      And e-1's "first-check-in" follow-up is snoozed on 2026-04-13 until 2026-04-20
      Then the "first-check-in" follow-ups open on 2026-04-19 are
        | person | state   |
        | e-1    | snoozed |
      And the "first-check-in" follow-ups open on 2026-04-20 are
        | person | state  |
        | e-1    | raised |

  Rule: It ends when it is done, dismissed, or the fact it waits for arrives

    Example: Done, and asked again after fourteen days when it is still needed
      When the follow-ups are raised on 2026-04-10
      And e-1's "first-check-in" follow-up is done on 2026-04-13
      Then the "first-check-in" follow-ups known on 2026-04-13, closed ones too, are
        | person | state |
        | e-1    | done  |
      And raising on 2026-04-26 raises no "first-check-in" follow-up
      And raising on 2026-04-27 raises these "first-check-in" follow-ups
        | person |
        | e-1    |

    Example: Dismissed for a reason, it is not asked again
      When the follow-ups are raised on 2026-04-10
      And e-1's "first-check-in" follow-up is dismissed on 2026-04-13 because "trains the others herself"
      Then the "first-check-in" follow-ups known on 2026-05-29, closed ones too, are
        | person | state     |
        | e-1    | dismissed |
      And raising on 2026-05-29 raises no "first-check-in" follow-up

    Example: The check-in was held: it resolves itself
      Given these facts
        | about | fact          | kind | on         |
        | e-1   | check-in held | chat | 2026-04-14 |
      When the follow-ups are raised on 2026-04-10
      Then no "first-check-in" follow-up is open on 2026-04-14
      And the "first-check-in" follow-ups known on 2026-04-14, closed ones too, are
        | person | state    |
        | e-1    | resolved |

    Example: A new reason of the same rule waits for the cool-down too
      Given these facts
        | about | fact          | kind    | on         |
        | e-1   | check-in held | meeting | 2026-04-20 |
      When the follow-ups are raised on 2026-04-17
      And the follow-ups are raised on 2026-04-27
      Then raising on 2026-05-10 leaves e-1's "meeting-overdue" waiting: cool down
      And raising on 2026-05-11 raises these "meeting-overdue" follow-ups
        | person |
        | e-1    |

  Rule: What was done and is still needed is asked again, each time after twice as long

    Whoever helped twice and is asked a third time learns to close lines. The wait grows; what is urgent keeps its pace.

    Background:
      When the follow-ups are raised on 2026-04-10
      And e-1's "first-check-in" follow-up is done on 2026-04-13
      And the follow-ups are raised on 2026-04-27
      And e-1's "first-check-in" follow-up is done on 2026-05-04

    Example: The second time it waits twenty-eight days
      Then raising on 2026-05-31 raises no "first-check-in" follow-up
      And raising on 2026-06-01 raises these "first-check-in" follow-ups
        | person | due on     |
        | e-1    | 2026-06-01 |

    Example: The third time fifty-six
      When the follow-ups are raised on 2026-06-01
      And e-1's "first-check-in" follow-up is done on 2026-06-08
      Then no "first-check-in" follow-up is open on 2026-08-02
      And the "first-check-in" follow-ups open on 2026-08-03 are
        | person | state |
        | e-1    | due   |

    Example: What was done says when it is asked again
      Then the "first-check-in" follow-ups known on 2026-05-31, closed ones too, are
        | person | state | raised on  | reason                                                                                                                  |
        | e-1    | done  | 2026-04-10 | The training was on 2026-04-03, and there has been no check-in since.                                                   |
        | e-1    | done  | 2026-04-27 | The training was on 2026-04-03, and there has been no check-in since. If it is still needed, asked again on 2026-06-01. |

    Example: When the need is gone, nothing is asked again
      Given these facts
        | about | fact          | kind | on         |
        | e-1   | check-in held | chat | 2026-05-04 |
      Then the "first-check-in" follow-ups known on 2026-05-04, closed ones too, are
        | person | state | raised on  | reason                                                                |
        | e-1    | done  | 2026-04-10 | The training was on 2026-04-03, and there has been no check-in since. |
        | e-1    | done  | 2026-04-27 | The training was on 2026-04-03, and there has been no check-in since. |
      And raising on 2026-06-01 raises no "first-check-in" follow-up

    Example: What is urgent is asked again at the same distance
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-2    | gemini | Mon      | 2026-04-06 | 2026-04-06 |
      When the follow-ups are raised on 2026-05-04
      And e-2's "use-before-guideline" follow-up is done on 2026-05-04
      And the follow-ups are raised on 2026-05-18
      And e-2's "use-before-guideline" follow-up is done on 2026-05-18
      Then raising on 2026-05-31 raises no "use-before-guideline" follow-up
      And raising on 2026-06-01 raises these "use-before-guideline" follow-ups
        | person | priority |
        | e-2    | 1        |

    Example: Another policy may ask again at the same distance, whatever it is
      When this policy is adopted on 2026-05-04
        """
        [follow_ups]
        cool_down_growth = 1
        """
      Then raising on 2026-05-17 raises no "first-check-in" follow-up
      And raising on 2026-05-18 raises these "first-check-in" follow-ups
        | person |
        | e-1    |

  Rule: After two ignored ones the manager is asked

    Background:
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |
      When the follow-ups are raised on 2026-04-17

    Example: Four working days after both were due, and five
      Then the "never-started" follow-ups open on 2026-04-23 are
        | person | owner role | owner |
        | e-1    | champion   | e-7   |
      And the "never-started" follow-ups open on 2026-04-24 are
        | person | owner role | owner |
        | e-1    | manager    | e-8   |
      And the "first-check-in" follow-ups open on 2026-04-24 are
        | person | owner role | owner |
        | e-1    | manager    | e-8   |

    Example: What somebody took over is not ignored
      Given these facts
        | about | fact  | department | on         |
        | e-6   | moved | sales      | 2026-04-01 |
      When e-1's "first-check-in" follow-up is assigned on 2026-04-20 to e-6
      Then the "never-started" follow-ups open on 2026-04-24 are
        | person | owner role | owner |
        | e-1    | champion   | e-7   |

  Rule: The stop replaces the decline

    Example: The last day of slipping, and the first of lapsed
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-2    | gemini | Mon-Fri  | 2026-04-01 | 2026-05-29 |
        | e-2    | gemini | never    | 2026-06-01 | 2026-07-31 |
      When the follow-ups are raised on 2026-06-08
      Then the "slipping" follow-ups open on 2026-06-25 are
        | person | state  |
        | e-2    | raised |
      And no "lapsed" follow-up is open on 2026-06-25
      And no "slipping" follow-up is open on 2026-06-26
      And the "lapsed" follow-ups open on 2026-06-26 are
        | person | state |
        | e-2    | due   |
