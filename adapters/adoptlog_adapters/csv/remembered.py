"""What was read before: most cells of a large file are not new."""

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Remembered(dict[K, V]):
    """The results of a function by its argument; it forgets all of them when there are too many."""

    def __init__(self, read: Callable[[K], V], most: int) -> None:
        super().__init__()
        self._read = read
        self._most = most

    def __missing__(self, key: K) -> V:
        value = self._read(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = value
        return value
