"""Time stamps of RFC 3161: somebody else says that a checkpoint existed at a time. Needs `adoptlog[timestamp]`."""

import urllib.request
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from cryptography import x509

from adoptlog.errors import Unusable

_SECONDS = 30
_MOST_BYTES = 1_000_000


def asked_of(url: str, text: bytes) -> bytes:
    """The reply of a time stamping authority about a text; it is sent the text's hash only. Raises `Unusable`."""
    library = _library()
    if not url.startswith(("https://", "http://")):
        raise Unusable(
            "{url!r} is not the address of a time stamping authority: it begins with https:// or http://", url=url
        )
    request = library.TimestampRequestBuilder().data(text).hash_algorithm(library.HashAlgorithm.SHA256).build()
    headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    post = urllib.request.Request(url, request.as_bytes(), headers)
    try:
        with urllib.request.urlopen(post, timeout=_SECONDS) as reply:
            answer: bytes = reply.read(_MOST_BYTES)
    except OSError as problem:
        raise Unusable("{url} gave no time stamp: {problem}; nothing was sealed", url=url, problem=problem) from problem
    try:
        said = library.decode_timestamp_response(answer)
        granted = said.status == library.PKIStatus.GRANTED and said.tst_info.nonce == request.nonce
    except ValueError as problem:
        raise Unusable(
            "{url} did not answer with a time stamp: {problem}; nothing was sealed", url=url, problem=problem
        ) from problem
    if not granted:
        raise Unusable(
            "{url} refused a time stamp: {answer}; nothing was sealed",
            url=url,
            answer=" ".join(said.status_string) or said.status,
        )
    return answer


def stamped_at(reply: bytes, text: bytes, roots: Sequence[bytes]) -> datetime:
    """When a text was stamped, by an authority whose certificate one of the roots vouches for. Raises `Unusable`."""
    library = _library()
    try:
        said = library.decode_timestamp_response(reply)
        builder = library.VerifierBuilder()
        for root in roots:
            builder = builder.add_root_certificate(x509.load_pem_x509_certificate(root))
        builder.build().verify_message(said, text)
        at: datetime = said.tst_info.gen_time
    except (library.VerificationError, ValueError) as problem:
        raise Unusable(
            "the time stamp is not of this checkpoint, or of nobody you trust: {problem}", problem=problem
        ) from problem
    return at


def _library() -> Any:
    try:
        import rfc3161_client
    except ImportError:
        raise Unusable('time stamps need rfc3161-client: pip install "adoptlog[timestamp]"') from None
    return rfc3161_client
