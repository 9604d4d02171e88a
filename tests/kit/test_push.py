"""Sending: what is new in the order of the log, each at least once under an id that makes twice one."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from kit.pulse import answer, serving

from adoptlog import AdoptLog, Joined, Retracted, TrainingCompleted
from adoptlog.errors import Unusable
from adoptlog.kit import Message, Secret, WayOut, option, secret
from adoptlog.kit.credentials import Bearer
from adoptlog.kit.web import HTTP, Web
from adoptlog.testing.faults import PushFaultContract, impatient

if TYPE_CHECKING:
    from http.server import BaseHTTPRequestHandler

TOKEN = "s3cret-bell-token"
DAY = date(2026, 4, 1)


@attrs.frozen(kw_only=True)
class BellOptions:
    url: str = option("where Bell is")
    token: Secret = secret("a token that may write")


class Bell(WayOut[BellOptions]):
    """Rings for every training."""

    name, title, Options, needs = "bell", "Bell", BellOptions, HTTP

    def compose(self, log: AdoptLog, bookmark: str | None) -> Iterator[Message]:
        for one in log.recorded_since(int(bookmark or 0)):
            if isinstance(one.fact, TrainingCompleted):
                text = f"{one.person} completed {one.fact.course}"
                yield Message(id=str(one.id), text=text, content=text, bookmark=str(one.position))

    def send(self, message: Message) -> None:
        with Web(self.options.url, Bearer(self.options.token)) as web:
            web.send("PUT", f"rings/{message.id}", json={"text": message.content}, again=True)


@contextmanager
def bell() -> Iterator[tuple[str, Callable[[], Any]]]:
    rung: dict[str, str] = {}

    def take(request: "BaseHTTPRequestHandler") -> None:
        if request.headers["Authorization"] == f"Bearer {TOKEN}":
            rung[request.path] = json.loads(request.body)["text"]  # type: ignore[attr-defined]
            answer(request, 200, {"done": True})
        else:
            answer(request, 403, {})

    with serving(take) as url:
        yield url, lambda: sorted(rung.values())


def made(url: str) -> Bell:
    return Bell(BellOptions(url=url, token=Secret(TOKEN)))


def fill(log: AdoptLog) -> None:
    for number in range(2):
        log.record(f"e-100{number}", Joined(on=DAY))
        log.record(f"e-100{number}", TrainingCompleted(course="genai-basics", on=DAY))


class TestFaults(PushFaultContract):
    server = staticmethod(bell)
    make = staticmethod(made)
    fill = staticmethod(fill)


def test_only_what_is_new_is_sent(url: str) -> None:
    with bell() as (address, rung), AdoptLog(url) as log:
        fill(log)
        assert log.push(made(address)).sent == 2
        assert log.push(made(address)).sent == 0
        log.record("e-1000", TrainingCompleted(course="genai-advanced", on=DAY))
        assert log.push(made(address), dry_run=True).texts == ("e-1000 completed genai-advanced",)
        assert len(rung()) == 2
        assert log.push(made(address)).sent == 1

        assert log.push(made(address), full=True).sent == 3
        assert rung() == [
            "e-1000 completed genai-advanced",
            "e-1000 completed genai-basics",
            "e-1001 completed genai-basics",
        ]


def test_what_was_sent_before_a_failure_is_not_sent_again() -> None:
    class Half(Bell):
        def send(self, message: Message) -> None:
            if "e-1001" in message.text:
                raise Unusable("gone away")
            super().send(message)

    with impatient(), bell() as (address, _), AdoptLog("sqlite://") as log:
        fill(log)
        with pytest.raises(Unusable, match="gone away"):
            log.push(Half(BellOptions(url=address, token=Secret(TOKEN))))

        assert log.push(made(address)).texts == ("e-1001 completed genai-basics",)


def test_reading_and_sending_have_bookmarks_of_their_own() -> None:
    with bell() as (address, _), AdoptLog("sqlite://") as log:
        fill(log)
        log.push(made(address))

        progress = log.progress_of_adapters()["bell"]
        assert (progress.bookmark, progress.sent_up_to) == (None, "4")


def test_an_event_that_is_taken_back_can_be_named() -> None:
    with AdoptLog("sqlite://") as log:
        fill(log)
        log.retract_import(2)

        recorded = list(log.recorded_since(0))
        training, taken_back = recorded[1], recorded[-1]
        assert isinstance(taken_back.fact, Retracted)
        assert taken_back.id_of(taken_back.fact.version) == training.id
