"""Verify: whether the events are those that were sealed, and which are not."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

import attrs
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from sqlalchemy.engine import Connection

from adoptlog import i18n
from adoptlog.errors import Unusable
from adoptlog.messages import Message
from adoptlog.seal import note, order, seals, stamps
from adoptlog.seal.comparing import Compared, compare
from adoptlog.seal.receipts import Proved
from adoptlog.store.database import Database
from adoptlog.store.sequencer import number, position_at

Result = Literal["ok", "note", "unsound"]
Progress = Callable[[int, int], None]


@attrs.frozen(kw_only=True)
class Checked:
    """One line of what `verify` says; `unsound` is a finding. Position, stream and version if it is about one event."""

    check: str
    result: Result
    text: str
    position: int | None = None
    originator_id: str | None = None
    originator_version: int | None = None


@attrs.frozen(kw_only=True)
class Given:
    """A checkpoint that was kept elsewhere: its text, where that is from, and its time stamp if there is one."""

    text: str
    where: str
    time_stamp: bytes | None = None


@attrs.frozen(kw_only=True)
class Trust:
    """Whom whoever verifies trusts: public keys, and root certificates of time stamping authorities (PEM)."""

    keys: Sequence[Ed25519PublicKey] = ()
    roots: Sequence[bytes] = ()


@attrs.frozen(kw_only=True)
class _Claim:
    """A checkpoint to be checked; `here` if the database keeps it itself."""

    where: str
    here: bool
    checkpoint: note.Note
    time_stamp: bytes | None


@attrs.frozen
class _Said:
    """Something about a checkpoint, not yet in words."""

    claim: _Claim
    check: str
    result: Result
    text: str
    values: Mapping[str, Any] = attrs.field(factory=dict)


def verify(
    database: Database,
    given: Sequence[Given] = (),
    trust: Trust | None = None,
    lang: str = "en",
    progress: Progress = lambda done, all_: None,
) -> list[Checked]:
    """Check the events against every checkpoint, those in the database and those given, and name what differs."""
    number(database)
    with database.reading() as connection:
        return list(_Verification(connection, trust or Trust(), lang, progress).run(given))


def told(proved: Proved, lang: str = "en") -> Checked:
    """What a receipt proves, as a line; without anybody to vouch for its checkpoint that is nothing."""
    event = proved.event
    fact = Message(
        "{topic} ({fact}) of {person} is in the log {origin} at position {position}, known since {at}",
        topic=event.topic,
        fact=tuple(
            Message("{name} {value}", name=Message(field.name), value=getattr(proved.fact, field.name))
            for field in attrs.fields(type(proved.fact))
        ),
        person=event.stream,
        origin=proved.proof.checkpoint.origin,
        position=proved.position,
        at=event.known_at.isoformat(timespec="seconds"),
    )
    rests = {
        "signature": Message("{fact}; its checkpoint is signed by a key you trust", fact=fact),
        "checkpoint": Message("{fact}; its checkpoint is the one that was kept", fact=fact),
        None: Message("{fact}; but nobody vouches for its checkpoint: give --key or --checkpoint", fact=fact),
    }
    return Checked(
        check="receipt",
        result="ok" if proved.vouched_by else "unsound",
        text=i18n.told(rests[proved.vouched_by], lang),
        position=proved.position,
        originator_id=str(event.stream),
        originator_version=event.originator_version,
    )


class _Verification:
    """One run over one state of the database."""

    def __init__(self, connection: Connection, trust: Trust, lang: str, progress: Progress) -> None:
        self._connection = connection
        self._trust = trust
        self._lang = lang
        self._progress = progress

    def run(self, given: Sequence[Given]) -> Iterator[Checked]:
        claims, broken = self._claims(given)
        yield from broken
        parts = seals.kept_parts(self._connection)
        total = position_at(self._connection, None)
        sealed = max((claim.checkpoint.size for claim in claims), default=0)
        watch = order.Watch(sealed)
        sizes = {claim.checkpoint.size for claim in claims}
        found = compare(self._connection, sizes, parts, watch, lambda done: self._progress(done, total))
        yield from self._events(found)
        yield from self._order(found, watch, sealed)
        yield from self._lines(self._checkpoints(claims, found))
        yield from self._lines(self._stamps(claims))
        yield from self._lines(self._signatures(claims))
        if parts and not any(claim.here for claim in claims):
            text = Message("the database keeps parts of a seal and no checkpoint: it was removed")
            yield self._say("seal", "unsound", text)
        good = {c.checkpoint.size for c in claims if found.roots.get(c.checkpoint.size) == c.checkpoint.root}
        if found.differs and claims and good == sizes:
            text = Message("the checkpoints hold, but what the database keeps beside them was changed")
            yield self._say("seal", "unsound", text)
        yield self._sum(found, claims, sealed)

    def _claims(self, given: Sequence[Given]) -> tuple[list[_Claim], list[Checked]]:
        claims, broken = [], []
        own = seals.origin(self._connection)
        kept = seals.all_kept(self._connection)
        for place, seal in enumerate(kept, start=1):
            where = Message("checkpoint {number} of the database", number=place)
            try:
                claims.append(_Claim(where=where, here=True, checkpoint=seal.checkpoint, time_stamp=seal.time_stamp))
            except Unusable as problem:
                text = Message("{where}: {problem}", where=where, problem=problem)
                broken.append(self._say("checkpoint", "unsound", text))
        for one in given:
            checkpoint = seals.checkpoint_in(one.text, one.where)
            claims.append(_Claim(where=one.where, here=False, checkpoint=checkpoint, time_stamp=one.time_stamp))
        for claim in claims:
            if own is not None and claim.checkpoint.origin != own:
                text = Message(
                    "{where} is of another log, {other}; this one is {own}",
                    where=claim.where,
                    other=claim.checkpoint.origin,
                    own=own,
                )
                broken.append(self._say("checkpoint", "unsound", text))
        return claims, broken

    def _events(self, found: Compared) -> Iterator[Checked]:
        """The events that are not those sealed."""
        standing = [d.now + 1 for d in found.differences if d.now is not None]
        names = order.named(self._connection, standing)
        for one in found.differences:
            now = None if one.now is None else one.now + 1
            was = None if one.sealed is None else one.sealed + 1
            named = names.get(now) if now is not None else None
            text = _difference(one.kind, now=now, sealed=was, event=_event(named))
            yield _about(self._say("event", "unsound", text, now or was), named)

    def _order(self, found: Compared, watch: order.Watch, sealed: int) -> Iterator[Checked]:
        """What is wrong without any seal saying so."""
        named_already = {place + 1 for d in found.differences for place in (d.sealed, d.now) if place is not None}
        for position in found.not_ours:
            if position not in named_already:
                text = Message(
                    "position {position} has no event, or one that adoptlog did not write", position=position
                )
                yield self._say("log", "unsound", text, position)
        if found.irregular is not None:
            text = Message(
                "no numbering gave position {position}: what stands behind it was not looked at",
                position=found.irregular,
            )
            yield self._say("log", "unsound", text)
        for position in watch.backwards:
            text = Message(
                "position {position} is said to have been known before the one in front of it", position=position
            )
            yield self._say("log", "unsound", text, position)
        names = order.named(self._connection, [position for position, _ in watch.unreadable])
        for position, problem in watch.unreadable:
            text = Message(
                "the event at position {position} cannot be read: {event}: {problem}",
                position=position,
                event=_event(names.get(position)),
                problem=problem,
            )
            yield _about(self._say("log", "unsound", text, position), names.get(position))
        for stream, version in order.without_a_position(self._connection, watch.events):
            text = Message(
                "version {version} of {stream} stands in the table and in no order: it was put in beside adoptlog",
                version=version,
                stream=stream,
            )
            yield _about(self._say("log", "unsound", text), (stream, version, None))
        for stream, events, last in order.broken_streams(self._connection):
            text = Message(
                "{stream} has {events} events and counts up to {last}: something was removed or put in",
                stream=stream,
                events=events,
                last=last,
            )
            yield _about(self._say("log", "unsound", text), (stream, None, None))

    def _checkpoints(self, claims: Sequence[_Claim], found: Compared) -> Iterator[_Said]:
        """Whether the events lead to each checkpoint."""
        good = {c.checkpoint.size for c in claims if found.roots.get(c.checkpoint.size) == c.checkpoint.root}
        for claim in claims:
            size, root = claim.checkpoint.size, found.roots.get(claim.checkpoint.size)
            before = max((s for s in good if s < size), default=0)
            if root is None:
                text = "{where} covers {size} events, and there are {events}: what was sealed last is gone"
                yield _Said(claim, "checkpoint", "unsound", text, {"size": size, "events": found.size})
            elif root != claim.checkpoint.root:
                text = "{where}: the first {size} events are not those it was made of; what differs is behind {before}"
                yield _Said(claim, "checkpoint", "unsound", text, {"size": size, "before": before})
            else:
                yield _Said(claim, "checkpoint", "ok", "{where}: the events are those that were sealed")

    def _stamps(self, claims: Sequence[_Claim]) -> Iterator[_Said]:
        """When somebody else saw the checkpoints."""
        for claim in claims:
            if claim.time_stamp is None:
                continue
            if not self._trust.roots:
                text = "{where}: the time stamp was not checked: give --tsa-root the certificate of who made it"
                yield _Said(claim, "time stamp", "note", text)
                continue
            try:
                at = stamps.stamped_at(claim.time_stamp, claim.checkpoint.text.encode(), self._trust.roots)
            except Unusable as problem:
                yield _Said(claim, "time stamp", "unsound", "{where}: {problem}", {"problem": problem})
            else:
                text = "{where} existed at {at}, a time stamping authority says"
                yield _Said(claim, "time stamp", "ok", text, {"at": at.isoformat(timespec="seconds")})

    def _signatures(self, claims: Sequence[_Claim]) -> Iterator[_Said]:
        """Whose signatures the checkpoints have; an unsigned one is a finding if no signed one covers as much."""
        keys, signed = self._trust.keys, 0
        for claim in claims:
            if not claim.checkpoint.signatures:
                continue
            if not keys:
                text = "{where}: the signature was not checked: give --key the public key"
                yield _Said(claim, "signature", "note", text)
                continue
            try:
                vouched = note.vouched(claim.checkpoint, keys)
            except Unusable as problem:
                yield _Said(claim, "signature", "unsound", "{where}: {problem}", {"problem": problem})
                continue
            if vouched:
                signed = max(signed, claim.checkpoint.size)
                yield _Said(claim, "signature", "ok", "{where}: signed by a key you trust")
            else:
                yield _Said(claim, "signature", "unsound", "{where}: signed, but by no key you trust")
        for claim in claims:
            if not claim.checkpoint.signatures:
                uncovered = bool(keys) and claim.checkpoint.size > signed
                text = "{where}: unsigned, so whoever can write to the database could have made it"
                yield _Said(claim, "signature", "unsound" if uncovered else "note", text)

    def _lines(self, said: Iterable[_Said]) -> Iterator[Checked]:
        """Lines about checkpoints; of those in the database that are as they should be, one line tells."""
        together: dict[tuple[str, Result, str], list[_Claim]] = {}
        for one in said:
            if one.claim.here and one.result != "unsound" and not one.values:
                together.setdefault((one.check, one.result, one.text), []).append(one.claim)
            else:
                text = Message(one.text, where=one.claim.where, **one.values)
                yield self._say(one.check, one.result, text)
        for (check, result, template), claims in together.items():
            where = claims[0].where
            if len(claims) > 1:
                size = max(claim.checkpoint.size for claim in claims)
                where = Message(
                    "{count} checkpoints of the database, up to {size} events", count=len(claims), size=size
                )
            yield self._say(check, result, Message(template, where=where))

    def _sum(self, found: Compared, claims: Sequence[_Claim], sealed: int) -> Checked:
        if not claims:
            text = "nothing is sealed: of {events} events, order and form were checked; run `adoptlog seal`"
            return self._say("seal", "note", Message(text, events=found.size))
        values: dict[str, Any] = {"events": found.size, "sealed": min(sealed, found.size)}
        if any(not claim.here for claim in claims):
            return self._say("seal", "ok", Message("{events} events, {sealed} of them sealed", **values))
        text = (
            "{events} events, {sealed} of them sealed; only a checkpoint kept elsewhere (--checkpoint) binds whoever "
            "holds this database and the key"
        )
        return self._say("seal", "note", Message(text, **values))

    def _say(self, check: str, result: Result, text: str, position: int | None = None) -> Checked:
        return Checked(check=check, result=result, text=i18n.told(text, self._lang), position=position)


def _difference(kind: str, **values: Any) -> Message:
    texts = {
        "changed": "the event at position {now} is not the one that was sealed there: {event}",
        "removed": "the event sealed at position {sealed} is gone",
        "inserted": "an event was put in at position {now}: {event}",
        "moved": "the event sealed at position {sealed} stands at position {now}: {event}",
    }
    return Message(texts[kind], **values)


def _event(named: tuple[object, object, object] | None) -> Message:
    if named is None:
        return Message("an event that cannot be read")
    stream, version, topic = named
    return Message("{topic}, version {version} of {stream}", topic=topic, version=version, stream=stream)


def _about(said: Checked, named: tuple[object, object, object] | None) -> Checked:
    if named is None:
        return said
    stream, version, _ = named
    number = version if isinstance(version, int) else None
    return attrs.evolve(said, originator_id=str(stream), originator_version=number)
