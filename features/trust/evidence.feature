Feature: Evidence

  Two years later somebody asks whether a person had agreed to the guideline before the incident, and whether the record
  says so only since yesterday. A seal kept elsewhere, and a receipt of the one acknowledgement, answer without trust in
  whoever keeps the database.

  Background:
    Given these facts
      | about | fact                   | guideline | version | on         |
      |       | guideline published    | ai-use    | 1.0     | 2026-04-01 |
      | e-1   | guideline acknowledged | ai-use    | 1.0     | 2026-04-03 |
      | e-2   | guideline acknowledged | ai-use    | 1.0     | 2026-04-07 |

  @X4
  Rule: An auditor needs the receipt and the checkpoint that was kept, no database

    Example: The acknowledgement is proved as it was recorded
      Given the log is sealed, and the auditor keeps the checkpoint
      When the auditor is given the receipt of e-2's acknowledgement
      Then it proves that "ai-use" 1.0 was acknowledged on 2026-04-07

    Example: More was recorded and sealed since; the kept checkpoint still answers
      Given the log is sealed, and the auditor keeps the checkpoint
      And these facts are recorded
        | about | fact                   | guideline | version | on         |
        | e-3   | guideline acknowledged | ai-use    | 1.0     | 2026-04-08 |
      And the log is sealed
      When the auditor is given the receipt of e-1's acknowledgement
      Then it proves that "ai-use" 1.0 was acknowledged on 2026-04-03

    Example: The date on the receipt was changed
      Given the log is sealed, and the auditor keeps the checkpoint
      When the auditor is given the receipt of e-2's acknowledgement, with another date in it
      Then it proves nothing

  @X4
  Rule: What was sealed cannot be altered unseen

    Example: Nothing was altered
      Given the log is sealed, and the auditor keeps the checkpoint
      When the log is verified with the auditor's checkpoint
      Then nothing is found

    Example: An acknowledgement was dated back in the database
      Given the log is sealed, and the auditor keeps the checkpoint
      When somebody writes 2026-03-01 for 2026-04-07 in the database
      And the log is verified with the auditor's checkpoint
      Then it is found that
        """
        the event at position 3 is not the one that was sealed there
        """

    Example: An acknowledgement was removed from the database
      Given the log is sealed, and the auditor keeps the checkpoint
      When somebody removes the event at position 2 from the database
      And the log is verified with the auditor's checkpoint
      Then it is found that
        """
        the event sealed at position 2 is gone
        """

    Example: It was altered and sealed again: only the kept checkpoint shows it
      Given the log is sealed, and the auditor keeps the checkpoint
      When somebody writes 2026-03-01 for 2026-04-07 in the database
      And somebody removes all seals and seals the log again
      Then verified without the auditor's checkpoint, nothing is found
      And verified with the auditor's checkpoint, something is
