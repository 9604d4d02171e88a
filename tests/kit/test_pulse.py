"""An adapter made with the kit keeps what every adapter has to keep."""

from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest
from kit.pulse import TOKEN, Pulse, PulseOptions, pulse

from adoptlog import AdoptLog
from adoptlog.kit import Secret
from adoptlog.kit.checking import checked
from adoptlog.testing import AdapterContract
from adoptlog.testing.faults import FaultContract

TODAY = date(2026, 6, 3)


def made(url: str, token: str = TOKEN, today: date = TODAY) -> Pulse:
    return Pulse(PulseOptions(url=url, token=Secret(token), today=today))


class TestContract(AdapterContract):
    @pytest.fixture(autouse=True)
    def _server(self) -> Any:
        with pulse() as self.url:
            yield

    def make(self) -> Pulse:
        return made(self.url)


class TestFaults(FaultContract):
    def server(self) -> AbstractContextManager[str]:
        return pulse()

    def make(self, url: str) -> Pulse:
        return made(url)


def test_no_day_after_the_watermark_is_unused() -> None:
    with pulse() as url, AdoptLog("sqlite://") as log:
        log.import_from(made(url))

        progress = log.progress_of_adapters()["pulse"]
        assert (progress.watermark, progress.bookmark) == (date(2026, 6, 2), "2026-06-02")
        before = log.status(person="user0@example.com", as_of=date(2026, 6, 2))[0]
        after = log.status(person="user0@example.com", as_of=date(2026, 6, 3))[0]
        assert (before.silence, after.silence) == (0, 0)


def test_the_check_says_which_right_is_missing() -> None:
    with pulse() as url:
        (good,) = checked(made(url))
        (bad,) = checked(made(url, token="wrong-token"))

    assert good.works
    assert not bad.works
    assert "403 Forbidden: the token may not read usage; it needs the right 'usage:read'" in bad.text
