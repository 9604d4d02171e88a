"""Who is told what, and in which order: first the person a follow-up is about, then the one who acts. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from uuid import UUID

import attrs

Told = Mapping[UUID, Collection[str]]
"""Who has been told of each follow-up."""


@attrs.frozen(kw_only=True)
class Notice:
    """A follow-up that is to be told: to the person it is about (None: a program), and to the one who acts."""

    id: UUID
    person: str | None
    actor: str

    @property
    def recipients(self) -> tuple[str, ...]:
        """Who is told, in this order."""
        return (self.actor,) if self.person in (None, self.actor) else (str(self.person), self.actor)


@attrs.frozen
class Bundle:
    """Everything one recipient has not been told yet."""

    recipient: str
    notices: Sequence[Notice]

    def sayable(self, told: Told) -> list[Notice]:
        """What may be said now: nobody learns about somebody what that person has not been told."""
        return [
            notice
            for notice in self.notices
            if notice.person in (None, self.recipient) or notice.person in told.get(notice.id, ())
        ]


def bundles(notices: Iterable[Notice], told: Told) -> Iterator[Bundle]:
    """One bundle for each recipient, in the order in which they are sent.

    >>> from uuid import UUID
    >>> notices = [Notice(id=UUID(int=1), person="learner", actor="champion")]
    >>> [bundle.recipient for bundle in bundles(notices, {})]
    ['learner', 'champion']
    """
    wanted: dict[str, list[Notice]] = defaultdict(list)
    for notice in notices:
        for recipient in notice.recipients:
            if recipient not in told.get(notice.id, ()):
                wanted[recipient].append(notice)
    for recipient in _persons_first(wanted):
        yield Bundle(recipient, wanted[recipient])


def _persons_first(wanted: Mapping[str, Sequence[Notice]]) -> Iterator[str]:
    """Recipients after everybody they are told about; of two who help each other, one has to be the first."""
    waiting = dict(wanted)
    while waiting:
        ready = [one for one, some in waiting.items() if all(n.person == one or n.person not in waiting for n in some)]
        for recipient in ready or [next(iter(waiting))]:
            del waiting[recipient]
            yield recipient
