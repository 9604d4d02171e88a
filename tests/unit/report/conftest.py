"""A small simulated company, and its report."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.simulated import logged

from adoptlog import AdoptLog
from adoptlog.report.value import Report
from adoptlog.simulation import simulate

PEOPLE, DAYS = 30, 120


@pytest.fixture(scope="session")
def company_log(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AdoptLog]:
    folder: Path = tmp_path_factory.mktemp("company")
    with logged(simulate(PEOPLE, DAYS, seed=3), f"sqlite:///{folder / 'company.db'}", folder) as log:
        yield log


@pytest.fixture(scope="session")
def report(company_log: AdoptLog) -> Report:
    return company_log.report()
