"""`adoptlog people`."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import click

from adoptlog.messages import Message
from adoptlog.spreadsheet import plain
from adoptlog_cli.settings import Settings
from adoptlog_cli.show import format_options, listing_group, show

if TYPE_CHECKING:
    from adoptlog import AdoptLog
    from adoptlog.privacy.receipt import Receipt
    from adoptlog.privacy.scrub import Scrubbed

command = listing_group("people", "The directory.")

_clearing = click.option(
    "--scrub/--no-scrub", "clear", default=None, help="Clear the database's files too (default: on SQLite)."
)
_kept_out = click.option(
    "--kept-out",
    envvar="ADOPTLOG_FORGOTTEN",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The list of the forgotten outside the database (ADOPTLOG_FORGOTTEN); keep it where no backup of it goes.",
)
_format = click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", show_default=True)


@command.command("list")
@format_options
@click.pass_obj
def list_(settings: Settings, format_: str, bom: bool) -> None:
    """Everybody, with all their ids."""
    with settings.open() as log:
        rows = log.people()
    show(rows, ("person", "name", "department", "ids"), settings, format_, bom)


@command.command("merge")
@click.argument("a")
@click.argument("b")
@click.pass_obj
def merge(settings: Settings, a: str, b: str) -> None:
    """A and B are one person: B, somebody known or a new employee number, becomes an id of A."""
    with settings.open() as log:
        log.merge(a, b)
    click.echo(settings.told(Message("{b} is an id of {a} now", a=a, b=b)))


@command.command("export")
@click.argument("person")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help="The folder (default: here).")
@click.pass_obj
def export(settings: Settings, person: str, out: Path | None) -> None:
    """Everything held on a person, to hand to them: a JSON file for programs and an HTML page to read."""
    from adoptlog.privacy.page import page

    with settings.open() as log:
        held = log.export_person(person)
    folder = out or Path()
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (
        ("person.json", json.dumps(held, ensure_ascii=False, indent=1) + "\n"),
        ("person.html", page(held, settings.lang)),
    ):
        (folder / name).write_text(text, encoding="utf-8")
        click.echo(str(folder / name))


@command.command("forget")
@click.argument("person", required=False)
@click.option("--again", is_flag=True, help="After a backup was restored: everybody on the list of --kept-out.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@_clearing
@_kept_out
@_format
@click.pass_obj
def forget(
    settings: Settings,
    person: str | None,
    again: bool,
    yes: bool,
    clear: bool | None,
    kept_out: Path | None,
    format_: str,
) -> None:
    """Remove everything that says who a person was; their history stays, unlinked. Prints a receipt."""
    if again == (person is not None):
        raise click.UsageError("name the person to forget, or say --again")
    if again and kept_out is None:
        raise click.UsageError("--again needs the list of the forgotten: --kept-out FILE or ADOPTLOG_FORGOTTEN")
    with settings.open() as log:
        if again and kept_out is not None:
            done = log.forget_again(kept_out, clear_files=clear)
        else:
            _ask(log, settings, person or "", yes)
            done = [log.forget(person or "", clear_files=clear, kept_out=kept_out)]
    _receipts(settings, done, format_)


@command.command("allow")
@click.argument("id")
@_kept_out
@click.pass_obj
def allow(settings: Settings, id: str, kept_out: Path | None) -> None:
    """Let an id of somebody who was forgotten in again."""
    with settings.open() as log:
        log.allow(id, kept_out=kept_out)
    click.echo(_words(settings)("{id} is let in again: the next import may create the person").format(id=id))


@command.command("retain")
@click.option("--dry-run", is_flag=True, help="Only say who would be forgotten.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@_clearing
@_kept_out
@_format
@click.pass_obj
def retain(
    settings: Settings, dry_run: bool, yes: bool, clear: bool | None, kept_out: Path | None, format_: str
) -> None:
    """Forget those whose time is over under [retention] of the policy."""
    t = _words(settings)
    with settings.open() as log:
        over = [one for one, _ in log.retain(dry_run=True)]
        for one in over:
            said = t("{person}: {because} {day}")
            because = t(f"retention {one.because}")
            click.echo(said.format(person=one.who.person, because=because, day=one.since), err=not dry_run)
        click.echo(t("{count} people whose time is over").format(count=len(over)), err=True)
        if dry_run or not over:
            return
        if not yes:
            click.confirm(t("Forget them? This cannot be undone."), abort=True, err=True)
        done = [receipt for _, receipt in log.retain(clear_files=clear, kept_out=kept_out) if receipt is not None]
    _receipts(settings, done, format_)


@command.command("access")
@click.argument("person")
@format_options
@click.pass_obj
def access(settings: Settings, person: str, format_: str, bom: bool) -> None:
    """Who was shown something about a person, and when."""
    with settings.open() as log:
        rows = [attrs.asdict(look) for look in log.looks(person)]
    show(rows, ("at", "viewer", "role", "question"), settings, format_, bom)


@command.command("scrub")
@click.pass_obj
def scrub(settings: Settings) -> None:
    """Clear the database's files of what was deleted before."""
    with settings.open() as log:
        scrubbed = log.clear_files()
    click.echo(_scrubbed(scrubbed, _words(settings)))
    if scrubbed.state == "not_yet":
        raise click.exceptions.Exit(1)


