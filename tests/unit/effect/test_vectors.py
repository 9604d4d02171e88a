"""Every number of the worked examples, `effect.json`; intervals by bootstrap within their Monte-Carlo error."""

import json
from pathlib import Path

import pytest

from adoptlog.effect.ancova import ancova, difference_in_differences
from adoptlog.effect.bootstrap import of_statistic, of_total
from adoptlog.effect.calibration import calibration
from adoptlog.effect.coverage import BaselineCoverage
from adoptlog.effect.hours import Runs, hours_saved
from adoptlog.effect.interval import Interval
from adoptlog.effect.paired import paired, share_saved, signed_rank
from adoptlog.effect.rates import mcnemar, newcombe, risk_ratio, score_test
from adoptlog.effect.regression import expected_regression
from adoptlog.effect.sample_size import pairs_needed, pairs_needed_by_normal
from adoptlog.effect.staggered import Observed, staggered
from adoptlog.effect.survival import kaplan_meier
from adoptlog.effect.tally import not_worse, tally
from adoptlog.effect.usage import usage_rate
from adoptlog.effect.verdict import verdict

VECTORS = json.loads((Path(__file__).parent / "effect.json").read_text("utf-8"))


def near(expected):
    """As printed: with six decimals."""
    return pytest.approx(expected, abs=6e-7)


def as_told(found):
    return {"n": found.n, "mean_saved": found.mean, "sd_diff": found.sd, "se": found.se, "t": found.t, "dz": found.dz}


def figures(expected):
    return near({key: value for key, value in expected.items() if key not in ("ci", "p")})


def test_minutes_of_one_task_before_and_after():
    vector = VECTORS["paired_time_minutes_of_one_task"]
    saved = [b - a for b, a in zip(vector["before"], vector["after"], strict=True)]

    found = paired(saved)
    share, interval = share_saved(vector["before"], vector["after"])

    assert as_told(found) == figures(vector["t"])
    assert list(found.interval) == near(vector["t"]["ci"])
    assert found.p == near(vector["t"]["p"])
    assert share == near(vector["ratio"]["pct_saved"])
    assert list(interval) == near(vector["ratio"]["ci"])
    assert signed_rank(saved) == near((vector["wilcoxon"]["W"], vector["wilcoxon"]["p"]))


def test_minutes_of_one_task_by_bootstrap():
    vector = VECTORS["paired_time_minutes_of_one_task"]
    saved = [b - a for b, a in zip(vector["before"], vector["after"], strict=True)]

    plain = of_statistic(saved, method="percentile", resamples=20_000)
    corrected = of_statistic(saved, resamples=20_000)

    assert list(plain) == pytest.approx(vector["bootstrap_ci"], abs=0.2)
    assert list(corrected) == pytest.approx(vector["bca_scipy"], abs=0.3)


def test_hours_per_month_with_people_as_the_unit():
    vector = VECTORS["total_hours_per_month"]
    work = [
        Runs(person=r["person"], task=r["task"], saved=r["before"] - r["after"], runs=r["runs_per_month"])
        for r in vector["rows"]
    ]
    hours = {
        person: sum(one.saved * one.runs for one in work if one.person == person) / 60
        for person in vector["per_person"]
    }

    found = hours_saved(work, resamples=20_000)

    assert hours == near(vector["per_person"])
    assert sum(hours.values()) / len(hours) == near(vector["per_person_mean"])
    assert found.value == near(vector["total"])
    assert [found.low, found.high] == pytest.approx(vector["cluster_bootstrap_ci"], abs=0.4)
    assert list(of_total(list(hours.values()), 20_000)) == pytest.approx([found.low, found.high], abs=0.4)


def test_share_saved_of_each_task():
    vector = VECTORS["total_hours_per_month"]

    for task, expected in vector["by_task"].items():
        rows = [r for r in vector["rows"] if r["task"] == task]
        share, interval = share_saved([r["before"] for r in rows], [r["after"] for r in rows])

        assert share == near(expected["pct_saved"])
        assert list(interval) == near(expected["ci"])


@pytest.mark.parametrize("case", VECTORS["sample_size_paired"]["cases"])
def test_pairs_needed(case):
    assert pairs_needed_by_normal(case["delta"], case["sd"]) == case["n_normal"]
    assert pairs_needed(case["delta"], case["sd"]) == case["n_t"]


def test_regression_to_the_mean():
    vector = VECTORS["regression_to_mean"]
    normal = (vector["mu"], vector["sd_between"], vector["sd_within"], vector["cutoff"])

    assert expected_regression(*normal) == near(vector["expected_drop_without_effect"])
    assert expected_regression(*normal, 4) == near(vector["with_mean_of_4_baselines"])


def test_comparison_group():
    vector = VECTORS["ancova"]
    data = vector["data"]

    found = ancova(data["pre"], data["post"], [bool(one) for one in data["ai"]])

    assert found.effect == near(vector["effect"])
    assert list(found.interval) == near(vector["ci"])


