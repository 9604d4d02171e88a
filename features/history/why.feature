Feature: Why

  A status that nobody can explain is a verdict. So each status says in one sentence what it stands on, in English and in
  Japanese with the same numbers, and a person's story names the cause of every change.

  Background:
    Given these facts
      | about | fact            | on         |
      | e-1   | licence granted | 2026-04-01 |
    And this use of the tool, which the tool's feed covers
      | person | tool   | weekdays    | from       | to         |
      | e-1    | gemini | Mon Wed Fri | 2026-04-01 | 2026-05-29 |
      | e-1    | gemini | never       | 2026-06-01 | 2026-07-31 |

  @X3
  Rule: One sentence, in both languages, with the same numbers

    Example: Forming
      Then e-1's status as of 2026-05-29 is explained in English as
        """
        forming: used on 6 of the last 10 counted days (target 6), strength 0.83, 43 counted days since first use. Confidence A.
        """
      And e-1's status as of 2026-05-29 is explained in Japanese as
        """
        習慣化中：直近の対象日10日のうち6日利用（目標6日）、強さ0.83、初回利用から対象日43日。確度A。
        """

  @X3
  Rule: Every change of status names its cause

    Example: From the licence to the lapse
      Then the story of e-1 up to 2026-07-31 is
        | on         | event           | text |
        | 2026-04-01 | licence granted |  |
        | 2026-04-01 | use             | first use |
        | 2026-04-01 | status          | trying: used on 1 of the last 1 counted days (target 6), strength 0.01, 1 counted days since first use. Confidence A. Why: first use |
        | 2026-04-22 | status          | forming: used on 6 of the last 10 counted days (target 6), strength 0.42, 16 counted days since first use. Confidence A. Why: strength reached the forming level |
        | 2026-05-29 | use             | last use; 26 days of use in all |
        | 2026-06-09 | status          | slipping: used on 2 of the last 10 counted days (target 6), strength 0.76, 50 counted days since first use. Confidence A. Why: quiet for longer than this person's usual rate explains |
        | 2026-06-26 | status          | lapsed: used on 0 of the last 10 counted days (target 6), strength 0.43, 63 counted days since first use. Confidence A. Why: 20 counted days or more without use |
        | 2026-07-31 | follow-up due   | Used before anybody explained the rules: Used the tool since 2026-04-01 without any training. (not raised yet) |
        | 2026-07-31 | follow-up due   | Licensed, and not taught everything: Holds a licence since 2026-04-01 and has completed no training. (not raised yet) |
        | 2026-07-31 | follow-up due   | The use has stopped: The use stopped; lapsed since 2026-06-26. (not raised yet) |

    Example: A leave ends
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-05-01 | 2026-05-20 |
      Then the story of e-1 up to 2026-05-22 is
        | on         | event           | text |
        | 2026-04-01 | licence granted |  |
        | 2026-04-01 | use             | first use |
        | 2026-04-01 | status          | trying: used on 1 of the last 1 counted days (target 6), strength 0.01, 1 counted days since first use. Confidence A. Why: first use |
        | 2026-04-22 | status          | forming: used on 6 of the last 10 counted days (target 6), strength 0.42, 16 counted days since first use. Confidence A. Why: strength reached the forming level |
        | 2026-05-01 | leave           | from 2026-05-01, to 2026-05-20 |
        | 2026-05-01 | status          | on leave: used on 7 of the last 10 counted days (target 6), strength 0.56, 22 counted days since first use. Confidence A. Why: on leave |
        | 2026-05-21 | status          | forming: used on 6 of the last 10 counted days (target 6), strength 0.58, 23 counted days since first use. Confidence A. Why: leave ended |
        | 2026-05-22 | use             | last use; 23 days of use in all |
        | 2026-05-22 | follow-up due   | Used before anybody explained the rules: Used the tool since 2026-04-01 without any training. (not raised yet) |
        | 2026-05-22 | follow-up due   | Licensed, and not taught everything: Holds a licence since 2026-04-01 and has completed no training. (not raised yet) |

    Example: The same story in Japanese
      Then the story of e-1 up to 2026-05-29 in Japanese is
        | on         | event          | text |
        | 2026-04-01 | ライセンス付与 |  |
        | 2026-04-01 | 利用           | 初回の利用 |
        | 2026-04-01 | status         | 試行中：直近の対象日1日のうち1日利用（目標6日）、強さ0.01、初回利用から対象日1日。確度A。 理由: 初めて利用した |
        | 2026-04-22 | status         | 習慣化中：直近の対象日10日のうち6日利用（目標6日）、強さ0.42、初回利用から対象日16日。確度A。 理由: 強さが習慣化の水準に達した |
        | 2026-05-29 | 利用           | 最後の利用（利用日数 計26日） |
        | 2026-05-29 | フォロー要対応 | ルールを知る前に使われている: 2026-04-01から利用があるが、研修をまだ受けていない。 (未起票) |
        | 2026-05-29 | フォロー要対応 | ライセンスはあるが研修が足りない: 2026-04-01にライセンスを付与されたが、研修を修了していない。 (未起票) |

  @X3
  Rule: A follow-up says why it was raised, and why another was not

    Example: Raised, done, and one that waits
      When the follow-ups are raised on 2026-06-26
      And e-1's "lapsed" follow-up is done on 2026-06-29
      Then the story of e-1 up to 2026-06-30 tells of these follow-ups
        | on         | event            | text                                                                                                                   |
        | 2026-06-26 | follow-up raised | Used before anybody explained the rules: Used the tool since 2026-04-01 without any training.                         |
        | 2026-06-26 | follow-up raised | Licensed, and not taught everything: Holds a licence since 2026-04-01 and has completed no training.                  |
        | 2026-06-26 | follow-up raised | The use has stopped: The use stopped; lapsed since 2026-06-26.                                                         |
        | 2026-06-29 | follow-up done   | The use has stopped: If it is still needed, asked again on 2026-07-13.                                                 |
