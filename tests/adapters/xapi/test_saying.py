"""Statements out: each said under an id and a time that come from what it is about."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from adapters.xapi.lrs import StandIn, standing_in
from adapters.xapi.test_lrs import RULES, TODAY, made

from adoptlog import AdoptLog, CheckInHeld, GuidelineAcknowledged, Joined, ToolUsed
from adoptlog.errors import Unusable
from adoptlog.testing.faults import impatient
from adoptlog_adapters.xapi import XapiAdapter
from adoptlog_adapters.xapi.actors import actor, external_id
from adoptlog_adapters.xapi.saying import BASE

DAY = timedelta(days=1)
HR = "https://hr.example"


@pytest.fixture
def log() -> Iterator[AdoptLog]:
    with impatient(), AdoptLog("sqlite://") as log:
        yield log


@pytest.fixture
def lrs() -> StandIn:
    return StandIn(page=100)


@pytest.fixture
def url(lrs: StandIn) -> Iterator[str]:
    with standing_in(lrs) as url:
        yield url


def telling(url: str, **options: Any) -> XapiAdapter:
    return made(url, **{"employee_numbers_at": HR} | options)


def said(lrs: StandIn) -> list[tuple[str, str]]:
    return [(one["verb"]["id"].rpartition("/")[2], one["object"]["id"].removeprefix(BASE)) for one in lrs.stored]


def test_a_check_in_and_an_acknowledgement(log: AdoptLog, lrs: StandIn, url: str) -> None:
    log.record("e-1", CheckInHeld(kind="chat", on=TODAY, note="is afraid of it", self_reported_days=2))
    log.record(None, RULES)
    log.record("e-1", GuidelineAcknowledged(guideline="rules", version="1", on=TODAY))

    log.push(telling(url, send=("check-ins", "acknowledgements")))

    assert said(lrs) == [("attended", "/check-ins/chat"), ("acknowledge", "/guidelines/rules/1")]
    check_in = lrs.stored[0]
    assert check_in["actor"] == {"objectType": "Agent", "account": {"homePage": HR, "name": "e-1"}}
    assert check_in["timestamp"] == "2026-06-03T12:00:00.000Z"
    assert "result" not in check_in
    assert "afraid" not in str(check_in)


def test_sent_twice_it_is_one(log: AdoptLog, lrs: StandIn, url: str) -> None:
    log.record("e-1", CheckInHeld(kind="chat", on=TODAY))
    log.push(telling(url))
    assert log.push(telling(url)).sent == 0
    assert log.push(telling(url), full=True).sent == 1
    assert len(lrs.stored) == 1


def test_an_lrs_that_answers_409_to_what_it_has(log: AdoptLog, lrs: StandIn, url: str) -> None:
    log.record("e-1", CheckInHeld(kind="chat", on=TODAY))
    log.push(telling(url))
    lrs.stored[0]["authority"] = {"mbox": "mailto:lrs@example.com"}
    assert log.push(telling(url), full=True).sent == 1

    lrs.stored[0]["timestamp"] = "2026-06-04T12:00:00Z"
    with pytest.raises(Unusable, match="another statement under the id"):
        log.push(telling(url), full=True)


def test_what_is_taken_back_is_voided(log: AdoptLog, lrs: StandIn, url: str) -> None:
    log.record("e-1", CheckInHeld(kind="chat", on=TODAY))
    log.record("e-1", Joined(on=TODAY))
    log.push(telling(url))
    for one in (1, 2):
        log.retract_import(one)
    log.push(telling(url))

    assert [verb for verb, _ in said(lrs)] == ["attended", "voided"]
    assert lrs.voided == {lrs.stored[0]["id"]}
    assert log.push(telling(url), full=True).sent == 2
    assert len(lrs.stored) == 2


def test_a_correction_replaces_what_was_said(log: AdoptLog, lrs: StandIn, url: str) -> None:
    wrong = log.record("e-1", CheckInHeld(kind="chat", on=TODAY))
    log.push(telling(url))
    log.correct(wrong[0] if isinstance(wrong, list) else wrong, CheckInHeld(kind="meeting", on=TODAY))
    log.push(telling(url))

    assert sorted(verb for verb, _ in said(lrs)) == ["attended", "attended", "voided"]
    assert lrs.voided == {lrs.stored[0]["id"]}


def use(log: AdoptLog, *days: date) -> None:
    for day in days:
        log.record("e-1", ToolUsed(tool="chatgpt", on=day))


def states(lrs: StandIn) -> list[str]:
    return [f"{one['result']['extensions'][f'{BASE}/state']} {one['timestamp'][:10]}" for one in lrs.stored]


def test_a_status_is_told_when_it_has_changed(log: AdoptLog, lrs: StandIn, url: str) -> None:
    monday = date(2026, 5, 4)
    use(log, monday)
    assert log.push(telling(url, today=monday)).sent == 1
    assert log.push(telling(url, today=monday + DAY)).sent == 0

    use(log, *(monday + n * DAY for week in range(4) for n in range(7 * week, 7 * week + 5)))
    log.push(telling(url, today=monday + 25 * DAY))

    assert states(lrs)[0] == "trying 2026-05-04"
    assert states(lrs)[-1].startswith("forming")
    assert len(lrs.stored) == 2
    assert lrs.stored[0]["object"]["id"] == f"{BASE}/programs/default"
    assert log.push(telling(url, today=monday + 25 * DAY)).sent == 0


def test_what_is_learnt_late_about_the_past_is_told(log: AdoptLog, lrs: StandIn, url: str) -> None:
    monday = date(2026, 5, 4)
    use(log, monday + 2 * DAY)
    log.push(telling(url, today=monday + 3 * DAY))
    use(log, monday)
    log.push(telling(url, today=monday + 3 * DAY))

    assert states(lrs) == ["trying 2026-05-06", "trying 2026-05-04"]


def test_only_what_is_asked_for_is_sent(log: AdoptLog, lrs: StandIn, url: str) -> None:
    use(log, TODAY)
    log.record("e-1", CheckInHeld(kind="chat", on=TODAY))
    assert log.push(telling(url, send="acknowledgements")).sent == 0
    assert log.push(telling(url, send="check-ins")).sent == 1


def test_who_cannot_be_named_is_not_told_of(log: AdoptLog, lrs: StandIn, url: str) -> None:
    log.record("e-1", CheckInHeld(kind="chat", on=TODAY))
    adapter = made(url)
    assert log.push(adapter).sent == 0
    assert "1 left out" in adapter.notes[0]


@pytest.mark.parametrize(
    ("ids", "known_as"),
    [
        (("e-1", "sato@example.co.jp"), "e-1"),
        (("sato@example.co.jp",), "sato@example.co.jp"),
        (("lms.example/moodle:U-17", "sato@example.co.jp"), "lms.example/moodle:U-17"),
        (("scim:abc",), None),
    ],
)
def test_an_actor_is_understood_as_the_same_person(ids: tuple[str, ...], known_as: str | None) -> None:
    who = actor(ids, (HR,))
    assert (external_id(who, (HR,)) if who else None) == known_as
