"""The simulated company: its people, what is true of them, and what they did."""

from datetime import date

import attrs
import numpy as np
import numpy.typing as npt

from adoptlog.simulation.chance import generator
from adoptlog.simulation.days import DAY
from adoptlog.simulation.habits import draw_use_cases, draw_uses, true_habit, work_days
from adoptlog.simulation.people import Person, staff
from adoptlog.simulation.population import Population

UNTIL = date(2026, 6, 30)
"""The last day of the demo's company: a fixed one, for the simulation knows no clock."""

PROGRAM, TOOL = "genai", "assistant"


@attrs.frozen(kw_only=True, eq=False)
class Company:
    """What was simulated; the arrays have a row for each person and a column for each day from `start`."""

    seed: int
    start: date
    until: date
    people: tuple[Person, ...]
    habit: npt.NDArray[np.float32] = attrs.field(repr=False)
    """The truth: how likely the person is to use the tool on that day, were it a work day."""
    work: npt.NDArray[np.bool_] = attrs.field(repr=False)
    """Whether the day is a work day of the person, who is employed and not on leave."""
    uses: npt.NDArray[np.uint16] = attrs.field(repr=False)
    """How often the person used the tool that day."""
    use_cases: npt.NDArray[np.uint8] = attrs.field(repr=False)
    """What for, as a place in `habits.USE_CASE_CELLS`; without meaning on days without use."""
    known: npt.NDArray[np.bool_] | None = attrs.field(default=None, repr=False)
    """Which days of each person the reports speak about; None: they speak about everybody, every day."""

    @property
    def days(self) -> int:
        """How many days were simulated, the last one included."""
        return (self.until - self.start).days + 1

    @property
    def owner(self) -> Person:
        """Who answers for the program: the head of the company."""
        return self.people[0]

    def champions(self) -> dict[str, Person]:
        """The person each department asks: its first fast adopter, else its head."""
        chosen: dict[str, Person] = {}
        for person in self.people:
            standing = chosen.setdefault(person.department, person)
            if standing.pattern != "fast" and person.pattern == "fast" and person.joined_on < self.start:
                chosen[person.department] = person
        return chosen

    def work_day(self, place: int, on: date) -> date | None:
        """The first work day of the person at a place from a day on, None if there is none by `until`."""
        first = max(0, (on - self.start).days)
        rest = self.work[place, first:]
        return self.start + (first + int(rest.argmax())) * DAY if rest.any() else None

    def days_used(self, place: int, on: date, of: int = 7) -> int:
        """On how many of the last so many days, `on` included, the person used the tool."""
        last = (on - self.start).days + 1
        return int((self.uses[place, max(0, last - of) : last] > 0).sum())


def simulate(
    people: int = 60, days: int = 180, seed: int = 1, until: date = UNTIL, population: Population | None = None
) -> Company:
    """A company of so many people, over so many days of which `until` is the last; raises `ValueError` without any.

    With a `population`, people are what it says, and only part of the days is known: its reports have a row for each
    known work day of a person, also when the tool was not used, and are imported with `covers="none"`.
    """
    if people < 1 or days < 1:
        raise ValueError(f"a company of {people} people over {days} days; both must be at least 1")
    start = until - (days - 1) * DAY
    if population is None:
        who = staff(generator(seed, 0), people, start, days)
    else:
        who = population.people(seed, people, start, days)
    rng = generator(seed, 1)
    habit = np.array([true_habit(rng, person, start, days) for person in who])
    work = work_days(who, start, days)
    return Company(
        seed=seed,
        start=start,
        until=until,
        people=who,
        habit=habit,
        work=work,
        uses=draw_uses(generator(seed, 2), who, start, habit, work),
        use_cases=draw_use_cases(generator(seed, 3), who, habit.shape),
        known=None if population is None else population.known(seed, work),
    )
