"""Who may see what, and who looked."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest

from adoptlog import (
    AdoptLog,
    ChampionAppointed,
    FollowUpNotified,
    LicenceGranted,
    Moved,
    NotAllowed,
    NotFound,
    OwnerAppointed,
    TrainingCompleted,
    UsageCovered,
    Viewer,
    read_policy,
)
from adoptlog.privacy.viewer import OF_A_REPORT

NOW = datetime(2026, 6, 30, 12, tzinfo=UTC)


@pytest.fixture
def log() -> Iterator[AdoptLog]:
    with company("sqlite://") as log:
        yield log


@contextmanager
def company(url: str) -> Iterator[AdoptLog]:
    """Two departments; m-1 manages e-1 and e-2, m-2 manages e-3, who came to them in April; c-1 is Sales' champion."""
    with AdoptLog(url, now=lambda: NOW, policy=read_policy("[effect]\nsmallest_group = 3")) as log:
        for person, department, manager, since in (
            ("m-1", "Sales", None, date(2026, 1, 5)),
            ("m-2", "Law", None, date(2026, 1, 5)),
            ("e-1", "Sales", "m-1", date(2026, 1, 5)),
            ("e-2", "Sales", "m-1", date(2026, 1, 5)),
            ("e-3", "Sales", "m-1", date(2026, 1, 5)),
            ("e-3", "Law", "m-2", date(2026, 4, 1)),
            ("c-1", "Sales", None, date(2026, 1, 5)),
        ):
            log.record(
                person, Moved(on=since, department=department, manager=manager), source=("hr", f"{person}{since}")
            )
            log.record(person, LicenceGranted(on=date(2026, 1, 5)), source=("hr", f"l{person}"))
        for person in ("e-1", "e-3"):
            log.record(person, TrainingCompleted(course="basics", on=date(2026, 1, 6), topics=("usage",)))
        log.record(None, UsageCovered(tool="gemini", starts_on=date(2026, 1, 5), ends_on=date(2026, 6, 29)))
        log.record(None, ChampionAppointed(person="c-1", starts_on=date(2026, 1, 5), department="Sales"))
        log.record(None, OwnerAppointed(person="o-1", starts_on=date(2026, 1, 5)))
        yield log


def people(rows) -> list[str | None]:
    return sorted({row.person for row in rows}, key=str)


def test_a_learner_sees_themselves(log: AdoptLog) -> None:
    me = Viewer(role="learner", person="e-1")

    assert log.status(viewer=me) == log.status(person="e-1")
    assert people(log.follow_ups(viewer=me)) == ["e-1"]
    assert log.explain("e-1", viewer=me) == log.explain("e-1")
    with pytest.raises(NotAllowed, match="a learner may not see the status of 'e-2'"):
        log.status(person="e-2", viewer=me)
    with pytest.raises(NotAllowed, match="for themselves to read"):
        log.explain("e-2", viewer=me)
    with pytest.raises(NotAllowed):
        log.groups(viewer=me)


def test_a_manager_sees_own_reports_as_of_the_day_and_no_figures(log: AdoptLog) -> None:
    manager = Viewer(role="manager", person="m-1")

    assert people(log.status(viewer=manager)) == ["e-1", "e-2", "m-1"]
    assert people(log.status(viewer=manager, as_of=date(2026, 3, 1))) == ["e-1", "e-2", "e-3", "m-1"]
    (row,) = log.status(viewer=manager, person="e-1")
    told = {name for name in row.__struct_fields__ if getattr(row, name) is not None}
    assert told <= set(OF_A_REPORT)
    assert {"person", "state", "department"} <= told


def test_the_same_is_seen_on_postgresql(postgresql_url: str) -> None:
    with company(postgresql_url) as log:
        assert people(log.status(viewer=Viewer(role="manager", person="m-1"))) == ["e-1", "e-2", "m-1"]

        held = log.export_person("m-1")

        assert [fact["fact"] for fact in held["named_in"]] == ["Moved", "Moved", "Moved"]
        assert [look.viewer for look in log.looks("e-1")] == ["m-1"]
        assert log.retain() == []


