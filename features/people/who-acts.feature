@H
Feature: Who acts, and in which language

  A follow-up that is everybody's is nobody's. So each names the one who acts – the person, their champion, their manager,
  the owner of the program, or the adviser it was handed to – and each of them reads in their own language. It is there to
  help: nobody is ranked.

  Rule: A follow-up names who acts

    Background:
      Given these facts
        | about | fact               | program | on         | department | manager | person | from       | course       |
        |       | program defined    | genai   |            |            |         |        |            |              |
        |       | owner appointed    | genai   |            |            |         | o-1    | 2026-01-01 |              |
        |       | champion appointed |         |            | sales      |         | c-1    | 2026-01-01 |              |
        |       | adviser appointed  | genai   |            |            |         | a-1    | 2026-01-01 |              |
        | e-1   | moved              |         | 2025-04-01 | sales      | m-1     |        |            |              |
        | e-1   | training completed |         | 2026-03-25 |            |         |        |            | genai-basics |

    Example: The champion of the department
      Then the "first-check-in" follow-ups open on 2026-04-15 are
        | person | owner role | owner |
        | e-1    | champion   | c-1   |

    Example: The manager
      Given this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-1    | gemini | Mon-Fri  | 2026-04-01 | 2026-04-30 |
        | e-1    | gemini | never    | 2026-05-01 | 2026-05-31 |
      Then the "lapsed" follow-ups open on 2026-05-31 are
        | person | owner role | owner |
        | e-1    | manager    | m-1   |

    Example: The owner of the program
      Given these facts
        | fact          | program | step      | on         |
        | phase entered | genai   | follow_up | 2026-04-01 |
      Then the "meeting-overdue" follow-ups open on 2026-04-15 are
        | person | owner role | owner |
        | e-1    | owner      | o-1   |

    Example: Everybody themselves, where nobody else needs to be told
      Given these facts
        | fact                | guideline | version | on         |
        | guideline published | ai-rules  | 1       | 2026-04-01 |
      Then the "guideline-unacknowledged" follow-ups open on 2026-04-08 are
        | person | owner role | owner |
        | a-1    | learner    | a-1   |
        | c-1    | learner    | c-1   |
        | e-1    | learner    | e-1   |
        | m-1    | learner    | m-1   |
        | o-1    | learner    | o-1   |

    Example: The adviser, when somebody hands it on
      When the follow-ups are raised on 2026-04-15
      And e-1's "first-check-in" follow-up is assigned on 2026-04-15 to a-1
      Then the "first-check-in" follow-ups open on 2026-04-16 are
        | person | owner |
        | e-1    | a-1   |

  Rule: Everybody is written to in their own language

    Background:
      Given these people
        | person | name         | e-mail            | country |
        | e-1    | 山田 花子    | hana@example.com  | JP      |
        | c-1    | Chris Porter | chris@example.com | GB      |
      And these facts
        | about | fact               | person | on         | course       | from       |
        | e-1   | training completed |        | 2026-04-03 | genai-basics |            |
        |       | champion appointed | c-1    |            |              | 2026-04-01 |
      When the follow-ups are raised on 2026-04-13
      And everybody is notified on 2026-04-13

    Example: Who works in Japan reads Japanese
      Then the letter to e-1 reads
        """
        【生成AI活用サポート】ご案内（1件）

        山田 花子 様

        お疲れさまです。生成AI活用サポート担当よりご連絡いたします。

        生成AIのご活用について、何かお手伝いできればと存じます。特にご準備いただくことはございません。

        ・ご活用の様子やお困りの点について、少しお話を伺えませんでしょうか。
        　ご連絡の理由: 研修のあと、まだご様子を伺えておりませんでした。
        　方法: 定例MTG（担当: Chris Porter）　目安: 近日中。ご都合に合わせて調整いたします。
        　すでにお済みの場合: adoptlog follow-ups done …

        行き違いですでにお済みの場合は、何卒ご容赦ください。その際は、本メールにご返信いただくだけで結構です。
        このご案内は活用をお手伝いするためのものであり、人事評価に用いることはございません。

        どうぞよろしくお願いいたします。
        生成AI活用サポート担当
        """

    Example: Who helps from elsewhere reads English about the same person
      Then the letter to c-1 reads
        """
        A helping hand with the AI tool (1)

        Dear Chris Porter,

        These colleagues would be glad of your help. Each of them knows: they were written to first.

        - 山田 花子: Nobody has asked since the training
          Why: The training was on 2026-04-03, and there has been no check-in since.
          How: meeting, in the next few days.
          When you have helped: adoptlog follow-ups done …

        If something has been settled in the meantime, please forgive us; a short reply to this message is enough.
        This list is there to help, and only to help: it is not used for anybody's appraisal.

        With kind regards
        Your AI support team
        """

  Rule: Nobody is ranked

    Example: The status stands in the order of the directory, whoever uses the tool most
      Given these people
        | person | name         | e-mail           |
        | e-2    | Chris Porter | chris@example.com |
        | e-1    | Ben Smith    | ben@example.com  |
        | e-3    | Ann Lee      | ann@example.com  |
      And this use of the tool, which the tool's feed covers
        | person | tool   | weekdays | from       | to         |
        | e-3    | gemini | Mon-Fri  | 2026-04-01 | 2026-05-31 |
        | e-1    | gemini | Mon      | 2026-04-01 | 2026-05-31 |
        | e-2    | gemini | never    | 2026-04-01 | 2026-05-31 |
      Then the status as of 2026-05-31 stands in this order
        | person |
        | e-2    |
        | e-1    |
        | e-3    |
