"""The same vocabulary in Japanese. Words for facts, columns and values are those that the program itself shows."""

from datetime import date
from functools import cache

import attrs
from pytest_bdd import given, parsers, then, when
from steps import follow_ups, vocabulary
from steps.vocabulary import Story, Table

from adoptlog import FollowUp, ToolUsed
from adoptlog.i18n import translate
from adoptlog.store.codec import FACT_TYPES as STORED

FACT_TYPES = (*STORED, ToolUsed)
_HEADINGS = {
    "事実": "fact",
    "対象者": "about",
    "開始日": "from",
    "終了日": "to",
    "曜日": "weekdays",
    "用途名": "use case",
    "宛先": "recipient",
    "氏名": "name",
    "メール": "e-mail",
}
_IN_FACTS = {"用途": "use case"}
_IN_LETTERS = {"ルール": "rules"}
_IN_ACTIVITY = {"利用日数": "active days"}
_IN_LISTS = {"用途": "use cases", "担当": "owner"}
_VALUES = {
    "月-金": "Mon-Fri",
    "月": "Mon",
    "なし": "never",
    "はい": "yes",
    "いいえ": "no",
    "合格": "yes",
    "不合格": "no",
    "定例MTG": "meeting",
    "実装フォロー": "hands_on",
    "チャットサポート": "chat",
    "使い方": "usage",
    "活用例": "use_cases",
    "ガイドライン": "guideline",
    "導入前": "baseline",
    "導入後": "after",
    "修了": "graduate",
    "延長": "extend",
    "低": "low",
    "中": "mid",
    "高": "high",
    "棚卸し": "inventory",
    "目的明確化": "objectives",
    "教育": "education",
    "継続フォロー": "follow_up",
    "継続": "continue",
    "改善": "adjust",
    "中止": "stop",
    "所要時間": "minutes",
    "品質": "rating",
}
_SHOWN = {
    "channel": ("message", "meeting", "hands_on", "chat", "training"),
    "owner_role": ("owner", "champion", "manager", "adviser", "learner"),
    "state": (
        *("due", "raised", "assigned", "snoozed", "done", "dismissed", "resolved"),
        *("would_send", "sent", "failed", "no_address", "on_leave", "recent", "next_letter", "person_first", "nobody"),
    ),
    "waits": ("on_leave", "unknown", "already_open", "cool_down", "two_at_a_time"),
}


@cache
def headings() -> dict[str, str]:
    """Japanese headings: the fields of the facts, and the columns of the work list."""
    t = translate("ja")
    fields = {field.name for kind in FACT_TYPES for field in attrs.fields(kind)}
    return columns() | {t(name): name for name in sorted(fields)} | _HEADINGS


@cache
def columns() -> dict[str, str]:
    """Those of the work list; where nothing but they is meant, they come before the fields of the facts."""
    t = translate("ja")
    return {t(f"column {field.name}"): field.name.replace("_", " ") for field in attrs.fields(FollowUp)}


@cache
def values() -> dict[str, str]:
    """Japanese words in cells: the names of facts, and what the work list says."""
    t = translate("ja")
    named = {t(f"fact {kind.__name__}"): _spaced(kind.__name__) for kind in FACT_TYPES}
    shown = {t(f"{what} {word}"): word for what, some in _SHOWN.items() for word in some}
    return named | shown | _VALUES


def _spaced(name: str) -> str:
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


def english(datatable: Table) -> Table:
    """A table with the words of the English vocabulary; what is no word of ours stays."""
    heading, *rows = datatable
    words = headings() | (_IN_FACTS if "事実" in heading else columns() | _IN_LISTS)
    if "宛先" in heading:
        words = words | _IN_LETTERS
    if any("利用集計" in row for row in rows):
        words = words | _IN_ACTIVITY
    return [[words.get(name, name) for name in heading], *([_cell(cell) for cell in row] for row in rows)]


def _cell(cell: str) -> str:
    if cell in values():
        return values()[cell]
    return ";".join(values().get(part.strip(), part.strip()) for part in cell.split(";"))


@given("次の事実がある")
@when("次の事実が記録される")
def facts_are_recorded(story: Story, datatable: Table) -> None:
    vocabulary.facts_are_recorded(story, english(datatable))


@given("ツールの利用レポートに次の利用がある")
def use_is_recorded(story: Story, datatable: Table) -> None:
    vocabulary.use_is_recorded(story, english(datatable))


@when(parsers.parse("{on}にフォローを起票する"))
def raise_follow_ups(story: Story, on: str) -> None:
    follow_ups.raise_follow_ups(story, on)


@then(parsers.parse("{on}に未完了の「{rule}」は次のとおり"))
def open_follow_ups_are(story: Story, rule: str, on: str, datatable: Table) -> None:
    vocabulary.compare(follow_ups.open_on(story, rule, on, "ja"), english(datatable))


@then(parsers.parse("{on}に未完了の「{rule}」はない"))
def no_follow_up_is_open(story: Story, rule: str, on: str) -> None:
    follow_ups.no_follow_up_is_open(story, rule, on)


@then(parsers.parse("{on}までの「{rule}」は完了分も含めて次のとおり"))
def all_follow_ups_are(story: Story, rule: str, on: str, datatable: Table) -> None:
    told = story.log.follow_ups(as_of=date.fromisoformat(on), rule=rule, closed=True, lang="ja")
    vocabulary.compare(told, english(datatable))


@then(parsers.parse("{on}に起票すると次の「{rule}」が起票される"))
def raising_raises(story: Story, on: str, rule: str, datatable: Table) -> None:
    follow_ups.raising_raises(story, on, rule, english(datatable))


@then(parsers.parse("{on}に起票しても「{rule}」は起票されない"))
def raising_raises_none(story: Story, on: str, rule: str) -> None:
    follow_ups.raising_raises_none(story, on, rule)


@then(parsers.parse("{on}に起票しても{person}の「{rule}」は待つ: {why}"))
def raising_leaves_waiting(story: Story, on: str, person: str, rule: str, why: str) -> None:
    follow_ups.raising_leaves_waiting(story, on, person, rule, values()[why])


@when(parsers.parse("{on}に次のポリシーを採用する"))
def adopt(story: Story, on: str, docstring: str) -> None:
    follow_ups.adopt(story, on, docstring)


@when(parsers.parse("{on}に{person}の「{rule}」が完了する"))
def done(story: Story, person: str, rule: str, on: str) -> None:
    follow_ups.done(story, person, rule, on)


@when(parsers.parse("{on}に{person}の「{rule}」を対応不要とする: {reason}"))
def dismissed(story: Story, person: str, rule: str, on: str, reason: str) -> None:
    follow_ups.dismissed(story, person, rule, on, reason)


@when(parsers.parse("{on}に{person}の「{rule}」を{until}まで保留する"))
def snoozed(story: Story, person: str, rule: str, on: str, until: str) -> None:
    follow_ups.snoozed(story, person, rule, on, until)


@when(parsers.parse("{on}に{person}の「{rule}」を{to}が引き受ける"))
def assigned(story: Story, person: str, rule: str, on: str, to: str) -> None:
    follow_ups.assigned(story, person, rule, on, to)
