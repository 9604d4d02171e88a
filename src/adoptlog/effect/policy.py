"""The numbers of an effect: what matters, and what is too small a group to be shown."""

import attrs

from adoptlog.domain.facts.effect import Metric


@attrs.frozen(kw_only=True)
class EffectPolicy:
    """What counts as an effect."""

    minimum_saving: float = 0.10
    """Share of the baseline mean that matters."""
    minimum_rating: float = 0.3
    """Points of a rating that matter."""
    smallest_group: int = 5
    """Groups with fewer people are not shown."""

    def minimum(self, metric: Metric, before: float) -> float:
        """The smallest saving that matters, in the unit measured."""
        return self.minimum_rating if metric == "rating" else self.minimum_saving * before
