"""`adoptlog seal`."""

import sys
from collections.abc import Callable
from pathlib import Path

import click

from adoptlog.messages import Message
from adoptlog_cli.settings import Settings
from adoptlog_cli.show import format_options, show

_OUT = click.Path(path_type=Path, dir_okay=False)
_IN = click.Path(path_type=Path, dir_okay=False, exists=True)


@click.group("seal", invoke_without_command=True, help="Seal all events: a checkpoint to be kept elsewhere.")
@click.option("--out", type=_OUT, help="Write the checkpoint to a file, its time stamp to FILE.tsr.")
@click.option("--timestamp", "authority", metavar="URL", help="Have it time-stamped (RFC 3161) there.")
@click.pass_context
def command(ctx: click.Context, out: Path | None, authority: str | None) -> None:
    if ctx.invoked_subcommand is not None:
        if out is not None or authority is not None:
            raise click.UsageError(
                Message(
                    "--out and --timestamp are for `seal` itself, not for `seal {command}`",
                    command=ctx.invoked_subcommand,
                )
            )
        return
    from adoptlog.i18n import translate

    settings = ctx.find_object(Settings)
    assert settings is not None
    t = translate(settings.lang)
    with settings.open() as log:
        made = log.seal(time_stamps_of=authority, progress=progress())
    click.echo(made.text, nl=False)
    if out is not None:
        out.write_text(made.text, encoding="utf-8", newline="\n")
        if made.time_stamp is not None:
            out.with_name(out.name + ".tsr").write_bytes(made.time_stamp)
    said = "{size} events sealed" if made.is_new else "nothing new since the last seal of {size} events"
    click.echo(t(said).format(size=made.size), err=True)
    if not made.signed:
        click.echo(
            t("The checkpoint is unsigned: set ADOPTLOG_SEAL_KEY to sign it (`adoptlog seal key --new`)."), err=True
        )
    click.echo(t("Keep it where nobody who can change this database can change it."), err=True)


@command.command("list")
@format_options
@click.pass_obj
def list_(settings: Settings, format_: str, bom: bool) -> None:
    """The checkpoints this database keeps, the oldest first."""
    with settings.open() as log:
        rows = log.seals()
    show(rows, ("size", "sealed_at", "signed", "time_stamped", "root"), settings, format_, bom)


@command.command("receipt")
@click.argument("person")
@click.option("--guideline", help="Which guideline was acknowledged.")
@click.option("--version", help="Which version of it.")
@click.option("--checkpoint", type=_IN, help="In this checkpoint, which the auditor keeps (default: the last one).")
@click.option("--out", type=_OUT, help="Write it to a file (.tlog-proof) instead of showing it.")
@click.pass_obj
def receipt(
    settings: Settings,
    person: str,
    guideline: str | None,
    version: str | None,
    checkpoint: Path | None,
    out: Path | None,
) -> None:
    """The receipt of one acknowledgement, for an auditor; it holds a random id for PERSON and no name."""
    from adoptlog.i18n import translate

    with settings.open() as log:
        made = log.receipt(person, guideline=guideline, version=version, checkpoint=checkpoint)
    if out is None:
        click.echo(made.text, nl=False)
    else:
        out.write_text(made.text, encoding="utf-8", newline="\n")
    text = translate(settings.lang)("{person} stands in it as {id} (guideline {guideline}, version {version})")
    values = {"person": made.person, "id": made.person_id, "guideline": made.guideline, "version": made.version}
    click.echo(text.format(**values), err=True)


@command.command("key")
@click.option("--new", is_flag=True, help="Make a new private key, for ADOPTLOG_SEAL_KEY, and show that.")
@click.pass_obj
def key(settings: Settings, new: bool) -> None:
    """The public key to hand to auditors: one line, as the tools for signed notes take it."""
    from adoptlog.seal import keys, note, seals

    if new:
        click.echo(keys.new_key())
        return
    mine = keys.signing_key()
    if mine is None:
        raise click.UsageError("there is no key: set ADOPTLOG_SEAL_KEY (`adoptlog seal key --new` makes one)")
    with settings.open() as log, log.database.writing() as connection:
        origin = seals.named(connection)
    click.echo(note.verifier_key(origin, mine.public_key()))


def progress() -> Callable[[int, int], None]:
    """How far it is, on a terminal."""
    if not sys.stderr.isatty():
        return lambda done, all_: None

    def tell(done: int, all_: int) -> None:
        sys.stderr.write(f"\r{done:,} / {all_:,} " + ("\n" if done >= all_ else ""))
        sys.stderr.flush()

    return tell
