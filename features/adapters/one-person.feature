@X6
Feature: One person in several systems

  The directory knows an employee number, the AI tool an account, the learning platform the number, a list from a
  department the e-mail address. Help goes to people, not to accounts: whoever stands in all of these is one person. But
  two people taken for one is worse than one taken for two, so where it is not certain, somebody decides.

  Rule: Who is in the directory is known by all their ids

    Example: Number, e-mail address and account
      When the directory is read over SCIM
        | number | name      | e-mail          | account |
        | 1002   | Ben Smith | ben@example.com | ben     |
      And these rows arrive in files
        | kind      | person             | date       | what         |
        | usage     | github-copilot:ben | 2026-05-11 | copilot      |
        | usage     | ben@example.com    | 2026-05-12 | gemini       |
        | trainings | 1002               | 2026-04-20 | genai-basics |
      Then the directory lists 1002
      And nobody has to decide who is who

  Rule: One e-mail address with two employee numbers is not guessed about

    Background:
      Given these people
        | person | name      | e-mail          |
        | 1002   | Ben Smith | ben@example.com |
      When the directory is read over SCIM
        | number | name      | e-mail          | account |
        | 2002   | Ben Smith | ben@example.com | ben     |

    Example: Both are named, for somebody to decide
      Then the directory lists 1002
      And somebody has to decide because
        """
        '2002' shares an e-mail address or account with '1002', who has another employee number: correct the row, or make them one with `people merge 1002 2002`
        """

    Example: Somebody knows that it is one person with a new number
      When somebody says that 1002 and 2002 are one person
      Then the directory lists 1002
      And nobody has to decide who is who
