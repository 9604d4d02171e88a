"""Nothing ranks people, and no secret is told."""

import inspect
import logging
import re
from collections.abc import Iterator
from datetime import date
from uuid import UUID

import attrs
import click
import pytest
import sqlalchemy as sa

import adoptlog
from adoptlog import AdoptLog, FollowUp, HabitStatus, ToolUsed, Unusable
from adoptlog.notify.channel import Letter, NotDelivered, Notification
from adoptlog.notify.smtp import Mail
from adoptlog.notify.webhook import Slack, Teams
from adoptlog.privacy.groups import Group
from adoptlog.privacy.viewer import Viewer
from adoptlog.store import tables
from adoptlog_cli.main import cli

_RANKS = re.compile(
    r"(?<![a-z])(rank|ranked|ranking|percentile|quartile|league|leaderboard|top|best|worst|sort|order_by)(?![a-z])"
)
SECRET = "hunter2-correct-horse"


LETTER = Letter(
    id=UUID(int=1), to="e-1", name=None, address="a@example.com", lang="en", subject="s", text="t", entries=(),
    on=date(2026, 4, 1),
)  # fmt: skip


def commands(group: click.Command, name: str = "adoptlog") -> Iterator[tuple[str, click.Command]]:
    yield name, group
    if isinstance(group, click.Group):
        with click.Context(group) as context:
            for one in group.list_commands(context):
                found = group.get_command(context, one)
                assert found is not None
                yield from commands(found, f"{name} {one}")


def test_no_command_sorts_or_ranks() -> None:
    offered = [(name, option) for name, one in commands(cli) for p in one.params for option in (*p.opts, p.name or "")]
    ranking = [(name, option) for name, option in offered if _RANKS.search(option.lstrip("-").replace("-", " "))]
    assert len(offered) > 100
    assert ranking == []
    assert [name for name, _ in commands(cli) if _RANKS.search(name)] == []


def test_nothing_public_sorts_or_ranks() -> None:
    names = [name for name in dir(AdoptLog) if not name.startswith("_")]
    names += [p for name in names if callable(f := getattr(AdoptLog, name)) for p in inspect.signature(f).parameters]
    names += [
        *HabitStatus.__struct_fields__,
        *(a.name for kind in (FollowUp, Group, Viewer) for a in attrs.fields(kind)),
    ]
    names += list(adoptlog.__all__)
    assert [name for name in names if _RANKS.search(name.replace("_", " "))] == []


@pytest.mark.parametrize("name", ["--sort", "--top", "rank-by", "percentile"])
def test_what_would_rank_is_found(name: str) -> None:
    assert _RANKS.search(name.lstrip("-").replace("-", " "))


def test_the_databases_password_is_never_told(caplog: pytest.LogCaptureFixture) -> None:
    url = f"postgresql://somebody:{SECRET}@127.0.0.1:1/nowhere"
    with caplog.at_level(logging.DEBUG), pytest.raises(Unusable) as refused:
        AdoptLog(url)

    said = []
    problem: BaseException | None = refused.value
    while problem is not None:
        said += [str(problem), repr(problem)]
        problem = problem.__cause__ or problem.__context__
    assert SECRET not in " ".join(said)
    assert SECRET not in caplog.text


def test_a_password_is_neither_shown_nor_stored(postgresql_url: str, caplog: pytest.LogCaptureFixture) -> None:
    url = re.sub(r"//[^@/]*@", f"//postgres:{SECRET}@", postgresql_url)
    with caplog.at_level(logging.DEBUG), AdoptLog(url) as log:
        log.record("e-1", ToolUsed(tool="gemini", on=date(2026, 4, 1)))
        log.status()
        with log.database.reading() as connection:
            stored = [row for t in tables.metadata.sorted_tables for row in connection.execute(sa.select(t))]

    said = [repr(log), repr(log.database), repr(log.database.engine), repr(log.application), str(log.database.url)]
    assert SECRET in log.database.url.render_as_string(hide_password=False)
    assert SECRET not in " ".join(said)
    assert SECRET not in caplog.text
    assert SECRET not in str(stored)


def test_where_letters_go_through_is_not_told(caplog: pytest.LogCaptureFixture) -> None:
    mail = Mail(f"smtp://user:{SECRET}@127.0.0.1:1", "adoptlog@example.com")
    rooms = [Slack(f"https://127.0.0.1:1/{SECRET}"), Teams(f"https://127.0.0.1:1/{SECRET}")]
    said = [repr(channel) for channel in (mail, *rooms)]

    with caplog.at_level(logging.DEBUG):
        with pytest.raises(NotDelivered) as refused:
            mail.deliver(LETTER)
        said += [str(refused.value), repr(refused.value)]
        for room in rooms:
            with pytest.raises(NotDelivered) as refused:
                room.post(Notification(title="x", lines=(), closing=""))
            said += [str(refused.value), repr(refused.value)]

    assert SECRET not in " ".join(said)
    assert SECRET not in caplog.text
