"""Which adapters are plugged in, ours and strangers' alike, and whether they can be used."""

from collections.abc import Iterator, Mapping
from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from typing import Any

import attrs

from adoptlog.errors import NotFound, Unusable
from adoptlog.messages import Message

GROUP = "adoptlog.adapters"


@attrs.frozen
class Installed:
    """An adapter that is plugged in, or why it cannot be used."""

    name: str
    direction: str
    title: str
    installed: bool
    problem: str | None = None


def find(name: str) -> Any:
    """The adapter class plugged in under a name. Raises `NotFound`, or `Unusable` if it cannot be used."""
    adapter = _load(_point(name))
    if problem := missing(adapter):
        raise Unusable("adapter {name} cannot be used yet: {problem}", name=name, problem=problem)
    return adapter


def described(name: str) -> Any:
    """The same for telling about it: it may lack what it needs. Raises `NotFound`, `Unusable`."""
    return _load(_point(name))


def names() -> list[str]:
    """The names of all that is plugged in."""
    return sorted(point.name for point in entry_points(group=GROUP))


def installed() -> list[Installed]:
    """Every adapter that is plugged in."""
    return list(_installed())


def missing(adapter: Any) -> str | None:
    """What has to be installed before an adapter can be used, None if nothing has."""
    needs: Mapping[str, str] = getattr(adapter, "needs", {})
    packages = dict.fromkeys(package for module, package in needs.items() if not _is_there(module))
    return "pip install " + " ".join(f'"{package}"' for package in packages) if packages else None


def _is_there(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:  # the package that it is in is missing, too
        return False


def _installed() -> Iterator[Installed]:
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        try:
            adapter = _load(point)
        except Unusable as problem:
            yield Installed(point.name, "", "", False, problem.message)
        else:
            problem_ = missing(adapter)
            yield Installed(point.name, adapter.direction, adapter.title, problem_ is None, problem_)


def _point(name: str) -> EntryPoint:
    points = {point.name: point for point in entry_points(group=GROUP)}
    if name not in points:
        raise NotFound(
            "No adapter named {name!r}; installed: {names}", name=name, names=tuple(sorted(points)) or Message("none")
        )
    return points[name]


def _load(point: EntryPoint) -> Any:
    try:
        return point.load()
    except Exception as cause:
        distribution = point.dist.name if point.dist else Message("an unknown distribution")
        raise Unusable(
            "adapter {name!r} of {distribution} cannot be loaded: {kind}: {cause}",
            name=point.name,
            distribution=distribution,
            kind=type(cause).__name__,
            cause=cause,
        ) from cause
