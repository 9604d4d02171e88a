@D3
Feature: A decision is kept with the figures it rests on

  Continue, adjust or stop: half a year later somebody asks on which grounds. The figures of the day are kept with the
  decision, and beside them stands what they are now.

  Background:
    Given these facts
      | about | fact            | program | starts_on  |
      |       | program defined | writing | 2026-04-01 |
    And these minutes of "mail", measured on 2026-03-10 and on 2026-06-15
      | person | before | after |
      | e-1    | 20     | 15    |
      | e-2    | 21     | 16    |
      | e-3    | 22     | 17    |
      | e-4    | 23     | 18    |
      | e-5    | 24     | 19    |
      | e-6    | 25     | 20    |
      | e-7    | 26     | 21    |
      | e-8    | 27     | 22    |
      | e-9    | 28     | 23    |
      | e-10   | 29     | 24    |

  Rule: What followed stands beside what was known

    Example: Adjusted at five minutes, eight a month later
      When the company decides on 2026-06-30 to adjust "writing"
      And these minutes of "mail", measured on 2026-03-10 and on 2026-07-15
        | person | before | after |
        | e-1    |        | 9     |
        | e-2    |        | 10    |
        | e-3    |        | 11    |
        | e-4    |        | 12    |
        | e-5    |        | 13    |
        | e-6    |        | 14    |
        | e-7    |        | 15    |
        | e-8    |        | 16    |
        | e-9    |        | 17    |
        | e-10   |        | 18    |
      Then the decisions as of 2026-07-31 are
        | program | on         | outcome | then mail/minutes/saved | now mail/minutes/saved | then mail/minutes/verdict |
        | writing | 2026-06-30 | adjust  | 5                       | 8                      | SHOWN                     |

    Example: Taken twice it is one decision
      When the company decides on 2026-06-30 to continue "writing"
      And the company decides on 2026-06-30 to continue "writing"
      Then the decisions as of 2026-07-31 are
        | program | on         | outcome  |
        | writing | 2026-06-30 | continue |
