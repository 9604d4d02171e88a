"""What `adapters check` finds out: read-only, one right after the other."""

from collections.abc import Callable, Iterator
from typing import Any, Protocol, runtime_checkable

import attrs

from adoptlog.errors import Unusable
from adoptlog.messages import Message


@attrs.frozen
class Checked:
    """One thing an adapter needs to be able to do, whether it can, and if not, what is missing."""

    what: str
    works: bool
    text: str = ""


@runtime_checkable
class Checkable(Protocol):
    """An adapter that can say which right is missing."""

    def check(self) -> Iterator[Checked]:
        """Try everything once, and change nothing."""
        ...


def may(what: str, needs: str, attempt: Callable[[], Any]) -> Checked:
    """Try something that needs a right; `needs` says what to grant, and where, if it is refused."""
    try:
        attempt()
    except Unusable as problem:
        refused = getattr(problem, "status", None) in (401, 403, 404)
        needed = Message("{problem}; it needs {needs}", problem=problem, needs=needs)
        return Checked(what, False, needed if refused else problem.message)
    return Checked(what, True)


def checked(adapter: Any) -> Iterator[Checked]:
    """What can be found out about a configured adapter: by its own `check`, else by reading the first record."""
    if isinstance(adapter, Checkable):
        yield from adapter.check()
    elif adapter.direction != "out":
        what, needs = Message("reading the first record"), Message("access to its source")
        yield may(what, needs, lambda: next(iter(adapter.fetch(None)), None))
