"""The way in for xAPI statements, from files."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from adoptlog.errors import Unusable
from adoptlog.intake.adapter import Fetched
from adoptlog.intake.observation import Rejected, Translation
from adoptlog.kit import WayIn
from adoptlog_adapters.xapi.mapping import vocabulary
from adoptlog_adapters.xapi.options import XapiOptions
from adoptlog_adapters.xapi.reading import Record, checked, records
from adoptlog_adapters.xapi.statements import Understanding, statement_id

_LINE = "(line)"


class XapiAdapter(WayIn[XapiOptions]):
    """Reads the statements of xAPI 1.0.3 and 2.0 in the files of the options."""

    name: ClassVar[str] = "xapi"
    title: ClassVar[str] = "xAPI statements of any LMS or LRS, from files"
    Options: ClassVar[type] = XapiOptions

    def __init__(self, options: XapiOptions) -> None:
        super().__init__(options)
        self._understanding = Understanding(vocabulary(options.mapping), options.employee_numbers_at)

    @property
    def source(self) -> str:
        """The files."""
        return ", ".join(str(file) for file in self.options.files)

    def fetch(self, bookmark: str | None = None) -> Iterator[Fetched]:
        """The statements of all files; every file is read to its end once before the first statement."""
        if not self.options.files:
            raise Unusable("no file was given to import")
        for path in self.options.files:
            checked(path)
        for path in self.options.files:
            for record in records(path):
                yield Fetched(record, _source_id(record), None, str(path))

    def translate(self, raw: Record | Mapping[str, Any]) -> Translation:
        """What a statement says, or a dead letter's record as `show` gave it."""
        if not isinstance(raw, Record):
            if not isinstance(raw, Mapping) or _LINE in raw:
                return Rejected("this line is no statement")
            return self._understanding.of(raw)
        if raw.problem is not None:
            return Rejected(raw.problem)
        return self._understanding.of(raw.content)

    def show(self, raw: Record) -> tuple[int | None, Mapping[str, Any]]:
        """The statement; what is none stands under `(line)`."""
        if raw.problem is None:
            return raw.line, raw.content
        return raw.line, {_LINE: raw.content.decode(errors="replace").strip()}


def _source_id(record: Record) -> str | None:
    """The statement's id; where it has none, a digest of what it says. The recipe is part of the stored history."""
    if record.problem is not None:
        return hashlib.sha256(record.content).hexdigest()
    if given := statement_id(record.content):
        return given
    try:
        return hashlib.sha256(_canonical(record.content)).hexdigest()
    except RecursionError:
        return None


def _canonical(content: Any) -> bytes:
    return json.dumps(content, sort_keys=True, separators=(",", ":")).encode()
