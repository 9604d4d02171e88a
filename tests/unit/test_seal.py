"""Whatever is done to sealed events beside adoptlog is found and named; what cannot be found is said to be so."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import sqlalchemy as sa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from adoptlog import (
    AdoptLog,
    GuidelineAcknowledged,
    GuidelinePublished,
    LicenceGranted,
    NotFound,
    NotYet,
    Refused,
    TrainingCompleted,
    Unusable,
    verify_receipt,
)
from adoptlog.seal import keys, note
from adoptlog.seal.verifying import Checked
from adoptlog.store import tables

ON = date(2026, 4, 1)
EVENTS = 8


@pytest.fixture(autouse=True)
def no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(keys.VARIABLE, raising=False)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


@pytest.fixture
def key(monkeypatch: pytest.MonkeyPatch) -> str:
    new = keys.new_key()
    monkeypatch.setenv(keys.VARIABLE, new)
    return new


@pytest.fixture
def log(url: str) -> Iterator[AdoptLog]:
    with AdoptLog(url) as log:
        record(log, 0, EVENTS)
        yield log


def record(log: AdoptLog, first: int, number: int) -> None:
    for place in range(first, first + number):
        fact = TrainingCompleted(course=f"course-{place}", on=ON)
        log.record(f"e-{place % 3}", fact, source=("lms", str(place)))


def execute(log: AdoptLog, statement: Any) -> None:
    with log.database.writing() as connection:
        connection.execute(statement)


def event_at(position: int) -> Any:
    id_ = sa.select(tables.log.c.event_id).where(tables.log.c.position == position).scalar_subquery()
    return tables.event.c.id == id_


def findings(said: list[Checked]) -> list[tuple[str, int | None]]:
    return [(line.check, line.position) for line in said if line.result == "unsound"]


def named(log: AdoptLog) -> list[str]:
    """What `verify` says about events."""
    said = log.verify()
    return [" ".join(line.text.split(":")[0].split()) for line in said if line.check == "event"]


def test_without_a_seal_order_and_form_are_checked(log: AdoptLog) -> None:
    (line,) = log.verify()

    assert (line.check, line.result) == ("seal", "note")
    assert line.text.startswith(f"nothing is sealed: of {EVENTS} events, order and form were checked")


def test_an_untouched_log_verifies_against_all_its_seals(log: AdoptLog) -> None:
    first = log.seal()
    record(log, EVENTS, 3)
    second = log.seal()
    record(log, EVENTS + 3, 1)

    said = log.verify(checkpoints=[first.text, second.text])

    assert (first.size, second.size) == (EVENTS, EVENTS + 3)
    assert findings(said) == []
    assert said[-1].text == f"{EVENTS + 4} events, {EVENTS + 3} of them sealed"


def test_sealing_twice_is_one_seal(log: AdoptLog) -> None:
    first, again = log.seal(), log.seal()

    assert (first.is_new, again.is_new, again.text) == (True, False, first.text)
    assert len(log.seals()) == 1


def test_one_byte_of_state(log: AdoptLog) -> None:
    log.seal()
    with log.database.writing() as connection:
        state = connection.scalar(sa.select(tables.event.c.state).where(event_at(5)))
        connection.execute(
            sa.update(tables.event).where(event_at(5)).values(state=state.replace(b"course-4", b"course-5"))
        )

    assert named(log) == ["the event at position 5 is not the one that was sealed there"]


def test_the_name_of_an_event(log: AdoptLog) -> None:
    log.seal()
    execute(log, sa.update(tables.event).where(event_at(2)).values(topic="review-held.v1"))

    assert named(log) == ["the event at position 2 is not the one that was sealed there"]


def test_the_time_since_when_it_is_known(log: AdoptLog) -> None:
    log.seal()
    earlier = tables.log.c.sequenced_at - 1
    execute(log, sa.update(tables.log).where(tables.log.c.position == 1).values(sequenced_at=earlier))

    assert named(log) == ["the event at position 1 is not the one that was sealed there"]


def test_a_removed_event(log: AdoptLog) -> None:
    log.seal()
    execute(log, sa.delete(tables.event).where(event_at(3)))

    assert named(log) == ["the event sealed at position 3 is gone"]


def renumber(log: AdoptLog, behind: int, by: int) -> None:
    """Move everything behind a position, one by one, as a careful attacker would."""
    position = tables.log.c.position
    with log.database.writing() as connection:
        behind_it = sorted(connection.scalars(sa.select(position).where(position > behind)), reverse=by > 0)
        for place in behind_it:
            connection.execute(sa.update(tables.log).where(position == place).values(position=place + by))


def test_an_event_removed_without_a_trace_in_the_numbers(log: AdoptLog) -> None:
    log.seal()
    execute(log, sa.delete(tables.event).where(event_at(3)))
    execute(log, sa.delete(tables.log).where(tables.log.c.position == 3))
    renumber(log, 3, -1)

    assert named(log) == ["the event sealed at position 3 is gone"]


def test_the_last_events_removed(log: AdoptLog) -> None:
    log.seal()
    for position in (EVENTS, EVENTS - 1):
        execute(log, sa.delete(tables.event).where(event_at(position)))
        execute(log, sa.delete(tables.log).where(tables.log.c.position == position))

    assert named(log) == [f"the event sealed at position {p} is gone" for p in (EVENTS - 1, EVENTS)]
    assert ("checkpoint", None) in findings(log.verify())


def put_in(log: AdoptLog, position: int) -> None:
    with log.database.writing() as connection:
        state = connection.scalar(sa.select(tables.event.c.state).limit(1))
        row = {"originator_id": uuid4(), "originator_version": 1, "topic": "training-completed.v1", "state": state}
        id_ = connection.execute(tables.event.insert().values(**row)).inserted_primary_key[0]
        known = connection.scalar(sa.select(sa.func.max(tables.log.c.sequenced_at)))
        connection.execute(tables.log.insert().values(position=position, event_id=id_, sequenced_at=known))


def test_an_event_put_in_between(log: AdoptLog) -> None:
    log.seal()
    renumber(log, 3, 1)
    put_in(log, 4)

    assert named(log) == ["an event was put in at position 4"]


def test_an_event_put_in_beside_the_log(log: AdoptLog) -> None:
    with log.database.writing() as connection:
        row = {"originator_id": uuid4(), "originator_version": 1, "topic": "joined.v1", "state": b"{}"}
        connection.execute(tables.event.insert().values(**row))

    (line,) = [line for line in log.verify() if line.result == "unsound"]

    assert line.originator_id == str(row["originator_id"])
    assert "in no order" in line.text


def swap(log: AdoptLog, one: int, other: int) -> None:
    """Two events change places, the times of the places stay."""
    position, event_id = tables.log.c.position, tables.log.c.event_id
    with log.database.writing() as connection:
        ids = dict(connection.execute(sa.select(position, event_id).where(position.in_([one, other]))).all())
        for place, id_ in ((one, -1), (other, ids[one]), (one, ids[other])):
            connection.execute(sa.update(tables.log).where(position == place).values(event_id=id_))


def test_two_events_that_changed_places(log: AdoptLog) -> None:
    times = tables.log.c.sequenced_at
    execute(log, sa.update(tables.log).values(sequenced_at=sa.select(sa.func.max(times)).scalar_subquery()))
    log.seal()
    swap(log, 2, 3)

    (moved,) = named(log)
    assert moved in (
        "the event sealed at position 2 stands at position 3",
        "the event sealed at position 3 stands at position 2",
    )


def test_changes_in_several_parts_are_all_named(url: str) -> None:
    with AdoptLog(url) as log:
        with log.database.writing() as connection:
            rows = [
                {
                    "originator_id": uuid4(),
                    "originator_version": 1,
                    "topic": "joined.v1",
                    "state": b'{"at":"2026-04-01T00:00:00Z","by":[null,null],"fact":{"on":"2026-04-01"}}',
                }
                for _ in range(2_500)
            ]
            connection.execute(tables.event.insert(), rows)
            names = ("originator_id", "originator_version")
            connection.execute(tables.inbox.insert(), [{name: row[name] for name in names} for row in rows])
        log.seal()
        for position in (1, 1_024, 1_025, 2_500):
            execute(log, sa.update(tables.event).where(event_at(position)).values(topic="left.v1"))

        changed = [line.position for line in log.verify() if line.check == "event"]

        assert changed == [1, 1_024, 1_025, 2_500]


def test_a_part_of_the_seal_that_was_changed_is_told_from_a_changed_event(log: AdoptLog) -> None:
    log.seal()
    execute(log, sa.update(tables.sealed_part).values(hash=bytes(32)))

    assert any("what the database keeps beside them was changed" in line.text for line in log.verify())


def test_without_fingerprints_a_checkpoint_still_says_behind_which_position(log: AdoptLog) -> None:
    log.seal()
    record(log, EVENTS, 2)
    log.seal()
    execute(log, sa.delete(tables.sealed_part))
    execute(log, sa.update(tables.event).where(event_at(EVENTS + 1)).values(topic="left.v1"))

    (line,) = [line for line in log.verify() if line.check == "checkpoint" and line.result == "unsound"]

    assert f"what differs is behind {EVENTS}" in line.text


def test_nothing_is_sealed_over_changed_events(log: AdoptLog) -> None:
    log.seal()
    execute(log, sa.update(tables.event).where(event_at(1)).values(topic="left.v1"))

    with pytest.raises(Refused, match="not those that were sealed"):
        log.seal()


def forge(log: AdoptLog) -> None:
    """An administrator with database and key changes history, wipes the seals and seals again."""
    execute(log, sa.update(tables.event).where(event_at(1)).values(topic="left.v1"))
    execute(log, sa.delete(tables.sealed_part))
    execute(log, sa.delete(tables.seal))
    log.seal()


def test_who_holds_database_and_key_can_seal_again_and_only_a_kept_checkpoint_shows_it(
    log: AdoptLog, key: str, tmp_path: Path
) -> None:
    kept = tmp_path / "checkpoint"
    kept.write_text(log.seal().text, encoding="utf-8")

    forge(log)

    assert findings(log.verify()) == [], "the positive control: nothing in the database gives it away"
    assert findings(log.verify(checkpoints=[kept])) == [("checkpoint", None)]


def test_who_holds_the_database_only_cannot_sign(log: AdoptLog, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    log.seal()
    monkeypatch.delenv(keys.VARIABLE)
    forge(log)
    monkeypatch.setenv(keys.VARIABLE, key)

    assert findings(log.verify()) == [("signature", None)]


def test_a_seal_by_a_strangers_key_is_found(log: AdoptLog, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    log.seal()
    monkeypatch.setenv(keys.VARIABLE, keys.new_key())
    forge(log)
    monkeypatch.setenv(keys.VARIABLE, key)

    assert findings(log.verify()) == [("signature", None)]


def test_openssl_confirms_the_signature(log: AdoptLog, key: str, tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    assert openssl is not None, "this test needs openssl"
    made = note.read(log.seal().text)
    public = keys.signing_key().public_key()  # type: ignore[union-attr]
    (tmp_path / "body").write_text(made.body, encoding="utf-8")
    (tmp_path / "signature").write_bytes(made.signatures[0].value)
    (tmp_path / "key.pem").write_bytes(public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))

    def confirmed() -> bool:
        command = [openssl, "pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-rawin", "-in", "body"]
        return not subprocess.run([*command, "-sigfile", "signature"], cwd=tmp_path, capture_output=True).returncode

    assert confirmed()
    (tmp_path / "body").write_text(made.body.replace(f"\n{EVENTS}\n", f"\n{EVENTS + 1}\n"), encoding="utf-8")
    assert not confirmed()


# Receipts


@pytest.fixture
def acknowledged(log: AdoptLog) -> AdoptLog:
    log.record(None, GuidelinePublished(guideline="ai-use", version="1.0", on=ON), source=("intranet", "0"))
    for person in ("e-1", "e-2"):
        fact = GuidelineAcknowledged(guideline="ai-use", version="1.0", on=date(2026, 4, 3))
        log.record(person, fact, source=("intranet", person))
    return log


def test_a_receipt_proves_one_acknowledgement_without_the_database(acknowledged: AdoptLog, key: str) -> None:
    acknowledged.seal()
    receipt = acknowledged.receipt("e-1")

    proved = verify_receipt(receipt.text)

    assert proved.vouched_by == "signature"
    assert proved.fact == GuidelineAcknowledged(guideline="ai-use", version="1.0", on=date(2026, 4, 3))
    assert (str(proved.event.stream), proved.position) == (receipt.person_id, EVENTS + 2)
    assert "e-1" not in receipt.text


def test_a_receipt_rests_on_the_checkpoint_the_auditor_kept(acknowledged: AdoptLog) -> None:
    kept = acknowledged.seal().text
    record(acknowledged, EVENTS, 5)
    later = acknowledged.seal().text

    receipt = acknowledged.receipt("e-2", guideline="ai-use", version="1.0", checkpoint=kept)

    assert verify_receipt(receipt.text, checkpoints=[kept]).vouched_by == "checkpoint"
    assert verify_receipt(receipt.text, checkpoints=[later]).vouched_by is None
    assert verify_receipt(receipt.text).vouched_by is None, "nobody vouches for an unsigned checkpoint"


@pytest.mark.parametrize(
    ("what", "by"), [("index 9", "index 8"), (f"\n{EVENTS + 3}\n", f"\n{EVENTS + 4}\n")], ids=["place", "size"]
)
def test_a_changed_receipt_proves_nothing(acknowledged: AdoptLog, key: str, what: str, by: str) -> None:
    acknowledged.seal()
    text = acknowledged.receipt("e-1").text
    assert what in text

    with pytest.raises(Refused):
        verify_receipt(text.replace(what, by))


def test_a_forged_tree_with_the_right_name_proves_nothing(acknowledged: AdoptLog, key: str) -> None:
    acknowledged.seal()
    made = note.read(acknowledged.seal().text)
    forged = note.signed(made, Ed25519PrivateKey.generate())
    text = acknowledged.receipt("e-1").text.replace(made.text, forged.text)

    assert verify_receipt(text).vouched_by is None


def test_an_acknowledgement_that_is_not_there_or_not_sealed_has_no_receipt(acknowledged: AdoptLog) -> None:
    with pytest.raises(NotYet, match="adoptlog seal"):
        acknowledged.receipt("e-1")
    with pytest.raises(NotFound, match="has not acknowledged"):
        acknowledged.receipt("e-0")
    with pytest.raises(NotFound, match=r"ai-use 2\.0"):
        acknowledged.receipt("e-1", version="2.0", guideline="ai-use")


# Time stamps


@pytest.fixture
def authority(tmp_path: Path) -> Iterator[tuple[str, bytes]]:
    """A time stamping authority by openssl, as an HTTP server: its address and its root certificate."""
    from authority import TimeStampingAuthority

    with TimeStampingAuthority(tmp_path) as authority:
        yield authority.url, authority.root


def test_a_time_stamp_says_when_the_checkpoint_existed(log: AdoptLog, authority: tuple[str, bytes]) -> None:
    address, root = authority
    made = log.seal(time_stamps_of=address)

    said = {line.check: line for line in log.verify(tsa_roots=[root])}
    assert said["time stamp"].result == "ok"
    assert f"existed at {datetime.now(UTC):%Y-%m-%dT%H}" in said["time stamp"].text
    assert made.time_stamp is not None

    assert {line.check: line.result for line in log.verify()}["time stamp"] == "note", "unchecked without a root"


def test_a_time_stamp_of_something_else_is_found(log: AdoptLog, authority: tuple[str, bytes]) -> None:
    address, root = authority
    log.seal(time_stamps_of=address)
    record(log, EVENTS, 1)
    log.seal()
    stamp = sa.select(tables.seal.c.time_stamp).where(tables.seal.c.id == 1).scalar_subquery()
    execute(log, sa.update(tables.seal).where(tables.seal.c.id == 2).values(time_stamp=stamp))

    assert findings(log.verify(tsa_roots=[root])) == [("time stamp", None)]


def test_an_authority_out_of_reach_seals_nothing(log: AdoptLog) -> None:
    with pytest.raises(Unusable, match="nothing was sealed"):
        log.seal(time_stamps_of="http://127.0.0.1:9/tsa")

    assert log.seals() == []


def test_a_log_with_licences_only_can_be_sealed(url: str) -> None:
    with AdoptLog(url) as log:
        assert log.seal().size == 0
        log.record("e-1", LicenceGranted(on=ON))
        assert log.seal().size == 1
        assert findings(log.verify()) == []


def test_a_private_key_shows_in_no_message(log: AdoptLog, monkeypatch: pytest.MonkeyPatch) -> None:
    secret = "c2VjcmV0" * 6
    monkeypatch.setenv(keys.VARIABLE, secret)

    with pytest.raises(Unusable) as said:
        log.seal()

    assert secret not in str(said.value)
    assert os.environ[keys.VARIABLE] == secret
