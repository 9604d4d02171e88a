"""`adoptlog doctor`."""

from pathlib import Path

import attrs
import click

from adoptlog.messages import Message
from adoptlog_cli.settings import Settings
from adoptlog_cli.show import format_options, show

UNSOUND = 4


@click.command("doctor", help="Is everything sound: the database, the read model, and what still waits.")
@click.option(
    "--kept-out",
    envvar="ADOPTLOG_FORGOTTEN",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The list of the forgotten (ADOPTLOG_FORGOTTEN): has a restored backup brought somebody back?",
)
@format_options
@click.pass_obj
def command(settings: Settings, kept_out: Path | None, format_: str, bom: bool) -> None:
    from adoptlog.facade.administration import Finding

    with settings.open() as log:
        findings = log.examine()
        if kept_out:
            back = log.returned(kept_out)
            said = (
                Message("{people} are back from a backup: `people forget --again`", people=back)
                if back
                else Message("none of the list is back")
            )
            findings.append(Finding("forgotten", "unsound" if back else "ok", said))
    rows = [attrs.asdict(found) | {"text": settings.told(found.text)} for found in findings]
    show(rows, ("check", "result", "text"), settings, format_, bom)
    if any(f.result == "unsound" for f in findings):
        raise click.exceptions.Exit(UNSOUND)
