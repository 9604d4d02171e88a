"""The usage rate: of those who could have used the tool in a period, how many did."""

import attrs

from adoptlog.effect.rates import wilson


@attrs.frozen(kw_only=True)
class UsageRate:
    """People of one program, or of one department of it, in a period; what is suppressed or unknown is None.

    `eligible`: enrolled, licensed, employed, not exempt, not on leave all period; `known`: those of them of whom the
    period is known; `rate` = active ÷ known with its score interval `low` … `high`; `least` and `most`: the rate if
    nobody unknown was active, and if all of them were; `shadow`: active without being licensed.
    """

    program: str
    department: str | None = None
    active: int | None = None
    known: int | None = None
    eligible: int | None = None
    rate: float | None = None
    low: float | None = None
    high: float | None = None
    least: float | None = None
    most: float | None = None
    shadow: int | None = None

    @property
    def suppressed(self) -> bool:
        """Whether the group is too small to be shown."""
        return self.eligible is None


def usage_rate(
    program: str, active: int, known: int, eligible: int, shadow: int = 0, department: str | None = None
) -> UsageRate:
    """Active ÷ known (Wilson 1927), and its bounds (Manski 1989).

    >>> found = usage_rate("writing", active=2, known=4, eligible=5)
    >>> found.rate, round(found.low, 4), round(found.high, 4), found.least, found.most
    (0.5, 0.15, 0.85, 0.4, 0.6)
    """
    interval = wilson(active, known) if known else None
    return UsageRate(
        program=program,
        department=department,
        active=active,
        known=known,
        eligible=eligible,
        rate=active / known if known else None,
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        least=active / eligible if eligible else None,
        most=(active + eligible - known) / eligible if eligible else None,
        shadow=shadow,
    )
