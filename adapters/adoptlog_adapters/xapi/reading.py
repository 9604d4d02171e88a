"""The statements in a file: JSON lines, a JSON array, or `{"statements": […]}`; gzipped or not.

JSON lines are read one at a time; a file that is one document is held in memory.
"""

import gzip
import hashlib
import json
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple, Self, cast

import msgspec

from adoptlog.errors import Unusable
from adoptlog.intake.adapter import Fetched
from adoptlog.messages import Message
from adoptlog_adapters.xapi.statements import statement_id

_LONGEST = 16 << 20
_CHUNK = 1 << 20
_DEEPEST = 200
_BOM = b"\xef\xbb\xbf"


class Record(NamedTuple):
    """A statement as it came: its line (None in a document), its content, or its bytes and what is wrong with them."""

    line: int | None
    content: Any
    problem: str | None = None


class Waiting(NamedTuple):
    """A statement on its way: as it came, what it is known by, and the file it stands in."""

    record: Record
    source_id: str | None
    report: str = ""

    @classmethod
    def of(cls, record: Record, report: str = "") -> Self:
        """A statement that was read."""
        return cls(record, _source_id(record), report)

    def fetched(self) -> Fetched:
        """The statement as a record of the import."""
        return Fetched(self.record, self.source_id, None, self.report)


class _Page(msgspec.Struct):
    statements: list[msgspec.Raw]


def checked(path: Path) -> None:
    """Read the file to its end without looking at it. Raises `Unusable`."""
    with _unusable(path):
        if path.exists() and not path.is_file():
            raise Unusable("is not a regular file; a file is read twice, so save the data first")
        with _opened(path) as file:
            blank = True
            while chunk := file.read(_CHUNK):
                blank = blank and not chunk.removeprefix(_BOM).strip()
        if blank:
            raise Unusable("is empty")
        if not _has_lines(path):
            _document(path)


def records(path: Path) -> Iterator[Record]:
    """The statements of a file that was checked."""
    with _unusable(path):
        if _has_lines(path):
            yield from _from_lines(path)
        else:
            yield from (_decoded(None, raw) for raw in _document(path))


def statement_record(value: Any) -> Record:
    """A statement of an answer that was understood as JSON."""
    if not isinstance(value, dict):
        return Record(None, msgspec.json.encode(value)[:2000], "is not a statement")
    if _too_deep(value):
        return Record(None, msgspec.json.encode(value.get("id"))[:2000], "the statement is nested too deeply")
    return Record(None, value)


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


def _from_lines(path: Path) -> Iterator[Record]:
    with _opened(path) as file:
        for line, data in _lines(file):
            if len(data) > _LONGEST:
                yield Record(
                    line, data[:2000], Message("the line is longer than {megabytes} MB", megabytes=_LONGEST >> 20)
                )
            elif data.strip():
                try:
                    parts = _parts(data)
                except (ValueError, RecursionError):
                    parts = [data]
                yield from (_decoded(line, part) for part in parts)


def _lines(file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """The lines with their numbers; of one that is too long only the beginning."""
    line = 0
    while data := file.readline(_LONGEST + 1):
        line += 1
        rest = data
        while len(rest) > _LONGEST and not rest.endswith(b"\n"):
            rest = file.readline(_LONGEST + 1)
        yield line, data.removeprefix(_BOM) if line == 1 else data


def _decoded(line: int | None, data: bytes | msgspec.Raw) -> Record:
    try:
        content = msgspec.json.decode(data)
    except RecursionError:
        return Record(line, bytes(data)[:2000], "the statement is nested too deeply")
    except ValueError as problem:
        return Record(line, bytes(data)[:2000], Message("is not JSON: {problem}", problem=problem))
    if _too_deep(content):
        return Record(line, bytes(data)[:2000], "the statement is nested too deeply")
    if not isinstance(content, dict):
        return Record(line, bytes(data)[:2000], "is not a statement")
    return Record(line, content)


def _too_deep(content: Any) -> bool:
    """Whether a value is nested so deeply that writing it down again could fail."""
    level = [content]
    for _ in range(_DEEPEST):
        level = [inner for outer in level for inner in _inside(outer) if isinstance(inner, dict | list)]
        if not level:
            return False
    return True


def _inside(value: Any) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def _parts(data: bytes) -> list[bytes | msgspec.Raw]:
    """The statements in one JSON value: a list of them, a page of them, or itself."""
    if data.lstrip().startswith(b"["):
        return cast(list[bytes | msgspec.Raw], msgspec.json.decode(data, type=list[msgspec.Raw]))
    try:
        return cast(list[bytes | msgspec.Raw], msgspec.json.decode(data, type=_Page).statements)
    except msgspec.ValidationError:
        return [data]


def _document(path: Path) -> list[bytes | msgspec.Raw]:
    with _opened(path) as file:
        data = file.read().removeprefix(_BOM)
    try:
        msgspec.json.decode(data, type=msgspec.Raw)
        return _parts(data)
    except RecursionError:
        raise Unusable("is nested too deeply") from None
    except ValueError as problem:
        raise Unusable("is not JSON: {problem}", problem=problem) from problem


def _has_lines(path: Path) -> bool:
    """Whether each line is a JSON value: one of the first lines is, while a document begins with half a value."""
    before: list[bytes] = []
    with _opened(path) as file:
        for line, data in _lines(file):
            text = data.strip()
            if not text:
                continue
            if text == b"[" or line > 100:
                return False
            if text.startswith((b"{", b"[")) and _is_value(text):
                return not before or not _goes_on([*before, text])
            before.append(text[:_CHUNK])
    return False


def _goes_on(lines: list[bytes]) -> bool:
    """Whether these lines together are the beginning of one JSON value."""
    try:
        msgspec.json.decode(b"\n".join(lines), type=msgspec.Raw)
    except (ValueError, RecursionError) as problem:
        return "truncated" in str(problem)
    return False


def _is_value(text: bytes) -> bool:
    try:
        msgspec.json.decode(text, type=msgspec.Raw)
    except RecursionError:
        return True
    except ValueError:
        return False
    return True


@contextmanager
def _opened(path: Path) -> Iterator[IO[bytes]]:
    with path.open("rb") as file:
        if file.read(2) == b"\x1f\x8b":
            file.seek(0)
            with gzip.open(file) as unpacked:
                yield cast(IO[bytes], unpacked)
        else:
            file.seek(0)
            yield file


@contextmanager
def _unusable(path: Path) -> Iterator[None]:
    """Say which file it is that cannot be read."""
    try:
        yield
    except Unusable as problem:
        raise Unusable("{path}: {problem}", path=path, problem=problem.message) from problem
    except (OSError, EOFError, zlib.error) as problem:
        raise Unusable(
            "{path}: cannot be read: {reason}",
            path=path,
            reason=Message(getattr(problem, "strerror", None) or str(problem)),
        ) from problem
