Feature: Inside the integrator's own transaction and database

  An order is placed and a training is completed, or neither is. So facts are recorded in the host's transaction, on the
  database the host has, and asking how the whole company stands takes no longer than a page may take to load.

  @X7
  Rule: Facts are committed and rolled back with the host

    Scenario Outline: Committed with the host
      Given a host application on <database>
      When the host writes a row of its own in a transaction
      And these facts are recorded in the same transaction
        | about | fact               | course       | on         |
        | e-1   | training completed | genai-basics | 2026-04-01 |
      And the host commits
      Then the host has 1 rows, and the people known of as of 2026-04-30 are e-1

      Examples:
        | database   |
        | SQLite     |
        | PostgreSQL |

    Scenario Outline: Rolled back with the host
      Given a host application on <database>
      When the host writes a row of its own in a transaction
      And these facts are recorded in the same transaction
        | about | fact               | course       | on         |
        | e-1   | training completed | genai-basics | 2026-04-01 |
      And the host rolls back
      Then the host has 0 rows, and the people known of as of 2026-04-30 are none

      Examples:
        | database   |
        | SQLite     |
        | PostgreSQL |

  @X7
  Rule: A refusal leaves the host's transaction usable

    # PostgreSQL fails every statement after a failed one, until the savepoint is left.
    Scenario Outline: The host goes on after a refusal
      Given a host application on <database>
      When this fact is refused in the same transaction
        | about | fact               | course       | on         |
        | e-1   | training completed | genai-basics | 2027-06-01 |
      And the host writes a row of its own in a transaction
      And these facts are recorded in the same transaction
        | about | fact               | course       | on         |
        | e-2   | training completed | genai-basics | 2026-04-01 |
      And the host commits
      Then the host has 1 rows, and the people known of as of 2026-04-30 are e-2

      Examples:
        | database   |
        | SQLite     |
        | PostgreSQL |

  @X7
  Rule: The whole company's status is there in a second

    Example: Two thousand people
      Given a company of 2000 people who used the tool every work day of 2026-04
      Then everybody's status as of 2026-04-30, 2000 rows, is there within a second
