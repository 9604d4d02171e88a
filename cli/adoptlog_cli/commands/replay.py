"""`adoptlog replay`."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click

from adoptlog.messages import Message
from adoptlog_cli.commands.status import SHOWN
from adoptlog_cli.settings import DAY, MOMENT, Settings
from adoptlog_cli.show import format_options, show

if TYPE_CHECKING:
    from adoptlog import AdoptLog, Policy

Rows = Iterable[Mapping[str, Any]]
Progress = Callable[[int, int], None]
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@click.command(
    "replay", help="Replay history from the events: the rows of `status`, at any date, as known at any time."
)
@click.option("--as-of", type=DAY)
@click.option("--known-at", type=MOMENT)
@click.option("--policy", "policy_file", type=_FILE, help="Under this policy instead of the one in force.")
@click.option("--compare", type=_FILE, help="What would differ under this policy.")
@click.option("--follow-ups", is_flag=True, help="With --compare: the follow-ups that appear and vanish.")
@click.option("--by", type=click.Choice(["week", "month"]), help="Count per period; with --compare: follow-ups.")
@click.option("--per-owner", is_flag=True, help="With --compare and --by: for each owner.")
@click.option("--backtest", metavar="RULE", help="How well a rule would have warned of lapses.")
@click.option("--rebuild", is_flag=True, help="Build the read model anew and swap it in.")
@click.option("--workers", type=int, hidden=True)
@click.option("--scheduler", hidden=True)
@format_options
@click.pass_obj
def command(settings: Settings, /, format_: str, bom: bool, **given: Any) -> None:
    asked = Asked(**given)
    _refuse(asked)
    with settings.open() as log:
        if asked.rebuild:
            done = log.rebuild(_events(settings))
            click.echo(settings.told(Message("{count} events taken in", count=done)), err=True)
            return
        columns, rows = _answer(settings, log, asked)
    show(rows, columns, settings, format_, bom, SHOWN if set(SHOWN) <= set(columns) else ())
    if asked.backtest is not None:
        from adoptlog.i18n import translate

        click.echo(translate(settings.lang)("help hides lapses"), err=True)


@attrs.frozen(kw_only=True)
class Asked:
    """What the options ask for."""

    as_of: date | None
    known_at: datetime | None
    policy_file: Path | None
    compare: Path | None
    follow_ups: bool
    by: str | None
    per_owner: bool
    backtest: str | None
    rebuild: bool
    workers: int | None
    scheduler: str | None


def _refuse(asked: Asked) -> None:
    for name in ("workers", "scheduler"):
        if getattr(asked, name) is not None:
            raise click.UsageError(Message("--{name} is not part of this version of adoptlog yet", name=name))
    if asked.compare is None and (asked.follow_ups or asked.per_owner):
        raise click.UsageError("--follow-ups and --per-owner compare two policies: say with which by --compare FILE")
    if asked.known_at is not None and asked.compare is not None and (asked.follow_ups or asked.by):
        raise click.UsageError("follow-ups are compared on what is known now: leave out --known-at")


def _answer(settings: Settings, log: "AdoptLog", asked: Asked) -> tuple[Sequence[str], Rows]:
    """The columns and rows of what is asked."""
    from adoptlog import HabitStatus, read_policy

    as_of = asked.as_of or settings.today
    policy = read_policy(asked.policy_file.read_text("utf-8-sig")) if asked.policy_file else None
    if asked.backtest is not None:
        row = attrs.asdict(log.backtest(asked.backtest, as_of=as_of, progress=_days(settings)))
        return tuple(row), [row]
    if asked.compare is not None:
        log.policy = policy
        return _compared(settings, log, asked, read_policy(asked.compare.read_text("utf-8-sig")), as_of)
    if asked.by is not None:
        return ("period", "program", "state", "people"), _by(log, asked.by, as_of, asked.known_at, policy)
    told = log.replay(as_of=asked.as_of, known_at=asked.known_at, policy=policy, progress=_events(settings))
    columns = HabitStatus.__struct_fields__
    return columns, ({name: getattr(row, name) for name in columns} for row in told)


def _compared(
    settings: Settings, log: "AdoptLog", asked: Asked, other: "Policy", as_of: date
) -> tuple[Sequence[str], Rows]:
    """What differs under another policy: statuses, follow-ups, or how many of them in each period."""
    if asked.by is not None:
        ends = period_ends(log.first_day() or as_of, as_of, asked.by)
        loads = log.compare_workload(other, ends, per_owner=asked.per_owner, progress=_days(settings))
        named = ("period", "owner") if asked.per_owner else ("period",)
        rows = [{**attrs.asdict(load), "period": period(load.end, asked.by)} for load in loads]
        return (*named, "follow_ups_a", "follow_ups_b"), rows
    if asked.follow_ups:
        changes = log.compare_follow_ups(other, as_of=as_of, progress=_days(settings))
        columns = ("change", "rule", "person", "program", "owner", "raised_on")
        return columns, [attrs.asdict(change) for change in changes]
    columns = ("person", "program", "state_a", "state_b", "strength_a", "strength_b")
    return columns, [attrs.asdict(one) for one in log.compare(other, as_of=as_of, known_at=asked.known_at)]


def _by(
    log: "AdoptLog", by: str, as_of: date, known_at: datetime | None, policy: "Policy | None"
) -> list[dict[str, object]]:
    ends = period_ends(log.first_day() or as_of, as_of, by)
    return [
        {"period": period(end, by), "program": program, "state": state, "people": people}
        for end, program, state, people in log.states_by(ends, known_at=known_at, policy=policy)
    ]


def period_ends(first: date, last: date, by: str) -> list[date]:
    """The last day of each week (Sunday) or month from `first` to `last`; the last period ends on `last`."""
    ends = []
    day = first
    while day <= last:
        if by == "week":
            end = day + timedelta(days=6 - day.weekday())
        else:
            end = (day.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        ends.append(min(end, last))
        day = end + timedelta(days=1)
    return ends


def period(end: date, by: str) -> str:
    """The name of the period a day is in: 2026-W27, or 2026-06."""
    if by == "week":
        year, week, _ = end.isocalendar()
        return f"{year}-W{week:02d}"
    return f"{end:%Y-%m}"


def _events(settings: Settings) -> Progress:
    return _progress(settings, lambda done, all_: Message("{done:,} of {all:,} events", done=done, all=all_))


def _days(settings: Settings) -> Progress:
    return _progress(settings, lambda done, all_: Message("{done:,} of {all:,} days", done=done, all=all_))


def _progress(settings: Settings, so_far: Callable[[int, int], Message]) -> Progress:
    def tell(done: int, all_: int) -> None:
        click.echo("\r" + settings.told(so_far(done, all_)), err=True, nl=done >= all_)

    return tell if sys.stderr.isatty() else lambda done, all_: None
