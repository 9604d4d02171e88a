"""The effect on one task in one metric: the figure, its interval, the verdict, and what stands beside it."""

from collections.abc import Sequence
from statistics import fmean

import attrs

from adoptlog.domain.facts.effect import Metric
from adoptlog.effect.ancova import Compared, ancova, difference_in_differences
from adoptlog.effect.calibration import Calibration, calibration
from adoptlog.effect.interval import Interval
from adoptlog.effect.measured import Measured, month_number
from adoptlog.effect.paired import paired, share_saved
from adoptlog.effect.policy import EffectPolicy
from adoptlog.effect.rates import newcombe, risk_ratio, score_test
from adoptlog.effect.regression import Regression, less_regression
from adoptlog.effect.staggered import Observed, Staggered, with_interval
from adoptlog.effect.tally import Tally, tally
from adoptlog.effect.verdict import ENOUGH, Verdict, verdict


@attrs.frozen(kw_only=True)
class Rates:
    """Items with a defect, counted together: items of one person are not independent, so this stands beside only."""

    before: tuple[int, int]
    after: tuple[int, int]
    interval: Interval
    """Newcombe's, of before − after."""
    ratio: float | None
    ratio_interval: Interval | None
    p: float


@attrs.frozen(kw_only=True)
class Comparison:
    """Beside people who had not started: by how much more those who had were improved."""

    others: int
    others_before: float
    others_after: float
    saved: float
    """At the same baseline (ANCOVA), in the sign of `saved`."""
    interval: Interval
    difference_in_differences: float
    """Plain, in the sign of `saved`."""


@attrs.frozen(kw_only=True)
class Recalled:
    """People whose baseline was estimated afterwards: felt, never mixed with what was measured (grade C)."""

    people: int
    before: float
    after: float
    saved: float
    interval: Interval


@attrs.frozen(kw_only=True)
class TaskEffect:
    """What a program changed in a task; a figure of too few people is None.

    `before` and `after` are means of person means, `saved` what became better (before − after for minutes and defect
    rates, after − before for ratings), `low` and `high` its 95 % t interval; all in minutes per run, points or shares.
    The `verdict` is about `basis`: the `plain` figure, or, for people chosen because slow, what is left of it `net` of
    the expected regression to the mean, or at the same baseline beside the others (`compared`).
    """

    program: str
    task: str
    metric: Metric
    department: str | None = None
    month: str | None = None
    people: int | None = None
    before: float | None = None
    after: float | None = None
    saved: float | None = None
    low: float | None = None
    high: float | None = None
    verdict: Verdict | None = None
    basis: str | None = None
    minimum: float | None = None
    """The smallest saving that matters."""
    share: float | None = None
    """Saved, as a share: a geometric mean ratio."""
    share_low: float | None = None
    share_high: float | None = None
    tally: Tally | None = None
    rates: Rates | None = None
    regression: Regression | None = None
    comparison: Comparison | None = None
    staggered: Staggered | None = None
    """In the unit measured: below 0 they became faster."""
    recalled: Recalled | None = None
    calibration: Calibration | None = None
    """Of people with a measured and a recalled baseline."""
    without_baseline: int | None = None
    """People measured afterwards without any baseline measured before."""

    @property
    def suppressed(self) -> bool:
        """Whether there were too few people to show the figure."""
        return self.people is None


def task_effect(
    row: TaskEffect, measured: Sequence[Measured], policy: EffectPolicy, chosen_below: float | None = None
) -> TaskEffect:
    """The row filled in, as far as enough people were measured; `measured` is everybody about whom anything was."""
    if len(measured) < policy.smallest_group:
        return row
    row = attrs.evolve(
        row,
        recalled=_recalled(row.metric, measured, policy.smallest_group),
        calibration=_calibration(row.metric, measured, policy.smallest_group),
        without_baseline=sum(one.after is not None and one.before is None for one in measured),
    )
    pairs = [one for one in measured if one.is_pair]
    if len(pairs) < max(policy.smallest_group, 1):
        return row
    return _figures(row, pairs, measured, policy, chosen_below)


def _figures(
    row: TaskEffect,
    pairs: Sequence[Measured],
    measured: Sequence[Measured],
    policy: EffectPolicy,
    chosen_below: float | None,
) -> TaskEffect:
    before, after = _both(pairs)
    saved = _saved(row.metric, before, after)
    mean, minimum = fmean(before), policy.minimum(row.metric, fmean(before))
    row = attrs.evolve(
        row, people=len(pairs), before=mean, after=fmean(after), saved=fmean(saved), minimum=minimum,
        verdict="INSUFFICIENT", basis="plain", tally=tally(saved) if row.metric == "rating" else None,
    )  # fmt: skip
    if len(pairs) < 2:
        return row
    share = share_saved(before, after) if row.metric == "minutes" else None
    chosen = row.metric == "minutes" and chosen_below is not None and 0 < chosen_below < mean
    comparison = _comparison(row.metric, measured, policy.smallest_group)
    regression = (
        less_regression(before, after, [one.before for one in measured if one.before is not None], chosen_below)
        if chosen and chosen_below is not None and len(pairs) >= ENOUGH
        else None
    )
    plain = paired(saved).interval
    basis, interval = _basis(plain, comparison if chosen else None, regression)
    said = verdict(interval, minimum, len(pairs))
    if basis == "net" and regression and regression.inferred and said == "SHOWN":
        said = "LIKELY"  # what is inferred from the chosen alone shows nothing
    return attrs.evolve(
        row,
        low=plain.low,
        high=plain.high,
        verdict=said,
        basis=basis,
        share=share[0] if share else None,
        share_low=share[1].low if share else None,
        share_high=share[1].high if share else None,
        rates=_rates(pairs) if row.metric == "defect_rate" else None,
        regression=regression,
        comparison=comparison,
        staggered=_staggered(measured, policy.smallest_group),
    )


