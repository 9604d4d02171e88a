@D1
Feature: Quality is measured as well, for faster and worse is no gain

  A rating has no unit, so it is also counted who rates better, worse and the same; defects are shares of items checked.

  Background:
    Given these facts
      | about | fact            | program | starts_on  |
      |       | program defined | writing | 2026-04-01 |

  Rule: A rating is better when it is higher

    Example: Five of ten rate better and nobody worse
      Given these ratings of "report", measured on 2026-03-10 and on 2026-06-15
        | person | before | after |
        | e-1    | 3      | 4     |
        | e-2    | 4      | 4     |
        | e-3    | 3      | 3     |
        | e-4    | 3      | 4     |
        | e-5    | 4      | 4     |
        | e-6    | 2      | 3     |
        | e-7    | 3      | 3     |
        | e-8    | 4      | 4     |
        | e-9    | 3      | 4     |
        | e-10   | 3      | 4     |
      Then the effect as of 2026-06-30 is
        | task   | metric | before | after | saved | low  | high | verdict | tally wins | tally losses | tally ties |
        | report | rating | 3.2    | 3.7   | 0.5   | 0.12 | 0.88 | LIKELY  | 5          | 0            | 5          |

  Rule: A rate of defects is better when it is lower, and where the items are known they are counted too

    Example: From 15 to 6 defects in a hundred
      Given these defect rates of "report", measured on 2026-03-10 and on 2026-06-15
        | person | before | after | items |
        | e-1    | 0.15   | 0.06  | 20    |
        | e-2    | 0.15   | 0.06  | 20    |
        | e-3    | 0.15   | 0.06  | 20    |
        | e-4    | 0.15   | 0.06  | 20    |
        | e-5    | 0.15   | 0.06  | 20    |
        | e-6    | 0.15   | 0.06  | 20    |
        | e-7    | 0.15   | 0.06  | 20    |
        | e-8    | 0.15   | 0.06  | 20    |
        | e-9    | 0.15   | 0.06  | 20    |
        | e-10   | 0.15   | 0.06  | 20    |
      Then the effect as of 2026-06-30 is
        | task   | metric      | before | after | saved | rates before | rates after | rates interval low | verdict |
        | report | defect_rate | 0.15   | 0.06  | 0.09  | 30; 200      | 12; 200     | 0.03               | SHOWN   |
