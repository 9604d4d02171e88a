"""How many pairs, people measured before and after, it takes to see a saving: asked before the launch."""

from math import ceil

from scipy import stats  # type: ignore[import-untyped]

from adoptlog.effect.interval import CONFIDENCE

POWER = 0.8


def pairs_needed(delta: float, sd: float, *, confidence: float = CONFIDENCE, power: float = POWER) -> int:
    """Pairs with which a true saving of `delta` is seen in `power` of all cases, `sd` being the standard deviation of
    the differences: n = ((z₁₋ₐ⸝₂ + z₁₋ᵦ) · sd ÷ delta)² + z² ÷ 2, the last for t instead of normal (Guenther 1981).

    >>> pairs_needed(10, 12), pairs_needed(5, 12)
    (14, 48)
    """
    z = float(stats.norm.ppf((1 + confidence) / 2))
    return ceil(_normal(delta, sd, confidence, power) + z * z / 2)


def pairs_needed_by_normal(delta: float, sd: float, *, confidence: float = CONFIDENCE, power: float = POWER) -> int:
    """The same without the correction."""
    return ceil(_normal(delta, sd, confidence, power))


def _normal(delta: float, sd: float, confidence: float, power: float) -> float:
    if delta <= 0 or sd <= 0:
        raise ValueError(f"a saving and a standard deviation above 0 are needed, not {delta} and {sd}")
    z = float(stats.norm.ppf((1 + confidence) / 2)) + float(stats.norm.ppf(power))
    return (z * sd / delta) ** 2
