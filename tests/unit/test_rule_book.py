"""Rule, feature and page of the rule book are in step; a stranger's rule is one of them."""

import sys
from pathlib import Path
from string import Formatter

import pytest

from adoptlog import AdoptLogError, NotFound
from adoptlog.follow_up.rules import SHIPPED
from adoptlog.i18n import LANGUAGES, translate
from adoptlog.rule_book import feature, page, rule, rules

DOCS = Path(__file__).parents[2] / "docs"
NAMES = [one.name for one in SHIPPED]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("lang", "keyword", "scenario"), [("en", "Feature", "Example:"), ("ja", "機能", "シナリオ:")])
def test_every_rule_has_a_feature_of_its_name_and_title(name: str, lang: str, keyword: str, scenario: str) -> None:
    lines = [line.strip() for line in feature(name, lang).splitlines()]

    assert f"{keyword}: {name}: {translate(lang)(f'rule {name}')}" in lines
    assert sum(line.startswith(scenario) for line in lines) >= 4


@pytest.mark.parametrize("name", NAMES)
def test_english_and_japanese_show_the_same_scenarios(name: str) -> None:
    english = [line for line in feature(name).splitlines() if line.strip().startswith("Example:")]
    japanese = [line for line in feature(name, "ja").splitlines() if line.strip().startswith("シナリオ:")]

    assert len(english) == len(japanese)


def test_every_rule_is_a_module_of_its_name() -> None:
    assert [one.find.__module__.rpartition(".")[2].replace("_", "-") for one in SHIPPED] == NAMES


def test_reasons_name_the_same_values_in_both_languages() -> None:
    catalogues = {lang: _reasons(lang) for lang in LANGUAGES}

    assert catalogues["en"] == catalogues["ja"]
    assert {key.split()[1] for key in catalogues["en"]} == set(NAMES)


def _reasons(lang: str) -> dict[str, set[str]]:
    folder = Path(sys.modules["adoptlog.i18n"].__file__ or "").parent / "locale" / lang / "LC_MESSAGES" / "adoptlog.po"
    keys = [line[7:-1] for line in folder.read_text("utf-8").splitlines() if line.startswith(('msgid "reason ',))]
    return {key: {name for _, name, _, _ in Formatter().parse(translate(lang)(key)) if name} for key in keys}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_of_the_rule_book_is_what_the_rules_say(lang: str) -> None:
    path = DOCS / ("rules.md" if lang == "en" else "rules.ja.md")

    assert path.read_text("utf-8") == page(lang), f"write it anew: adoptlog --lang {lang} rules book > docs/{path.name}"


def test_an_unknown_rule_says_where_to_look() -> None:
    with pytest.raises(NotFound, match="rules list"):
        rule("slippin")


STRANGER = """
from datetime import date
from pathlib import Path
from adoptlog.follow_up.case import Learner
from adoptlog.follow_up.due import Due
from adoptlog.follow_up.rule import Limits, Rule

def find(learner, limits):
    yield Due(trigger="", on=date(2026, 4, 1), because={"since": date(2026, 4, 1)})

RULE = Rule(name="say-hello", about=Learner, owner_role="champion", channel="chat", priority=4, limits=Limits,
            find=find, features=Path(__file__).parent)
"""


@pytest.fixture
def stranger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A distribution that brings a rule, as an installer would leave it on the path."""

    def install(target: str) -> None:
        (tmp_path / "strangers_rules.py").write_text(STRANGER)
        (tmp_path / "say-hello.feature").write_text("Feature: say-hello: somebody is new\n")
        (tmp_path / "strangers-1.0.dist-info").mkdir()
        (tmp_path / "strangers-1.0.dist-info" / "METADATA").write_text(
            "Metadata-Version: 2.1\nName: strangers\nVersion: 1.0\n"
        )
        entry = f"[adoptlog.rules]\nsay-hello = {target}\n"
        (tmp_path / "strangers-1.0.dist-info" / "entry_points.txt").write_text(entry)
        rules.cache_clear()

    monkeypatch.syspath_prepend(tmp_path)
    yield install
    rules.cache_clear()
    sys.modules.pop("strangers_rules", None)


def test_a_rule_of_another_distribution_is_part_of_the_book(stranger) -> None:
    stranger("strangers_rules:RULE")

    assert rules()[-1].name == "say-hello"
    assert feature("say-hello") == "Feature: say-hello: somebody is new\n"


@pytest.mark.parametrize("target", ["strangers_rules:NOTHING", "strangers_rules:STRANGER", "no_such_module:RULE"])
def test_a_plug_in_that_cannot_be_loaded_is_named(stranger, target: str) -> None:
    stranger(target)

    with pytest.raises(AdoptLogError, match="say-hello"):
        rules()
