"""A simulated company: people whose true habit is known, and the files their systems would have exported.

The demo shows one, tests compare what adoptlog concludes with what is true, and benchmarks take their rows from
`daily_usage`. Everything follows from the arguments: the same seed gives the same files, byte for byte, on any day.

>>> from datetime import date
>>> company = simulate(people=8, days=30, seed=1, until=date(2026, 6, 30))
>>> company.start, company.people[0].number, company.habit.shape
(datetime.date(2026, 6, 1), 'e-0001', (8, 30))

`write_files(company, directory)` then writes CSV files of the kinds of `adoptlog import csv`, in an order in which
they can be imported. As in life, some rows of use come late, some come twice, and a few are wrong.

`simulate(population=Population())` makes a company to a plan instead: so many people of each pattern, days and whole
weeks about which nothing is known, and no self-reports to fill them. `stopped` says when each habit truly stopped.
"""

from adoptlog.simulation.bulk import daily_usage
from adoptlog.simulation.company import Company, simulate
from adoptlog.simulation.files import write_files
from adoptlog.simulation.people import Pattern, Person
from adoptlog.simulation.population import Population
from adoptlog.simulation.reports import Report, usage_reports
from adoptlog.simulation.truth import fading, stopped

__all__ = [
    "Company",
    "Pattern",
    "Person",
    "Population",
    "Report",
    "daily_usage",
    "fading",
    "simulate",
    "stopped",
    "usage_reports",
    "write_files",
]
