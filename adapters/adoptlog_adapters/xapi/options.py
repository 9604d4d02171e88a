"""The settings of an xAPI import."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import attrs

from adoptlog.kit import option


def _paths(files: Iterable[Path | str] | Path | str) -> tuple[Path, ...]:
    given = (files,) if isinstance(files, Path | str) else files
    return tuple(Path(file) for file in given)


def _path(file: Path | str | None) -> Path | None:
    return None if file is None else Path(file)


def _texts(texts: Iterable[str] | str) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts)


@attrs.frozen(kw_only=True)
class XapiOptions:
    """Which files; `mapping` is a file that says what further verbs mean; accounts of a home page in
    `employee_numbers_at` have the employee number as their name; `today` is not needed, statements have a time."""

    files: tuple[Path, ...] = option("files of statements: JSON lines or documents, gzipped or not", converter=_paths)
    mapping: Path | None = option("a file that says what further verbs mean", default=None, converter=_path)
    today: date | None = None
    employee_numbers_at: tuple[str, ...] = option(
        "home page whose accounts have the employee number as their name", default=(), converter=_texts
    )
