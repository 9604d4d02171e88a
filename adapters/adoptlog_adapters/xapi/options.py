"""The settings of the xAPI adapter, in both directions."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Literal

import attrs

from adoptlog.kit import Secret, option, secret

Sent = Literal["check-ins", "acknowledgements", "status"]


def _paths(files: Iterable[Path | str] | Path | str) -> tuple[Path, ...]:
    given = (files,) if isinstance(files, Path | str) else files
    return tuple(Path(file) for file in given)


def _path(file: Path | str | None) -> Path | None:
    return None if file is None else Path(file)


def _texts(texts: Iterable[str] | str) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts)


@attrs.frozen(kw_only=True)
class XapiOptions:
    """Which files, or which LRS; files are read rather than the LRS where both are given. `mapping` is a file that says
    what further verbs mean; accounts of a home page in `employee_numbers_at` have the employee number as their name."""

    files: tuple[Path, ...] = option(
        "files of statements: JSON lines or documents, gzipped or not", default=(), converter=_paths
    )
    url: str | None = option("the LRS's endpoint, e.g. https://lrs.example.com/xAPI", default=None)
    user: str | None = option("the user, or key, that the LRS knows us by (Basic)", default=None)
    password: Secret | None = secret("the password, or secret, of that user", required=False)
    token: Secret | None = secret("a token, where the LRS takes one instead of user and password", required=False)
    overlap: int = option(
        "days read again at each import, where the LRS does not say up to when it is complete", default=7
    )
    full_every: int = option("days after which such an LRS is read whole again", default=7)
    mapping: Path | None = option("a file that says what further verbs mean", default=None, converter=_path)
    employee_numbers_at: tuple[str, ...] = option(
        "home page whose accounts have the employee number as their name", default=(), converter=_texts
    )
    send: tuple[Sent, ...] = option(
        "what is sent (default: all)", default=("check-ins", "acknowledgements", "status"), converter=_texts
    )
    today: date | None = None
