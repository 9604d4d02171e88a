"""How well a rule would have warned: what it raised, beside what then happened."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from statistics import median

import attrs

from adoptlog.casework.rehearsal import Rehearsed
from adoptlog.follow_up.work_days import WorkDays

WITHIN = 20
"""Working days in which a lapse counts as foreseen."""

Key = tuple[str | None, str | None]
"""Person and program."""


@attrs.frozen(kw_only=True)
class Backtest:
    """A rule on the recorded history; a share without anything to divide by is None.

    Help hides lapses: somebody who was helped and did not lapse looks like a false alarm. So warnings after which
    somebody checked in are counted as `helped` and left out of `precision`.
    """

    rule: str
    raised: int
    foreseen: int
    """Warnings followed by a lapse within the time, without help in between."""
    helped: int
    lapses: int
    lapses_foreseen: int
    precision: float | None
    recall: float | None
    lead_working_days: float | None
    """Median working days from the first warning to the lapse, of the lapses foreseen."""


def backtest(
    rule: str,
    raised: Iterable[Rehearsed],
    lapses: Mapping[Key, Sequence[date]],
    helped: Mapping[str, Sequence[date]],
    work_days: Mapping[str, WorkDays],
) -> Backtest:
    """`lapses` and check-ins (`helped`) by person; a warning is matched with the first lapse after it."""
    warned: dict[Key, list[date]] = defaultdict(list)
    for one in raised:
        if one.person is not None:
            warned[one.person, one.program].append(one.raised_on)
    foreseen = with_help = 0
    leads: dict[tuple[Key, date], int] = {}
    for (person, program), days in warned.items():
        assert person is not None
        for day in days:
            until = work_days[person].after(WITHIN, day)
            lapse = next((on for on in _of(lapses, person, program) if day < on <= until), None)
            if any(day <= on <= (lapse or until) for on in helped.get(person, ())):
                with_help += 1
            elif lapse is not None:
                foreseen += 1
            if lapse is not None:
                leads.setdefault(((person, program), lapse), work_days[person].between(day, lapse) - 1)
    count, all_lapses = sum(map(len, warned.values())), sum(map(len, lapses.values()))
    return Backtest(
        rule=rule,
        raised=count,
        foreseen=foreseen,
        helped=with_help,
        lapses=all_lapses,
        lapses_foreseen=len(leads),
        precision=round(foreseen / (count - with_help), 4) if count > with_help else None,
        recall=round(min(1.0, len(leads) / all_lapses), 4) if all_lapses else None,
        lead_working_days=median(leads.values()) if leads else None,
    )


def _of(lapses: Mapping[Key, Sequence[date]], person: str, program: str | None) -> list[date]:
    """The lapses of a person: in the program, or for a rule about the person alone in any."""
    return sorted(
        day for (who, where), days in lapses.items() if who == person and program in (None, where) for day in days
    )
