"""Groups too small to be shown, and those that have to stay unseen with them: nothing of a small group may be found
by subtracting what is shown from a total."""

from collections.abc import Hashable, Mapping
from typing import TypeVar

G = TypeVar("G", bound=Hashable)


def hidden(sizes: Mapping[G, int], smallest: int) -> frozenset[G]:
    """The groups of a whole that must not be shown beside its total: those with fewer than `smallest` people, and then
    the next larger ones until those hidden are together as many, or nobody (complementary suppression, Cox 1980).

    Groups without anybody say nothing and hide nothing.

    >>> sorted(hidden({"sales": 12, "legal": 3, "works": 8}, 5))
    ['legal', 'works']
    >>> sorted(hidden({"sales": 12, "legal": 3, "board": 2}, 5))
    ['board', 'legal']
    """
    unseen: set[G] = set()
    together = 0
    for group, size in sorted(sizes.items(), key=lambda one: (one[1], str(one[0]))):
        if size == 0:
            continue
        if size >= smallest and (not unseen or together >= smallest):
            break
        unseen.add(group)
        together += size
    return frozenset(unseen)


def total_hidden(people: int, smallest: int) -> bool:
    """Whether a whole is itself too small to be shown.

    >>> total_hidden(4, 5), total_hidden(0, 5), total_hidden(5, 5)
    (True, True, False)
    """
    return people < smallest
