"""What a follow-up rule is: a name, who acts how urgently, numbers of the policy, and a pure function."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Generic, TypeVar

import attrs

from adoptlog.domain.facts.follow_ups import Channel, OwnerRole
from adoptlog.follow_up.case import Learner, Participant, ProgramCase
from adoptlog.follow_up.due import Due

C = TypeVar("C", Learner, Participant, ProgramCase)
L = TypeVar("L", bound="Limits")


@attrs.frozen(kw_only=True)
class Limits:
    """The numbers of a rule that a policy may change; a rule adds its own."""

    enabled: bool = True


def _same_trigger(case: Any, limits: Any, trigger: str, found: Iterable[Due]) -> bool:
    return any(due.trigger == trigger for due in found)


@attrs.frozen(kw_only=True)
class Rule(Generic[C, L]):
    """One follow-up rule. Its feature file says what it does; this says it to the machine.

    `about` decides what it looks at: a `Learner` (the person alone), a `Participant` (a person in a program) or a
    `ProgramCase`. `find` yields what is due; what it yields with a day still to come is not due yet.
    """

    name: str
    about: type[C]
    owner_role: OwnerRole
    channel: Channel
    priority: int
    find: Callable[[C, L], Iterable[Due]]
    limits: type[L]
    stands: Callable[[C, L, str, Iterable[Due]], bool] = _same_trigger
    """Whether a follow-up that was raised for a trigger is still needed; by default as long as it is found."""
    not_while_unknown: bool = False
    """Nothing new is raised while nobody knows what the person does."""
    about_guideline: bool = False
    """Not coaching: it is not counted against the two that a person may be asked to take at a time."""
    of_program: Callable[[ProgramCase, L], Iterable[Due]] | None = None
    """What is found about the program as a whole by a rule about its people."""

    features: Path | None = None
    """The folder with the rule's feature file, for a rule of another distribution; the Japanese one is in its `ja`."""

    @property
    def coaching(self) -> bool:
        """Whether it is one of those of which a person gets only so many at a time."""
        return self.about is not ProgramCase and self.priority > 1 and not self.about_guideline


AnyRule = Rule[Any, Any]
