"""What was recorded wrongly: history is never edited, a mistake is taken back by a new fact."""

import attrs


@attrs.frozen(kw_only=True)
class Retracted:
    """The event with this `version` in the same stream never happened."""

    version: int
    because: str = ""


@attrs.frozen(kw_only=True)
class Corrected:
    """The event with version `version` is replaced by that with version `by`, of the same stream and before this one.

    Retracting the event `by` gives back what stood before.
    """

    version: int
    by: int
