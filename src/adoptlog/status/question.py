"""What is asked, whoever it is asked about."""

from datetime import date

import attrs

from adoptlog.habit import HabitPolicy


@attrs.frozen(kw_only=True)
class Question:
    """What is asked: the date, under which habit policy, in which language, and whose default country."""

    as_of: date
    policy: HabitPolicy = attrs.field(factory=HabitPolicy)
    lang: str = "en"
    country: str | None = None
