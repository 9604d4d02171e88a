"""The Merkle tree of RFC 6962, section 2: roots, paths, and a frontier that grows. Pure.

A tree may be built in parts of a power of two leaves: the roots of the parts are leaves of the tree above them, and the
last part may be shorter.
"""

import hashlib
from collections.abc import Iterable, Sequence

EMPTY = hashlib.sha256(b"").digest()
_sha256 = hashlib.sha256


def leaf_hash(data: bytes) -> bytes:
    """The hash of a leaf: RFC 6962 puts a zero byte in front, so that no leaf can pass for a node."""
    return _sha256(b"\x00" + data).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two subtrees."""
    return _sha256(b"\x01" + left + right).digest()


def root(hashes: Sequence[bytes]) -> bytes:
    """The root of a tree over the hashes of its leaves."""
    level = list(hashes)
    while len(level) > 1:
        level = _above(level)
    return level[0] if level else EMPTY


def path(index: int, hashes: Sequence[bytes]) -> list[bytes]:
    """The audit path of a leaf, from its sibling to the root's child (RFC 6962, 2.1.1)."""
    steps, level = [], list(hashes)
    while len(level) > 1:
        sibling = index ^ 1
        if sibling < len(level):
            steps.append(level[sibling])
        index, level = index // 2, _above(level)
    return steps


def root_from_path(leaf: bytes, index: int, size: int, steps: Iterable[bytes]) -> bytes | None:
    """The root a path leads to, None when it is not a path of that leaf in a tree of that size (RFC 9162, 2.1.3.2)."""
    if not 0 <= index < size:
        return None
    at, last, hash_ = index, size - 1, leaf
    for step in steps:
        if last == 0:
            return None
        if at & 1 or at == last:
            hash_ = node_hash(step, hash_)
            while not at & 1 and at != 0:
                at, last = at >> 1, last >> 1
        else:
            hash_ = node_hash(hash_, step)
        at, last = at >> 1, last >> 1
    return hash_ if last == 0 else None


class Frontier:
    """A tree that only grows: of what is behind, only the roots of its perfect subtrees are kept."""

    def __init__(self) -> None:
        self._subtrees: list[tuple[int, bytes]] = []

    def add(self, hash_: bytes) -> None:
        """One more leaf."""
        height = 0
        while self._subtrees and self._subtrees[-1][0] == height:
            hash_ = node_hash(self._subtrees.pop()[1], hash_)
            height += 1
        self._subtrees.append((height, hash_))

    def root(self, last: bytes | None = None) -> bytes:
        """The root, with `last` as one more leaf if given."""
        rest = [hash_ for _, hash_ in self._subtrees] + ([last] if last is not None else [])
        if not rest:
            return EMPTY
        hash_ = rest.pop()
        while rest:
            hash_ = node_hash(rest.pop(), hash_)
        return hash_


def _above(level: list[bytes]) -> list[bytes]:
    above = [_sha256(b"\x01" + left + right).digest() for left, right in zip(level[::2], level[1::2], strict=False)]
    if len(level) % 2:
        above.append(level[-1])
    return above
