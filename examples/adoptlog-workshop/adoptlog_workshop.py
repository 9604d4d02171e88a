"""Workshop, our own booking system for trainings, as a way into adoptlog."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs

from adoptlog import TrainingCompleted
from adoptlog.kit import (
    Checked,
    Fetched,
    Irrelevant,
    Observation,
    PageRead,
    Read,
    Secret,
    Translation,
    WayIn,
    may,
    option,
    secret,
)
from adoptlog.kit.credentials import Bearer
from adoptlog.kit.pages import by_number
from adoptlog.kit.web import HTTP, Web


@attrs.frozen(kw_only=True)
class WorkshopOptions:
    url: str = option("where Workshop is, e.g. https://workshop.example.co.jp")
    token: Secret = secret("a token that may read bookings")


class WorkshopAdapter(WayIn[WorkshopOptions]):
    name, title, Options, needs = "workshop", "Workshop: who took which training", WorkshopOptions, HTTP

    def fetch(self, bookmark: str | None = None) -> Iterator[Read]:
        asked = {"changed_since": bookmark} if bookmark else {}
        with Web(self.options.url, Bearer(self.options.token)) as web:
            for bookings in by_number(web, "api/bookings", asked):
                for booking in bookings:
                    yield Fetched(booking, f"booking/{booking['id']}")
                    bookmark = max(bookmark or "", booking["changed_at"])
        yield PageRead(bookmark=bookmark)

    def translate(self, raw: Any) -> Translation:
        if raw["status"] != "attended":
            return Irrelevant("booked is not attended")
        training = TrainingCompleted(course=raw["course"], on=date.fromisoformat(raw["held_on"]))
        return [Observation(raw["employee_number"], training)]

    def check(self) -> Iterator[Checked]:
        with Web(self.options.url, Bearer(self.options.token)) as web:
            yield may("reading bookings", "the role Reader in Workshop", lambda: web.json("api/bookings"))
