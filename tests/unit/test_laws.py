"""What must hold whatever the facts are: their order, their repetition and the way they are read do not matter."""

import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from adoptlog import (
    ActivityReported,
    AdoptLog,
    CheckInHeld,
    ClosureDeclared,
    Enrolled,
    Exempted,
    GuidelineAcknowledged,
    GuidelinePublished,
    HabitStatus,
    Joined,
    LastActivityReported,
    LeaveTaken,
    Left,
    LicenceGranted,
    ProgramDefined,
    ToolUsed,
    TrainingCompleted,
    Unenrolled,
    UsageCovered,
    WorkCalendarSet,
)

NOW = datetime(2026, 12, 31, 12, tzinfo=UTC)
FIRST = date(2026, 4, 1)
PEOPLE = ("e-1", "e-2", "e-3")
TOOLS = ("gemini", "copilot")

laws = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


class Sourced(NamedTuple):
    """A fact with the record of the source that said so."""

    person: str | None
    fact: Any
    source: tuple[str, str]


days = st.integers(0, 100).map(lambda n: FIRST + timedelta(days=n))
people = st.sampled_from(PEOPLE)
tools = st.sampled_from(TOOLS)


def spans(kind: Any, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    lengths = st.integers(0, 40)
    return st.builds(
        lambda first, length, rest: kind(starts_on=first, ends_on=first + timedelta(days=length), **rest),
        days,
        lengths,
        st.fixed_dictionaries(fields),
    )


use = st.builds(
    ToolUsed,
    tool=tools,
    on=days,
    count=st.integers(0, 300),
    use_cases=st.sampled_from([(), ("report",), ("chat",), ("report", "chat")]),
    evidence=st.sampled_from(["log", "observed"]),
    in_training=st.booleans(),
)
about_people = st.one_of(
    use,
    use,
    use,
    st.builds(LicenceGranted, on=days, tool=st.sampled_from([None, *TOOLS])),
    st.builds(Joined, on=days),
    st.builds(Left, on=days),
    st.builds(TrainingCompleted, on=days, course=st.sampled_from(["a", "b"])),
    st.builds(
        CheckInHeld,
        on=days,
        kind=st.sampled_from(["meeting", "chat"]),
        self_reported_days=st.sampled_from([None, 0, 2.5, 5]),
    ),
    st.builds(GuidelineAcknowledged, guideline=st.just("ai"), version=st.sampled_from(["1", "2"]), on=days),
    st.builds(LastActivityReported, tool=tools, on=days, last_active_on=st.none()),
    st.builds(Enrolled, program=st.just("genai"), starts_on=days),
    st.builds(Unenrolled, program=st.just("genai"), on=days),
    st.builds(WorkCalendarSet, on=days, workdays=st.sampled_from([(0, 1, 2, 3, 4), (0, 2), (0, 1, 2, 3, 4, 5, 6)])),
    spans(LeaveTaken),
    spans(Exempted),
    spans(ActivityReported, tool=tools, active_days=st.just(1)),
)
about_the_company = st.one_of(
    spans(UsageCovered, tool=tools),
    spans(UsageCovered, tool=tools),
    st.builds(ClosureDeclared, on=days),
    st.just(
        ProgramDefined(program="genai", tools=("gemini",), core_use_cases=("report",), target_days=2.0, starts_on=FIRST)
    ),
    st.sampled_from(
        [
            GuidelinePublished(guideline="ai", version="1", on=date(2026, 4, 10)),
            GuidelinePublished(guideline="ai", version="2", on=date(2026, 5, 10)),
        ]
    ),
    st.builds(ProgramDefined, program=st.just("copilots"), tools=st.just(("copilot",))),
)
observations = st.one_of(
    st.tuples(people, about_people), st.tuples(people, about_people), st.tuples(st.none(), about_the_company)
)
histories = st.lists(observations, max_size=25).map(
    lambda told: [Sourced(person, fact, ("feed", str(n))) for n, (person, fact) in enumerate(told)]
)
moments = st.sampled_from([date(2026, 4, 20), date(2026, 6, 5), date(2026, 9, 30)])


@contextmanager
def log_of(told: Sequence[Sourced]) -> Iterator[AdoptLog]:
    with AdoptLog("sqlite://", now=lambda: NOW) as log:
        record(log, told)
        yield log


def record(log: AdoptLog, told: Sequence[Sourced]) -> None:
    for person, fact, source in told:
        log.record(person, fact, source=source)


def status(log: AdoptLog, as_of: date) -> list[HabitStatus]:
    """Everybody's status, in an order that does not tell who was heard of first."""
    return sorted(log.status(as_of=as_of), key=lambda row: (row.person, row.program))


def instant() -> datetime:
    """A time after everything recorded so far and before everything recorded next."""
    time.sleep(0.001)
    now = datetime.now(UTC)
    time.sleep(0.001)
    return now


@laws
@given(told=histories, as_of=moments, seed=st.integers())
def test_any_order_gives_the_same_status(told: list[Sourced], as_of: date, seed: int) -> None:
    shuffled = random.Random(seed).sample(told, len(told))

    with log_of(told) as log, log_of(shuffled) as other:
        assert status(other, as_of) == status(log, as_of)


@laws
@given(told=histories, as_of=moments, seed=st.integers())
def test_any_duplication_gives_the_same_status(told: list[Sourced], as_of: date, seed: int) -> None:
    chance = random.Random(seed)
    repeated = [*told, *(fact for fact in told if chance.random() < 0.5)]
    chance.shuffle(repeated)

    with log_of(told) as log, log_of(repeated) as other:
        assert status(other, as_of) == status(log, as_of)


@laws
@given(told=histories, as_of=moments)
def test_replay_equals_the_status(told: list[Sourced], as_of: date) -> None:
    with log_of(told) as log:
        assert log.replay(as_of=as_of) == log.status(as_of=as_of)


@laws
@given(told=histories, as_of=moments)
def test_asking_after_every_fact_changes_no_answer(told: list[Sourced], as_of: date) -> None:
    with log_of([]) as asked, log_of(told) as log:
        for fact in told:
            record(asked, [fact])
            asked.status(as_of=as_of)

        assert asked.status(as_of=as_of) == log.status(as_of=as_of)


@laws
@given(told=histories, as_of=moments)
def test_one_person_alone_has_the_row_they_have_among_all(told: list[Sourced], as_of: date) -> None:
    with log_of(told) as log:
        known = sorted(person["person"] for person in log.people())

        alone = [row for person in known for row in log.status(as_of=as_of, person=person)]

        assert sorted(alone, key=lambda row: (row.person, row.program)) == status(log, as_of)


@laws
@given(told=histories, as_of=moments)
def test_rebuilding_changes_no_status(told: list[Sourced], as_of: date) -> None:
    with log_of(told) as log:
        before = log.status(as_of=as_of)

        log.rebuild()

        assert log.status(as_of=as_of) == before


@laws
@given(earlier=histories, later=histories, as_of=moments)
def test_known_at_ignores_what_was_recorded_later(earlier: list[Sourced], later: list[Sourced], as_of: date) -> None:
    news = [Sourced(person, fact, ("news", source[1])) for person, fact, source in later]

    with log_of(earlier) as log:
        then = log.status(as_of=as_of)
        moment = instant()
        record(log, news)
        record(log, [Sourced("newcomer", LicenceGranted(on=FIRST), ("news", "newcomer"))])

        assert log.status(as_of=as_of, known_at=moment) == then
        assert log.status(as_of=as_of, known_at=instant()) == log.status(as_of=as_of)
        assert log.status(as_of=as_of, known_at=moment, person="newcomer") == []


@laws
@given(told=histories, as_of=moments, seed=st.integers())
def test_a_retracted_import_was_never_imported(told: list[Sourced], as_of: date, seed: int) -> None:
    chance = random.Random(seed)
    wrong = {fact.source for fact in told if chance.random() < 0.4}
    everybody = [Sourced(person, LicenceGranted(on=FIRST), ("hr", person)) for person in PEOPLE]

    with log_of(everybody) as log, log_of(everybody) as never:
        for fact in told:
            event = log.record(fact.person, fact.fact, source=fact.source)
            if event is not None and fact.source in wrong:
                log.retract_import(log.imports()[-1]["id"])
        record(never, [fact for fact in told if fact.source not in wrong])

        assert status(log, as_of) == status(never, as_of)
        assert log.replay(as_of=as_of) == log.status(as_of=as_of)
