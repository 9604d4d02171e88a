"""Everything the report says is said in Japanese too."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from adoptlog import report
from adoptlog.habit import State
from adoptlog.i18n import translate
from adoptlog.trends.bottleneck import STAGES

FOLDER = Path(report.__file__ or "").parent
VERDICTS = ("SHOWN", "LIKELY", "SHOWN_BUT_SMALL", "NOT_SHOWN", "WORSE", "INSUFFICIENT")
OUTCOMES = ("continue", "adjust", "stop")
SAME = {"{stage} → {following}"}
"""What is the same in both languages."""


def said() -> Iterator[str]:
    """Every text that is translated: those written out, in code and templates."""
    for path in FOLDER.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                for text in ast.walk(node.args[0]) if node.args else ():
                    if (
                        isinstance(text, ast.Constant)
                        and isinstance(text.value, str)
                        and "JoinedStr" not in ast.dump(node.args[0])
                    ):
                        yield text.value
    for path in (FOLDER / "templates").glob("*.j2"):
        yield from re.findall(r"""say\(["']([^"']+)["'](?:,|\))""", path.read_text("utf-8"))


def built() -> Iterator[str]:
    """And those put together from a code."""
    yield from (f"state {state.value}" for state in State)
    yield from (f"stage {stage}" for stage in STAGES)
    yield from (
        f"{of} {verdict}" for of in ("verdict", "headline", "meaning", "because verdict") for verdict in VERDICTS
    )
    yield from (f"{of} {outcome}" for of in ("suggest", "speaks for", "decided") for outcome in OUTCOMES)
    yield from (f"unit {metric}" for metric in ("minutes", "rating", "defect_rate"))
    yield from (f"work {name}" for name in ("raised", "done", "resolved", "dismissed", "open"))
    yield "suggest nothing"
    suggestion = (FOLDER / "suggestion.py").read_text("utf-8")
    yield from (f"because {name}" for name in re.findall(r'Reason\(name="(\w+)"', suggestion))


def test_everything_is_said_in_japanese() -> None:
    say = translate("ja")

    texts = [*said(), *built()]

    assert len(texts) > 150
    assert [text for text in texts if say(text) == text and text not in SAME] == []


def test_codes_are_words_in_english_too() -> None:
    say = translate("en")

    assert [text for text in built() if say(text) == text] == []
