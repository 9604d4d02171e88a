@B1
Feature: Telling those who can help

  A list helps nobody who does not open it. So whoever is asked to help is written to – and before them, whoever the
  help is for: nobody should hear from a colleague that there is something to talk about. A letter offers help, in the
  reader's language, and comes seldom enough to be read.

  Background:
    Given these people
      | person | name         | e-mail             |
      | e-1    | Ben Smith    | ben@example.com    |
      | c-1    | Chris Porter | chris@example.com  |
    And these facts
      | about | fact               | person | on         | course       | tool   | from       | to         |
      | e-1   | licence granted    |        | 2026-04-01 |              |        |            |            |
      | e-1   | training completed |        | 2026-04-03 | genai-basics |        |            |            |
      |       | usage covered      |        |            |              | gemini | 2026-04-01 | 2026-04-30 |
      |       | champion appointed | c-1    |            |              |        | 2026-04-01 |            |

  Rule: First the person a follow-up is about, then the one who acts

    Example: Both are told on the same morning, in this order
      When the follow-ups are raised on 2026-04-17
      Then notifying on 2026-04-17 says
        | recipient | state | rules                         |
        | e-1       | sent  | first-check-in; never-started |
        | c-1       | sent  | first-check-in; never-started |

    Example: As long as the person cannot be reached, nobody is told about them
      Given the mail server does not know e-1
      When the follow-ups are raised on 2026-04-17
      Then notifying on 2026-04-17 says
        | recipient | state        | rules                         |
        | e-1       | failed       | first-check-in; never-started |
        | c-1       | person_first | first-check-in; never-started |

    Example: Somebody without an e-mail address is named, and talked to in another way
      Given these facts
        | about | fact               | on         | course       |
        | e-2   | licence granted    | 2026-04-01 |              |
        | e-2   | training completed | 2026-04-03 | genai-basics |
      When the follow-ups are raised on 2026-04-17
      Then notifying on 2026-04-17 says
        | recipient | state        | rules                         |
        | e-1       | sent         | first-check-in; never-started |
        | e-2       | no_address   | first-check-in; never-started |
        | c-1       | sent         | first-check-in; never-started |
        | c-1       | person_first | first-check-in; never-started |

  Rule: Only what was raised is told, and each only once

    Example: What is due and not raised yet is on the list, and in no letter
      Then notifying on 2026-04-17 sends nothing

    Example: What was told is not told again
      When the follow-ups are raised on 2026-04-17
      And everybody is notified on 2026-04-17
      Then notifying on 2026-04-17 sends nothing
      And notifying on 2026-04-23 sends nothing

    Example: What rests is not told
      When the follow-ups are raised on 2026-04-17
      And e-1's "never-started" follow-up is snoozed on 2026-04-17 until 2026-05-15
      Then notifying on 2026-04-17 says
        | recipient | state | rules          |
        | e-1       | sent  | first-check-in |
        | c-1       | sent  | first-check-in |

  Rule: A recipient gets one letter in five working days, with everything in it

    Background:
      When the follow-ups are raised on 2026-04-13
      And everybody is notified on 2026-04-13
      And the follow-ups are raised on 2026-04-17

    Example: On the fourth working day after a letter the next one waits
      Then notifying on 2026-04-17 says
        | recipient | state        | rules         |
        | e-1       | recent       | never-started |
        | c-1       | person_first | never-started |

    Example: On the fifth it goes
      Then notifying on 2026-04-20 says
        | recipient | state | rules         |
        | e-1       | sent  | never-started |
        | c-1       | sent  | never-started |

    Example: They are the working days of the recipient
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-14 | 2026-04-14 |
      Then notifying on 2026-04-20 says
        | recipient | state        | rules         |
        | e-1       | recent       | never-started |
        | c-1       | person_first | never-started |

  Rule: A letter is short enough to be read: the most urgent first, the rest in the next one

    Background:
      When this policy is adopted on 2026-04-13
        """
        [follow_ups]
        lines_per_letter = 1
        """
      And the follow-ups are raised on 2026-04-17

    Example: What does not fit waits, and is not told to anybody else either
      Then notifying on 2026-04-17 says
        | recipient | state        | rules          |
        | e-1       | sent         | first-check-in |
        | e-1       | next_letter  | never-started  |
        | c-1       | sent         | first-check-in |
        | c-1       | person_first | never-started  |

    Example: The next letter goes on
      When everybody is notified on 2026-04-17
      Then notifying on 2026-04-24 says
        | recipient | state | rules         |
        | e-1       | sent  | never-started |
        | c-1       | sent  | never-started |

    Example: What the reader's own is comes before what is about others
      Given these facts
        | about | fact            | on         |
        | c-1   | licence granted | 2026-04-01 |
      When the follow-ups are raised on 2026-04-20
      Then notifying on 2026-04-20 says
        | recipient | state        | rules          |
        | e-1       | sent         | first-check-in |
        | e-1       | next_letter  | never-started  |
        | c-1       | sent         | training-gap   |
        | c-1       | next_letter  | first-check-in |
        | c-1       | person_first | never-started  |

    Example: The letter says that there is more
      When everybody is notified on 2026-04-17
      Then the letter to e-1 reads
        """
        A helping hand with the AI tool (1)

        Dear Ben Smith,

        We would be glad to lend you a hand with the AI tool. You do not need to prepare anything.

        - Shall we take a few minutes to talk about how it is going?
          Why we write: We have not asked you yet how it has been going since the training.
          How: meeting with Chris Porter, in the next few days if that suits you.
          Settled already? adoptlog follow-ups done …

        These are the most urgent; the next letter has more (1).

        If something has been settled in the meantime, please forgive us; a short reply to this message is enough.
        This list is there to help, and only to help: it is not used for anybody's appraisal.

        With kind regards
        Your AI support team
        """

  Rule: Where nobody is known to be asked next, it stays with whoever was asked

    Example: Ignored twice, and no manager is known
      When the follow-ups are raised on 2026-04-17
      Then the "never-started" follow-ups open on 2026-04-24 are
        | person | owner role | owner |
        | e-1    | champion   | c-1   |

  Rule: Nobody ignores what nobody told them

    Background:
      Given these facts
        | about | fact  | department | manager | on         |
        | e-1   | moved | sales      | m-1     | 2026-04-01 |
      When this policy is adopted on 2026-04-13
        """
        [follow_ups]
        lines_per_letter = 1
        """
      And the follow-ups are raised on 2026-04-17
      And everybody is notified on 2026-04-17

    Example: What did not fit into the letter waits with the one who has not read it
      Then the "never-started" follow-ups open on 2026-05-15 are
        | person | owner role | owner |
        | e-1    | champion   | c-1   |

    Example: Four working days after the letter that told of it, and five
      When everybody is notified on 2026-04-24
      Then the "never-started" follow-ups open on 2026-04-30 are
        | person | owner role | owner |
        | e-1    | champion   | c-1   |
      And the "never-started" follow-ups open on 2026-05-01 are
        | person | owner role | owner |
        | e-1    | manager    | m-1   |

  Rule: Nothing is sent unless somebody says so

    Example: A rehearsal shows who would get what
      When the follow-ups are raised on 2026-04-17
      Then a rehearsal of 2026-04-17 says
        | recipient | state      | rules                         |
        | e-1       | would_send | first-check-in; never-started |
        | c-1       | would_send | first-check-in; never-started |

  Rule: The words offer help, and reproach nobody

    Background:
      When the follow-ups are raised on 2026-04-13
      And everybody is notified on 2026-04-13

    Example: What the person reads
      Then the letter to e-1 reads
        """
        A helping hand with the AI tool (1)

        Dear Ben Smith,

        We would be glad to lend you a hand with the AI tool. You do not need to prepare anything.

        - Shall we take a few minutes to talk about how it is going?
          Why we write: We have not asked you yet how it has been going since the training.
          How: meeting with Chris Porter, in the next few days if that suits you.
          Settled already? adoptlog follow-ups done …

        If something has been settled in the meantime, please forgive us; a short reply to this message is enough.
        This list is there to help, and only to help: it is not used for anybody's appraisal.

        With kind regards
        Your AI support team
        """

    Example: What the one who helps reads
      Then the letter to c-1 reads
        """
        A helping hand with the AI tool (1)

        Dear Chris Porter,

        These colleagues would be glad of your help. Each of them knows: they were written to first.

        - Ben Smith: Nobody has asked since the training
          Why: The training was on 2026-04-03, and there has been no check-in since.
          How: meeting, in the next few days.
          When you have helped: adoptlog follow-ups done …

        If something has been settled in the meantime, please forgive us; a short reply to this message is enough.
        This list is there to help, and only to help: it is not used for anybody's appraisal.

        With kind regards
        Your AI support team
        """

  Rule: A room that many can read is told how many, and never who

    Example: Counts by role and rule
      When the follow-ups are raised on 2026-04-17
      Then the room is told on 2026-04-17
        """
        AI tool: offers of help this week (2)
        champion – Nobody has asked since the training: 1
        champion – Trained and licensed, and never started: 1
        `adoptlog follow-ups list` shows those who help what to do. The list is there to help, and is not used for anybody's appraisal.
        """
