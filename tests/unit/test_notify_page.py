"""What docs/notify.md shows works as shown, and its table of templates is the one that holds."""

import re
import subprocess
import sys
from pathlib import Path

from adoptlog.notify.templates import PLACES

PAGE = (Path(__file__).parents[2] / "docs" / "notify.md").read_text("utf-8")


def test_python_blocks_run(tmp_path: Path) -> None:
    for block in re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL):
        done = subprocess.run([sys.executable, "-c", block], cwd=tmp_path, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr


def test_the_words_it_writes_can_be_used(tmp_path: Path) -> None:
    (block,) = (b for b in re.findall(r"```\n(.*?)```", PAGE, re.DOTALL) if "--templates" in b)
    *files, command = block.strip().splitlines()
    subprocess.run("\n".join(files), shell=True, cwd=tmp_path, check=True)

    script = f"import sys; from adoptlog_cli import main; sys.argv = {command.split()!r}; main()"
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, timeout=60)

    assert done.returncode == 0, done.stderr


def test_every_place_is_named() -> None:
    for template, places in PLACES.items():
        (row,) = (line for line in PAGE.splitlines() if line.startswith("|") and f"`{template}`" in line)
        assert places <= set(re.findall(r"\$(\w+)", row)), template
