"""The way in for SmartHR: everybody, every time, since only a complete list tells who is gone."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from adoptlog.errors import Unusable
from adoptlog.kit import Checked, ListRead, PageRead, Read, Translation, WayIn, may
from adoptlog.kit.credentials import Bearer
from adoptlog.kit.web import HTTP, Web
from adoptlog.messages import Message
from adoptlog_adapters.smarthr.options import SmarthrOptions
from adoptlog_adapters.smarthr.people import FIELDS, has_left, records_of, said_by, smarthr_id

LIMIT = 100
"""The most that SmartHR answers at once."""


class SmarthrAdapter(WayIn[SmarthrOptions]):
    """Reads the crews of a company."""

    name: ClassVar[str] = "smarthr"
    title: ClassVar[str] = "People, departments, leave and leavers, from SmartHR"
    Options: ClassVar[type] = SmarthrOptions
    needs = HTTP
    limit = LIMIT

    def fetch(self, bookmark: str | None = None) -> Iterator[Read]:
        """All crews page by page, then who is here."""
        today, seen, here, totals = self.options.today, set[str](), set[str](), set[int]()
        with self._web() as web:
            number, total = 1, 1
            while (number - 1) * self.limit < total:
                crews, total = self._page(web, number)
                totals.add(total)
                for crew in crews:
                    if crew["id"] not in seen:
                        yield from records_of(crew, today)
                    seen.add(crew["id"])
                    if not has_left(crew, today):
                        here.add(smarthr_id(crew["id"]))
                yield PageRead()
                number += 1
        if totals == {len(seen)}:
            yield ListRead(people=here)
        else:
            self.notes.append(
                Message("The list of users changed while it was read: who is gone from it shows in the next import.")
            )
        yield PageRead()

    def _page(self, web: Web, number: int) -> tuple[list[dict[str, Any]], int]:
        """Some crews, and how many there are in all."""
        asked = {"page": number, "per_page": self.limit, "fields": ",".join(FIELDS)}
        crews, response = web.get_json("crews", asked)
        total = response.headers.get("x-total-count", "")
        if not isinstance(crews, list) or not all(
            isinstance(one, dict) and isinstance(one.get("id"), str) for one in crews
        ):
            raise Unusable("SmartHR answered what is no list of crews: is the address right?")
        if not total.isdigit():
            raise Unusable("SmartHR answered a list without x-total-count: is the address right?")
        return crews, int(total)

    def translate(self, raw: Any) -> Translation:
        """What a record says."""
        return said_by(raw, self.options.today)

    def check(self) -> Iterator[Checked]:
        """Whether crews may be read."""
        with self._web() as web:
            yield may("reading crews", "an access token that may read 従業員", lambda: self._page(web, 1))

    def _web(self) -> Web:
        return Web(self.options.url, Bearer(self.options.token), understand=what_is_wrong)


def what_is_wrong(body: Any) -> str | None:
    """What an error of SmartHR says: `{code, type, message, errors}`."""
    if not isinstance(body, Mapping) or "message" not in body:
        return None
    return str(body["message"])
