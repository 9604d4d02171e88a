"""The vocabulary of evidence: seals, receipts, and what is done to a database behind adoptlog's back."""

import base64
import re
from datetime import date
from typing import Any

import attrs
import pytest
import sqlalchemy as sa
from pytest_bdd import given, parsers, then, when
from steps.vocabulary import Story

from adoptlog import GuidelineAcknowledged, Refused, verify_receipt
from adoptlog.seal import keys
from adoptlog.store import tables


@attrs.define
class Auditor:
    """Somebody with a checkpoint, perhaps a receipt, and no database."""

    checkpoint: str = ""
    receipt: str = ""
    said: list[Any] = attrs.field(factory=list)


@pytest.fixture
def auditor(monkeypatch: pytest.MonkeyPatch) -> Auditor:
    monkeypatch.delenv(keys.VARIABLE, raising=False)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")
    return Auditor()


@given("the log is sealed, and the auditor keeps the checkpoint")
def sealed_and_kept(story: Story, auditor: Auditor) -> None:
    auditor.checkpoint = story.log.seal().text


@given("the log is sealed")
def sealed(story: Story) -> None:
    story.log.seal()


@given("these facts are recorded")
def recorded(story: Story, datatable: list[list[str]]) -> None:
    from steps.vocabulary import facts_are_recorded

    facts_are_recorded(story, datatable)


@when(parsers.parse("the auditor is given the receipt of {person}'s acknowledgement"))
def given_a_receipt(story: Story, auditor: Auditor, person: str) -> None:
    auditor.receipt = story.log.receipt(person, checkpoint=auditor.checkpoint).text


@when(parsers.parse("the auditor is given the receipt of {person}'s acknowledgement, with another date in it"))
def given_a_changed_receipt(story: Story, auditor: Auditor, person: str) -> None:
    given_a_receipt(story, auditor, person)
    encoded = re.findall(r"extra (\S+)", auditor.receipt)[0]
    changed = base64.b64decode(encoded).replace(b"2026-04-07", b"2026-03-01")
    auditor.receipt = auditor.receipt.replace(encoded, base64.b64encode(changed).decode())


@then(parsers.parse('it proves that "{guideline}" {version} was acknowledged on {on}'))
def proves(auditor: Auditor, guideline: str, version: str, on: str) -> None:
    proved = verify_receipt(auditor.receipt, checkpoints=[auditor.checkpoint])

    assert proved.vouched_by == "checkpoint"
    assert proved.fact == GuidelineAcknowledged(guideline=guideline, version=version, on=date.fromisoformat(on))


@then("it proves nothing")
def proves_nothing(auditor: Auditor) -> None:
    with pytest.raises(Refused):
        verify_receipt(auditor.receipt, checkpoints=[auditor.checkpoint])


@when(parsers.parse("somebody writes {new} for {old} in the database"))
def written_over(story: Story, old: str, new: str) -> None:
    with story.log.database.writing() as connection:
        for id_, state in connection.execute(sa.select(tables.event.c.id, tables.event.c.state)).all():
            changed = state.replace(old.encode(), new.encode())
            connection.execute(sa.update(tables.event).where(tables.event.c.id == id_).values(state=changed))


@when(parsers.parse("somebody removes the event at position {position:d} from the database"))
def removed(story: Story, position: int) -> None:
    id_ = sa.select(tables.log.c.event_id).where(tables.log.c.position == position).scalar_subquery()
    with story.log.database.writing() as connection:
        connection.execute(sa.delete(tables.event).where(tables.event.c.id == id_))


@when("somebody removes all seals and seals the log again")
def sealed_again(story: Story) -> None:
    with story.log.database.writing() as connection:
        connection.execute(sa.delete(tables.seal))
        connection.execute(sa.delete(tables.sealed_part))
    story.log.seal()


@when("the log is verified with the auditor's checkpoint")
def verified(story: Story, auditor: Auditor) -> None:
    auditor.said = story.log.verify(checkpoints=[auditor.checkpoint])


@then("nothing is found")
def nothing_found(auditor: Auditor) -> None:
    assert _found(auditor.said) == []


@then("it is found that")
def found(auditor: Auditor, docstring: str) -> None:
    assert any(text.startswith(docstring.strip()) for text in _found(auditor.said))


@then("verified without the auditor's checkpoint, nothing is found")
def not_found_without(story: Story) -> None:
    assert _found(story.log.verify()) == []


@then("verified with the auditor's checkpoint, something is")
def found_with(story: Story, auditor: Auditor) -> None:
    assert _found(story.log.verify(checkpoints=[auditor.checkpoint])) != []


def _found(said: list[Any]) -> list[str]:
    return [line.text for line in said if line.result == "unsound"]
