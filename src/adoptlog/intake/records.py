"""Records of an adapter, one by one: what each says, and what a batch makes of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from adoptlog.domain.facts import ToolUsed
from adoptlog.intake.adapter import Adapter, Fetched
from adoptlog.intake.batch import Batch
from adoptlog.intake.coverage import Reported
from adoptlog.intake.dead_letters import Refusal
from adoptlog.intake.observation import Irrelevant, Rejected, Translation
from adoptlog.intake.record import Outcome, Record
from adoptlog.messages import Message


class Taken(NamedTuple):
    """How many records became what, which of them were refused, and which use was reported."""

    counts: Counter[str]
    refusals: Sequence[Refusal]
    reported: Iterable[Reported]


def translated(adapter: Adapter, one: Fetched) -> Translation:
    """What a record says; one that an adapter stumbles over is not understood."""
    try:
        return adapter.translate(one.raw)
    except (ValueError, ArithmeticError, LookupError, TypeError, RecursionError) as problem:
        return Rejected(Message("the record cannot be understood: {problem}", problem=problem))


def outcomes_of(
    batch: Batch, adapter: Adapter, fetched: Sequence[Fetched], said: Sequence[Translation]
) -> list[Outcome]:
    """What becomes of records in a batch."""
    records = [
        Record(adapter.name, one.source_id, () if isinstance(translation, Irrelevant | Rejected) else translation)
        for one, translation in zip(fetched, said, strict=True)
    ]
    return [_merged(translation, outcome) for translation, outcome in zip(said, batch.take(records), strict=True)]


def take_records(batch: Batch, adapter: Adapter, fetched: Sequence[Fetched], said: Sequence[Translation]) -> Taken:
    """Take records in, each as a whole."""
    outcomes = outcomes_of(batch, adapter, fetched, said)
    refusals = [
        (one, outcome.because) for one, outcome in zip(fetched, outcomes, strict=True) if outcome.said == "rejected"
    ]
    return Taken(Counter(outcome.said for outcome in outcomes), refusals, _reported(fetched, said, outcomes))


def _merged(said: Translation, outcome: Outcome) -> Outcome:
    if isinstance(said, Irrelevant):
        return Outcome("irrelevant", said.because)
    if isinstance(said, Rejected):
        return Outcome("rejected", said.because)
    return outcome if said else Outcome("irrelevant", "it says nothing")


def _reported(
    fetched: Sequence[Fetched], said: Sequence[Translation], outcomes: Sequence[Outcome]
) -> Iterable[Reported]:
    """The use in what was accepted; rows that share a fact tell it once."""
    found: dict[tuple[str, int], Reported] = {}
    for one, translation, outcome in zip(fetched, said, outcomes, strict=True):
        if outcome.said in ("recorded", "duplicate") and not isinstance(translation, Irrelevant | Rejected):
            for observation in translation:
                if type(observation.fact) is ToolUsed:
                    found[one.report, id(observation.fact)] = (one.report, observation.fact)
    return found.values()
