"""`adoptlog demo`: a simulated company, from its files to its people's status."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import click
from sqlalchemy.engine import make_url

from adoptlog_cli.commands.follow_ups import COLUMNS as FOLLOW_UP_COLUMNS
from adoptlog_cli.commands.follow_ups import SHOWN as SHOWN_FOLLOW_UPS
from adoptlog_cli.commands.report import write_page
from adoptlog_cli.commands.status import SHOWN
from adoptlog_cli.settings import Settings
from adoptlog_cli.show import format_options, show

UNTIL = date(2026, 6, 30)
SHOWN_PEOPLE = 12


@click.command("demo", help="Make a simulated company: its CSV files, and from them a database; show what it says.")
@click.option("--people", type=click.IntRange(1, 200_000), default=60, show_default=True)
@click.option("--days", type=click.IntRange(14, 3650), default=180, show_default=True)
@click.option("--seed", type=int, default=1, show_default=True)
@click.option(
    "--out", type=click.Path(path_type=Path, file_okay=False), default=Path("adoptlog-demo"), show_default=True
)
@format_options
@click.pass_obj
def command(settings: Settings, people: int, days: int, seed: int, out: Path, format_: str, bom: bool) -> None:
    import attrs
    from msgspec.structs import asdict

    from adoptlog import HabitStatus
    from adoptlog.i18n import translate
    from adoptlog.log import AdoptLog
    from adoptlog.simulation import simulate, write_files
    from adoptlog_adapters.csv import CsvAdapter, CsvOptions

    t = translate(settings.lang)
    url = settings.db if settings.db_given else str(out / "demo.db")
    _make_room(url, out, settings)
    company = simulate(people, days, seed, until=UNTIL)
    files = write_files(company, out)
    (out / _MARK).write_text("made by adoptlog demo; run again, it is replaced\n", encoding="utf-8")
    click.echo(t("A simulated company of {people} people over {days} days").format(people=people, days=days), err=True)
    imports = []
    with AdoptLog(url, zone=settings.zone, lang=settings.lang) as log:
        for kind, path in files:
            adapter = CsvAdapter(CsvOptions(files=(path,), kind=kind, today=UNTIL))
            again = {"kind": kind, "map": []}
            imports.append({"kind": kind, **attrs.asdict(log.import_from(adapter, settings=again))})
        helped = log.follow_ups(as_of=UNTIL)
        rows = [asdict(row) for row in log.status(as_of=UNTIL)]
        write_page(log.report(as_of=UNTIL), settings.lang, out / "report.html")
    names = HabitStatus.__struct_fields__
    if format_ != "table":
        show(rows, names, settings, format_, bom)
        return
    click.echo(t("What became of its files"))
    show(_by_kind(imports), ("kind", "files", *_COUNTS), settings, "table")
    click.echo("\n" + t("Who has formed the habit on {day}").format(day=UNTIL))
    for state, count in Counter(row["state"] for row in rows).most_common():
        click.echo("  " + t("{count} people are {state}").format(count=count, state=t(f"state {state}")))
    click.echo()
    show(rows[:SHOWN_PEOPLE], names, settings, "table", shown=SHOWN)
    click.echo("\n" + t("Who needs which help on {day}, the most urgent first").format(day=UNTIL))
    urgent = [{**attrs.asdict(one), "id": one.id[:8]} for one in helped[:SHOWN_PEOPLE]]
    show(urgent, FOLLOW_UP_COLUMNS, settings, "table", shown=SHOWN_FOLLOW_UPS)
    click.echo(t("{count} follow-ups in all").format(count=len(helped)))
    click.echo("\n" + t("The report for the management: {file}").format(file=out / "report.html"))
    click.echo("\n" + t("What to try next"))
    person, lang = rows[0]["person"], f"--lang {settings.lang} " if settings.lang != "en" else ""
    base = f"adoptlog {lang}--db {url}"
    click.echo(f"  {base} explain {person} --as-of {UNTIL}")
    click.echo(f"  {base} status --as-of {UNTIL} --state slipping")
    click.echo(f"  {base} follow-ups --as-of {UNTIL}")
    click.echo(f"  {base} rules show never-started")
    click.echo(f"  {base} report --as-of {UNTIL}")
    click.echo(f"  {base} report --as-of {UNTIL} --out {out / 'report.pdf'}")
    click.echo(f"  {base} replay --by month --as-of {UNTIL}")
    click.echo(f"  {base} dead-letters list")


_COUNTS = ("read", "recorded", "duplicates", "rejected")


def _by_kind(imports: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The counts of all files of a kind together."""
    kinds: dict[str, dict[str, Any]] = {}
    for one in imports:
        row = kinds.setdefault(one["kind"], {"kind": one["kind"], "files": 0, **dict.fromkeys(_COUNTS, 0)})
        row["files"] += 1
        for name in _COUNTS:
            row[name] += one[name]
    return list(kinds.values())


_MARK = "made-by-adoptlog-demo.txt"


def _make_room(url: str, out: Path, settings: Settings) -> None:
    """Clear what an earlier demo wrote; refuse to touch any other database with events."""
    from adoptlog import AdoptLog, Unusable

    out.mkdir(parents=True, exist_ok=True)
    mine = (out / _MARK).exists()
    path = Path(make_url(url).database or "") if "://" in url else Path(url)
    own = path.resolve().parent == out.resolve() and path.name == "demo.db"
    if not own:
        with AdoptLog(url, zone=settings.zone) as log:
            if log.imports():
                raise Unusable("{url} holds events already: the demo needs a database of its own", url=url)
        return
    if path.exists() and not mine:
        raise Unusable("{path} was not written by a demo: choose another --out", path=path)
    for file in out.glob("*.csv") if mine else ():
        file.unlink()
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
