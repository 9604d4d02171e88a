"""The way in for ChatGPT's workspace analytics."""

import csv
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any, ClassVar

from adoptlog.errors import Unusable
from adoptlog.kit import Fetched, Irrelevant, PageRead, Read, Rejected, Translation, WayIn
from adoptlog.messages import Message
from adoptlog_adapters.chatgpt import periods
from adoptlog_adapters.chatgpt.options import ChatGptOptions

_COMPLETE_AFTER = timedelta(days=2)
"""The export is made anew each day; which hours of the day before are in it is not told."""
_BROKEN = "(row)"


class ChatGptAdapter(WayIn[ChatGptOptions]):
    """Reads exports of the users of a workspace; there is no interface to ask for them."""

    name: ClassVar[str] = "chatgpt"
    title: ClassVar[str] = "ChatGPT: the workspace analytics export, weekly or monthly"
    Options: ClassVar[type] = ChatGptOptions

    @property
    def source(self) -> str:
        """The files."""
        return ", ".join(map(str, self.options.files))

    def fetch(self, bookmark: str | None = None) -> Iterator[Read]:
        """The rows of all files; known ones are duplicates, and those of a period that goes on are corrections."""
        if not self.options.files:
            raise Unusable("no file was given to import")
        for path in self.options.files:
            yield from self._rows(path)

    def translate(self, raw: Mapping[str, Any]) -> Translation:
        """What a row says about one person and period."""
        if _BROKEN in raw:
            return Rejected("the row is longer or shorter than the headings")
        if "@" not in raw["email"]:
            return Rejected(Message("{email!r} is no e-mail address", email=raw["email"]))
        if raw["says"] == "period" and raw["is_active"].lower() not in periods.ACTIVE:
            return Rejected(Message("is_active is {value!r}; expected 1 or 0", value=raw["is_active"]))
        said = periods.said(raw, self.options.tool)
        return said if said is not None else Irrelevant("no day of the period is complete yet")

    def _rows(self, path: Path) -> Iterator[Read]:
        o, until = self.options, date.min
        complete = (o.exported or o.today) - _COMPLETE_AFTER
        with _unusable(path), path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            periods.check_columns(list(reader.fieldnames or ()))
            for row in reader:
                if None in row or None in row.values():
                    yield Fetched({_BROKEN: {str(name): value for name, value in row.items()}}, report=str(path))
                    continue
                yield from periods.records(row, complete)
                until = max(until, _day(row["period_end"]))
        if until > date.min:
            yield PageRead(watermark=min(until, complete))


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return date.min  # that row is rejected


@contextmanager
def _unusable(path: Path) -> Iterator[None]:
    """Say which file it is that cannot be read."""
    try:
        yield
    except Unusable as problem:
        raise Unusable("{path}: {problem}", path=path, problem=problem.message) from None
    except OSError as problem:
        raise Unusable("{path}: cannot be read: {reason}", path=path, reason=problem.strerror or "") from None
    except (UnicodeDecodeError, csv.Error):
        raise Unusable("{path}: is not a whole CSV file in UTF-8, as ChatGPT exports it", path=path) from None
