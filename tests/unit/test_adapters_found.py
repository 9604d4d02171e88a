"""An adapter in a package of its own is found, and a broken one is loud."""

import subprocess
import sys
from pathlib import Path

PLUGIN = """
from adoptlog.intake.adapter import Fetched
from adoptlog.intake.observation import Observation
from adoptlog.domain.facts import Joined
from datetime import date
import attrs

@attrs.frozen(kw_only=True)
class Options:
    today: date

class Ours:
    name = "ours"
    title = "Our own system"
    direction = "in"
    Options = Options
    source = "ours"
    covers = "none"
    def __init__(self, options): pass
    def fetch(self, bookmark=None):
        yield Fetched({"who": "x-1"}, "1", "2026-04-01")
    def translate(self, raw): return [Observation(raw["who"], Joined(on=date(2026, 4, 1)))]
    def show(self, raw): return None, raw
"""


def plug_in(path: Path, target: str) -> None:
    (path / "ours_adapter.py").write_text(PLUGIN)
    info = path / "ours-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: ours\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[adoptlog.adapters]\nours = {target}\n")


def adoptlog(path: Path, *args: str) -> "subprocess.CompletedProcess[str]":
    script = f"import sys; sys.path.insert(0, {str(path)!r}); from adoptlog_cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", script, "--db", "t.db", *args], cwd=path, capture_output=True, text=True, timeout=60
    )


def test_a_third_partys_adapter_is_found_and_imports_once(tmp_path: Path) -> None:
    plug_in(tmp_path, "ours_adapter:Ours")

    assert '"name": "ours"' in adoptlog(tmp_path, "adapters", "list", "--format", "json").stdout
    assert '"recorded": 1' in adoptlog(tmp_path, "import", "ours", "--format", "json").stdout
    assert '"duplicates": 1' in adoptlog(tmp_path, "import", "ours", "--format", "json").stdout


def test_a_broken_adapter_says_whose_it_is(tmp_path: Path) -> None:
    plug_in(tmp_path, "ours_adapter:Missing")

    done = adoptlog(tmp_path, "import", "ours")

    assert done.returncode == 1
    assert "adapter 'ours' of ours cannot be loaded" in done.stderr
