"""`adoptlog template`."""

from pathlib import Path

import click

from adoptlog.messages import Message
from adoptlog_cli.settings import Settings


@click.command("template", help="An empty input file of a KIND, with headings in --lang and one example row.")
@click.argument("kind")
@click.option("--out", type=click.Path(path_type=Path), help="Write it there (UTF-8 with BOM, for Excel).")
@click.pass_obj
def command(settings: Settings, kind: str, out: Path | None) -> None:
    from adoptlog_adapters.csv import KINDS, template

    if kind not in KINDS:
        raise click.UsageError(Message("{kind!r} is not a kind; there are: {names}", kind=kind, names=tuple(KINDS)))
    text = template(kind, settings.lang)
    if out is None:
        click.echo(text.rstrip("\n"))
    else:
        out.write_text(text, encoding="utf-8-sig")
        click.echo(str(out))
