"""The tutorial makes the example, and the example is plugged in from a distribution of its own."""

import json
import os
import re
import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "adoptlog-workshop"
TUTORIAL = (ROOT / "docs" / "tutorials" / "your-own-adapter.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", TUTORIAL, re.S)


def squeezed(code: str) -> list[str]:
    return [line for line in code.splitlines() if line.strip()]


def test_the_tutorial_makes_the_example_from_nothing() -> None:
    *module, suites = blocks("python")
    (pyproject,) = blocks("toml")

    assert squeezed("\n".join(module)) == squeezed((EXAMPLE / "adoptlog_workshop.py").read_text("utf-8"))
    assert pyproject == (EXAMPLE / "pyproject.toml").read_text("utf-8")
    assert (EXAMPLE / "tests" / "test_workshop.py").read_text("utf-8").endswith(suites)


def test_the_example_is_no_longer_than_an_afternoon() -> None:
    assert len((EXAMPLE / "adoptlog_workshop.py").read_text("utf-8").splitlines()) <= 60


@pytest.fixture(scope="module")
def python(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a virtual environment into which the example was built and installed, as a stranger's is."""
    folder = tmp_path_factory.mktemp("stranger")
    build = (
        f"import os; os.chdir({str(EXAMPLE)!r}); from hatchling.build import build_wheel; build_wheel({str(folder)!r})"
    )
    subprocess.run([sys.executable, "-c", build], check=True, capture_output=True, timeout=120)
    venv.create(folder / "venv", with_pip=True)
    python = folder / "venv" / ("Scripts" if os.name == "nt" else "bin") / "python"
    (wheel,) = folder.glob("*.whl")
    install = [python, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps", wheel]
    subprocess.run(install, check=True, capture_output=True, timeout=120)
    where = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], capture_output=True, text=True
    ).stdout.strip()
    ours = [path for path in sys.path if path and Path(path).is_dir() and path != str(ROOT / "tests")]
    Path(where, "with-adoptlog.pth").write_text("\n".join(ours))
    return python


@pytest.mark.slow
def test_the_installed_example_is_found_and_keeps_the_contract(python: Path, tmp_path: Path) -> None:
    run = "from adoptlog_cli import main; main()"
    listed = subprocess.run(
        [python, "-c", run, "--db", tmp_path / "t.db", "adapters", "list", "--format", "json"],
        capture_output=True,
        text=True,
        timeout=120,
    )
    (workshop,) = [one for one in json.loads(listed.stdout) if one["name"] == "workshop"]
    assert (workshop["direction"], workshop["installed"]) == ("in", True)

    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    suite = [python, "-m", "pytest", "-q", "-c", tmp_path / "pytest.ini", "-p", "no:cacheprovider", EXAMPLE / "tests"]
    done = subprocess.run(suite, cwd=tmp_path, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout
    assert "15 passed" in done.stdout
