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


class Numbered(dict[K, int]):
    """The numbers of the results of a function by its argument: their places in `values`."""

    def __init__(self, read: Callable[[K], V], values: list[V]) -> None:
        super().__init__()
        self._read = read
        self._values = values

    def __missing__(self, key: K) -> int:
        self._values.append(self._read(key))
        self[key] = number = len(self._values) - 1
        return number
