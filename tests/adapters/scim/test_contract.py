"""SCIM keeps what every adapter has to keep, against a real server."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest

from adoptlog.kit import Secret
from adoptlog.testing import AdapterContract
from adoptlog.testing.faults import FaultContract
from adoptlog_adapters.scim import ScimAdapter, ScimOptions

TOKEN = "s3cret-scim-token"


def company(directory: Any) -> None:
    """A report who is listed before the manager or after, a leaver, and an account that is no person's."""
    boss = directory.hire("1001", "Aiko", department="Sales")
    directory.hire("1002", "Ben", department="Sales", manager=boss)
    directory.hire("1003", "Chiyo", department="Support", manager=boss, active=False)
    directory.hire(None, "Robot", login="robot", emails=[])


class TestContract(AdapterContract):
    @pytest.fixture(autouse=True)
    def _company(self, directory: Any) -> None:
        company(directory)
        self.url = directory.url

    def make(self) -> ScimAdapter:
        return ScimAdapter(ScimOptions(url=self.url, token=Secret(TOKEN), page=2, today=date(2026, 6, 3)))


class TestFaults(FaultContract):
    @pytest.fixture(autouse=True)
    def _server(self, new_directory: Any) -> None:
        self.new = new_directory

    @contextmanager
    def server(self) -> Iterator[str]:
        directory = self.new()
        company(directory)
        yield directory.url

    def make(self, url: str) -> ScimAdapter:
        return ScimAdapter(ScimOptions(url=url, token=Secret(TOKEN), page=3, today=date(2026, 6, 3)))