def test_difference_in_differences():
    vector = VECTORS["did_2x2"]

    found = difference_in_differences(
        (vector["treated_before"], vector["treated_after"]), (vector["control_before"], vector["control_after"])
    )

    assert vector["treated_before"] - vector["treated_after"] == vector["naive"]
    assert found == vector["did"]


def test_staggered_starts():
    vector = VECTORS["staggered"]
    people = [
        Observed(vector["start"].get(group), {int(period): mean for period, mean in means.items()})
        for group, means in vector["means"].items()
        for _ in range(vector["n"][group])
    ]

    found = staggered(people)

    starts = {start: group for group, start in vector["start"].items()}
    assert {f"{starts[g]},t={t}": effect for (g, t), effect in found.cells.items()} == near(vector["att"])
    assert {str(since): effect for since, effect in found.since_start.items()} == near(vector["event_time"])
    assert found.overall == near(vector["overall"])
    assert found.before_start[3, 2] == near(vector["pre_trend_check"]["G3 t=2"])


def test_usage_rate_from_counts():
    vector = VECTORS["usage_rate_week"]

    found = usage_rate("any", vector["active"], vector["known"], vector["eligible"], len(vector["shadow"]))

    assert found.rate == vector["rate"]
    assert [found.low, found.high] == near(vector["wilson"])
    assert [found.least, found.most] == near(vector["bounds_if_unknown"])


def test_usage_rate_changed():
    vector = VECTORS["usage_rate_change"]
    first, last, same = vector["first"], vector["last"], vector["mcnemar"]
    people = same["n11"] + same["n10"] + same["n01"] + same["n00"]

    assert last[0] / last[1] - first[0] / first[1] == near(vector["diff"])
    assert list(newcombe(last, first)) == near(vector["newcombe_ci"])
    assert (same["n01"] - same["n10"]) / people == near(same["diff"])
    assert mcnemar(same["n01"], same["n10"]) == near(same["exact_p"])


def test_defect_rate():
    vector = VECTORS["quality_defect_rate"]
    before, after = vector["before"], vector["after"]

    assert (before[0] / before[1], after[0] / after[1]) == near((vector["rate_before"], vector["rate_after"]))
    assert after[0] / after[1] - before[0] / before[1] == near(vector["diff"])
    assert list(newcombe(after, before)) == near(vector["newcombe_ci"])
    assert score_test(after, before) == near(vector["p"])


def test_risk_ratio_of_the_defect_rate():
    rates, vector = VECTORS["quality_defect_rate"], VECTORS["quality_risk_ratio"]

    ratio, interval = risk_ratio(tuple(rates["after"]), tuple(rates["before"]))

    assert ratio == near(vector["rr"])
    assert list(interval) == near(vector["ci"])


def test_ratings():
    vector = VECTORS["quality_rating_1_5"]
    better = [a - b for b, a in zip(vector["before"], vector["after"], strict=True)]

    found, counted = paired(better), tally(better)

    assert as_told(found) == figures(vector["t"])
    assert list(found.interval) == near(vector["t"]["ci"])
    assert found.p == near(vector["t"]["p"])
    assert (counted.wins, counted.losses, counted.ties) == (vector["wins"], vector["losses"], vector["ties"])
    assert counted.p == vector["sign_p"]
    assert not_worse(found.interval, -vector["non_inferior"]["margin"]) is vector["non_inferior"]["ok"]


def test_survival():
    vector = VECTORS["kaplan_meier_time_to_lapse"]

    found = kaplan_meier(vector["days"], [bool(one) for one in vector["lapsed"]])

    assert {day: found.at(int(day)) for day in vector["survival"]} == near(vector["survival"])
    assert list(found.interval_at(65)) == near(vector["ci_at_65"])
    assert found.median == vector["median"]


@pytest.mark.parametrize("case", VECTORS["verdict"], ids=lambda case: case["expected"])
def test_verdict(case):
    assert verdict(Interval(*case["ci"]), case["minimum_meaningful"], case["n"]) == case["expected"]


def test_coverage_of_baselines():
    vector = VECTORS["missing_baseline"]
    tasks = [f"task {n}" for n in range(vector["tasks"])]
    measured, felt = vector["with_measured_baseline"], vector["recalled"]

    found = BaselineCoverage(
        measured=tuple(tasks[:measured]),
        recalled=tuple(tasks[measured : measured + felt]),
        missing=tuple(tasks[measured + felt :]),
        people=12,
    )

    assert len(found.missing) == vector["missing"]
    assert found.share == near(vector["coverage"])
    assert found.headline


def test_felt_and_measured():
    vector = VECTORS["self_report_vs_measured"]

    found = calibration(vector["reported"], vector["measured"])

    assert found.ratio == near(vector["ratio_of_means"])
