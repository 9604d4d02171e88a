"""`adoptlog template`."""

from pathlib import Path

import click

from adoptlog.messages import Message
from adoptlog_cli.settings import Settings


@click.command("template", help="An empty input file of a KIND, with headings in --lang and one example row.")
@click.argument("kind")
@click.option(
    "--out", type=click.Path(path_type=Path), help="Write it there: .xlsx with lists to choose from, else CSV."
)
@click.pass_obj
def command(settings: Settings, kind: str, out: Path | None) -> None:
    from adoptlog_adapters.sheets import KINDS, template

    if kind not in KINDS:
        raise click.UsageError(Message("{kind!r} is not a kind; there are: {names}", kind=kind, names=tuple(KINDS)))
    text = template(kind, settings.lang)
    if out is None:
        click.echo(text.rstrip("\n"))
    elif out.suffix.lower() == ".xlsx":
        from adoptlog_adapters.excel.template import write_template

        write_template(kind, out, settings.lang)
        click.echo(str(out))
    else:
        out.write_text(text, encoding="utf-8-sig")
        click.echo(str(out))
