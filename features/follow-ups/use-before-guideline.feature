@C5
Feature: use-before-guideline: Used before anybody explained the rules

  Whoever starts before anybody explained what must not be typed into the tool can give away a customer's data without
  knowing it. That is nobody's fault and cannot wait: the manager talks to them the same day.

  Rule: Whoever uses the tool without having agreed to the guideline in force is noticed at once

    Background:
      Given these facts
        | about | fact                | guideline | version | on         | course       | department | manager | person | from       |
        |       | guideline published | ai-rules  | 1       | 2026-04-01 |              |            |         |        |            |
        | e-1   | training completed  |           |         | 2026-03-25 | genai-basics |            |         |        |            |
        | e-1   | moved               |           |         | 2025-04-01 |              | sales      | m-1     |        |            |
        |       | champion appointed  |           |         |            |              | sales      |         | c-1    | 2026-01-01 |
        |       | owner appointed     |           |         |            |              |            |         | o-1    | 2026-01-01 |

    Example: On the day before the first use nothing is said
      Given these facts
        | about | fact      | on         | tool   |
        | e-1   | tool used | 2026-04-06 | gemini |
      Then no "use-before-guideline" follow-up is open on 2026-04-05

    Example: On the day of the first use the manager is told
      Given these facts
        | about | fact      | on         | tool   |
        | e-1   | tool used | 2026-04-06 | gemini |
      Then the "use-before-guideline" follow-ups open on 2026-04-06 are
        | person | priority | owner role | owner | channel | due on     | state | reason                                                                            |
        | e-1    | 1        | manager    | m-1   | message | 2026-04-06 | due   | Used the tool since 2026-04-06 without having agreed to the guideline ai-rules 1. |

    Example: Where no manager is known the owner of the program is told
      Given these facts
        | about | fact               | on         | course       | tool   |
        | e-2   | training completed | 2026-03-25 | genai-basics |        |
        | e-2   | tool used          | 2026-04-06 |              | gemini |
      Then the "use-before-guideline" follow-ups open on 2026-04-06 are
        | person | owner role | owner |
        | e-2    | manager    | o-1   |

    Example: Agreed first, then used
      Given these facts
        | about | fact                   | guideline | version | on         | tool   |
        | e-1   | guideline acknowledged | ai-rules  | 1       | 2026-04-03 |        |
        | e-1   | tool used              |           |         | 2026-04-06 | gemini |
      Then no "use-before-guideline" follow-up is open on 2026-04-06

    Example: Use before the guideline was published breaks no rule
      Given these facts
        | about | fact      | on         | tool   |
        | e-1   | tool used | 2026-03-31 | gemini |
      Then no "use-before-guideline" follow-up is open on 2026-04-30

    Example: Use on the day of publication does
      Given these facts
        | about | fact      | on         | tool   |
        | e-1   | tool used | 2026-04-01 | gemini |
      Then the "use-before-guideline" follow-ups open on 2026-04-01 are
        | person | reason                                                                            |
        | e-1    | Used the tool since 2026-04-01 without having agreed to the guideline ai-rules 1. |

    Example: Whoever agreed to an older version knows the rules; the new version is another follow-up
      Given these facts
        | about | fact                   | guideline | version | on         | tool   |
        | e-1   | guideline acknowledged | ai-rules  | 1       | 2026-04-03 |        |
        |       | guideline published    | ai-rules  | 2       | 2026-05-01 |        |
        | e-1   | tool used              |           |         | 2026-05-11 | gemini |
      Then no "use-before-guideline" follow-up is open on 2026-05-11
      And the "guideline-revised" follow-ups open on 2026-05-15 are
        | person |
        | e-1    |

    Example: A guideline that was withdrawn asks for nothing any more
      Given these facts
        | about | fact                | on         | tool   | guideline | version |
        | e-1   | tool used           | 2026-04-06 | gemini |           |         |
        |       | guideline withdrawn | 2026-04-20 |        | ai-rules  | 1       |
      Then the "use-before-guideline" follow-ups open on 2026-04-19 are
        | person |
        | e-1    |
      And no "use-before-guideline" follow-up is open on 2026-04-20

    Example: Of two guidelines the one that is not agreed to is named
      Given these facts
        | about | fact                   | guideline  | version | on         | tool   |
        |       | guideline published    | data-rules | 1       | 2026-04-01 |        |
        | e-1   | guideline acknowledged | ai-rules   | 1       | 2026-04-03 |        |
        | e-1   | tool used              |            |         | 2026-04-06 | gemini |
      Then the "use-before-guideline" follow-ups open on 2026-04-06 are
        | person | reason                                                                              |
        | e-1    | Used the tool since 2026-04-06 without having agreed to the guideline data-rules 1. |

    Example: Agreed to neither of two guidelines is one follow-up
      Given these facts
        | about | fact                | guideline  | version | on         | tool   |
        |       | guideline published | data-rules | 1       | 2026-04-01 |        |
        | e-1   | tool used           |            |         | 2026-04-06 | gemini |
      Then the "use-before-guideline" follow-ups open on 2026-04-06 are
        | person | reason                                                                            |
        | e-1    | Used the tool since 2026-04-06 without having agreed to the guideline ai-rules 1. |

  Rule: Whoever uses the tool without any training is noticed at once

    Example: Without a guideline the training alone is missed
      Given these facts
        | about | fact      | on         | tool   |
        | e-1   | tool used | 2026-04-06 | gemini |
      Then no "use-before-guideline" follow-up is open on 2026-04-05
      And the "use-before-guideline" follow-ups open on 2026-04-06 are
        | person | priority | reason                                               |
        | e-1    | 1        | Used the tool since 2026-04-06 without any training. |

    Example: A test that was not passed is no completed training
      Given these facts
        | about | fact               | on         | course       | passed | tool   |
        | e-1   | training completed | 2026-04-01 | genai-basics | no     |        |
        | e-1   | tool used          | 2026-04-06 |              |        | gemini |
      Then the "use-before-guideline" follow-ups open on 2026-04-06 are
        | person | reason                                               |
        | e-1    | Used the tool since 2026-04-06 without any training. |

    Example: Agreed to the guideline, and never trained
      Given these facts
        | about | fact                   | guideline | version | on         | tool   |
        |       | guideline published    | ai-rules  | 1       | 2026-04-01 |        |
        | e-1   | guideline acknowledged | ai-rules  | 1       | 2026-04-02 |        |
        | e-1   | tool used              |           |         | 2026-04-06 | gemini |
      Then the "use-before-guideline" follow-ups open on 2026-04-06 are
        | person | reason                                               |
        | e-1    | Used the tool since 2026-04-06 without any training. |

    Example: Whoever has not used anything has time for the training
      Given these facts
        | about | fact            | on         |
        | e-1   | licence granted | 2026-04-01 |
      Then no "use-before-guideline" follow-up is open on 2026-04-30

  Rule: It is resolved by the agreement and a training, in one follow-up

    Background:
      Given these facts
        | about | fact                | guideline | version | on         | tool   |
        |       | guideline published | ai-rules  | 1       | 2026-04-01 |        |
        | e-1   | tool used           |           |         | 2026-04-06 | gemini |

    Example: Agreed first, trained later
      Given these facts
        | about | fact                   | guideline | version | on         | course       |
        | e-1   | guideline acknowledged | ai-rules  | 1       | 2026-04-08 |              |
        | e-1   | training completed     |           |         | 2026-04-10 | genai-basics |
      When the follow-ups are raised on 2026-04-06
      Then the "use-before-guideline" follow-ups open on 2026-04-07 are
        | person | state  | reason                                                                            |
        | e-1    | raised | Used the tool since 2026-04-06 without having agreed to the guideline ai-rules 1. |
      And the "use-before-guideline" follow-ups open on 2026-04-08 are
        | person | state  | reason                                               |
        | e-1    | raised | Used the tool since 2026-04-06 without any training. |
      And the "use-before-guideline" follow-ups open on 2026-04-09 are
        | person | state  | reason                                               |
        | e-1    | raised | Used the tool since 2026-04-06 without any training. |
      And no "use-before-guideline" follow-up is open on 2026-04-10

    Example: Trained first, agreed later
      Given these facts
        | about | fact                   | on         | course       | guideline | version |
        | e-1   | training completed     | 2026-04-08 | genai-basics |           |         |
        | e-1   | guideline acknowledged | 2026-04-10 |              | ai-rules  | 1       |
      When the follow-ups are raised on 2026-04-06
      Then the "use-before-guideline" follow-ups open on 2026-04-09 are
        | person | state  | reason                                                                            |
        | e-1    | raised | Used the tool since 2026-04-06 without having agreed to the guideline ai-rules 1. |
      And no "use-before-guideline" follow-up is open on 2026-04-10

    Example: Two guidelines and a training, one after the other
      Given these facts
        | about | fact                   | guideline  | version | on         | course       |
        |       | guideline published    | data-rules | 1       | 2026-04-01 |              |
        | e-1   | guideline acknowledged | ai-rules   | 1       | 2026-04-08 |              |
        | e-1   | guideline acknowledged | data-rules | 1       | 2026-04-09 |              |
        | e-1   | training completed     |            |         | 2026-04-10 | genai-basics |
      When the follow-ups are raised on 2026-04-06
      Then the "use-before-guideline" follow-ups open on 2026-04-07 are
        | person | state  | reason                                                                            |
        | e-1    | raised | Used the tool since 2026-04-06 without having agreed to the guideline ai-rules 1. |
      And the "use-before-guideline" follow-ups open on 2026-04-08 are
        | person | state  | reason                                                                              |
        | e-1    | raised | Used the tool since 2026-04-06 without having agreed to the guideline data-rules 1. |
      And the "use-before-guideline" follow-ups open on 2026-04-09 are
        | person | state  | reason                                               |
        | e-1    | raised | Used the tool since 2026-04-06 without any training. |
      And no "use-before-guideline" follow-up is open on 2026-04-10

    Example: A guideline that comes later is asked for in the same follow-up
      Given these facts
        | about | fact                   | on         | tool   | guideline | version | course       |
        | e-2   | tool used              | 2026-03-30 | gemini |           |         |              |
        | e-2   | tool used              | 2026-04-02 | gemini |           |         |              |
        | e-2   | guideline acknowledged | 2026-04-03 |        | ai-rules  | 1       |              |
        | e-1   | guideline acknowledged | 2026-04-02 |        | ai-rules  | 1       |              |
        | e-1   | training completed     | 2026-04-02 |        |           |         | genai-basics |
      When the follow-ups are raised on 2026-03-30
      Then the "use-before-guideline" follow-ups open on 2026-04-01 are
        | person | state  | reason                                               |
        | e-2    | raised | Used the tool since 2026-03-30 without any training. |
      And the "use-before-guideline" follow-ups open on 2026-04-02 are
        | person | state  | reason                                                                            |
        | e-2    | raised | Used the tool since 2026-04-02 without having agreed to the guideline ai-rules 1. |
      And the "use-before-guideline" follow-ups open on 2026-04-03 are
        | person | state  | reason                                               |
        | e-2    | raised | Used the tool since 2026-03-30 without any training. |

    Example: A guideline that is withdrawn leaves the training to be asked for
      Given these facts
        | fact                | guideline | version | on         |
        | guideline withdrawn | ai-rules  | 1       | 2026-04-20 |
      When the follow-ups are raised on 2026-04-06
      Then the "use-before-guideline" follow-ups open on 2026-04-19 are
        | person | state  | reason                                                                            |
        | e-1    | raised | Used the tool since 2026-04-06 without having agreed to the guideline ai-rules 1. |
      And the "use-before-guideline" follow-ups open on 2026-04-20 are
        | person | state  | reason                                               |
        | e-1    | raised | Used the tool since 2026-04-06 without any training. |

  Rule: Nobody is asked anything new while on leave or after leaving

    Background:
      Given these facts
        | about | fact                | guideline | version | on         | course       |
        |       | guideline published | ai-rules  | 1       | 2026-04-01 |              |
        | e-1   | training completed  |           |         | 2026-03-25 | genai-basics |

    Example: Used during leave: it waits until the first day back
      Given these facts
        | about | fact        | from       | to         | on         | tool   |
        | e-1   | leave taken | 2026-04-07 | 2026-04-10 |            |        |
        | e-1   | tool used   |            |            | 2026-04-08 | gemini |
      Then the "use-before-guideline" follow-ups open on 2026-04-08 are
        | person | due on     |
        | e-1    | 2026-04-13 |
      And raising on 2026-04-10 leaves e-1's "use-before-guideline" waiting: on leave
      And raising on 2026-04-13 raises these "use-before-guideline" follow-ups
        | person | due on     |
        | e-1    | 2026-04-13 |

    Example: After the last day at work
      Given these facts
        | about | fact      | on         | tool   |
        | e-1   | tool used | 2026-04-06 | gemini |
        | e-1   | left      | 2026-04-08 |        |
      Then the "use-before-guideline" follow-ups open on 2026-04-08 are
        | person |
        | e-1    |
      And no "use-before-guideline" follow-up is open on 2026-04-09

  Rule: Somebody who was talked to is left in peace for fourteen days

    Background:
      Given these facts
        | about | fact                | guideline | version | on         | course       | tool   |
        |       | guideline published | ai-rules  | 1       | 2026-04-01 |              |        |
        | e-1   | training completed  |           |         | 2026-03-25 | genai-basics |        |
        | e-1   | tool used           |           |         | 2026-04-06 |              | gemini |

    Example: It comes back on the fourteenth day if there is still no agreement
      When the follow-ups are raised on 2026-04-06
      And e-1's "use-before-guideline" follow-up is done on 2026-04-07
      Then no "use-before-guideline" follow-up is open on 2026-04-20
      And the "use-before-guideline" follow-ups open on 2026-04-21 are
        | person | state |
        | e-1    | due   |

    Example: A dismissed one comes back only with another version
      Given these facts
        | about | fact                | guideline | version | on         | tool   |
        |       | guideline published | ai-rules  | 2       | 2026-06-01 |        |
        | e-1   | tool used           |           |         | 2026-06-02 | gemini |
      When the follow-ups are raised on 2026-04-06
      And e-1's "use-before-guideline" follow-up is dismissed on 2026-04-07 because "a demonstration"
      Then no "use-before-guideline" follow-up is open on 2026-06-01
      And the "use-before-guideline" follow-ups open on 2026-06-02 are
        | person | reason                                                                            |
        | e-1    | Used the tool since 2026-06-02 without having agreed to the guideline ai-rules 2. |

  Rule: Each program binds those who take part

    Example: Another program's guideline asks for nothing
      Given these facts
        | about | fact                | program  | from       | guideline   | version | on         | course       | tool   |
        |       | program defined     | sales-ai |            |             |         |            |              |        |
        |       | program defined     | legal-ai |            |             |         |            |              |        |
        | e-1   | enrolled            | sales-ai | 2026-04-01 |             |         |            |              |        |
        | e-2   | enrolled            | legal-ai | 2026-04-01 |             |         |            |              |        |
        |       | guideline published | legal-ai |            | legal-rules | 1       | 2026-04-01 |              |        |
        | e-1   | training completed  |          |            |             |         | 2026-04-01 | genai-basics |        |
        | e-2   | training completed  |          |            |             |         | 2026-04-01 | genai-basics |        |
        | e-1   | tool used           |          |            |             |         | 2026-04-06 |              | gemini |
        | e-2   | tool used           |          |            |             |         | 2026-04-06 |              | gemini |
      Then the "use-before-guideline" follow-ups open on 2026-04-06 are
        | person | program | reason                                                                               |
        | e-2    |         | Used the tool since 2026-04-06 without having agreed to the guideline legal-rules 1. |
