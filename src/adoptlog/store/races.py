"""What to do when another writer was first: the same again, on what is there now."""

from collections.abc import Callable
from typing import TypeVar

import sqlalchemy as sa
from eventsourcing.persistence import IntegrityError

T = TypeVar("T")
_TRIES = 20


def again_if_raced(work: Callable[[], T]) -> T:
    """Do work that is a transaction of its own, again each time that another writer took its place."""
    for _ in range(_TRIES - 1):
        try:
            return work()
        except (IntegrityError, sa.exc.IntegrityError):
            continue
    return work()
