"""What an adapter cannot work without is named with what to install, whole packages included."""

from typing import Any

import pytest

from adoptlog.intake.plugged_in import missing


@pytest.mark.parametrize(
    ("needs", "said"),
    [
        ({"json": "adoptlog[a]"}, None),
        ({"no_such_module": "adoptlog[a]"}, 'pip install "adoptlog[a]"'),
        (
            {"no_such_package.inside": "adoptlog[a]", "json.nothing": "adoptlog[b]"},
            'pip install "adoptlog[a]" "adoptlog[b]"',
        ),
    ],
)
def test_what_is_missing_is_named(needs: dict[str, str], said: str | None) -> None:
    class Adapter:
        pass

    adapter: Any = Adapter()
    adapter.needs = needs

    assert missing(adapter) == said
