"""What was measured about the work itself."""

from datetime import date
from typing import Literal

import attrs

Metric = Literal["minutes", "rating", "defect_rate"]
MeasurementPhase = Literal["baseline", "after"]


@attrs.frozen(kw_only=True)
class MeasurementTaken:
    """One figure about one person's runs of one task.

    `minutes` is time per run (> 0), `rating` a mark from 1 to 5, `defect_rate` a share from 0 to 1; `value` is the
    mean of `runs` runs, or a rate over so many items; `recalled` says the baseline was estimated afterwards.
    """

    task: str
    metric: Metric
    value: float
    on: date
    phase: MeasurementPhase
    use_case: str | None = None
    recalled: bool = False
    runs: int | None = None
