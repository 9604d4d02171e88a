"""`adoptlog verify`."""

from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from adoptlog.messages import Message
from adoptlog_cli.commands.seal import progress
from adoptlog_cli.settings import Settings
from adoptlog_cli.show import format_options, show

if TYPE_CHECKING:
    from adoptlog.seal.verifying import Checked

UNSOUND = 4
_FILE = click.Path(path_type=Path, dir_okay=False, exists=True)
COLUMNS = ("check", "result", "position", "originator_id", "originator_version", "text")


@click.command("verify", help="Verify that nothing recorded was changed, removed, put in or moved since it was sealed.")
@click.option(
    "--checkpoint", "checkpoints", type=_FILE, multiple=True, help="A checkpoint kept elsewhere (repeatable)."
)
@click.option("--receipt", "receipts", type=_FILE, multiple=True, help="A receipt, without any database (repeatable).")
@click.option("--key", "keys", multiple=True, help="A trusted public key: `name+id+key`, or a PEM file (repeatable).")
@click.option("--tsa-root", "roots", type=_FILE, multiple=True, help="Certificate (PEM) of a time stamping authority.")
@format_options
@click.pass_obj
def command(
    settings: Settings,
    checkpoints: tuple[Path, ...],
    receipts: tuple[Path, ...],
    keys: tuple[str, ...],
    roots: tuple[Path, ...],
    format_: str,
    bom: bool,
) -> None:
    lines: list[Checked]
    if receipts:
        lines = [_receipt(path, keys, checkpoints, settings.lang) for path in receipts]
    else:
        with settings.open() as log:
            pem = [path.read_bytes() for path in roots]
            lines = log.verify(checkpoints=checkpoints, keys=keys, tsa_roots=pem, progress=progress())
    show([attrs.asdict(line) for line in lines], COLUMNS, settings, format_, bom, ("check", "result", "text"))
    if any(line.result == "unsound" for line in lines):
        raise click.exceptions.Exit(UNSOUND)


def _receipt(path: Path, keys: tuple[str, ...], checkpoints: tuple[Path, ...], lang: str) -> "Checked":
    from adoptlog import Refused, i18n, verify_receipt
    from adoptlog.seal.verifying import Checked, told

    try:
        proved = verify_receipt(path.read_text(encoding="utf-8", errors="replace"), keys=keys, checkpoints=checkpoints)
    except Refused as refusal:
        text = Message("{path}: {problem}", path=path, problem=refusal)
        return Checked(check="receipt", result="unsound", text=i18n.told(text, lang))
    return told(proved, lang)
