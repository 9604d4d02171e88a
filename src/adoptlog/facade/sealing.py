"""Sealing: seal what was recorded, verify that it was not altered since, and prove single acknowledgements."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import attrs
import sqlalchemy as sa

from adoptlog.domain.facts import GuidelineAcknowledged
from adoptlog.errors import NotFound, Unusable
from adoptlog.facade.administration import Administration
from adoptlog.messages import Message
from adoptlog.store import directory, moments, tables

Progress = Callable[[int, int], None]
_SILENT: Progress = lambda done, all_: None  # noqa: E731
_MOST_BYTES = 1_000_000


@attrs.frozen(kw_only=True)
class Receipt:
    """The proof of one acknowledgement. `text` is for the auditor and names no person: `person_id` is what it holds."""

    person: str
    person_id: str
    guideline: str
    version: str
    text: str


class Sealing(Administration):
    """The part of `AdoptLog` for auditors. Keys are read from the environment or the keyring (`adoptlog.seal.keys`)."""

    lang: str

    def seal(self, *, time_stamps_of: str | None = None, progress: Progress = _SILENT) -> Any:
        """Seal all events: a checkpoint (`adoptlog.seal.sealing.Seal`), whose `text` is to be kept elsewhere.

        Signed with the key of ADOPTLOG_SEAL_KEY or the keyring, else unsigned. `time_stamps_of` is the address of an
        RFC 3161 time stamping authority. Raises `Refused` when sealed events have changed.
        """
        from adoptlog.seal import keys, stamps
        from adoptlog.seal.sealing import seal

        stamp = None if time_stamps_of is None else partial(stamps.asked_of, time_stamps_of)
        return seal(self.database, keys.signing_key(), stamp, progress)

    def verify(
        self,
        *,
        checkpoints: Sequence[str | Path] = (),
        keys: Sequence[str] = (),
        tsa_roots: Sequence[bytes] = (),
        lang: str | None = None,
        progress: Progress = _SILENT,
    ) -> list[Any]:
        """Check every event against every checkpoint: lines (`adoptlog.seal.verifying.Checked`), findings `unsound`.

        `checkpoints` are texts, or paths of files, that were kept elsewhere; `keys` public keys that are trusted beside
        our own; `tsa_roots` certificates (PEM) of time stamping authorities.
        """
        from adoptlog.seal.verifying import Trust, verify

        trust = Trust(keys=trusted(keys), roots=tsa_roots)
        return verify(self.database, [_given(one) for one in checkpoints], trust, lang or self.lang, progress)

    def seals(self) -> list[dict[str, Any]]:
        """The checkpoints the database keeps, the oldest first."""
        from adoptlog.seal import seals

        with self.database.reading() as connection:
            kept = seals.all_kept(connection)
        return [
            {
                "size": seal.checkpoint.size,
                "sealed_at": moments.written(seal.sealed_at),
                "signed": bool(seal.checkpoint.signatures),
                "time_stamped": seal.time_stamp is not None,
                "root": seal.checkpoint.root.hex(),
            }
            for seal in kept
        ]

    def receipt(
        self,
        person: str,
        *,
        guideline: str | None = None,
        version: str | None = None,
        checkpoint: str | Path | None = None,
    ) -> Receipt:
        """The receipt of an acknowledgement, in the last checkpoint or in one that the auditor keeps.

        Raises `NotFound` when there is no such acknowledgement or more than one, `NotYet` before it is sealed.
        """
        from adoptlog.seal import receipts, seals

        kept = None
        if checkpoint is not None:
            given = _given(checkpoint)
            kept = seals.checkpoint_in(given.text, given.where)
        with self.application.current() as read:
            stream, number, fact = self._acknowledged(read, person, guideline, version)
            made = receipts.receipt(read.connection, stream, number, kept)
        return Receipt(
            person=person, person_id=str(stream), guideline=fact.guideline, version=fact.version, text=made.text
        )

    def _acknowledged(self, read: Any, person: str, guideline: str | None, version: str | None) -> Any:
        """Stream, version and fact of the one acknowledgement that is meant."""
        who = directory.one(read.connection, person)
        found = [
            (no, entry.version, entry.fact)
            for no in who.numbers
            for entry in read.summary(no).entries.get(GuidelineAcknowledged, ())
            if guideline in (None, entry.fact.guideline) and version in (None, entry.fact.version)
        ]
        if not found:
            wanted = " ".join(part for part in (guideline, version) if part) or Message("any guideline")
            raise NotFound(
                "{person} has not acknowledged {wanted}: `adoptlog explain {person}` tells what there is",
                person=person,
                wanted=wanted,
            )
        if len(found) > 1:
            all_ = tuple(sorted({f"{fact.guideline} {fact.version}" for _, _, fact in found}))
            raise NotFound(
                "{person} has acknowledged {all}: say which, with guideline and version", person=person, all=all_
            )
        no, number, fact = found[0]
        stream = read.connection.scalar(sa.select(tables.person.c.person_id).where(tables.person.c.no == no))
        return stream, number, fact


def verify_receipt(text: str, *, keys: Sequence[str] = (), checkpoints: Sequence[str | Path] = ()) -> Any:
    """What a receipt proves (`adoptlog.seal.receipts.Proved`), without any database.

    It rests on `checkpoints` that were kept elsewhere or on the signature of a key in `keys`; with neither,
    `vouched_by` is None and nothing is proved. Raises `Unusable` when it is no receipt, `Refused` when it fails.
    """
    from adoptlog.seal import receipts

    return receipts.check(text, trusted(keys), [_given(one).text for one in checkpoints])


def trusted(keys: Sequence[str]) -> list[Any]:
    """The public keys given, and our own if there is one."""
    from adoptlog.seal.keys import public_key, signing_key

    own = signing_key()
    return [public_key(key) for key in keys] + ([own.public_key()] if own is not None else [])


def _given(checkpoint: str | Path) -> Any:
    from adoptlog.seal.verifying import Given

    if isinstance(checkpoint, str):
        return Given(text=checkpoint, where=Message("the checkpoint given"))
    stamp = checkpoint.with_name(checkpoint.name + ".tsr")
    return Given(
        text=_read(checkpoint).decode(errors="replace"),
        where=str(checkpoint),
        time_stamp=_read(stamp) if stamp.is_file() else None,
    )


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MOST_BYTES)
    except OSError as problem:
        raise Unusable(
            "{path} cannot be read: {reason}", path=path, reason=Message(problem.strerror or "")
        ) from problem
