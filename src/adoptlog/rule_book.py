"""The rule book: the rules we ship and those of others, each with the feature that documents it."""

from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from adoptlog.errors import AdoptLogError, NotFound
from adoptlog.follow_up.rule import AnyRule, Rule
from adoptlog.follow_up.rules import SHIPPED
from adoptlog.i18n import translate

GROUP = "adoptlog.rules"
"""The entry-point group under which other distributions bring rules of their own."""


@cache
def rules() -> tuple[AnyRule, ...]:
    """All rules, ours first. Raises `AdoptLogError` naming a plug-in that cannot be loaded."""
    return (*SHIPPED, *_plugged_in())


def rule(name: str) -> AnyRule:
    """One rule. Raises `NotFound`."""
    for one in rules():
        if one.name == name:
            return one
    raise NotFound("no rule is named {name!r}: `rules list` shows which there are", name=name)


def _plugged_in() -> list[AnyRule]:
    found: list[AnyRule] = []
    for entry in entry_points(group=GROUP):
        try:
            loaded = entry.load()
        except Exception as problem:
            where = entry.dist.name if entry.dist else "an unknown distribution"
            raise AdoptLogError(
                "the rule {name} of {where} cannot be loaded: {problem}", name=entry.name, where=where, problem=problem
            ) from problem
        if not isinstance(loaded, Rule):
            raise AdoptLogError(
                "the entry point {name} in {group} is a {kind}, not a Rule",
                name=entry.name,
                group=GROUP,
                kind=type(loaded).__name__,
            )
        found.append(loaded)
    return found


def feature(name: str, lang: str = "en") -> str:
    """The feature that documents a rule, in Japanese or English. Raises `NotFound`."""
    folder = rule(name).features or _features() / "follow-ups"
    path = folder / ("ja" if lang == "ja" else "") / f"{name}.feature"
    if not path.exists():
        raise NotFound("the rule {name} has no feature: {path} is missing", name=name, path=path)
    return path.read_text("utf-8")


def page(lang: str = "en") -> str:
    """The rule book as one page (Markdown): a table of our rules, then of each why it exists and what it says."""
    t = translate(lang)
    titles = ("rule", "title", "priority", "owner_role", "channel")
    lines = [f"# {t('The rule book')}", "", t("about the rule book"), ""]
    lines += ["| " + " | ".join(t(f"column {name}") for name in titles) + " |", "|---|---|---|---|---|"]
    for one in SHIPPED:
        role, channel = t(f"owner_role {one.owner_role}"), t(f"channel {one.channel}")
        link = f"[`{one.name}`](#{one.name})"
        lines.append(f"| {link} | {t(f'rule {one.name}')} | {one.priority} | {role} | {channel} |")
    for one in SHIPPED:
        path = f"../features/follow-ups/{'ja/' if lang == 'ja' else ''}{one.name}.feature"
        lines += ["", f"## {one.name}", "", *_told(feature(one.name, lang)), "", f"[{t('The examples')}]({path})"]
    return "\n".join(lines) + "\n"


def _told(text: str) -> list[str]:
    """Why a rule exists, and its clauses: the description of its feature, and the headings of the `Rule`s in it."""
    lines = [line.strip() for line in text.splitlines()]
    begins = next(n for n, line in enumerate(lines) if line.startswith(_FEATURE)) + 1
    ends = next(n for n, line in enumerate(lines) if n > begins and line.startswith((*_BACKGROUND, *_RULE)))
    why = [line for line in lines[begins:ends] if line and not line.startswith("@")]
    clauses = [line.split(":", 1)[1].strip() for line in lines if line.startswith(_RULE)]
    return [*why, "", *(f"- {clause}" for clause in clauses)]


_FEATURE, _BACKGROUND, _RULE = ("Feature:", "機能:"), ("Background:", "背景:"), ("Rule:", "ルール:")


def _features() -> Path:
    """Where our features are: in the installed package, or in the checkout."""
    installed = Path(__file__).parent / "features"
    return installed if installed.exists() else Path(__file__).parents[2] / "features"
