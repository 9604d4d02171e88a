"""`adoptlog sync`."""

from pathlib import Path

import attrs
import click

from adoptlog_cli.settings import Settings
from adoptlog_cli.show import format_options, show

COLUMNS = ("way", "adapter", "read", "recorded", "duplicates", "irrelevant", "rejected", "left", "sent", "problem")
FAILED, REJECTED = 1, 3


@click.command("sync", help="Run all configured adapters in order, as a scheduler does. One that fails stops no other.")
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    default=Path("adoptlog.toml"),
    show_default=True,
    help="Which adapters, with which options; secrets come from the environment or the keyring.",
)
@format_options
@click.pass_obj
def command(settings: Settings, config: Path, format_: str, bom: bool) -> None:
    from adoptlog.syncing import sync, tasks_of

    tasks = tasks_of(config)
    done = []
    with settings.open() as log:
        for one in sync(log, tasks):
            for note in one.notes:
                click.echo(f"{one.adapter}: {settings.told(note)}", err=True)
            if one.problem:
                click.echo(f"{one.adapter}: {settings.told(one.problem)}", err=True)
            done.append(one)
    rows = [attrs.asdict(one) | {"problem": one.problem and settings.told(one.problem)} for one in done]
    show(rows, COLUMNS, settings, format_, bom)
    if any(one.problem for one in done):
        raise click.exceptions.Exit(FAILED)
    if any(one.rejected for one in done):
        raise click.exceptions.Exit(REJECTED)
