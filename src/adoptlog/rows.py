"""A list of rows, which an analyst can have as a data frame."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal, TypeVar

import attrs
import msgspec

from adoptlog.errors import Unusable

T = TypeVar("T")


class Rows(list[T]):
    """The rows of an answer: a list like any other."""

    def to_frame(self, library: Literal["pandas", "polars"] = "pandas") -> Any:
        """The rows as a data frame of pandas (`adoptlog[frame]`) or polars, a column per figure; what is inside a
        figure has its name before it: `regression_expected`. Raises `Unusable` where the library is not installed."""
        try:
            frames = __import__(library)
        except ImportError:
            extra = "adoptlog[frame]" if library == "pandas" else library
            raise Unusable('{library} is not installed: pip install "{extra}"', library=library, extra=extra) from None
        rows = [flat(row) for row in self]
        names = list(dict.fromkeys(name for row in rows for name in row))
        return frames.DataFrame({name: [row.get(name) for row in rows] for name in names})


def flat(row: Any) -> dict[str, Any]:
    """A row's figures by name, those inside of figures too.

    >>> from adoptlog.effect.usage import usage_rate
    >>> list(flat(usage_rate("writing", 2, 4, 5)))[:5]
    ['program', 'department', 'active', 'known', 'eligible']
    """
    return dict(_flat("", row))


def _flat(prefix: str, value: Any) -> Iterator[tuple[str, Any]]:
    for name, one in _fields(value):
        if _fields(one):
            yield from _flat(f"{prefix}{name}_", one)
        elif not isinstance(one, Mapping):
            yield prefix + name, one


def _fields(value: Any) -> list[tuple[str, Any]]:
    if isinstance(value, msgspec.Struct):
        return list(msgspec.structs.asdict(value).items())
    if attrs.has(type(value)):
        return [(field.name, getattr(value, field.name)) for field in attrs.fields(type(value))]
    return list(value._asdict().items()) if hasattr(value, "_asdict") else []
