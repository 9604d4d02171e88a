"""The management report, and what lasts: what a program came to, as values."""

from datetime import date
from typing import TYPE_CHECKING

from adoptlog.facade.effects import Effects
from adoptlog.facade.over_time import OverTime
from adoptlog.policy import in_force

if TYPE_CHECKING:
    from adoptlog.effect.survival import Survival
    from adoptlog.report.value import Report


class Reporting(Effects, OverTime):
    """The part of `AdoptLog` for those who report to the management."""

    def retention(self, *, as_of: date | None = None, program: str | None = None) -> "Survival":
        """How long those who used it keep using it, in counted days of work from their first use to their first lapse
        (Kaplan & Meier 1958). Who left, went on a long leave, was exempted, or still uses it, counts as far as seen."""
        from adoptlog.effect.survival import kaplan_meier
        from adoptlog.trends.spells import spells

        with self.application.current() as read:
            found = list(spells(self._development(read, as_of, program).tracks))
        return kaplan_meier([spell.days for spell in found], [spell.lapsed for spell in found])

    def report(self, *, as_of: date | None = None, program: str | None = None, with_names: bool = False) -> "Report":
        """Everything that the management report says of a program (the only one, if none is named), suppressed already.

        `adoptlog.report.page.page(report, "en")` makes the page of it. With names it lists who is in which state.
        """
        from adoptlog.evidence.measurements import Measurements
        from adoptlog.evidence.program import aimed
        from adoptlog.follow_up.rules import waiting_too_long
        from adoptlog.report.assembling import Material, assembled

        day = as_of or self.today
        usage = self.usage_rate(as_of=day, program=program)
        by_department = self.usage_rate(as_of=day, program=program, by="department")
        with self.application.current() as read:
            development = self._development(read, day, program)
            name = development.program.program
            measurements = Measurements(read.connection, read, self._question(read, day, None, None))
            (one,) = aimed(measurements.setting, measurements.presences.values(), name, day)
            policy = self.policy or in_force(read.shared(), day)
            limits = policy.follow_ups.limits(waiting_too_long.RULE)
            assert isinstance(limits, waiting_too_long.Limits)
            material = Material(
                development=development,
                measurements=measurements,
                aimed=one,
                usage=usage[0],
                usage_by_department=by_department,
                policy=policy.effect,
                waiting=limits,
            )
            return assembled(material, with_names=with_names)
