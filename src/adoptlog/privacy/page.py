"""Everything held on one person as a page to read: one self-contained HTML file, in English or Japanese."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from html import escape
from typing import Any

from adoptlog.i18n import translate

_STYLE = """
body { font: 16px/1.6 system-ui, "Hiragino Sans", "Noto Sans JP", sans-serif; max-width: 60rem; margin: 2rem auto;
       padding: 0 1rem; color: #1c2733; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 2rem; }
th, td { border-bottom: 1px solid #d5dbe1; padding: .3rem .6rem .3rem 0; text-align: left; vertical-align: top;
         overflow-wrap: anywhere; }
h2 { margin-top: 2.5rem; } .none { color: #66727f; }
"""


def page(held: Mapping[str, Any], lang: str) -> str:
    """The page."""
    t = translate(lang)
    who = held["person"]
    title = t("What is held on {person}").format(person=who["name"] or (who["ids"] or ["?"])[0])
    parts = [
        f"<h1>{escape(title)}</h1>",
        f"<p>{escape(t('Made on {day} from adoptlog.').format(day=held['made_at'][:10]))}</p>",
        _purpose(held["purpose"], t),
        _listed(t("You are known as"), [*([who["name"]] if who["name"] else []), *who["ids"]], t),
        _facts(t("Facts about you"), held["facts"], lang, t),
        _use(held["use"], t),
        _facts(t("Follow-ups about you"), held["follow_ups"], lang, t),
        _outlines(t("Facts about others or about programs in which you are named"), held["named_in"], t),
        _listed(t("Words kept with you"), held["words"], t),
        _table(
            t("Your records in other systems"),
            (t("System"), t("Record")),
            [(row["system"], row["id"]) for row in held["source_records"]],
            t,
        ),
        _table(
            t("Rows about you that could not be recorded"),
            (t("Source"), t("Line"), t("Why"), t("Row")),
            [(row["source"], row["line"], row["reason"], _values(row["record"])) for row in held["dead_letters"]],
            t,
        ),
        _listed(t("Imported files with your name"), held["imported_files"], t),
        _table(
            t("Who looked at your data"),
            (t("When"), t("Who"), t("Role"), t("What")),
            [
                (row["at"], row["viewer"], t(f"role {row['role']}"), t(f"look {row['question']}"))
                for row in held["looks"]
            ],
            t,
        ),
    ]
    body = "\n".join(parts)
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_STYLE}</style></head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _purpose(purpose: Mapping[str, Any] | None, t: Callable[[str], str]) -> str:
    heading = f"<h2>{escape(t('What this record is kept for'))}</h2>"
    if purpose is None:
        return f'{heading}<p class="none">{escape(t("No purpose has been stated yet."))}</p>'
    said = t("Since {day}.").format(day=purpose["since"])
    if purpose["responsible"]:
        said += " " + t("Responsible: {person}.").format(person=purpose["responsible"])
    return f"{heading}<p>{escape(purpose['purpose'])}</p><p>{escape(said)}</p>"


def _facts(heading: str, facts: Iterable[Mapping[str, Any]], lang: str, t: Callable[[str], str]) -> str:
    names = (t("Number"), t("On"), t("Fact"), t("What it says"), t("Source"), t("Known since"))
    rows = [
        (
            fact["number"],
            fact["on"],
            t(f"fact {fact['fact']}"),
            ", ".join(f"{t(name)} {_cell(value)}" for name, value in fact["says"].items() if name != "on"),
            " ".join(part for part in (fact["source"] or t("by hand"), fact["source_record"]) if part),
            fact["known_since"],
        )
        for fact in facts
    ]
    return _table(heading, names, rows, t)


def _outlines(heading: str, facts: Iterable[Mapping[str, Any]], t: Callable[[str], str]) -> str:
    names = (t("On"), t("Fact"), t("Source"), t("Known since"))
    rows = [(f["on"], t(f"fact {f['fact']}"), f["source"] or t("by hand"), f["known_since"]) for f in facts]
    return _table(heading, names, rows, t)


def _use(use: Iterable[Mapping[str, Any]], t: Callable[[str], str]) -> str:
    names = (t("On"), t("column tool"), t("column use_case"), t("column count"), t("Evidence"))
    rows = [(row["on"], row["tool"], row["use_case"], row["count"], t(f"evidence {row['evidence']}")) for row in use]
    return _table(t("Your use of the tools, as reported"), names, rows, t)


def _listed(heading: str, values: Iterable[str], t: Callable[[str], str]) -> str:
    items = "".join(f"<li>{escape(value)}</li>" for value in values)
    return f"<h2>{escape(heading)}</h2>" + (f"<ul>{items}</ul>" if items else _none(t))


def _table(heading: str, names: Sequence[str], rows: Sequence[Sequence[Any]], t: Callable[[str], str]) -> str:
    if not rows:
        return f"<h2>{escape(heading)}</h2>{_none(t)}"
    head = "".join(f"<th>{escape(name)}</th>" for name in names)
    body = "\n".join("<tr>" + "".join(f"<td>{escape(_cell(value))}</td>" for value in row) + "</tr>" for row in rows)
    return f"<h2>{escape(heading)}</h2>\n<table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>"


def _none(t: Callable[[str], str]) -> str:
    return f'<p class="none">{escape(t("Nothing."))}</p>'


def _values(record: Any) -> str:
    return "; ".join(f"{name}: {_cell(value)}" for name, value in record.items()) if record else ""


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return "; ".join(map(_cell, value)) if isinstance(value, list) else str(value)