def _basis(plain: Interval, comparison: Comparison | None, regression: Regression | None) -> tuple[str, Interval]:
    """What the verdict is about."""
    if comparison is not None:
        return "compared", comparison.interval
    return ("plain", plain) if regression is None else ("net", regression.interval)


def _both(pairs: Sequence[Measured]) -> tuple[list[float], list[float]]:
    return [one.before or 0.0 for one in pairs], [one.after or 0.0 for one in pairs]


def _saved(metric: Metric, before: Sequence[float], after: Sequence[float]) -> list[float]:
    """What became better, of each person."""
    sign = -1 if metric == "rating" else 1
    return [sign * (b - a) for b, a in zip(before, after, strict=True)]


def _rates(pairs: Sequence[Measured]) -> Rates | None:
    """The items counted together, where it was said of everybody how many there were."""
    counts = [(one.items_before, one.items_after) for one in pairs]
    if any(b is None or a is None for b, a in counts):
        return None
    of_before, of_after = sum(b or 0 for b, _ in counts), sum(a or 0 for _, a in counts)
    some_before = round(sum((one.before or 0) * (one.items_before or 0) for one in pairs))
    some_after = round(sum((one.after or 0) * (one.items_after or 0) for one in pairs))
    before, after = (some_before, of_before), (some_after, of_after)
    ratio = risk_ratio(after, before) if some_before and some_after else None
    return Rates(
        before=before,
        after=after,
        interval=newcombe(before, after),
        ratio=ratio[0] if ratio else None,
        ratio_interval=ratio[1] if ratio else None,
        p=score_test(before, after),
    )


def _comparison(metric: Metric, measured: Sequence[Measured], smallest: int) -> Comparison | None:
    mine = [one for one in measured if one.is_pair]
    others = [one for one in measured if one.before is not None and one.others is not None and one.after is None]
    if len(others) < max(smallest, 2):
        return None
    before = [one.before or 0.0 for one in (*mine, *others)]
    after = [*(one.after or 0.0 for one in mine), *(one.others or 0.0 for one in others)]
    treated = [True] * len(mine) + [False] * len(others)
    found = ancova(before, after, treated)
    if found is None:
        return None
    means = [fmean(some) for some in (before[: len(mine)], after[: len(mine)], before[len(mine) :], after[len(mine) :])]
    plain = difference_in_differences((means[0], means[1]), (means[2], means[3]))
    return _in_the_sign_of_saved(metric, found, len(others), (means[2], means[3]), plain)


def _in_the_sign_of_saved(
    metric: Metric, found: Compared, others: int, means: tuple[float, float], plain: float
) -> Comparison:
    better = metric == "rating"
    low, high = found.interval
    return Comparison(
        others=others,
        others_before=means[0],
        others_after=means[1],
        saved=found.effect if better else -found.effect,
        interval=found.interval if better else Interval(-high, -low),
        difference_in_differences=plain if better else -plain,
    )


def _staggered(measured: Sequence[Measured], smallest: int) -> Staggered | None:
    """Cohorts by the month they started, where there are several and each is large enough to be shown."""
    people = [
        Observed(month_number(one.start) if one.start else None, one.by_month) for one in measured if one.by_month
    ]
    sizes: dict[int | None, int] = {}
    for one in people:
        sizes[one.start] = sizes.get(one.start, 0) + 1
    if len([start for start in sizes if start is not None]) < 2 or min(sizes.values()) < smallest:
        return None
    return with_interval(people)


def _recalled(metric: Metric, measured: Sequence[Measured], smallest: int) -> Recalled | None:
    felt = [one for one in measured if one.recalled is not None and one.after is not None and one.before is None]
    if len(felt) < max(smallest, 2):
        return None
    before, after = [one.recalled or 0.0 for one in felt], [one.after or 0.0 for one in felt]
    found = paired(_saved(metric, before, after))
    return Recalled(
        people=len(felt), before=fmean(before), after=fmean(after), saved=found.mean, interval=found.interval
    )


def _calibration(metric: Metric, measured: Sequence[Measured], smallest: int) -> Calibration | None:
    both = [one for one in measured if one.is_pair and one.recalled is not None]
    if len(both) < max(smallest, 2):
        return None
    before, after = _both(both)
    return calibration(_saved(metric, [one.recalled or 0.0 for one in both], after), _saved(metric, before, after))
