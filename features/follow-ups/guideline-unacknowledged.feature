@C3
Feature: guideline-unacknowledged: The guideline is not yet agreed to

  A guideline that nobody has read protects nobody. Everybody gets a week to read it and agree; after that they are
  reminded themselves, kindly, and nobody else is told.

  Background:
    Given these facts
      | about | fact   | on         |
      | e-1   | joined | 2025-04-01 |

  Rule: Seven days after the publication whoever has not agreed is reminded

    Background:
      Given these facts
        | fact                | guideline | version | on         |
        | guideline published | ai-rules  | 1       | 2026-04-01 |

    Example: On the sixth day nothing is said yet
      Then no "guideline-unacknowledged" follow-up is open on 2026-04-07

    Example: On the seventh day the follow-up is there
      Then the "guideline-unacknowledged" follow-ups open on 2026-04-08 are
        | person | priority | owner role | owner | channel | due on     | state | reason                                                                    |
        | e-1    | 2        | learner    | e-1   | message | 2026-04-08 | due   | The guideline ai-rules 1 has been waiting for agreement since 2026-04-01. |

    Example: Whoever joins after the publication has seven days from joining
      Given these facts
        | about | fact   | on         |
        | e-2   | joined | 2026-04-06 |
      Then the "guideline-unacknowledged" follow-ups open on 2026-04-12 are
        | person |
        | e-1    |
      And the "guideline-unacknowledged" follow-ups open on 2026-04-13 are
        | person | reason                                                                    |
        | e-1    | The guideline ai-rules 1 has been waiting for agreement since 2026-04-01. |
        | e-2    | The guideline ai-rules 1 has been waiting for agreement since 2026-04-06. |

    Example: Whoever is known without a date of joining has seven days from the publication
      Given these facts
        | about | fact            | on         |
        | e-2   | licence granted | 2026-03-02 |
      Then no "guideline-unacknowledged" follow-up is open on 2026-04-07
      And the "guideline-unacknowledged" follow-ups open on 2026-04-08 are
        | person |
        | e-1    |
        | e-2    |

    Example: A new version that comes before anybody agreed gives seven days again
      Given these facts
        | fact                | guideline | version | on         |
        | guideline published | ai-rules  | 2       | 2026-04-06 |
      Then no "guideline-unacknowledged" follow-up is open on 2026-04-12
      And the "guideline-unacknowledged" follow-ups open on 2026-04-13 are
        | person | reason                                                                    |
        | e-1    | The guideline ai-rules 2 has been waiting for agreement since 2026-04-06. |

  Rule: The agreement resolves it

    Background:
      Given these facts
        | fact                | guideline | version | on         |
        | guideline published | ai-rules  | 1       | 2026-04-01 |

    Example: Agreed on the sixth day: nothing ever appears
      Given these facts
        | about | fact                   | guideline | version | on         |
        | e-1   | guideline acknowledged | ai-rules  | 1       | 2026-04-07 |
      Then no "guideline-unacknowledged" follow-up is open on 2026-04-08

    Example: Agreed after the reminder
      Given these facts
        | about | fact                   | guideline | version | on         |
        | e-1   | guideline acknowledged | ai-rules  | 1       | 2026-04-10 |
      When the follow-ups are raised on 2026-04-08
      Then the "guideline-unacknowledged" follow-ups open on 2026-04-09 are
        | person | state  |
        | e-1    | raised |
      And no "guideline-unacknowledged" follow-up is open on 2026-04-10

    Example: Whoever agreed to an older version is asked by another rule
      Given these facts
        | about | fact                   | guideline | version | on         |
        | e-1   | guideline acknowledged | ai-rules  | 1       | 2026-04-02 |
        |       | guideline published    | ai-rules  | 2       | 2026-05-01 |
      Then no "guideline-unacknowledged" follow-up is open on 2026-05-08
      And the "guideline-revised" follow-ups open on 2026-05-15 are
        | person |
        | e-1    |

    Example: A guideline that was withdrawn needs no agreement
      Given these facts
        | fact                | guideline | version | on         |
        | guideline withdrawn | ai-rules  | 1       | 2026-04-20 |
      Then the "guideline-unacknowledged" follow-ups open on 2026-04-19 are
        | person |
        | e-1    |
      And no "guideline-unacknowledged" follow-up is open on 2026-04-20

  Rule: Each guideline is asked for, one after the other

    Example: Two guidelines are two lines, and one message at a time
      Given these facts
        | fact                | guideline  | version | on         |
        | guideline published | ai-rules   | 1       | 2026-04-01 |
        | guideline published | data-rules | 1       | 2026-04-01 |
      When the follow-ups are raised on 2026-04-08
      Then the "guideline-unacknowledged" follow-ups open on 2026-04-08 are
        | person | state  | reason                                                                      |
        | e-1    | raised | The guideline ai-rules 1 has been waiting for agreement since 2026-04-01.   |
        | e-1    | due    | The guideline data-rules 1 has been waiting for agreement since 2026-04-01. |
      And raising on 2026-04-09 leaves e-1's "guideline-unacknowledged" waiting: already open

    Example: Agreed to one of the two
      Given these facts
        | about | fact                   | guideline  | version | on         |
        |       | guideline published    | ai-rules   | 1       | 2026-04-01 |
        |       | guideline published    | data-rules | 1       | 2026-04-01 |
        | e-1   | guideline acknowledged | ai-rules   | 1       | 2026-04-02 |
      Then the "guideline-unacknowledged" follow-ups open on 2026-04-08 are
        | person | reason                                                                      |
        | e-1    | The guideline data-rules 1 has been waiting for agreement since 2026-04-01. |

    Example: A program's guideline is for those who take part
      Given these facts
        | about | fact                | program  | from       | on         | guideline   | version |
        |       | program defined     | sales-ai |            |            |             |         |
        |       | program defined     | legal-ai |            |            |             |         |
        | e-1   | enrolled            | sales-ai | 2026-04-01 |            |             |         |
        | e-2   | joined              |          |            | 2025-04-01 |             |         |
        | e-2   | enrolled            | legal-ai | 2026-04-01 |            |             |         |
        |       | guideline published | legal-ai |            | 2026-04-01 | legal-rules | 1       |
      Then the "guideline-unacknowledged" follow-ups open on 2026-04-08 are
        | person | program | reason                                                                       |
        | e-2    |         | The guideline legal-rules 1 has been waiting for agreement since 2026-04-01. |

  Rule: It is no coaching: it does not wait for a place among two

    Example: Raised beside two coaching follow-ups
      Given these facts
        | about | fact                | guideline | version | on         | course       | question     |
        |       | guideline published | ai-rules  | 1       | 2026-04-01 |              |              |
        | e-1   | training completed  |           |         | 2026-04-01 | genai-basics |              |
        | e-1   | question asked      |           |         | 2026-04-06 |              | how to quote |
      Then the "first-check-in" follow-ups open on 2026-04-08 are
        | person |
        | e-1    |
      And the "unanswered-question" follow-ups open on 2026-04-08 are
        | person |
        | e-1    |
      And raising on 2026-04-08 raises these "guideline-unacknowledged" follow-ups
        | person |
        | e-1    |
      And the "first-check-in" follow-ups open on 2026-04-08 are
        | person | state  |
        | e-1    | raised |
      And the "unanswered-question" follow-ups open on 2026-04-08 are
        | person | state  |
        | e-1    | raised |

  Rule: Nobody is asked anything new while on leave or after leaving

    Background:
      Given these facts
        | fact                | guideline | version | on         |
        | guideline published | ai-rules  | 1       | 2026-04-01 |

    Example: Due during leave: it is put off to the first day back
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-06 | 2026-04-10 |
      Then the "guideline-unacknowledged" follow-ups open on 2026-04-08 are
        | person | due on     |
        | e-1    | 2026-04-13 |
      And raising on 2026-04-08 leaves e-1's "guideline-unacknowledged" waiting: on leave
      And raising on 2026-04-13 raises these "guideline-unacknowledged" follow-ups
        | person | due on     |
        | e-1    | 2026-04-13 |

    Example: After the last day at work
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-04-09 |
      Then the "guideline-unacknowledged" follow-ups open on 2026-04-09 are
        | person |
        | e-1    |
      And no "guideline-unacknowledged" follow-up is open on 2026-04-10

  Rule: Somebody who was reminded is left in peace for fourteen days

    Background:
      Given these facts
        | fact                | guideline | version | on         |
        | guideline published | ai-rules  | 1       | 2026-04-01 |

    Example: It comes back on the fourteenth day if there is still no agreement
      When the follow-ups are raised on 2026-04-08
      And e-1's "guideline-unacknowledged" follow-up is done on 2026-04-09
      Then no "guideline-unacknowledged" follow-up is open on 2026-04-22
      And the "guideline-unacknowledged" follow-ups open on 2026-04-23 are
        | person | state |
        | e-1    | due   |

    Example: A dismissed one comes back only with another version
      Given these facts
        | fact                | guideline | version | on         |
        | guideline published | ai-rules  | 2       | 2026-06-01 |
      When the follow-ups are raised on 2026-04-08
      And e-1's "guideline-unacknowledged" follow-up is dismissed on 2026-04-09 because "on secondment"
      Then no "guideline-unacknowledged" follow-up is open on 2026-06-07
      And the "guideline-unacknowledged" follow-ups open on 2026-06-08 are
        | person | reason                                                                    |
        | e-1    | The guideline ai-rules 2 has been waiting for agreement since 2026-06-01. |
