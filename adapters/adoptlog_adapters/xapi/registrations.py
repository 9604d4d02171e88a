"""The statements that wait for the others of their registration until all have been read."""

from collections.abc import Callable, Iterable, Iterator

from adoptlog_adapters.xapi.cmi5 import KEY, registration_of, slim
from adoptlog_adapters.xapi.reading import Record, Waiting


class Registrations:
    """What has been read of cmi5 registrations; `complete` brings what was said of one before."""

    def __init__(self, complete: Callable[[str], Iterable[Record]] = lambda registration: ()) -> None:
        self._complete = complete
        self._waiting: dict[str, dict[str | None, Waiting]] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def hold(self, one: Waiting) -> bool:
        """Keep a statement back, if it is to be understood together with others."""
        registration = registration_of(one.record.content) if one.record.problem is None else None
        if registration is None:
            return False
        self._keep(registration, one)
        return True

    def understood(self) -> Iterator[Waiting]:
        """All that was kept back, each with the others."""
        for registration, waiting in self._waiting.items():
            for record in self._complete(registration):
                if record.problem is None and registration_of(record.content) == registration:
                    self._keep(registration, Waiting.of(record))
            others = [one.record.content for one in waiting.values()]
            for one in waiting.values():
                yield one._replace(record=one.record._replace(content={**one.record.content, KEY: others}))

    def _keep(self, registration: str, one: Waiting) -> None:
        kept = one._replace(record=one.record._replace(content=slim(one.record.content)))
        self._waiting.setdefault(registration, {}).setdefault(one.source_id, kept)
