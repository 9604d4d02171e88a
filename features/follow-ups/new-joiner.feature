@C1
Feature: new-joiner: Joined after the launch, without training

  The launch has its training, and whoever comes a month later has none. Nobody sees that by themselves, least of all the new
  person, who takes it that everybody else simply knows: so the manager books them a training.

  Background:
    Given these facts
      | about | fact               | on         | department | manager | person | from       |
      | e-1   | moved              | 2025-04-01 | sales      | m-1     |        |            |
      |       | champion appointed |            | sales      |         | c-1    | 2026-01-01 |
      |       | owner appointed    |            |            |         | o-1    | 2026-01-01 |

  Rule: Fourteen days after joining, whoever joined after the launch and has had no training is noticed

    Background:
      Given these facts
        | about | fact            | program | starts on  | on         |
        |       | program defined | genai   | 2026-04-01 |            |
        | e-1   | joined          |         |            | 2026-04-06 |

    Example: On the thirteenth day nothing is said yet
      Then no "new-joiner" follow-up is open on 2026-04-19

    Example: On the fourteenth day the follow-up is there
      Then the "new-joiner" follow-ups open on 2026-04-20 are
        | person | priority | owner role | owner | channel  | due on     | state | reason                                                           |
        | e-1    | 2        | manager    | m-1   | training | 2026-04-20 | due   | Joined on 2026-04-06, after the launch, and has had no training. |

    Example: Joined on the day of the launch: among those it was made for
      Given these facts
        | about | fact   | on         |
        | e-2   | joined | 2026-04-01 |
      Then the "new-joiner" follow-ups open on 2026-04-30 are
        | person |
        | e-1    |

    Example: Joined on the day after
      Given these facts
        | about | fact   | on         |
        | e-2   | joined | 2026-04-02 |
      Then no "new-joiner" follow-up is open on 2026-04-15
      And the "new-joiner" follow-ups open on 2026-04-16 are
        | person | due on     |
        | e-2    | 2026-04-16 |

    Example: Nobody is new of whom no date of joining is known
      Given these facts
        | about | fact            | on         |
        | e-2   | licence granted | 2026-04-06 |
      Then the "new-joiner" follow-ups open on 2026-04-30 are
        | person |
        | e-1    |

  Rule: The launch is the day the program starts, else its entry into education

    Background:
      Given these facts
        | about | fact   | on         |
        | e-1   | joined | 2026-04-06 |

    Example: No day of start, but a step
      Given these facts
        | fact            | program | step      | on         |
        | program defined | genai   |           |            |
        | phase entered   | genai   | education | 2026-04-01 |
      Then no "new-joiner" follow-up is open on 2026-04-19
      And the "new-joiner" follow-ups open on 2026-04-20 are
        | person |
        | e-1    |

    Example: The education began after they joined
      Given these facts
        | fact            | program | step      | on         |
        | program defined | genai   |           |            |
        | phase entered   | genai   | education | 2026-04-13 |
      Then no "new-joiner" follow-up is open on 2026-04-30

    Example: Neither: nothing can be said
      Given these facts
        | fact            | program |
        | program defined | genai   |
      Then no "new-joiner" follow-up is open on 2026-04-30

  Rule: A training resolves it

    Background:
      Given these facts
        | about | fact            | program | starts on  | on         |
        |       | program defined | genai   | 2026-04-01 |            |
        | e-1   | joined          |         |            | 2026-04-06 |

    Example: Trained on the thirteenth day: nothing ever appears
      Given these facts
        | about | fact               | on         | course       |
        | e-1   | training completed | 2026-04-19 | genai-basics |
      Then no "new-joiner" follow-up is open on 2026-04-20

    Example: Trained after it was raised
      Given these facts
        | about | fact               | on         | course       |
        | e-1   | training completed | 2026-04-22 | genai-basics |
      When the follow-ups are raised on 2026-04-20
      Then the "new-joiner" follow-ups open on 2026-04-21 are
        | person | state  |
        | e-1    | raised |
      And no "new-joiner" follow-up is open on 2026-04-22

    Example: A test that was not passed is no completed training
      Given these facts
        | about | fact               | on         | course       | passed |
        | e-1   | training completed | 2026-04-08 | genai-basics | no     |
      Then the "new-joiner" follow-ups open on 2026-04-20 are
        | person |
        | e-1    |

  Rule: Of several programs the first launch counts

    Background:
      Given these facts
        | fact            | program | starts on  |
        | program defined | chat    | 2026-04-01 |
        | program defined | office  | 2026-06-01 |

    Example: Joined between the two launches, and takes part in both
      Given these facts
        | about | fact   | on         |
        | e-1   | joined | 2026-05-11 |
      Then no "new-joiner" follow-up is open on 2026-05-24
      And the "new-joiner" follow-ups open on 2026-05-25 are
        | person | program |
        | e-1    |         |

    Example: Takes part only in the one that was launched later
      Given these facts
        | about | fact     | on         | program | from       |
        | e-1   | joined   | 2026-05-11 |         |            |
        | e-1   | enrolled |            | office  | 2026-01-01 |
        | e-2   | enrolled |            | chat    | 2026-01-01 |
      Then no "new-joiner" follow-up is open on 2026-06-30

  Rule: Nobody is asked anything new while on leave or after leaving

    Background:
      Given these facts
        | about | fact            | program | starts on  | on         |
        |       | program defined | genai   | 2026-04-01 |            |
        | e-1   | joined          |         |            | 2026-04-06 |

    Example: Due during leave: it is put off to the first day back
      Given these facts
        | about | fact        | from       | to         |
        | e-1   | leave taken | 2026-04-20 | 2026-04-24 |
      Then the "new-joiner" follow-ups open on 2026-04-20 are
        | person | due on     |
        | e-1    | 2026-04-27 |
      And raising on 2026-04-20 leaves e-1's "new-joiner" waiting: on leave
      And raising on 2026-04-27 raises these "new-joiner" follow-ups
        | person | due on     |
        | e-1    | 2026-04-27 |

    Example: After the last day at work
      Given these facts
        | about | fact | on         |
        | e-1   | left | 2026-04-20 |
      Then the "new-joiner" follow-ups open on 2026-04-20 are
        | person |
        | e-1    |
      And no "new-joiner" follow-up is open on 2026-04-21

  Rule: A manager who was asked is left in peace for fourteen days

    Background:
      Given these facts
        | about | fact            | program | starts on  | on         |
        |       | program defined | genai   | 2026-04-01 |            |
        | e-1   | joined          |         |            | 2026-04-06 |

    Example: It comes back on the fourteenth day if it is still needed
      When the follow-ups are raised on 2026-04-20
      And e-1's "new-joiner" follow-up is done on 2026-04-21
      Then no "new-joiner" follow-up is open on 2026-05-04
      And the "new-joiner" follow-ups open on 2026-05-05 are
        | person | state |
        | e-1    | due   |
