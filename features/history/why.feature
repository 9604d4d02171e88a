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
        TODO
        """
      And e-1's status as of 2026-05-29 is explained in Japanese as
        """
        TODO
        """

  @X3
  Rule: Every change of status names its cause

    Example: From the licence to the lapse
      Then the story of e-1 up to 2026-07-31 is
        | on | event | text |
        | TODO | | |