def _words(settings: Settings) -> Callable[[str], str]:
    from adoptlog.i18n import translate

    return translate(settings.lang)


def _ask(log: "AdoptLog", settings: Settings, person: str, yes: bool) -> None:
    """Show what would go, and ask unless told not to."""
    t, would = _words(settings), log.held(person)
    click.echo(t("This will be removed about {person}:").format(person=person), err=True)
    for line in _removed(would, t):
        click.echo(f"  {line}", err=True)
    if not yes:
        click.confirm(t("Forget them? This cannot be undone."), abort=True, err=True)


def _receipts(settings: Settings, done: Sequence["Receipt"], format_: str) -> None:
    if format_ == "json":
        click.echo(json.dumps([attrs.asdict(one) for one in done], ensure_ascii=False, indent=1, default=plain))
    else:
        click.echo("\n\n".join("\n".join(_told(one, _words(settings))) for one in done))
    if any(one.scrubbed.state == "not_yet" for one in done):
        raise click.exceptions.Exit(1)


def _told(one: "Receipt", t: Callable[[str], str]) -> list[str]:
    """A receipt in words."""
    lines = [t("Receipt of {at}: forgotten, left in history as {tombstone}").format(at=one.at, tombstone=one.tombstone)]
    lines += [f"  {line}" for line in _removed(one, t)]
    if one.left_in_events:
        events = ", ".join(map(str, one.left_in_events))
        lines.append(t("The name stands in events, which are never changed: {events}").format(events=events))
    if one.not_looked_for:
        lines.append(t("A name of a single character was not looked for in texts."))
    lines.append(t("Searched: {places}").format(places=", ".join(one.searched)))
    lines.append(_scrubbed(one.scrubbed, t))
    lines.append(t("Not for adoptlog to clean:"))
    for copy in one.not_ours:
        until = t("kept until {day}").format(day=copy.gone_on) if copy.gone_on else t("ask whoever keeps them")
        lines.append(f"  {t(f'copy {copy.what}')}: {until}")
    lines.append(t("What remains is unlinked, not anonymous: whoever keeps another copy may recognise dates in it."))
    return lines


def _removed(one: "Receipt", t: Callable[[str], str]) -> list[str]:
    return [f"{t(f'held {name}')}: {count}" for name, count in one.removed.items() if count] or [t("Nothing.")]


def _scrubbed(scrubbed: "Scrubbed", t: Callable[[str], str]) -> str:
    said: Any = t(f"files {scrubbed.state}")
    return f"{said} {t(f'files {scrubbed.why}')}" if scrubbed.why else str(said)
