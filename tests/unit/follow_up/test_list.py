"""The work list of one case, who acts, and what is raised: without a log, on hand-made rules."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import attrs
import pytest
from unit.follow_up.cases import EVERY_DAY, TODAY, learner, on, participant, program

from adoptlog.domain import facts as f
from adoptlog.domain.facts.follow_ups import OwnerRole
from adoptlog.domain.identifiers import follow_up_id
from adoptlog.follow_up.case import Learner, Leave, Participant, ProgramCase
from adoptlog.follow_up.due import Due
from adoptlog.follow_up.life import Life, State
from adoptlog.follow_up.owners import acting, escalated, owner_of
from adoptlog.follow_up.policy import FollowUpPolicy
from adoptlog.follow_up.raising import decisions
from adoptlog.follow_up.rule import AnyRule, Limits, Rule
from adoptlog.follow_up.work_days import WorkDays
from adoptlog.follow_up.work_list import AGAIN, Case, Item, about, in_order, items
from adoptlog.habit import State as HabitState

POLICY = FollowUpPolicy()
E_1 = learner()
MONDAY = on(5, 25)


def rule(name: str = "r", finds: tuple[Due, ...] = (), about: Any = Learner, **fields: Any) -> AnyRule:
    said: dict[str, Any] = {"owner_role": "champion", "channel": "chat", "priority": 2} | fields
    return Rule(name=name, about=about, limits=Limits, find=lambda case, limits: finds, **said)


def due(trigger: str = "x", day: date = MONDAY, **fields: Any) -> Due:
    return Due(trigger=trigger, on=day, **fields)


def life(
    trigger: str = "x",
    state: State = "raised",
    closed_on: date | None = None,
    told: tuple[tuple[str, date], ...] = (),
    **fields: Any,
) -> tuple[UUID, Life]:
    said: dict[str, Any] = {
        "rule": "r", "person": "e-1", "program": None, "priority": 2, "owner_role": "champion", "channel": "chat",
        "on": MONDAY, "due_on": MONDAY,
    } | fields  # fmt: skip
    raised = f.FollowUpRaised(trigger=trigger, policy="default", because={"was": 1}, reason="why", **said)
    notified = tuple(f.FollowUpNotified(to=to, on=day) for to, day in told)
    id_ = follow_up_id(raised.rule, raised.program or "", raised.person or "", trigger)
    return id_, Life(raised=raised, state=state, closed_on=closed_on, notified=notified)


def listed(case: Case, *rules: AnyRule, lives: tuple[tuple[UUID, Life], ...] = (), **limits: Any) -> list[Item]:
    return list(items(case, [(one, Limits(**limits)) for one in rules], POLICY, dict(lives)))


def test_what_is_found_and_not_raised_is_due() -> None:
    found = due(because={"since": MONDAY}, reason="why", due_on=on(5, 28), owner_role="owner")

    (item,) = listed(E_1, rule(finds=(found,)))

    assert attrs.asdict(item, recurse=False) == {
        "id": follow_up_id("r", "", "e-1", "x"),
        "rule": "r", "person": "e-1", "program": None, "trigger": "x", "state": "due", "priority": 2,
        "owner_role": "owner", "channel": "chat", "on": MONDAY, "due_on": on(5, 28),
        "because": {"since": "2026-05-25"}, "reason": "why", "case": E_1, "life": None, "again_on": None,
    }  # fmt: skip
    assert item.open


def test_it_is_due_on_the_day_it_is_found_unless_the_rule_says_another() -> None:
    (item,) = listed(E_1, rule(finds=(due(day=TODAY),)))

    assert (item.on, item.due_on, item.owner_role, item.reason) == (TODAY, TODAY, "champion", "")
    assert (due().due_on, due().owner_role, dict(due().because), due().reason) == (None, None, {}, "")


def test_what_is_found_for_tomorrow_is_not_due_yet() -> None:
    assert listed(E_1, rule(finds=(due(day=TODAY + timedelta(days=1)),))) == []


def test_a_rule_that_is_off_finds_nothing() -> None:
    assert listed(E_1, rule(finds=(due(),)), enabled=False) == []


def test_a_rule_looks_at_its_own_kind_of_case() -> None:
    of_people, of_program = rule(finds=(due(),)), rule("s", finds=(due(),), about=ProgramCase)
    both = rule("t", about=Participant, of_program=lambda case, limits: [due("whole")])

    assert [one.rule for one in listed(E_1, of_program, of_people, both)] == ["r"]
    assert [(one.rule, one.trigger) for one in listed(program(), of_people, of_program, both)] == [
        ("s", "x"),
        ("t", "whole"),
    ]


def test_a_case_is_about_a_person_a_program_or_both() -> None:
    assert about(E_1) == ("e-1", None)
    assert about(participant()) == ("e-1", "genai")
    assert about(program()) == (None, "genai")


def test_what_was_raised_keeps_its_days_and_says_what_is_found_now() -> None:
    raised = life(on=on(5, 1), due_on=on(5, 2))

    (item,) = listed(E_1, rule(finds=(due(because={"now": 2}),)), lives=(raised,))

    assert (item.id, item.state, item.on, item.due_on) == (raised[0], "raised", on(5, 1), on(5, 2))
    assert (item.because, item.life, item.again_on) == ({"now": 2}, raised[1], None)


def test_what_is_not_found_any_more_has_resolved_itself() -> None:
    raised = life(on=on(5, 1), due_on=on(5, 2))

    (item,) = listed(E_1, rule(), lives=(raised,))

    assert attrs.asdict(item, recurse=False) == {
        "id": raised[0],
        "rule": "r", "person": "e-1", "program": None, "trigger": "x", "state": "resolved", "priority": 2,
        "owner_role": "champion", "channel": "chat", "on": on(5, 1), "due_on": on(5, 2),
        "because": {"was": 1}, "reason": "why", "case": E_1, "life": raised[1], "again_on": None,
    }  # fmt: skip
    assert not item.open


def test_what_a_rule_lets_stand_stands() -> None:
    def always(case: Any, limits: Any, trigger: str, found: Any) -> bool:
        assert trigger == "x"
        return True

    (item,) = listed(E_1, rule(stands=always), lives=(life(f"x{AGAIN}2"),))

    assert (item.state, item.because) == ("raised", {"was": 1})


def test_what_was_closed_stays_closed() -> None:
    done = life(state="done", closed_on=on(5, 30))

    (item,) = listed(E_1, rule(stands=lambda *_: True), lives=(done,))

    assert (item.state, item.open) == ("done", False)


def test_what_stands_for_another_reason_is_no_second_follow_up() -> None:
    stays = rule(finds=(due("y"),), stands=lambda *_: True)

    (item,) = listed(E_1, stays, lives=(life("x"),))

    assert (item.trigger, item.state, item.because) == ("x", "raised", {})


def test_what_is_found_itself_is_not_taken_for_another() -> None:
    stays = rule(finds=(due("x"), due("y")), stands=lambda *_: True)

    assert [(one.trigger, one.state) for one in listed(E_1, stays, lives=(life("x"),))] == [
        ("x", "raised"),
        ("y", "due"),
    ]


def test_the_lives_of_another_rule_are_its_own() -> None:
    found = listed(E_1, rule(finds=(due(),)), rule("s"), lives=(life(rule="s"),))

    assert [(one.rule, one.state) for one in found] == [("r", "due"), ("s", "resolved")]


CLOSED = on(5, 18)


@pytest.mark.parametrize(
    ("state", "today", "trigger", "told", "again_on"),
    [
        ("done", CLOSED + timedelta(days=13), "x", "done", CLOSED + timedelta(days=14)),
        ("done", CLOSED + timedelta(days=14), f"x{AGAIN}2", "due", None),
        ("resolved", CLOSED + timedelta(days=13), "x", "resolved", None),
        ("resolved", CLOSED + timedelta(days=14), f"x{AGAIN}2", "due", None),
        ("dismissed", CLOSED + timedelta(days=90), "x", "dismissed", None),
    ],
)
def test_what_was_closed_and_is_needed_is_asked_again_after_a_while(
    state: State, today: date, trigger: str, told: str, again_on: date | None
) -> None:
    item = listed(learner(today=today), rule(finds=(due(),)), lives=(life(state=state, closed_on=CLOSED),))[0]

    assert (item.trigger, item.state, item.again_on) == (trigger, told, again_on)


@pytest.mark.parametrize(("priority", "wait"), [(1, 14), (2, 28)])
def test_the_third_time_is_asked_later_unless_it_is_urgent(priority: int, wait: int) -> None:
    lives = (
        life(state="done", closed_on=on(4, 1)),
        life(f"x{AGAIN}2", state="done", closed_on=CLOSED),
    )

    def asked(today: date) -> Item:
        found = listed(learner(today=today), rule(finds=(due(day=on(3, 1)),), priority=priority), lives=lives)
        return found[0]

    assert asked(CLOSED + timedelta(days=wait - 1)).trigger == f"x{AGAIN}2"
    assert asked(CLOSED + timedelta(days=wait)).trigger == f"x{AGAIN}3"


def test_a_wait_beyond_all_days_ends_with_them() -> None:
    for_ever = FollowUpPolicy(cool_down_days=10**7)
    lives = dict([life(state="done", closed_on=CLOSED)])

    (item,) = items(E_1, [(rule(finds=(due(),)), Limits())], for_ever, lives)

    assert item.again_on == date.max


@pytest.mark.parametrize("wrap", [lambda who: who, lambda who: attrs.evolve(participant(), learner=who)])
@pytest.mark.parametrize(
    ("due_on", "moved"), [(on(5, 3), on(5, 3)), (on(5, 4), on(5, 9)), (on(5, 8), on(5, 9)), (on(5, 9), on(5, 9))]
)
def test_leave_moves_the_day_it_is_due(wrap: Any, due_on: date, moved: date) -> None:
    at_work = WorkDays([d for d in EVERY_DAY.ordinals if not on(5, 3).toordinal() <= d < on(5, 9).toordinal()])
    who = wrap(learner(leaves=(Leave(on(5, 4), on(5, 8), 5),), work_days=at_work))

    (item,) = listed(who, rule(finds=(due(due_on=due_on),), about=type(who)))

    assert item.due_on == moved


def test_a_program_is_never_on_leave() -> None:
    (item,) = listed(program(), rule(finds=(due(due_on=on(5, 3)),), about=ProgramCase))

    assert item.due_on == on(5, 3)


def item(name: str = "r", state: State = "due", **fields: Any) -> Item:
    said: dict[str, Any] = {
        "id": follow_up_id(name, "", "e-1", str(fields)), "rule": name, "person": "e-1", "program": None,
        "trigger": "x", "state": state, "priority": 2, "owner_role": "champion", "channel": "chat", "on": MONDAY,
        "due_on": MONDAY, "because": {}, "reason": "", "case": E_1,
    } | fields  # fmt: skip
    return Item(**said)


def test_the_most_urgent_comes_first_then_what_is_due_first() -> None:
    one = item(priority=1, due_on=on(5, 30))
    two = item("a", due_on=on(5, 2), person="z")
    three = item("b", due_on=on(5, 2), person=None)
    four = item("b", due_on=on(5, 2), person="a", trigger="w")
    five = item("b", due_on=on(5, 2), person="a", trigger="x")
    six = item("a", due_on=on(5, 3))
    ordered = [one, two, three, four, five, six]

    assert (one.life, one.again_on) == (None, None)

    assert list(in_order(reversed(ordered))) == ordered


# Who acts


LINES = {"champion": "c", "manager": "m", "owner": "o"}


@pytest.mark.parametrize(
    ("role", "known", "who"),
    [
        ("learner", LINES, "e-1"),
        ("champion", LINES, "c"),
        ("champion", {"manager": "m", "owner": "o"}, "m"),
        ("champion", {"owner": "o"}, "o"),
        ("champion", {"champion": "e-1", "owner": "o"}, "o"),
        ("champion", {"champion": "e-1"}, "e-1"),
        ("champion", {}, None),
        ("manager", LINES, "m"),
        ("manager", {"champion": "c", "owner": "o"}, "o"),
        ("owner", LINES, "o"),
        ("owner", {"champion": "c", "manager": "m"}, None),
    ],
)
def test_who_acts_is_in_the_role_or_stands_in(role: OwnerRole, known: dict[str, str], who: str | None) -> None:
    assert owner_of(role, learner(**known)) == who


def test_in_a_program_its_champions_come_first_and_its_owner() -> None:
    def who(role: OwnerRole, **fields: Any) -> str | None:
        return owner_of(
            role, attrs.evolve(participant(where=program(**fields)), learner=learner(**LINES, department="d"))
        )

    assert who("champion", champions={"d": "p", "": "all"}) == "p"
    assert who("champion", champions={"other": "p", "": "all"}) == "all"
    assert who("champion") == "c"
    assert who("owner", owner="po") == "po"
    assert who("owner") == "o"
    assert (
        owner_of("champion", attrs.evolve(participant(where=program(champions={"": "all"})), learner=learner()))
        == "all"
    )


def test_a_programs_own_matters_are_its_owners() -> None:
    assert owner_of("champion", program(owner="po", champions={"": "c"})) == "po"
    assert owner_of("owner", None) is None


@pytest.mark.parametrize(
    ("role", "to_manager", "assigned", "expected"),
    [
        ("champion", False, None, ("champion", "c")),
        ("champion", True, None, ("manager", "m")),
        ("learner", True, None, ("manager", "m")),
        ("owner", True, None, ("owner", "o")),
        ("champion", False, "z", ("champion", "z")),
        ("champion", True, "z", ("manager", "z")),
    ],
)
def test_who_took_it_over_acts_in_the_role(
    role: OwnerRole, to_manager: bool, assigned: str | None, expected: Any
) -> None:
    alive = attrs.evolve(life()[1], assigned_to=assigned)

    assert acting(item(owner_role=role, case=learner(**LINES), life=alive), to_manager) == expected


def test_without_a_life_and_without_a_manager_it_is_whoever_is_in_the_role() -> None:
    assert acting(item(case=learner(**LINES)), False) == ("champion", "c")
    assert acting(item(case=learner(champion="c")), True) == ("champion", "c")


def ignored_since(*due_on: date, told: tuple[tuple[str, date], ...] = (), **fields: Any) -> list[Item]:
    """Raised follow-ups about somebody with champion c and manager m."""
    who = learner(champion="c", manager="m")
    return [item(state="raised", case=who, due_on=day, life=life(told=told)[1], **fields) for day in due_on]


@pytest.mark.parametrize(
    ("about_one", "to_manager"),
    [
        (ignored_since(on(5, 27), on(5, 27)), True),
        (ignored_since(on(5, 27), on(5, 28)), False),
        (ignored_since(on(5, 1)), False),
        (ignored_since(on(5, 1), on(5, 1), on(5, 1)), True),
        (ignored_since(on(5, 1), on(5, 1), person=None), False),
        (ignored_since(on(5, 1), on(5, 1), told=(("e-1", on(5, 27)), ("c", on(5, 27)))), True),
        (ignored_since(on(5, 1), on(5, 1), told=(("e-1", on(5, 1)), ("c", on(5, 28)))), False),
        (ignored_since(on(5, 1), on(5, 1), told=(("c", on(5, 27)), ("m", on(5, 31)))), True),
        (ignored_since(on(5, 28), on(5, 28), told=(("c", on(5, 1)),)), False),
        (ignored_since(on(5, 1), on(5, 1), told=(("e-1", on(5, 1)),)), False),
        (ignored_since(on(5, 1), on(5, 1), told=(("e-1", on(5, 1)),), owner_role="learner"), True),
        ([*ignored_since(on(5, 1), told=(("c", on(5, 1)),)), *ignored_since(on(5, 1))], False),
    ],
)
def test_two_ignored_ones_go_to_the_manager(about_one: list[Item], to_manager: bool) -> None:
    assert escalated(about_one, POLICY, TODAY) is to_manager


@pytest.mark.parametrize("fields", [{"state": "assigned"}, {"state": "snoozed"}, {"case": None}])
def test_what_somebody_took_up_or_nobody_can_look_at_is_not_ignored(fields: dict[str, Any]) -> None:
    some = [attrs.evolve(one, **fields) for one in ignored_since(on(5, 1), on(5, 1))]

    assert not escalated(some, POLICY, TODAY)


# What is raised


COACHING = {name: rule(name) for name in ("a", "b", "c")}
URGENT = {"u": rule("u", priority=1), "g": rule("g", about_guideline=True), "p": rule("p", about=ProgramCase)}


def waits(*about_one: Item, policy: FollowUpPolicy = POLICY) -> list[tuple[str, str | None]]:
    return [(one.rule, why) for one, why in decisions(about_one, {**COACHING, **URGENT}, policy, TODAY)]


def test_two_coaching_ones_at_a_time() -> None:
    assert waits(item("c"), item("a"), item("b")) == [("a", None), ("b", None), ("c", "two_at_a_time")]
    assert waits(item("a", "raised"), item("b"), item("c")) == [("b", None), ("c", "two_at_a_time")]
    assert waits(item("a", "done"), item("b"), item("c")) == [("b", None), ("c", None)]


def test_what_is_urgent_or_about_a_guideline_is_not_counted() -> None:
    assert waits(item("a", "snoozed"), item("b", "assigned"), item("u"), item("g")) == [("g", None), ("u", None)]
    assert waits(item("u", "raised"), item("g", "raised"), item("a"), item("b")) == [("a", None), ("b", None)]


def test_a_rule_nobody_knows_any_more_is_not_counted() -> None:
    assert waits(item("gone", "raised"), item("a"), item("b")) == [("a", None), ("b", None)]


def test_one_of_a_rule_at_a_time_about_a_person_in_a_program() -> None:
    assert waits(item("u", "raised"), item("u", trigger="y")) == [("u", "already_open")]
    assert waits(item("u", "raised"), item("u", trigger="y", program="genai")) == [("u", None)]
    assert waits(item("u", "raised", person=None), item("u", trigger="y", person=None)) == [("u", None)]


def test_on_leave_everything_about_the_person_waits() -> None:
    away = learner(leaves=(Leave(TODAY, TODAY, 1),))

    assert waits(item("u", case=away)) == [("u", "on_leave")]
    assert waits(item("u", case=attrs.evolve(participant(), learner=away))) == [("u", "on_leave")]
    assert waits(item("u", case=None)) == [("u", None)]
    assert waits(item("p", case=program(), person=None)) == [("p", None)]


def test_some_rules_wait_while_nobody_knows_what_the_person_does() -> None:
    unknown, known = (participant(base=state) for state in (HabitState.UNKNOWN, HabitState.TRYING))
    rules = {"w": rule("w", about=Participant, not_while_unknown=True), "v": rule("v", about=Participant)}

    def why(name: str, case: Participant) -> str | None:
        ((_, said),) = decisions([item(name, case=case)], rules, POLICY, TODAY)
        return said

    assert (why("w", unknown), why("w", known), why("v", unknown)) == ("unknown", None, None)


@pytest.mark.parametrize(
    ("days", "same", "expected"),
    [
        (13, {}, "cool_down"),
        (14, {}, None),
        (1, {"name": "a"}, None),
        (1, {"program": "genai"}, None),
    ],
)
def test_after_it_was_closed_the_same_rule_cools_down(days: int, same: dict[str, Any], expected: str | None) -> None:
    closed = life(state="done", closed_on=TODAY - timedelta(days=days))[1]
    before = item(**{"name": "u", "state": "done", "life": closed, "trigger": "y"} | same)  # type: ignore[arg-type]

    assert waits(before, item("u")) == [("u", expected)]


def test_what_resolved_itself_today_cools_down_too() -> None:
    before = item("u", "resolved", life=life()[1], trigger="y")

    assert waits(before, item("u")) == [("u", "cool_down")]
    assert waits(before, item("u"), policy=FollowUpPolicy(cool_down_days=0)) == [("u", None)]


def test_a_programs_own_matter_does_not_cool_down() -> None:
    closed = item("p", "done", life=life(state="done", closed_on=TODAY)[1], person=None, trigger="y", case=program())

    assert waits(closed, item("p", person=None, case=program())) == [("p", None)]


def test_the_numbers_of_the_policy() -> None:
    assert attrs.asdict(FollowUpPolicy()) == {
        "cool_down_days": 14, "cool_down_growth": 2, "coaching_at_a_time": 2, "message_every_working_days": 5,
        "lines_per_letter": 10, "ignored_after_working_days": 5, "ignored_before_manager": 2, "rules": {},
        "version": "default",
    }  # fmt: skip
    assert [POLICY.wait_days(2, given) for given in (0, 1, 2, 3)] == [14, 14, 28, 56]
    assert [POLICY.wait_days(1, given) for given in (0, 1, 2, 3)] == [14, 14, 14, 14]
    other = Limits(enabled=False)
    assert FollowUpPolicy(rules={"a": other}).limits(COACHING["a"]) is other
    assert FollowUpPolicy(rules={"a": other}).limits(COACHING["b"]) == Limits(enabled=True)


def test_a_rule_says_what_it_is() -> None:
    one = rule()

    assert (one.not_while_unknown, one.about_guideline, one.of_program, one.features) == (False, False, None, None)
    assert one.coaching
    assert not any(other.coaching for other in URGENT.values())
