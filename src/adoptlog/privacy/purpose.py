"""What the record is kept for: stated by the company, shown with everything that is handed out."""

from collections.abc import Callable, Iterable
from datetime import date

import attrs

from adoptlog.domain.facts import PurposeStated
from adoptlog.domain.summary import Summary


@attrs.frozen(kw_only=True)
class Purpose:
    """The purpose in force, and who answers for it."""

    purpose: str
    since: date
    responsible: str | None


def purpose_on(shared: Iterable[Summary], on: date, called: Callable[[str], str | None]) -> Purpose | None:
    """The purpose stated last by a day; None as long as none was. `called` says who a reference is."""
    stated = [fact for summary in shared for fact in summary.of(PurposeStated) if fact.on <= on]
    if not stated:
        return None
    last = max(stated, key=lambda fact: fact.on)
    responsible = called(last.responsible) if last.responsible else None
    return Purpose(purpose=last.purpose, since=last.on, responsible=responsible)
