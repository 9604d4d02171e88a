"""A real browser: Debian's Chromium, installed by apt-get when it is missing and we may.

Where there is none these tests are skipped and say so; where they must run (`CI` is set) they fail.
"""

import fcntl
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from bench.simulated import logged
from playwright.sync_api import Browser, Page, sync_playwright

from adoptlog.report.page import page as page_of
from adoptlog.simulation import simulate

PACKAGES = ("chromium", "fonts-noto-cjk")
_OPTIONS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
_MINUTES_15 = 900
_PATIENTLY = 120_000


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of Chromium."""
    path = shutil.which("chromium") or (_installed() if _may_install() else None)
    if path is not None:
        return path
    why = "no Chromium: the report is not tested in a browser (on Debian: apt-get install chromium fonts-noto-cjk)"
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)


def _may_install() -> bool:
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def _installed() -> str | None:
    """One process at a time: the tests run in several."""
    with (Path(tempfile.gettempdir()) / "adoptlog-apt.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if shutil.which("chromium") is None:
            quietly = {"stdout": subprocess.DEVNULL, "env": {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}}
            for command in (["update"], ["install", "--yes", "--no-install-recommends", *PACKAGES]):
                subprocess.run(["apt-get", "--quiet", *command], check=False, timeout=_MINUTES_15, **quietly)  # type: ignore[call-overload]
    return shutil.which("chromium")


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(_OPTIONS), timeout=_PATIENTLY)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page as large as the test's `size`, if it has one; a busy machine is given time."""
    size = request.getfixturevalue("size") if "size" in request.fixturenames else None
    page = browser.new_page(viewport=size)
    page.set_default_timeout(_PATIENTLY)
    yield page
    page.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The report of the demo's company in both languages, as files."""
    folder = tmp_path_factory.mktemp("pages")
    company = simulate()
    with logged(company, f"sqlite:///{folder / 'company.db'}", folder) as log:
        report = log.report(as_of=company.until)
    written = {lang: folder / f"report-{lang}.html" for lang in ("en", "ja")}
    for lang, path in written.items():
        path.write_text(page_of(report, lang), encoding="utf-8")
    return written


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core, the script that finds what people with disabilities cannot use."""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
