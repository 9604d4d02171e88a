"""The command line: global options, lazily loaded commands, and one line for every error."""

import gettext
import locale
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise
from typing import Any

import click

from adoptlog.i18n import LANGUAGES, LOCALES, told
from adoptlog.messages import Explained
from adoptlog_cli.settings import Settings

COMMANDS = {
    "demo": "demo",
    "import": "importing",
    "record": "record",
    "template": "template",
    "status": "status",
    "explain": "explain",
    "follow-ups": "follow_ups",
    "effect": "effect",
    "rules": "rules",
    "program": "program",
    "replay": "replay",
    "report": "report",
    "people": "people",
    "purpose": "purpose",
    "imports": "imports",
    "dead-letters": "dead_letters",
    "adapters": "adapters",
    "push": "push",
    "sync": "sync",
    "doctor": "doctor",
    "seal": "seal",
    "verify": "verify",
    "migrate": "migrate",
}
SUMMARIES = {
    "demo": "Make a simulated company and show what adoptlog says about it.",
    "import": "Import from a system or from files.",
    "record": "Record one fact by hand.",
    "template": "Write an empty input file.",
    "status": "Show who has formed the habit.",
    "explain": "Tell a person's story: every fact and every change of status.",
    "follow-ups": "Show who needs which follow-up, raise them, and say what became of them.",
    "effect": "Show whether it pays, and how many people to measure before the launch.",
    "rules": "Show the follow-up rules, and check a policy.",
    "program": "Show programs and move them through their four steps.",
    "replay": "Replay history, at any date and as known at any time.",
    "report": "Write the management report: did it pay, who has the habit, does it last.",
    "people": "List, merge, export and forget people.",
    "purpose": "Show or state what the record is kept for.",
    "imports": "List imports, and take a wrong one back.",
    "dead-letters": "Show, retry or discard what could not be recorded.",
    "adapters": "Show what is plugged in, and check it.",
    "push": "Send what is new to another system.",
    "sync": "Run all configured adapters, as a scheduler does.",
    "doctor": "Check that everything is sound.",
    "seal": "Seal all events: a checkpoint to be kept elsewhere.",
    "verify": "Verify that nothing was changed, removed or put in since it was sealed.",
    "migrate": "Bring the tables of an older adoptlog up to date.",
}


class Lazy(click.Group):
    """Loads a command's module only when that command is run, so that `--help` answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name in COMMANDS:
            command: click.Command = import_module(f"adoptlog_cli.commands.{COMMANDS[cmd_name]}").command
            return command
        return None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, SUMMARIES[name]) for name in COMMANDS])


def _default_language() -> str:
    name = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    if not name:
        name = locale.getlocale()[0] or ""
    return "ja" if name.lower().startswith(("ja", "japanese")) else "en"


def _language(args: Sequence[str]) -> str:
    """The language asked for, also where the command line turns out to be wrong."""
    given = [value for name, value in pairwise([*args, ""]) if name == "--lang"]
    given += [arg.removeprefix("--lang=") for arg in args if arg.startswith("--lang=")]
    return given[0] if given and given[0] in LANGUAGES else _default_language()


def _have_click_speak(lang: str) -> None:
    """What click says by itself stands in our catalogues too."""
    gettext.bindtextdomain("adoptlog", LOCALES)
    gettext.textdomain("adoptlog")
    os.environ["LANGUAGE"] = lang


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--db", envvar="ADOPTLOG_DB", help="SQLAlchemy URL or file path (default adoptlog.db here; ADOPTLOG_DB).")
@click.option("--schema", envvar="ADOPTLOG_SCHEMA", help="PostgreSQL schema of our tables (ADOPTLOG_SCHEMA).")
@click.option("--lang", type=click.Choice(["en", "ja"]), help="Language of what is shown (default: the locale's).")
@click.option(
    "--timezone", envvar="ADOPTLOG_TZ", help="IANA name; defines today (default: the machine's; ADOPTLOG_TZ)."
)
@click.option("--no-color", is_flag=True, help="Plain tables.")
@click.option("-v", "--verbose", is_flag=True, help="Show the traceback of a failure.")
@click.version_option(package_name="adoptlog")
@click.pass_context
def cli(
    ctx: click.Context,
    db: str | None,
    schema: str | None,
    lang: str | None,
    timezone: str | None,
    no_color: bool,
    verbose: bool,
) -> None:
    """Who has formed the habit of using the AI tool, who needs help today, and whether it pays."""
    given = ctx.get_parameter_source("db") is click.core.ParameterSource.COMMANDLINE
    ctx.obj = Settings(
        db=db or "adoptlog.db",
        db_given=given,
        schema=schema,
        lang=lang or _default_language(),
        timezone=timezone,
        color=not no_color,
        verbose=verbose,
    )


def run(args: list[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure: Any = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
    verbose = any(arg in ("-v", "--verbose") for arg in (args or sys.argv[1:]))
    lang = _language(sys.argv[1:] if args is None else args)
    _have_click_speak(lang)
    try:
        code = cli.main(args=args, prog_name="adoptlog", standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.Abort:
        sys.exit(1)
    except click.ClickException as problem:
        problem.message = told(problem.message, lang)  # type: ignore[misc]  # final, but said in English
        problem.show()
        sys.exit(problem.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as problem:
        if verbose:
            raise
        said = problem.message if isinstance(problem, Explained) else str(problem)
        text = " ".join(told(said, lang).split()) or type(problem).__name__
        click.echo(f"adoptlog: {text}", err=True)
        sys.exit(1)
