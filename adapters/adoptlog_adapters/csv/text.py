"""Which encoding a file is in; a file that is in none is found out before its first row is recorded."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from adoptlog.errors import Unusable

_CHUNK = 1 << 20
_LONGEST_LINE = 64
_SAMPLE = 4096
_NO_CP932 = re.compile("[\x80\xa0\uf8f0-\uf8f3]")
_FOREIGN = re.compile("[^\x00-\x7f\ufffd]")


def encoding_of(path: Path) -> str:
    """The encoding in which the whole file can be read. Raises `Unusable` if there is none."""
    if path.exists() and not path.is_file():
        raise Unusable("is not a regular file; a file is read twice, so save the data first")
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    if not sample.strip(b"\xef\xbb\xbf \t\r\n"):
        _refuse_blank(path)
    candidate = _announced(sample) or _unannounced_utf16(sample) or "utf-8"
    if _decodes(path, candidate):
        return candidate
    if candidate == "utf-8" and not _broken_utf8(path) and _decodes(path, "cp932"):
        return "cp932"
    if sample.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise Unusable("is not text but looks like an Excel workbook: save it as CSV")
    raise Unusable("is not text in UTF-8, UTF-16 or CP932 throughout")


def _refuse_blank(path: Path) -> None:
    with path.open("rb") as file:
        if not any(chunk.strip(b"\xef\xbb\xbf \t\r\n") for chunk in iter(lambda: file.read(_CHUNK), b"")):
            raise Unusable("is empty")


def _announced(sample: bytes) -> str | None:
    if sample.startswith(codecs.BOM_UTF8):
        return "utf-8-sig"
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    return None


def _unannounced_utf16(sample: bytes) -> str | None:
    """UTF-16 without a mark has a zero byte beside each separator, the headings' too, always on the same side."""
    if 0 <= _line_end(sample) < sample.find(0) and _is_utf8(sample):
        return None
    before, after = sample[::2].count(0), sample[1::2].count(0)
    enough = max(3, len(sample) // 50)
    if after >= enough and after > 8 * before:
        return "utf-16-le"
    if before >= enough and before > 8 * after:
        return "utf-16-be"
    return None


def _line_end(sample: bytes) -> int:
    ends = [place for place in (sample.find(b"\n"), sample.find(b"\r")) if place >= 0]
    return min(ends, default=-1)


def _is_utf8(sample: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeError:
        return False
    return True


def _decodes(path: Path, encoding: str) -> bool:
    try:
        without_end = 0
        for text in _decoded(path, encoding, "strict"):
            if encoding == "cp932" and _NO_CP932.search(text):
                return False
            without_end = 0 if "\n" in text or "\r" in text else without_end + 1
            if without_end > _LONGEST_LINE:
                raise Unusable("has a line longer than {megabytes} MB", megabytes=_LONGEST_LINE)
    except UnicodeError:
        return False
    return True


def _broken_utf8(path: Path) -> bool:
    """Whether most of what is not ASCII reads as UTF-8: then its few wrong bytes are damage, not CP932."""
    right = wrong = 0
    for text in _decoded(path, "utf-8", "replace"):
        right += len(_FOREIGN.findall(text))
        wrong += text.count("\ufffd")
    return right > wrong


def _decoded(path: Path, encoding: str, errors: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)
