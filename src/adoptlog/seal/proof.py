"""A receipt as text: C2SP tlog-proof v1 (c2sp.org/tlog-proof), with the event itself as its extra data. Pure."""

import base64
import binascii
import re

import attrs

from adoptlog.errors import Unusable
from adoptlog.seal import leaf, note, tree

_FIRST = "c2sp.org/tlog-proof@v1"
_INDEX = re.compile(r"index (0|[1-9][0-9]{0,18})")
_MOST_STEPS = 63


@attrs.frozen(kw_only=True)
class Proof:
    """That an event (`data`, a framed leaf) stands at a place in the tree of a checkpoint."""

    data: bytes
    index: int
    steps: tuple[bytes, ...]
    checkpoint: note.Note

    @property
    def holds(self) -> bool:
        """Whether the path leads from the event to the checkpoint's root."""
        found = tree.root_from_path(tree.leaf_hash(self.data), self.index, self.checkpoint.size, self.steps)
        return found == self.checkpoint.root

    @property
    def event(self) -> leaf.Leaf:
        """The event that is proved."""
        return leaf.read(self.data)

    @property
    def text(self) -> str:
        """The receipt as it is handed out."""
        lines = [_FIRST, f"extra {_encoded(self.data)}", f"index {self.index}", *map(_encoded, self.steps)]
        return "\n".join(lines) + "\n\n" + self.checkpoint.text


def read(text: str) -> Proof:
    """A receipt from its text. Raises `Unusable`."""
    head, parted, checkpoint = text.partition("\n\n")
    first, *lines = head.split("\n")
    if first != _FIRST or not parted:
        raise Unusable("not a receipt: its first line is not {expected}", expected=_FIRST)
    if not lines or not lines[0].startswith("extra "):
        raise Unusable("not a receipt of adoptlog: it lacks the event, which stands under `extra`")
    data = _decoded(lines[0].removeprefix("extra "))
    index = _INDEX.fullmatch(lines[1]) if len(lines) > 1 else None
    if index is None or len(lines) > 2 + _MOST_STEPS:
        raise Unusable("not a receipt: it lacks the place of the event, or has too long a path")
    steps = tuple(_decoded(line) for line in lines[2:])
    if any(len(step) != 32 for step in steps):
        raise Unusable("not a receipt: a step of its path is not a SHA-256 hash")
    return Proof(data=data, index=int(index[1]), steps=steps, checkpoint=note.read(checkpoint))


def _encoded(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Unusable("not a receipt: {text!r} is not base64", text=text[:80]) from None
