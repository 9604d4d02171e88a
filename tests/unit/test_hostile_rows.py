"""A tampered database runs no code: a hostile row is an error that names it, whatever is asked."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
import sqlalchemy as sa

from adoptlog import AdoptLog, LicenceGranted, ToolUsed, UnknownEvent
from adoptlog.store import tables

AS_OF = date(2026, 6, 30)
HOSTILE: dict[str, dict[str, Any]] = {
    "a path to import": {"topic": "os:system"},
    "a class to build": {"topic": "builtins.eval"},
    "a pickle": {"state": b"cos\nsystem\n(S'touch /tmp/adoptlog-was-here'\ntR."},
    "no JSON": {"state": b"\xff\x00"},
    "nothing": {"state": b""},
    "nested too deep": {"state": b"[" * 100_000},
    "other fields": {"state": b'{"at": 1}'},
    "text that is none": {"state": b'{"at":"2026-04-01T00:00:00Z","by":["\xff",null],"fact":{"on":"2026-04-01"}}'},
    "a date that is none": {"state": b'{"at":"2026-04-01T00:00:00Z","by":[null,null],"fact":{"on":"2026-13-01"}}'},
}
ASK: dict[str, Callable[[AdoptLog], Any]] = {
    "status": lambda log: log.status(as_of=AS_OF),
    "replay": lambda log: log.replay(as_of=AS_OF),
    "explain": lambda log: log.explain("e-1", as_of=AS_OF),
    "follow-ups": lambda log: log.follow_ups(as_of=AS_OF),
    "rebuild": lambda log: log.rebuild(),
    "record": lambda log: log.record("e-1", LicenceGranted(on=AS_OF, tool="other"), source=("hr", "2")),
}


def tamper(log: AdoptLog, position: int, values: dict[str, Any]) -> str:
    """Change an event behind adoptlog's back, and have the read model filled anew: the stream it is in."""
    with log.database.writing() as connection:
        id_ = sa.select(tables.log.c.event_id).where(tables.log.c.position == position).scalar_subquery()
        connection.execute(sa.update(tables.event).where(tables.event.c.id == id_).values(**values))
        connection.execute(sa.delete(log.application.projector.tables.tracking))
        return str(connection.scalar(sa.select(tables.event.c.originator_id).where(tables.event.c.id == id_)))


@pytest.mark.parametrize("question", ASK)
@pytest.mark.parametrize("hostile", HOSTILE)
def test_the_error_names_the_row(hostile: str, question: str) -> None:
    with AdoptLog("sqlite://") as log:
        log.record("e-1", LicenceGranted(on=date(2026, 4, 1)), source=("hr", "1"))
        stream = tamper(log, 1, HOSTILE[hostile])

        with pytest.raises(UnknownEvent, match=f"event 1 of {stream}"):
            ASK[question](log)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_verify_goes_on_and_names_the_row(url: str, hostile: str) -> None:
    with AdoptLog(url) as log:
        for person in ("e-1", "e-2"):
            log.record(person, LicenceGranted(on=date(2026, 4, 1)), source=("hr", person))
        stream = tamper(log, 1, HOSTILE[hostile])

        (line,) = [line for line in log.verify() if line.result == "unsound"]

        assert (line.position, line.originator_id, line.originator_version) == (1, stream, 1)


@pytest.mark.parametrize("question", ["status", "replay", "rebuild"])
@pytest.mark.parametrize(
    ("people", "counts"),
    [(b"\x01", b"\x01"), (b"\x01\x00\x02\x00", b"\x01\x01\x01\x01\x01\x01"), (b"\xff\xff", b"\x01"), (b"", b"\x01")],
    ids=["half a number", "three bytes each", "nobody's number", "counts of nobody"],
)
def test_a_report_of_use_that_does_not_fit_names_the_row(question: str, people: bytes, counts: bytes) -> None:
    from adoptlog.domain.facts import UsageReported
    from adoptlog.store.codec import _encode

    with AdoptLog("sqlite://") as log:
        log.record("e-1", ToolUsed(tool="gemini", on=date(2026, 4, 1)), source=("feed", "1"))
        fact = UsageReported(tool="gemini", on=date(2026, 4, 1), block=0, people=people, counts=counts)
        state = _encode({"at": "2026-04-01T00:00:00Z", "by": (None, None), "fact": fact})
        stream = tamper(log, 1, {"state": state})

        with pytest.raises(UnknownEvent, match=f"event 1 of {stream}.*belong together"):
            ASK[question](log)


def test_an_id_that_is_none_is_told_and_named_by_verify() -> None:
    with AdoptLog("sqlite://") as log:
        log.record("e-1", LicenceGranted(on=date(2026, 4, 1)), source=("hr", "1"))
        with log.database.writing() as connection:
            connection.exec_driver_sql("UPDATE adoptlog_event SET originator_id = 'os.system'")

        with pytest.raises(UnknownEvent, match="adoptlog verify"):
            log.replay(as_of=AS_OF)
        assert [line.position for line in log.verify() if line.result == "unsound"] == [1]
