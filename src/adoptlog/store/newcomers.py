"""New people in the directory, up to a hundred thousand at once: each is two rows of random numbers and an id."""

import secrets
from collections.abc import Sequence

import numpy as np
from sqlalchemy.engine import Connection

from adoptlog.store import tables
from adoptlog.store.many import insert_many, reserve

_person, _external = tables.person, tables.external_id


def create(connection: Connection, groups: Sequence[Sequence[str]]) -> dict[str, int]:
    """New people, each under one or several new external ids: their numbers by id."""
    numbers = reserve(connection, _person.c.no, len(groups))
    people = list(zip(numbers, _random_ids(len(groups)), _random_keys(len(groups)), strict=True))
    insert_many(connection, _person, ("no", "person_id", "key"), people)
    ids = [(external_id, no) for no, group in zip(numbers, groups, strict=True) for external_id in group]
    insert_many(connection, _external, ("external_id", "no"), ids)
    return dict(ids)


def _random_ids(number: int) -> list[str]:
    """New random ids (UUIDs of version 4), drawn together."""
    drawn = np.frombuffer(secrets.token_bytes(16 * number), np.uint8).reshape(number, 16).copy()
    drawn[:, 6] = drawn[:, 6] & 0x0F | 0x40
    drawn[:, 8] = drawn[:, 8] & 0x3F | 0x80
    written = drawn.tobytes().hex()
    return [written[start : start + 32] for start in range(0, len(written), 32)]


def _random_keys(number: int) -> list[bytes]:
    drawn = secrets.token_bytes(16 * number)
    return [drawn[start : start + 16] for start in range(0, len(drawn), 16)]
