"""A list that is read page by page while it changes: all of it, and whether that is certain."""

from collections.abc import Callable, Iterator
from typing import Any, Protocol

from adoptlog_adapters.scim.users import attribute


class Answer(Protocol):
    """A page of users, and how many there are in all."""

    @property
    def users(self) -> list[Any]: ...

    @property
    def total(self) -> int: ...


class Listing:
    """All users, each once. `whole`, when it has been read: nobody can have been missed.

    Pages are asked for by index, so that a user who is added or deleted meanwhile shifts what comes after (RFC 7644,
    3.4.2.4, promises no stable order). Each page therefore begins with the last user of the one before: when somebody
    else stands there, or when the total changes, the list has moved.
    """

    def __init__(self, ask: Callable[[int], Answer]) -> None:
        self._ask = ask
        self._seen: set[str] = set()
        self._moved = False
        self._total = -1

    @property
    def whole(self) -> bool:
        """Whether everybody was seen."""
        return not self._moved and len(self._seen) == self._total

    def pages(self) -> Iterator[list[Any]]:
        """The users of each page who have not been seen before."""
        first, expected = 1, None
        while True:
            page = self._ask(first)
            ids = [attribute(user, "id") for user in page.users]
            self._moved |= self._total not in (-1, page.total)
            self._moved |= expected is not None and ids[:1] != [expected]
            self._total = page.total
            new = {id_: user for id_, user in zip(ids, page.users, strict=True) if id_ not in self._seen}
            yield list(new.values())
            self._seen.update(new)
            if not new or first + len(ids) > page.total:
                return
            overlaps = len(ids) > 1
            first, expected = first + len(ids) - overlaps, ids[-1] if overlaps else None
