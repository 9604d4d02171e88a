"""Keys: the one that signs, from the environment or the keyring, and those whose signatures are trusted.

No message, representation or event holds a private key.
"""

import base64
import binascii
import os
import re
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_private_key, load_pem_public_key

from adoptlog.errors import Unusable
from adoptlog.messages import Message

VARIABLE = "ADOPTLOG_SEAL_KEY"
SERVICE, ENTRY = "adoptlog", "seal-key"
_LINE = re.compile(r"[^\s+]+\+[0-9a-f]{8}\+(\S+)")


def signing_key() -> Ed25519PrivateKey | None:
    """The key that signs checkpoints, None without one. Raises `Unusable` for something else in its place."""
    given = os.environ.get(VARIABLE, "").strip()
    if given:
        return _private(given, VARIABLE)
    kept = _from_keyring()
    return _private(kept, Message("the keyring's entry {entry}", entry=f"{SERVICE}/{ENTRY}")) if kept else None


def public_key(given: str) -> Ed25519PublicKey:
    """A public key: a line `name+id+key`, a PEM text, or the path of a file with either. Raises `Unusable`."""
    text = _file_or_text(given, Message("the public key"))
    try:
        if text.startswith("-----BEGIN"):
            key = load_pem_public_key(text.encode())
            if not isinstance(key, Ed25519PublicKey):
                raise ValueError("another kind of key")
            return key
        line = _LINE.fullmatch(text)
        raw = base64.b64decode(line[1] if line else text, validate=True)
        return Ed25519PublicKey.from_public_bytes(raw[1:] if len(raw) == 33 and raw[:1] == b"\x01" else raw)
    except (ValueError, binascii.Error, UnsupportedAlgorithm):
        raise Unusable(
            "{given!r} is not an Ed25519 public key: give the line that `adoptlog seal key` shows, or a PEM file",
            given=given[:60],
        ) from None


def new_key() -> str:
    """A new private key, as ADOPTLOG_SEAL_KEY takes it."""
    return base64.b64encode(Ed25519PrivateKey.generate().private_bytes_raw()).decode()


def _private(given: str, where: str) -> Ed25519PrivateKey:
    text = _file_or_text(given, where)
    try:
        if text.startswith("-----BEGIN"):
            key = load_pem_private_key(text.encode(), password=None)
            if not isinstance(key, Ed25519PrivateKey):
                raise ValueError("another kind of key")
            return key
        raw = bytes.fromhex(text) if len(text) == 64 else base64.b64decode(text, validate=True)
        return Ed25519PrivateKey.from_private_bytes(raw)
    except (ValueError, TypeError, binascii.Error, UnsupportedAlgorithm):
        raise Unusable(
            "{where} does not hold an Ed25519 private key: 32 bytes as base64 (`adoptlog seal key --new` "
            "makes one), a PEM text without a password, or the path of a PEM file",
            where=where,
        ) from None


def _file_or_text(given: str, where: str) -> str:
    if given.startswith("-----BEGIN") or len(given) > 4096:
        return given.strip()
    path = Path(given)
    try:
        return path.read_text(encoding="ascii").strip() if path.is_file() else given.strip()
    except (OSError, ValueError):
        raise Unusable("{where} names a file that cannot be read as a key", where=where) from None


def _from_keyring() -> str | None:
    import keyring
    from keyring.errors import KeyringError

    try:
        return keyring.get_password(SERVICE, ENTRY)
    except (KeyringError, RuntimeError):
        return None  # a machine without a keyring has no key in it
