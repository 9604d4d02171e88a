"""What every adapter has to keep: subclass `AdapterContract`, and say how to make yours with an example input."""

import logging
import random
from collections.abc import Iterator
from typing import Any, cast

import attrs
import pytest

from adoptlog.errors import AdoptLogError, Unusable
from adoptlog.intake.adapter import Adapter, Fetched, PageRead, Read
from adoptlog.intake.importing import ImportResult
from adoptlog.kit.secrets import Secret
from adoptlog.log import AdoptLog
from adoptlog.testing.store import Contents, contents, events_written, everything_written, personal_data

_SHORTEST = 4
"""Ids of fewer letters stand in other things by chance."""
_CUTS = 40
_SHUFFLES = 5


class AdapterContract:
    """A test suite to inherit:

    class TestOurs(AdapterContract):
        def make(self):
            return Ours(OursOptions(files=[EXAMPLE]))

    `make` gives a new adapter each time, over the same example input with at least one record that can be recorded.
    """

    def make(self) -> Any:
        """A new adapter over the example input."""
        raise NotImplementedError

    def test_the_example_says_something(self) -> None:
        with AdoptLog("sqlite://") as log:
            assert log.import_from(self.make()).recorded > 0

    def test_importing_twice_records_once(self) -> None:
        with AdoptLog("sqlite://") as log:
            first = log.import_from(self.make(), full=True)
            once = contents(log)

            again = log.import_from(self.make(), full=True)

            assert (again.recorded, again.read) == (0, first.read)
            assert contents(log) == once

    def test_going_on_from_the_bookmark_records_nothing_twice(self) -> None:
        with AdoptLog("sqlite://") as log:
            log.import_from(self.make())
            once = contents(log)

            assert log.import_from(self.make()).recorded == 0
            assert contents(log) == once

    def test_cut_off_anywhere_and_resumed_it_is_the_same(self) -> None:
        whole = self._imported(self.make())
        items = list(self.make().fetch(None))
        ends = [place for place, item in enumerate(items) if isinstance(item, PageRead)]
        places = ends if len(ends) > 1 else range(min(len(items), _CUTS))
        for place in places:
            with AdoptLog("sqlite://") as log:
                with pytest.raises(_CutOff):
                    log.import_from(cast(Adapter, _Cut(self.make(), place + 1)))
                log.import_from(self.make())

                assert contents(log) == whole, f"cut after item {place + 1} of {len(items)}"

    def test_pages_in_another_order_are_the_same(self) -> None:
        whole = self._imported(self.make())
        pages = _pages(list(self.make().fetch(None)))
        for seed in range(_SHUFFLES):
            shuffled = random.Random(seed).sample(pages, len(pages))

            assert self._imported(_Given(self.make(), [one for page in shuffled for one in page])) == whole

    def test_every_record_is_accounted_for(self) -> None:
        records = sum(isinstance(item, Fetched) for item in self.make().fetch(None))
        with AdoptLog("sqlite://") as log:
            result = log.import_from(self.make())

        assert result.read == records == _accounted(result)

    def test_no_personal_data_in_events(self) -> None:
        with AdoptLog("sqlite://") as log:
            log.import_from(self.make())
            written = b"\0".join(events_written(log))

            for text in personal_data(log):
                assert len(text) < _SHORTEST or text.encode() not in written, f"{text!r} stands in an event"

    def test_no_secret_in_any_output(self, caplog: pytest.LogCaptureFixture) -> None:
        made = self.make()
        with caplog.at_level(logging.DEBUG), AdoptLog("sqlite://") as log:
            log.import_from(made)
            seen = [*everything_written(log), caplog.text, repr(made), made.source, *getattr(made, "notes", ())]
            seen.append(repr(getattr(made, "options", None)))

        for secret in secrets_of(made):
            assert not any(secret in text for text in seen)

    def _imported(self, adapter: Any) -> Contents:
        with AdoptLog("sqlite://") as log:
            log.import_from(adapter)
            return contents(log)


def secrets_of(adapter: Any) -> list[str]:
    """The secrets among the options of an adapter."""
    options = getattr(adapter, "options", None)
    if options is None or not attrs.has(type(options)):
        return []
    values = (getattr(options, field.name) for field in attrs.fields(type(options)))
    return [value.reveal() for value in values if isinstance(value, Secret)]


def _accounted(result: ImportResult) -> int:
    return result.recorded + result.duplicates + result.irrelevant + result.rejected


def _pages(items: list[Read]) -> list[list[Read]]:
    """The pages of a source; where it has none, each record is one."""
    if not any(isinstance(item, PageRead) for item in items):
        return [[item] for item in items]
    pages: list[list[Read]] = [[]]
    for item in items:
        pages[-1].append(item)
        if isinstance(item, PageRead):
            pages.append([])
    return [page for page in pages if page]


class _CutOff(Unusable):
    """The source went away."""


class _Instead:
    """An adapter that reads something else than it would."""

    def __init__(self, adapter: Adapter) -> None:
        self._adapter = adapter
        self.name = adapter.name
        self.covers = adapter.covers
        self.notes: list[str] = []

    @property
    def source(self) -> str:
        return self._adapter.source

    def translate(self, raw: Any) -> Any:
        return self._adapter.translate(raw)

    def show(self, raw: Any) -> Any:
        return self._adapter.show(raw)


class _Cut(_Instead):
    def __init__(self, adapter: Adapter, after: int) -> None:
        super().__init__(adapter)
        self._after = after

    def fetch(self, bookmark: str | None) -> Iterator[Read]:
        for number, item in enumerate(self._adapter.fetch(bookmark)):
            if number == self._after:
                break
            yield item
        raise _CutOff("the source went away")


class _Given(_Instead):
    def __init__(self, adapter: Adapter, items: list[Read]) -> None:
        super().__init__(adapter)
        self._items = items

    def fetch(self, bookmark: str | None) -> Iterator[Read]:
        yield from self._items


def said_plainly(problem: AdoptLogError, secrets: list[str]) -> bool:
    """Whether an error is one line that tells no secret."""
    text = str(problem)
    return bool(text) and "\n" not in text and not any(secret in text for secret in secrets)
