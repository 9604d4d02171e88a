"""What to do when another writer was first: the same again, on what is there now."""

from collections.abc import Callable
from typing import TypeVar

from eventsourcing.persistence import IntegrityError
from sqlalchemy import exc

T = TypeVar("T")
_TRIES = 20


def again_if_raced(work: Callable[[], T]) -> T:
    """Do work that is a transaction of its own, again each time that another writer took its place."""
    for _ in range(_TRIES - 1):
        try:
            return work()
        except (IntegrityError, exc.IntegrityError):
            continue
    return work()
