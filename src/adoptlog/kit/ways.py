"""What all adapters have in common, so that each need only say what makes it different."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

import attrs

from adoptlog.intake.adapter import Covers, Read
from adoptlog.intake.observation import Translation

if TYPE_CHECKING:
    from adoptlog.log import AdoptLog

O = TypeVar("O")  # noqa: E741 — the options of an adapter


class WayIn(Generic[O]):
    """The beginning of an adapter that brings facts in: give it a name, a title, Options, `fetch` and `translate`."""

    name: ClassVar[str]
    title: ClassVar[str]
    direction: ClassVar[str] = "in"
    Options: ClassVar[type]
    needs: ClassVar[Mapping[str, str]] = {}

    def __init__(self, options: O) -> None:
        self.options = options
        self.notes: list[str] = []

    @property
    def source(self) -> str:
        """What is read, for `imports list`."""
        return str(getattr(self.options, "url", None) or self.name)

    @property
    def covers(self) -> Covers:
        """No day by itself: a page that speaks about whole days says so in its `PageRead`."""
        return "none"

    def fetch(self, bookmark: str | None = None) -> Iterator[Read]:
        """Read the source's records, from the bookmark on."""
        raise NotImplementedError

    def translate(self, raw: Any) -> Translation:
        """What one record says. Pure."""
        raise NotImplementedError

    def show(self, raw: Any) -> tuple[int | None, Mapping[str, Any]]:
        """The record for a dead letter; leave out what adoptlog has no business to keep."""
        return None, raw


@attrs.frozen(kw_only=True)
class Message:
    """Something to be sent, whole in itself: sent twice under the same `id`, the other side keeps one.

    `text` says in one line what it is, for a dry run; `bookmark` is where to go on once it has been sent.
    """

    id: str
    text: str
    content: Any
    bookmark: str | None = None


class WayOut(Generic[O]):
    """The beginning of an adapter that sends: give it a name, a title, Options, `compose` and `send`."""

    name: ClassVar[str]
    title: ClassVar[str]
    direction: ClassVar[str] = "out"
    Options: ClassVar[type]
    needs: ClassVar[Mapping[str, str]] = {}

    def __init__(self, options: O) -> None:
        self.options = options
        self.notes: list[str] = []

    def compose(self, log: "AdoptLog", bookmark: str | None) -> Iterator[Message]:
        """What there is to send, from the bookmark on; asks the log and touches nothing else."""
        raise NotImplementedError

    def send(self, message: Message) -> None:
        """Hand a message over. Raises `Unusable` unless the other side has it."""
        raise NotImplementedError
