"""`adoptlog record`: one fact by hand, with the kinds and columns of the CSV files."""

import click

from adoptlog.messages import Message
from adoptlog_cli.settings import Settings


def _command(kind: str) -> click.Command:
    from adoptlog_adapters.sheets import KINDS

    columns = KINDS[kind].columns
    options: list[click.Parameter] = [
        click.Option([*dict.fromkeys((f"--{c.name.replace('_', '-')}", f"--{c.name}")), f"column_{c.name}"])
        for c in columns
    ]

    @click.pass_obj
    def record(settings: Settings, /, **given: str | None) -> None:
        from adoptlog import Refused
        from adoptlog.domain.dates import named
        from adoptlog.intake.observation import Observation, Rejected
        from adoptlog_adapters.sheets import observations

        row = {name.removeprefix("column_"): value for name, value in given.items() if value is not None}
        missing = [c.name for c in columns if c.required and not row.get(c.name)]
        if missing:
            raise click.UsageError(Message("{kind} needs --{option}", kind=kind, option=missing[0].replace("_", "-")))
        said = observations(kind, row, settings.today)
        if isinstance(said, Rejected):
            raise Refused(said.because)
        with settings.open() as log:
            if kind == "decisions":
                said = [Observation(None, log.with_evidence(one.fact)) for one in said]  # type: ignore[union-attr]
            events = log.record_observations(list(said))  # type: ignore[arg-type]
        if events:
            click.echo(settings.told(Message("recorded: {facts}", facts=tuple(named(event.fact) for event in events))))
        else:
            click.echo(settings.told("recorded already, or in the directory only"))

    return click.Command(kind, params=options, callback=record, help=f"Record one row of {kind}.")


class Kinds(click.Group):
    """The kinds of CSV, each a subcommand."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        from adoptlog_adapters.sheets import KINDS

        return list(KINDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        return _command(cmd_name) if cmd_name in self.list_commands(ctx) else None


command = Kinds("record", help="Record one fact by hand: KIND with its columns as options.")
