"""What the README shows works as shown; its two commands are run by `.ci/run` in fresh environments."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_two_commands_are_there() -> None:
    assert "pip install . && adoptlog demo" in README
    assert 'pip install -e ".[dev]" && pytest' in README


@pytest.mark.parametrize("block", re.findall(r"```python\n(.*?)```", README, re.DOTALL))
def test_python_blocks_run(block: str, tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", block], cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    assert "e-1001" in done.stdout


def test_the_commands_for_own_files_run(tmp_path: Path) -> None:
    block = next(b for b in re.findall(r"```\n(.*?)```", README, re.DOTALL) if "adoptlog template" in b)
    for line in block.strip().splitlines():
        script = f"import sys; from adoptlog_cli import main; sys.argv = {line.split()!r}; main()"
        done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
