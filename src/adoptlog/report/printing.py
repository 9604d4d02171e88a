"""The page as PDF: printed by a browser that is installed, for nothing lays out a page in both languages as well."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from adoptlog.errors import Unusable
from adoptlog.messages import Message

BROWSER = "ADOPTLOG_BROWSER"
"""The environment variable that names a browser elsewhere."""

_NAMES = (
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge",
    "microsoft-edge-stable", "msedge",
)  # fmt: skip
_ELSEWHERE = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
_QUIETLY = (
    "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--disable-extensions", "--disable-quic", "--no-pdf-header-footer",
)  # fmt: skip
_SECONDS = 120


def printed(html: str, out: Path) -> None:
    """Print a page to a file. Raises `Unusable` with what to install where there is no browser."""
    browser = found()
    with tempfile.TemporaryDirectory(prefix="adoptlog-print-") as folder:
        page, pdf = Path(folder) / "report.html", Path(folder) / "report.pdf"
        page.write_text(html, "utf-8")
        options = [*_QUIETLY, f"--user-data-dir={Path(folder) / 'profile'}", f"--print-to-pdf={pdf}", *_as_root()]
        try:
            done = subprocess.run([browser, *options, page.as_uri()], capture_output=True, text=True, timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            raise Unusable(
                "{browser} did not print the page within {seconds} seconds", browser=browser, seconds=_SECONDS
            ) from None
        if not pdf.exists():
            raise Unusable(
                "{browser} did not print the page: {problem}", browser=browser, problem=_last_line(done.stderr)
            )
        shutil.copyfile(pdf, out)


def found() -> str:
    """The browser that prints: the one named, or the first that is installed."""
    for name in _candidates():
        path = shutil.which(name)
        if path is not None:
            return path
    raise Unusable(
        "a PDF is printed by a browser, and none was found: install Chromium, Chrome or Edge (on Debian "
        "`apt-get install chromium`), or name one in {variable}; `--format html` needs none",
        variable=BROWSER,
    )


def _candidates() -> Iterator[str]:
    named = os.environ.get(BROWSER)
    if named:
        yield named
        return
    yield from _NAMES
    yield from _ELSEWHERE


def _as_root() -> list[str]:
    """The sandbox of Chromium cannot be had as root; the page is ours and runs nothing."""
    return ["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or [Message("it said nothing")])[-1]
