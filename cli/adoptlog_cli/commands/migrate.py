"""`adoptlog migrate`."""

import click

from adoptlog_cli.settings import Settings


@click.command(
    "migrate", help="Bring the tables of an older adoptlog up to date; stopped half-way, nothing has changed."
)
@click.pass_obj
def command(settings: Settings) -> None:
    from adoptlog import migrate
    from adoptlog.i18n import translate

    before, now = migrate(settings.db, schema=settings.schema)
    t = translate(settings.lang)
    if before == now:
        click.echo(t("the tables are at version {now}: nothing to do").format(now=now))
    elif before is None:
        click.echo(t("the tables were created, at version {now}").format(now=now))
    else:
        with settings.open():  # the read model of this version is filled anew
            click.echo(t("the tables were at version {before}, they are at {now} now").format(before=before, now=now))
