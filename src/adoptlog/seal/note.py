"""Checkpoints as text: C2SP tlog-checkpoint, a note signed with Ed25519 (c2sp.org/tlog-checkpoint, /signed-note). Pure.

An unsigned checkpoint is the same text without a signature line.
"""

import base64
import binascii
import hashlib
import re
from collections.abc import Sequence

import attrs
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from adoptlog.errors import Unusable

_ED25519 = b"\x01"
_MOST_LINES = 100
_SIZE = re.compile(r"0|[1-9][0-9]{0,18}")
_NAME = re.compile(r"[^\s+]+")
_SIGNATURE = re.compile(r"— (\S+) (\S+)")


@attrs.frozen
class Signature:
    """A line under a note: whose it is, by name and the first bytes of a hash, and what was signed."""

    name: str
    key_id: bytes
    value: bytes


@attrs.frozen(kw_only=True)
class Note:
    """A checkpoint: the first `size` events of the log `origin` have the root `root`."""

    origin: str
    size: int
    root: bytes
    signatures: tuple[Signature, ...] = ()
    extensions: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """What is signed."""
        lines = (self.origin, str(self.size), base64.b64encode(self.root).decode(), *self.extensions)
        return "".join(f"{line}\n" for line in lines)

    @property
    def text(self) -> str:
        """The checkpoint as it is handed out."""
        lines = (f"— {s.name} {base64.b64encode(s.key_id + s.value).decode()}\n" for s in self.signatures)
        return f"{self.body}\n{''.join(lines)}"


def public_bytes(key: Ed25519PublicKey) -> bytes:
    """The 32 bytes of a public key."""
    return key.public_bytes_raw()


def key_id(name: str, key: Ed25519PublicKey) -> bytes:
    """What tells one key of a name from another."""
    return hashlib.sha256(name.encode() + b"\n" + _ED25519 + public_bytes(key)).digest()[:4]


def signed(note: Note, key: Ed25519PrivateKey) -> Note:
    """The checkpoint with our signature, under the log's own name."""
    mine = Signature(note.origin, key_id(note.origin, key.public_key()), key.sign(note.body.encode()))
    return attrs.evolve(note, signatures=(mine,))


def vouched(note: Note, keys: Sequence[Ed25519PublicKey]) -> bool:
    """Whether one of the keys signed it. Raises `Unusable` for a signature that claims to be by one and is not."""
    for signature in note.signatures:
        for key in keys:
            if signature.key_id != key_id(signature.name, key):
                continue
            try:
                key.verify(signature.value, note.body.encode())
            except InvalidSignature:
                raise Unusable("the signature of {name} does not fit the checkpoint", name=signature.name) from None
            return True
    return False


def verifier_key(name: str, key: Ed25519PublicKey) -> str:
    """A public key in one line, as the tools for signed notes take it: name, id, type and key."""
    encoded = base64.b64encode(_ED25519 + public_bytes(key)).decode()
    return f"{name}+{key_id(name, key).hex()}+{encoded}"


def read(text: str) -> Note:
    """A checkpoint from its text. Raises `Unusable`."""
    body, parted, under = text.rpartition("\n\n")
    lines = body.split("\n")
    if not parted or len(lines) < 3 or not all(lines) or len(lines) + under.count("\n") > _MOST_LINES:
        raise Unusable("not a checkpoint: it has an origin, a size and a root, an empty line, and signatures")
    origin, size, encoded, *extensions = lines
    if not _SIZE.fullmatch(size):
        raise Unusable("not a checkpoint: {size!r} is not a number of events", size=size)
    root = _decoded(encoded)
    if len(root) != 32:
        raise Unusable("not a checkpoint: {encoded!r} is not a SHA-256 root", encoded=encoded)
    signatures = tuple(_signature(line) for line in under.removesuffix("\n").split("\n") if line)
    note = Note(origin=origin, size=int(size), root=root, signatures=signatures, extensions=tuple(extensions))
    if note.text != text:
        raise Unusable("not a checkpoint: its lines are not written as c2sp.org/tlog-checkpoint says")
    return note


def _signature(line: str) -> Signature:
    found = _SIGNATURE.fullmatch(line)
    value = _decoded(found[2]) if found else b""
    if found is None or not _NAME.fullmatch(found[1]) or len(value) < 5:
        raise Unusable("not a checkpoint: {line!r} is not a signature", line=line[:80])
    return Signature(found[1], value[:4], value[4:])


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Unusable("not a checkpoint: {text!r} is not base64", text=text[:80]) from None
