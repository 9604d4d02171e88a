@C1 @C6
Feature: training-gap: Licensed, and not taught everything

  A tool handed out without teaching is a tool that lies around. Teaching means three things: how to use it, what to use
  it for, and by which rules; whoever misses one of them is invited to the training that has it.

  Background:
    Given these facts
      | about | fact               | on         | department | manager | person | from       |
      | e-1   | moved              | 2025-04-01 | sales      | m-1     |        |            |
      |       | champion appointed |            | sales      |         | c-1    | 2026-01-01 |
      |       | owner appointed    |            |            |         | o-1    | 2026-01-01 |

  Rule: Fourteen days after the licence without any training the champion is asked to arrange one

    Background:
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |

    Example: On the thirteenth day nothing is said yet
      Then no "training-gap" follow-up is open on 2026-04-14

    Example: On the fourteenth day the follow-up is there
      Then the "training-gap" follow-ups open on 2026-04-15 are
        | person | priority | owner role | owner | channel  | due on     | state | reason                                                          |
        | e-1    | 2        | champion   | c-1   | training | 2026-04-15 | due   | Holds a licence since 2026-04-01 and has completed no training. |

    Example: A test that was not passed is no completed training
      Given these facts
        | about | fact               | on         | course       | passed |
        | e-1   | training completed | 2026-04-08 | genai-basics | no     |
      Then the "training-gap" follow-ups open on 2026-04-15 are
        | person | reason                                                          |
        | e-1    | Holds a licence since 2026-04-01 and has completed no training. |

    Example: Whoever has no licence needs no training yet
      Given these facts
        | about | fact   | on         |
        | e-2   | joined | 2026-04-01 |
      Then the "training-gap" follow-ups open on 2026-04-30 are
        | person |
        | e-1    |

    Example: Whoever gave the licence back needs none any more
      Given these facts
        | about | fact            | on         |
        | e-1   | licence revoked | 2026-04-20 |
      Then the "training-gap" follow-ups open on 2026-04-19 are
        | person |
        | e-1    |
      And no "training-gap" follow-up is open on 2026-04-20

    Example: Licensed again, the fourteen days begin again
      Given these facts
        | about | fact            | on         |
        | e-1   | licence revoked | 2026-04-10 |
        | e-1   | licence granted | 2026-05-01 |
      Then no "training-gap" follow-up is open on 2026-05-14
      And the "training-gap" follow-ups open on 2026-05-15 are
        | person | reason                                                          |
        | e-1    | Holds a licence since 2026-05-01 and has completed no training. |

  Rule: Fourteen days after the training the topics that are still missing are named

    Background:
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |

    Example: On the thirteenth day after the training nothing is said yet
      Given these facts
        | about | fact               | on         | course       | topics |
        | e-1   | training completed | 2026-04-08 | genai-basics | usage  |
      Then no "training-gap" follow-up is open on 2026-04-21

    Example: Taught how to use it, and neither what for nor by which rules
      Given these facts
        | about | fact               | on         | course       | topics |
        | e-1   | training completed | 2026-04-08 | genai-basics | usage  |
      Then the "training-gap" follow-ups open on 2026-04-22 are
        | person | priority | owner role | owner | channel  | due on     | state | reason                                                        |
        | e-1    | 2        | champion   | c-1   | training | 2026-04-22 | due   | Trained on 2026-04-08; not yet covered: use cases, guideline. |

    Example: Trained before the licence came, it counts from the licence
      Given these facts
        | about | fact               | on         | course       | topics               |
        | e-2   | training completed | 2026-03-25 | genai-basics | use_cases; guideline |
        | e-2   | licence granted    | 2026-04-01 |              |                      |
        | e-1   | training completed | 2026-04-01 | genai-basics |                      |
      Then no "training-gap" follow-up is open on 2026-04-14
      And the "training-gap" follow-ups open on 2026-04-15 are
        | person | reason                                         |
        | e-2    | Trained on 2026-03-25; not yet covered: usage. |

    Example: What several trainings cover together counts
      Given these facts
        | about | fact               | on         | course       | topics    |
        | e-1   | training completed | 2026-04-08 | genai-basics | usage     |
        | e-1   | training completed | 2026-04-13 | genai-cases  | use_cases |
      Then the "training-gap" follow-ups open on 2026-04-22 are
        | person | reason                                             |
        | e-1    | Trained on 2026-04-08; not yet covered: guideline. |

    Example: What a failed training covered does not count
      Given these facts
        | about | fact               | on         | course        | topics           | passed |
        | e-1   | training completed | 2026-04-08 | genai-basics  | usage; use_cases |        |
        | e-1   | training completed | 2026-04-13 | ai-rules-test | guideline        | no     |
      Then the "training-gap" follow-ups open on 2026-04-22 are
        | person | reason                                             |
        | e-1    | Trained on 2026-04-08; not yet covered: guideline. |

  Rule: A training, and the topics, resolve it

    Background:
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |

    Example: A training that names no topics is taken to cover them all
      Given these facts
        | about | fact               | on         | course       |
        | e-1   | training completed | 2026-04-20 | genai-basics |
      When the follow-ups are raised on 2026-04-15
      Then the "training-gap" follow-ups open on 2026-04-19 are
        | person | state  |
        | e-1    | raised |
      And no "training-gap" follow-up is open on 2026-04-20
      And no "training-gap" follow-up is open on 2026-06-30

    Example: The training with the missing topic
      Given these facts
        | about | fact               | on         | course       | topics           |
        | e-1   | training completed | 2026-04-08 | genai-basics | usage; guideline |
        | e-1   | training completed | 2026-04-27 | genai-cases  | use_cases        |
      Then the "training-gap" follow-ups open on 2026-04-26 are
        | person | reason                                             |
        | e-1    | Trained on 2026-04-08; not yet covered: use cases. |
      And no "training-gap" follow-up is open on 2026-04-27

    Example: One of two trainings names no topics
      Given these facts
        | about | fact               | on         | course       | topics |
        | e-1   | training completed | 2026-04-08 | genai-basics | usage  |
        | e-1   | training completed | 2026-04-10 | genai-basics |        |
      Then no "training-gap" follow-up is open on 2026-04-30

    Example: The first training resolves the one, its missing topics are another follow-up
      Given these facts
        | about | fact               | on         | course       | topics |
        | e-1   | training completed | 2026-04-20 | genai-basics | usage  |
      When the follow-ups are raised on 2026-04-15
      Then no "training-gap" follow-up is open on 2026-05-03
      And the "training-gap" follow-ups open on 2026-05-04 are
        | person | state | reason                                                        |
        | e-1    | due   | Trained on 2026-04-20; not yet covered: use cases, guideline. |

  Rule: Nobody is asked anything new while on leave or after leaving

    Background:
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |

    Example: Due during leave: it is put off to the first day back
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-13 | 2026-04-17 |
      Then the "training-gap" follow-ups open on 2026-04-15 are
        | person | due on     |
        | e-1    | 2026-04-20 |
      And raising on 2026-04-15 leaves e-1's "training-gap" waiting: on leave
      And raising on 2026-04-20 raises these "training-gap" follow-ups
        | person | due on     |
        | e-1    | 2026-04-20 |

    Example: After the last day at work
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-04-15 |
      Then the "training-gap" follow-ups open on 2026-04-15 are
        | person |
        | e-1    |
      And no "training-gap" follow-up is open on 2026-04-16

  Rule: Somebody who was invited is left in peace for fourteen days

    Background:
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |

    Example: It comes back on the fourteenth day if there is still no training
      When the follow-ups are raised on 2026-04-15
      And e-1's "training-gap" follow-up is done on 2026-04-16
      Then no "training-gap" follow-up is open on 2026-04-29
      And the "training-gap" follow-ups open on 2026-04-30 are
        | person | state |
        | e-1    | due   |

    Example: The missing topics, too, wait for the fourteen days
      Given these facts
        | about | fact               | on         | course       | topics | kind    |
        | e-1   | training completed | 2026-04-21 | genai-basics | usage  |         |
        | e-1   | check-in held      | 2026-04-22 |              |        | meeting |
      When the follow-ups are raised on 2026-04-15
      And the follow-ups are raised on 2026-04-22
      Then raising on 2026-05-05 leaves e-1's "training-gap" waiting: cool down
      And raising on 2026-05-06 raises these "training-gap" follow-ups
        | person |
        | e-1    |

    Example: A dismissed one comes back only with another licence
      Given these facts
        | about | fact            | on         |
        | e-1   | licence revoked | 2026-05-01 |
        | e-1   | licence granted | 2026-06-01 |
      When the follow-ups are raised on 2026-04-15
      And e-1's "training-gap" follow-up is dismissed on 2026-04-16 because "does not need the tool"
      Then no "training-gap" follow-up is open on 2026-06-14
      And the "training-gap" follow-ups open on 2026-06-15 are
        | person | reason                                                          |
        | e-1    | Holds a licence since 2026-06-01 and has completed no training. |

  Rule: Two coaching follow-ups at a time are enough

    Background:
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |

    Example: The third one is listed and waits
      Given these facts
        | about | fact               | on         | course       | topics | question     |
        | e-1   | training completed | 2026-04-01 | genai-basics | usage  |              |
        | e-1   | question asked     | 2026-04-06 |              |        | how to quote |
      When the follow-ups are raised on 2026-04-14
      Then the "first-check-in" follow-ups open on 2026-04-14 are
        | person | state  |
        | e-1    | raised |
      And the "unanswered-question" follow-ups open on 2026-04-14 are
        | person | state  |
        | e-1    | raised |
      And the "training-gap" follow-ups open on 2026-04-15 are
        | person | state |
        | e-1    | due   |
      And raising on 2026-04-15 leaves e-1's "training-gap" waiting: two at a time
