"""`adoptlog follow-ups`."""

import os
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from adoptlog_cli.settings import DAY, Settings
from adoptlog_cli.show import format_options, listing_group, show

if TYPE_CHECKING:
    from adoptlog import FollowUp

COLUMNS = (
    "id",
    "rule",
    "person",
    "program",
    "department",
    "priority",
    "owner_role",
    "owner",
    "channel",
    "raised_on",
    "due_on",
    "state",
    "reason",
)
SHOWN = ("id", "priority", "person", "rule", "owner", "owner_role", "channel", "due_on", "state", "reason")
_SHORT_ID = 8

command = listing_group("follow-ups", "Who needs which help, why, by when, and who gives it.")


@command.command("list")
@click.option("--as-of", type=DAY, help="Date, end of day (default: today).")
@click.option("--owner", help="Only what this person is to do.")
@click.option("--rule", help="Only this rule.")
@click.option("--all", "closed", is_flag=True, help="Closed ones too.")
@format_options
@click.pass_obj
def list_(
    settings: Settings, as_of: date | None, owner: str | None, rule: str | None, closed: bool, format_: str, bom: bool
) -> None:
    """Every open follow-up, raised or only due, the most urgent first. Writes nothing."""
    with settings.open() as log:
        rows = log.follow_ups(as_of=as_of, owner=owner, rule=rule, closed=closed)
    if format_ == "table":
        rows = [attrs.evolve(row, id=row.id[:_SHORT_ID]) for row in rows]
    show([attrs.asdict(row) for row in rows], COLUMNS, settings, format_, bom, SHOWN)


@command.command("raise")
@click.option("--as-of", type=DAY, help="The day they are raised on (default: today).")
@format_options
@click.pass_obj
def raise_(settings: Settings, as_of: date | None, format_: str, bom: bool) -> None:
    """Record what is due and may be raised; say what waits, and why."""
    from adoptlog.i18n import translate

    t = translate(settings.lang)
    with settings.open() as log:
        done = log.raise_follow_ups(as_of=as_of)
    show([attrs.asdict(row) for row in done.raised], COLUMNS, settings, format_, bom, SHOWN)
    click.echo(t("{count} resolved themselves").format(count=len(done.resolved)), err=True)
    for waiting, why in done.waiting:
        who = waiting.person or waiting.program
        click.echo(t("{who} {rule} waits: {why}").format(who=who, rule=waiting.rule, why=t(f"waits {why}")), err=True)


@command.command("done")
@click.argument("id")
@click.option("--note", help="What was done, in a few words.")
@click.pass_obj
def done(settings: Settings, id: str, note: str | None) -> None:
    """The help was given."""
    with settings.open() as log:
        _say(settings, log.close_follow_up(id, "done", note))


@command.command("dismiss")
@click.argument("id")
@click.option("--reason", required=True, help="Why no help is needed.")
@click.pass_obj
def dismiss(settings: Settings, id: str, reason: str) -> None:
    """No help is needed."""
    with settings.open() as log:
        _say(settings, log.close_follow_up(id, "dismissed", reason))


@command.command("snooze")
@click.argument("id")
@click.option("--until", type=DAY, required=True, help="The day it comes back.")
@click.pass_obj
def snooze(settings: Settings, id: str, until: date) -> None:
    """Let it rest until a day."""
    with settings.open() as log:
        _say(settings, log.snooze_follow_up(id, until))


@command.command("assign")
@click.argument("id")
@click.option("--to", required=True, help="Who takes it over (any id).")
@click.pass_obj
def assign(settings: Settings, id: str, to: str) -> None:
    """Somebody takes it over."""
    with settings.open() as log:
        _say(settings, log.assign_follow_up(id, to))


def _say(settings: Settings, one: "FollowUp") -> None:
    show([attrs.asdict(one)], COLUMNS, settings, "table", shown=("id", "rule", "person", "owner", "state"))


@command.command("notify")
@click.option("--send", is_flag=True, help="Send it; without, only say who would get what.")
@click.option("--as-of", type=DAY, help="The day it is sent on (default: today).")
@click.option("--ics", type=click.Path(file_okay=False, path_type=Path), help="Write calendar files into this folder.")
@click.option("--templates", type=click.Path(path_type=Path), help="A folder with words of your own.")
@format_options
@click.pass_obj
def notify(
    settings: Settings,
    send: bool,
    as_of: date | None,
    ics: Path | None,
    templates: Path | None,
    format_: str,
    bom: bool,
) -> None:
    """Tell people about raised follow-ups: first the person each is about, then the one who acts.

    Channels come from the environment: ADOPTLOG_SMTP and ADOPTLOG_MAIL_FROM, ADOPTLOG_SLACK_WEBHOOK,
    ADOPTLOG_TEAMS_WEBHOOK.
    """
    from adoptlog.i18n import translate
    from adoptlog.notify.configured import configured

    t = translate(settings.lang)
    with settings.open() as log:
        told = log.notify(as_of=as_of, send=send, channels=configured(os.environ, ics), templates=templates)
    rows = [attrs.asdict(one) for one in told]
    if format_ == "table":
        rows = [row | {"follow_ups": [id_[:_SHORT_ID] for id_ in row["follow_ups"]]} for row in rows]
    show(rows, ("recipient", "channel", "follow_ups", "state"), settings, format_, bom)
    if not send:
        click.echo(t("nothing was sent: --send sends it"), err=True)
    without = sorted({one.recipient for one in told if one.state == "no_address" and one.recipient})
    if without:
        click.echo(t("without an address").format(people=t("list comma").join(without)), err=True)
    problems = Counter((one.channel, one.problem) for one in told if one.state == "failed")
    for (channel, problem), count in problems.items():
        said = t("{count} not told by {channel}: {problem}")
        click.echo(
            said.format(count=count, channel=t(f"channel {channel}"), problem=settings.told(problem or "")), err=True
        )
    if problems:
        raise click.exceptions.Exit(1)