def test_a_manager_hears_of_a_follow_up_after_the_person(log: AdoptLog) -> None:
    manager = Viewer(role="manager", person="m-1")
    log.raise_follow_ups()
    assert people(log.follow_ups(viewer=manager)) == ["m-1"]

    told = next(one for one in log.follow_ups() if one.person == "e-1" and one.state == "raised")
    _tell(log, told.id, "e-1")

    seen = [one for one in log.follow_ups(viewer=manager) if one.person != "m-1"]
    assert [one.id for one in seen] == [told.id]


def test_a_champion_sees_the_departments_follow_ups_and_an_owner_the_programs(log: AdoptLog) -> None:
    champion, owner = Viewer(role="champion", person="c-1"), Viewer(role="owner", person="o-1")

    assert people(log.status(viewer=champion)) == ["c-1"]
    assert "e-1" in people(log.follow_ups(viewer=champion))
    assert "e-3" not in people(log.follow_ups(viewer=champion))
    assert people(log.follow_ups(viewer=owner)) == people(log.follow_ups())
    assert log.status(viewer=Viewer(role="owner", person="o-1")) == log.status(person="o-1")
    assert log.follow_ups(viewer=Viewer(role="champion", person="m-2"), rule="never-started") == []


def test_an_auditor_sees_groups_and_programs_and_nobody(log: AdoptLog) -> None:
    auditor = Viewer(role="auditor", person="a-1")
    log.record("a-1", LicenceGranted(on=date(2026, 6, 1)))

    assert log.status(viewer=auditor) == []
    assert people(log.follow_ups(viewer=auditor)) in ([], [None])
    with pytest.raises(NotAllowed):
        log.explain("a-1", viewer=auditor)
    assert [(group.department, group.people) for group in log.groups(viewer=auditor)] == [(None, 8), ("Sales", 4)]


def test_small_groups_are_not_shown_also_not_by_subtraction(log: AdoptLog) -> None:
    owner = Viewer(role="owner", person="o-1")

    shown = log.groups(viewer=owner)

    whole = next(group for group in shown if group.department is None)
    departments = [group for group in shown if group.department is not None]
    assert all(group.people >= 3 for group in shown)
    rest = whole.people - sum(group.people for group in departments)
    assert rest == 0 or rest >= 3


def test_who_looked_is_written_down_and_goes_with_the_person(log: AdoptLog) -> None:
    log.status(viewer=Viewer(role="manager", person="m-1"))
    log.follow_ups(viewer=Viewer(role="champion", person="c-1"))
    log.status(viewer=Viewer(role="learner", person="e-1"))

    looks = [(look.viewer, look.role, look.question, look.at) for look in log.looks("e-1")]
    assert looks == [("m-1", "manager", "status", NOW), ("c-1", "champion", "follow_ups", NOW)]
    assert log.export_person("e-1")["looks"][0]["viewer"] == "m-1"

    log.merge("m-2", "m-1")
    assert [look.viewer for look in log.looks("e-1")] == ["m-1", "c-1"]

    assert log.forget("e-1").removed["looks"] == 2
    assert [look.viewer for look in log.looks("e-2")] == ["m-1", "c-1"]


def test_a_viewer_has_to_be_known(log: AdoptLog) -> None:
    with pytest.raises(NotFound, match="nobody is known as 'x'"):
        log.status(viewer=Viewer(role="manager", person="x"))


def test_rows_come_in_the_order_of_the_directory(log: AdoptLog) -> None:
    everybody = [row.person for row in log.status()]

    seen = [row.person for row in log.status(viewer=Viewer(role="manager", person="m-1"))]

    assert everybody == [row["person"] for row in log.people()]
    assert seen == [person for person in everybody if person in seen]


def _tell(log: AdoptLog, follow_up: str, person: str) -> None:
    """As a letter that went out is recorded."""
    desk = log._desk(NOW.date())
    item = next(item for item in desk.items if str(item.id) == follow_up)
    log._record_facts([(item, FollowUpNotified(to=str(item.person), on=NOW.date()))], "notify")
