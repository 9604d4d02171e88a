"""`adoptlog rules`."""

from datetime import date
from pathlib import Path

import click

from adoptlog.messages import Message
from adoptlog_cli.settings import DAY, Settings
from adoptlog_cli.show import format_options, listing_group, show

command = listing_group("rules", "The rule book, and the policy with its numbers.")
COLUMNS = ("rule", "title", "priority", "owner_role", "channel", "enabled")
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)


@command.command("list")
@format_options
@click.pass_obj
def list_(settings: Settings, format_: str, bom: bool) -> None:
    """All rules, ours and those of others."""
    from adoptlog.i18n import translate

    t = translate(settings.lang)
    with settings.open() as log:
        rows = [{**row, "title": t(f"rule {row['rule']}")} for row in log.rules()]
    show(rows, COLUMNS, settings, format_, bom)


@command.command("show")
@click.argument("rule")
@click.pass_obj
def show_(settings: Settings, rule: str) -> None:
    """A rule in plain language: its feature, with examples."""
    from rich.console import Console

    from adoptlog.rule_book import feature

    console = Console(no_color=not settings.color, highlight=False, soft_wrap=True)
    for line in feature(rule, settings.lang).splitlines():
        console.print(line, style=_style(line), markup=False)


@command.command("book")
@click.pass_obj
def book(settings: Settings) -> None:
    """All our rules as one page (Markdown)."""
    from adoptlog.rule_book import page

    click.echo(page(settings.lang), nl=False)


@command.command("check")
@click.argument("file", type=_FILE)
@click.pass_obj
def check(settings: Settings, file: Path) -> None:
    """Whether a policy can be followed; names line and value where not."""
    from adoptlog.i18n import translate
    from adoptlog.policy import PolicyError, read_policy

    try:
        read_policy(file.read_text("utf-8-sig"))
    except PolicyError as error:
        for problem in error.problems:
            click.echo(settings.told(Message("{path}: {problem}", path=file, problem=problem)), err=True)
        raise click.exceptions.Exit(1) from None
    click.echo(translate(settings.lang)("{file} can be followed").format(file=file))


@command.command("policy")
@click.pass_obj
def policy(settings: Settings) -> None:
    """The defaults as commented TOML."""
    from adoptlog.policy import default_policy

    click.echo(default_policy(settings.lang), nl=False)


@command.command("adopt")
@click.argument("file", type=_FILE)
@click.option("--on", type=DAY, help="From which day on (default: today).")
@click.pass_obj
def adopt(settings: Settings, file: Path, on: date | None) -> None:
    """Adopt a policy: it is in force from that day on, and a later replay knows."""
    from adoptlog.i18n import translate

    with settings.open() as log:
        fact = log.adopt_policy(file.read_text("utf-8-sig"), on=on)
    click.echo(translate(settings.lang)("{file} is in force from {day} on").format(file=file, day=fact.on))


def _style(line: str) -> str:
    words = line.strip()
    if words.startswith(("Feature:", "機能:")):
        return "bold"
    if words.startswith(("Rule:", "ルール:")):
        return "bold cyan"
    if words.startswith(("Example:", "シナリオ:", "Background:", "背景:")):
        return "green"
    if words.startswith("|"):
        return "dim"
    return "magenta" if words.startswith(("@", "#")) else ""
