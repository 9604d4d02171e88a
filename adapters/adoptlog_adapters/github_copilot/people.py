"""Who is meant: an account's number stays, its login may change."""

from adoptlog.kit import Observation, PersonDescribed


def person(number: int) -> str:
    """The id of an account; the recipe is part of the stored history."""
    return f"github-copilot:{int(number)}"


def described(number: int, login: str) -> Observation:
    """Its login is an id too, by which people are known elsewhere."""
    return Observation(person(number), PersonDescribed(also_known_as=(f"github:{login}",)))
