"""What the ways in for CSV files and for workbooks have in common."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeVar

from adoptlog.errors import Unusable
from adoptlog.intake.adapter import Covers, Fetched
from adoptlog.intake.chunk import Chunk, of_records
from adoptlog.intake.observation import Rejected, Translation
from adoptlog.kit import WayIn
from adoptlog.messages import Message
from adoptlog_adapters.sheets.cells import shortened
from adoptlog_adapters.sheets.headings import resolve
from adoptlog_adapters.sheets.kinds import kind_named
from adoptlog_adapters.sheets.options import SheetOptions
from adoptlog_adapters.sheets.reading import reader
from adoptlog_adapters.sheets.sheet import Row, Sheet
from adoptlog_adapters.sheets.usage import fetched, usage_chunks

O = TypeVar("O", bound=SheetOptions)  # noqa: E741 — the options of the adapter

_SHOWN = 2000
_LINE, _MORE = "(line)", "(more)"


class SheetAdapter(WayIn[O]):
    """Reads the files of the options; `notes` tells, after reading, what was left out of them."""

    def __init__(self, options: O) -> None:
        super().__init__(options)
        self.kind = kind_named(options.kind)

    @property
    def source(self) -> str:
        """The files."""
        return ", ".join(str(file) for file in self.options.files)

    @property
    def covers(self) -> Covers:
        """As the options say."""
        return self.options.covers

    def checked(self) -> Sequence[Sheet]:
        """Every sheet of the files, looked through to its end. Raises `Unusable`."""
        raise NotImplementedError

    def fetch(self, bookmark: str | None = None) -> Iterator[Fetched]:
        """The rows of all files; every file is checked as a whole before the first row of the first one."""
        for sheet in self._sheets():
            with sheet.rows() as rows:
                for row in rows:
                    yield fetched(sheet.row(row))

    def fetch_chunks(self, bookmark: str | None = None) -> Iterator[Chunk]:
        """The same; rows of use, of which there are millions, as columns."""
        if self.kind.name == "usage":
            return usage_chunks(self._sheets())
        return of_records(self.fetch(bookmark))

    def _sheets(self) -> Sequence[Sheet]:
        if not self.options.files:
            raise Unusable("no file was given to import")
        self.notes = []
        sheets = self.checked()
        self.notes += [
            Message("{path}: column {name!r} is ignored", path=sheet.path, name=shortened(name))
            for sheet in sheets
            for name in sheet.columns.ignored
        ]
        return sheets

    def translate(self, raw: Row | Mapping[str, Any]) -> Translation:
        """What a row says, or a dead letter's record as `show` gave it."""
        if not isinstance(raw, Row):
            return self._translate_shown(raw)
        _, values, sheet, problem = raw
        return sheet.read(values) if problem is None else Rejected(problem)

    def show(self, raw: Row) -> tuple[int | None, Mapping[str, Any]]:
        """The row under its own headings; what is no row stands under `(line)`, cells too many under `(more)`."""
        headings = raw.sheet.columns.headings
        if raw.problem is not None and len(raw.values) <= len(headings):
            return raw.line, {_LINE: shortened(raw.values[0], _SHOWN)}
        named = {heading or f"({place + 1})": raw.values[place] for place, heading in enumerate(headings)}
        more = [shortened(cell, _SHOWN) for cell in raw.values[len(headings) :][:_SHOWN]]
        return raw.line, named | ({_MORE: more} if more else {})

    def _translate_shown(self, record: Mapping[str, Any]) -> Translation:
        if _LINE in record or _MORE in record:
            return Rejected("this line is no row of its file; correct the file and import it again")
        try:
            columns = resolve(self.kind, list(record), self.options.map)
        except Unusable as problem:
            return Rejected(problem.message)
        return reader(self.kind, columns, self.options.today)([str(cell) for cell in record.values()])
