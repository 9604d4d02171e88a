"""The list of the forgotten, kept outside the database: after a backup is restored, they are forgotten again.

One line of JSON per act: a keyed hash of an id, and whether it was forgotten or allowed. The key stays in the
database, so that the list alone tells nothing.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Literal

from adoptlog.errors import Unusable
from adoptlog.messages import Message

Act = Literal["forgotten", "allowed"]


class KeptOut:
    """A list of the forgotten in a file of one database."""

    def __init__(self, path: Path, key: bytes) -> None:
        self._path = path
        self._database = hashlib.sha256(b"adoptlog kept out\0" + key).hexdigest()[:16]

    def add(self, act: Act, hashes: Iterable[bytes], at: datetime) -> None:
        """Write on, so that it has reached the disk. Raises `Unusable`."""
        lines = [
            json.dumps({"act": act, "id": one.hex(), "at": at.isoformat(), "database": self._database}) + "\n"
            for one in hashes
        ]
        try:
            with self._path.open("a", encoding="ascii") as file:
                file.writelines(lines)
                file.flush()
                os.fsync(file.fileno())
        except OSError as problem:
            raise Unusable(
                "the list of the forgotten {path} cannot be written: {reason}",
                path=self._path,
                reason=Message(problem.strerror or ""),
            ) from None

    def standing(self) -> set[bytes]:
        """The hashes that are forgotten, and not allowed again since. Raises `Unusable` for another database's list."""
        hashes: set[bytes] = set()
        for number, line in enumerate(self._lines(), 1):
            try:
                said = json.loads(line)
                act, one, database = said["act"], bytes.fromhex(said["id"]), said["database"]
            except (ValueError, KeyError, TypeError):
                raise Unusable(
                    "line {number} of {path} is not from a list of the forgotten", number=number, path=self._path
                ) from None
            if database != self._database:
                raise Unusable(
                    "{path} belongs to another database: line {number} was made with another key",
                    path=self._path,
                    number=number,
                )
            (hashes.add if act == "forgotten" else hashes.discard)(one)
        return hashes

    def _lines(self) -> list[str]:
        try:
            return self._path.read_text("ascii").splitlines()
        except (OSError, ValueError) as problem:
            raise Unusable(
                "the list of the forgotten {path} cannot be read: {problem}", path=self._path, problem=problem
            ) from None
