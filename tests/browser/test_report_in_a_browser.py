"""The report as somebody opens it: on a phone, on a desk, and on paper."""

from pathlib import Path

import attrs
import pytest
from playwright.sync_api import Page

from adoptlog.report.printing import BROWSER, printed
from adoptlog.report.say import Say

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}


@attrs.define
class Opened:
    """A page in the browser, and what it complained about and asked for."""

    page: Page
    complaints: list[str]
    requests: list[str]


@pytest.fixture(params=[PHONE, DESK], ids=["phone", "desk"])
def size(request: pytest.FixtureRequest) -> dict[str, int]:
    width: dict[str, int] = request.param
    return width


@pytest.fixture(params=["en", "ja"])
def opened(request: pytest.FixtureRequest, page: Page, pages: dict[str, Path], size: dict[str, int]) -> Opened:
    address = pages[request.param].as_uri()
    told = Opened(page, [], [])
    page.on("console", lambda message: told.complaints.append(message.text))
    page.on("pageerror", lambda error: told.complaints.append(str(error)))
    page.on("request", lambda request: told.requests.append(request.url))
    page.goto(address)
    return told


def test_it_says_no_word_in_the_console_and_asks_for_nothing(opened: Opened) -> None:
    for summary in opened.page.locator("summary").all():
        summary.click()

    assert opened.complaints == []
    assert opened.requests == [opened.page.url]


def test_nothing_is_wider_than_the_window(opened: Opened, size: dict[str, int]) -> None:
    for summary in opened.page.locator("summary").all():
        summary.click()

    assert opened.page.evaluate("document.documentElement.scrollWidth") <= size["width"]


def test_every_chart_has_drawn_marks_and_a_name(opened: Opened) -> None:
    charts = [chart for chart in opened.page.locator("figure svg").all() if chart.is_visible()]

    assert len(charts) >= 5
    for chart in charts:
        name = chart.locator("title").first.text_content()
        drawn = chart.evaluate(
            "chart => [...chart.querySelectorAll('.mark')].filter("
            "mark => { const box = mark.getBoundingClientRect(); return box.width + box.height > 1 }).length"
        )
        assert drawn > 0, name
        assert name
        assert chart.locator("desc").first.text_content()


def test_labels_of_charts_are_as_large_as_on_the_page(opened: Opened) -> None:
    """A chart is drawn for the width it is shown in: nothing is scaled until it cannot be read."""
    shown = opened.page.evaluate(
        "[...document.querySelectorAll('figure svg')].filter(one => one.getBoundingClientRect().width > 0)"
        ".map(one => one.getBoundingClientRect().width / one.viewBox.baseVal.width)"
    )

    assert min(shown) > 0.95


def test_a_table_can_be_saved_as_csv(opened: Opened) -> None:
    page = opened.page
    page.locator("summary").first.click()

    with page.expect_download() as download:
        page.locator("a[download]").first.click()

    path = download.value.path()
    assert download.value.suggested_filename.startswith("states_by_week-")
    assert path.read_text("utf-8-sig").startswith("week_to,habitual,")


@pytest.mark.parametrize(("opened", "size"), [("en", PHONE), ("ja", DESK)], indirect=True, ids=["phone", "desk"])
def test_axe_finds_nothing_serious(opened: Opened, axe: str) -> None:
    opened.page.locator("summary").first.click()
    opened.page.evaluate(axe)

    found = opened.page.evaluate("axe.run({ resultTypes: ['violations'] })")["violations"]

    told = [
        f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found if one["impact"] in ("serious", "critical")
    ]
    assert told == []


def test_it_is_in_the_language_asked_for(page: Page, pages: dict[str, Path]) -> None:
    for lang, path in pages.items():
        page.goto(path.as_uri())

        assert page.locator("html").get_attribute("lang") == lang
        assert page.locator("section#course h2").text_content() == Say(lang)("How it went")


def test_hostile_text_stays_text(page: Page, pages: dict[str, Path], tmp_path: Path) -> None:
    """The page allows no script, not even one that somebody puts in afterwards."""
    path = tmp_path / "evil.html"
    evil = "<script>document.title = 'run'</script><img src=x onerror=\"document.title='run'\"></main>"
    path.write_text(pages["en"].read_text("utf-8").replace("</main>", evil), encoding="utf-8")

    page.goto(path.as_uri())

    assert page.title() != "run"


def test_it_prints_on_a4(
    chromium: str, pages: dict[str, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(BROWSER, chromium)

    printed(pages["ja"].read_text("utf-8"), tmp_path / "report.pdf")

    written = (tmp_path / "report.pdf").read_bytes()
    assert written.startswith(b"%PDF-")
    assert b"/MediaBox [0 0 594" in written or b"/MediaBox [0 0 595" in written
    assert 2 <= written.count(b"/Type /Page\n") + written.count(b"/Type /Page ") + written.count(b"/Type/Page/") <= 9
