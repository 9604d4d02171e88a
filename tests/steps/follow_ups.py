"""The vocabulary of the follow-up features. A rule is named by its name, a table shows the columns it names."""

from datetime import UTC, date, datetime
from typing import Any

from pytest_bdd import given, parsers, then, when
from steps.vocabulary import Story, Table, compare, rows_of

from adoptlog import FollowUp, Policy, read_policy
from adoptlog.facade.follow_ups import Raised


@then(parsers.parse('the "{rule}" follow-ups open on {on} are'))
def open_follow_ups_are(story: Story, rule: str, on: str, datatable: Table) -> None:
    compare(open_on(story, rule, on), datatable)


@then(parsers.parse('no "{rule}" follow-up is open on {on}'))
def no_follow_up_is_open(story: Story, rule: str, on: str) -> None:
    assert open_on(story, rule, on) == []


@then(parsers.parse('the "{rule}" follow-ups known on {on}, closed ones too, are'))
def all_follow_ups_are(story: Story, rule: str, on: str, datatable: Table) -> None:
    compare(story.log.follow_ups(as_of=date.fromisoformat(on), rule=rule, closed=True), datatable)


@when(parsers.parse("the follow-ups are raised on {on}"))
def raise_follow_ups(story: Story, on: str) -> None:
    raised_on(story, on)


@then(parsers.parse('raising on {on} raises these "{rule}" follow-ups'))
def raising_raises(story: Story, on: str, rule: str, datatable: Table) -> None:
    raised = raised_on(story, on).raised
    compare([one for one in raised if one.rule == rule], datatable)


@then(parsers.parse('raising on {on} raises no "{rule}" follow-up'))
def raising_raises_none(story: Story, on: str, rule: str) -> None:
    assert [one for one in raised_on(story, on).raised if one.rule == rule] == []


@then(parsers.parse('raising on {on} leaves {person}\'s "{rule}" waiting: {why}'))
def raising_leaves_waiting(story: Story, on: str, person: str, rule: str, why: str) -> None:
    waiting = raised_on(story, on).waiting
    found = [waits for one, waits in waiting if (one.person, one.rule) == (person, rule)]
    assert found == [why.replace(" ", "_")]


@when(parsers.parse('{person}\'s "{rule}" follow-up is done on {on}'))
def done(story: Story, person: str, rule: str, on: str) -> None:
    story.log.close_follow_up(the_one(story, person, rule, on).id, "done")


@when(parsers.parse('{person}\'s "{rule}" follow-up is dismissed on {on} because "{reason}"'))
def dismissed(story: Story, person: str, rule: str, on: str, reason: str) -> None:
    story.log.close_follow_up(the_one(story, person, rule, on).id, "dismissed", reason)


@when(parsers.parse('{person}\'s "{rule}" follow-up is snoozed on {on} until {until}'))
def snoozed(story: Story, person: str, rule: str, on: str, until: str) -> None:
    story.log.snooze_follow_up(the_one(story, person, rule, on).id, date.fromisoformat(until))


@when(parsers.parse('{person}\'s "{rule}" follow-up is assigned on {on} to {to}'))
def assigned(story: Story, person: str, rule: str, on: str, to: str) -> None:
    story.log.assign_follow_up(the_one(story, person, rule, on).id, to)


@then(parsers.parse("the story of {person} up to {on} tells of these follow-ups"))
def story_tells(story: Story, person: str, on: str, datatable: Table) -> None:
    told = story.log.explain(person, as_of=date.fromisoformat(on))
    found = [[str(line.on), line.event, line.text] for line in told if line.event.startswith("follow-up")]
    assert [datatable[0], *sorted(found)] == [datatable[0], *sorted(datatable[1:])]


@given("another policy", target_fixture="other_policy")
def another_policy(docstring: str) -> Policy:
    return read_policy(docstring)


@when(parsers.parse("this policy is adopted on {on}"))
def adopt(story: Story, on: str, docstring: str) -> None:
    story.log.adopt_policy(docstring, on=date.fromisoformat(on))


@then(parsers.parse("under the other policy these follow-ups appear and vanish up to {on}"))
def follow_ups_would_change(story: Story, on: str, datatable: Table, other_policy: Policy) -> None:
    compare(story.log.compare_follow_ups(other_policy, as_of=date.fromisoformat(on)), datatable)


@then(parsers.parse("under the other policy these statuses differ on {on}"))
def statuses_differ(story: Story, on: str, datatable: Table, other_policy: Policy) -> None:
    compare(story.log.compare(other_policy, as_of=date.fromisoformat(on)), datatable)


@then(parsers.parse("under the other policy this many follow-ups are raised in the periods"))
def workload(story: Story, datatable: Table, other_policy: Policy) -> None:
    ends = [date.fromisoformat(row["end"]) for row in rows_of(datatable)]
    compare(story.log.compare_workload(other_policy, ends), datatable)


def open_on(story: Story, rule: str, on: str, lang: str = "en") -> list[Any]:
    return story.log.follow_ups(as_of=date.fromisoformat(on), rule=rule, lang=lang)


def raised_on(story: Story, on: str) -> Raised:
    """What raising does on a day; what was done by hand before lies before it."""
    story.clock.now = max(story.clock.now, midnight(on))
    return story.log.raise_follow_ups(as_of=date.fromisoformat(on))


def the_one(story: Story, person: str, rule: str, on: str) -> FollowUp:
    """The open follow-up of a person and rule; from here on it is that day."""
    story.clock.now = midnight(on)
    (found,) = (one for one in open_on(story, rule, on) if person in (one.person, one.program))
    return found


def midnight(on: str) -> datetime:
    return datetime.combine(date.fromisoformat(on), datetime.min.time(), UTC)
