"""Counts of groups that are large enough to be shown, also after subtracting what else is shown. Pure."""

from collections.abc import Iterable, Mapping

import attrs

EVERYBODY = ""
"""The group of a whole program."""


@attrs.frozen(kw_only=True)
class Group:
    """How many people of a department (None: of the whole program) are in each state."""

    program: str
    department: str | None
    people: int
    states: Mapping[str, int]


def shown(groups: Iterable[Group], whole: Group | None, smallest: int) -> list[Group]:
    """The departments of one program that may be shown beside the whole of it.

    A group smaller than `smallest` is not shown. What the shown ones leave over of the whole must not be such a group
    either: then the smallest of the shown ones is left out too.

    >>> def group(department, people):
    ...     return Group(program="p", department=department, people=people, states={"trying": people})
    >>> [g.department for g in shown([group("a", 9), group("b", 6), group("c", 2)], group(None, 17), 5)]
    [None, 'a']
    >>> shown([group("a", 4)], group(None, 4), 5)
    []
    """
    if whole is None or whole.people < smallest:
        return []
    large = sorted((one for one in groups if one.people >= smallest), key=lambda one: -one.people)
    while large and 0 < whole.people - sum(one.people for one in large) < smallest:
        large.pop()
    return [whole, *sorted(large, key=lambda one: one.department or EVERYBODY)]
