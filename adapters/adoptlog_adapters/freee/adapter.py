"""The way in for freee人事労務: everybody, every time; freee cannot be asked for what has changed."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from adoptlog.errors import Unusable
from adoptlog.kit import Checked, ListRead, PageRead, Read, Translation, WayIn, may
from adoptlog.kit.credentials import RefreshToken
from adoptlog.kit.pages import by_offset
from adoptlog.kit.web import HTTP, Web
from adoptlog.messages import Message
from adoptlog_adapters.freee.options import FreeeOptions
from adoptlog_adapters.freee.people import freee_id, has_left, place_of, records_of, said_by

LIMIT = 100
"""The most that freee answers at once."""


class FreeeAdapter(WayIn[FreeeOptions]):
    """Reads the employees of a company, and the departments they belong to today."""

    name: ClassVar[str] = "freee"
    title: ClassVar[str] = "People, departments, managers and leavers, from freee人事労務"
    Options: ClassVar[type] = FreeeOptions
    needs = HTTP
    limit = LIMIT

    def fetch(self, bookmark: str | None = None) -> Iterator[Read]:
        """All employees, then where they work, then who is here."""
        today, listing = self.options.today, Listing()
        with self._web() as web:
            for page in listing.pages(self, web):
                for employee in page:
                    yield from records_of(employee, today)
                yield PageRead()
            known = {employee["id"] for employee in listing.employees}
            for page in self._memberships(web):
                for member in page:
                    if member["id"] in known:
                        yield from place_of(member, known)
                yield PageRead()
        yield from self._who_is_here(listing)
        yield PageRead()

    def _who_is_here(self, listing: "Listing") -> Iterator[Read]:
        if listing.moved:
            self.notes.append(
                Message("The list of users changed while it was read: who is gone from it shows in the next import.")
            )
            return
        here = (one["id"] for one in listing.employees if not has_left(one, self.options.today))
        yield ListRead(people=frozenset(map(freee_id, here)))

    def employees(self, web: Web, offset: int) -> list[dict[str, Any]]:
        """Some employees, those who have left included."""
        path = f"api/v1/companies/{self.options.company}/employees"
        asked = {"limit": self.limit, "offset": offset, "with_no_payroll_calculation": "true"}
        found = web.json(path, asked)
        if not isinstance(found, list) or not all(isinstance(one, dict) and "id" in one for one in found):
            raise Unusable("freee answered what is no list of employees: is the address right?")
        return found

    def _memberships(self, web: Web) -> Iterator[list[dict[str, Any]]]:
        asked = {
            "company_id": self.options.company,
            "base_date": self.options.today.isoformat(),
            "with_no_payroll_calculation": "true",
            "limit": self.limit,
        }
        key = "employee_group_memberships"
        yield from (page[key] for page in by_offset(web, f"api/v1/{key}", asked, items=key))

    def translate(self, raw: Any) -> Translation:
        """What a record says."""
        return said_by(raw)

    def check(self) -> Iterator[Checked]:
        """Whether employees and their departments may be read."""
        rights = "the rights 従業員 and 所属 (read) of the app, and an administrator's token"
        with self._web() as web:
            yield may("reading employees", rights, lambda: self.employees(web, 0))
            yield may("reading departments", rights, lambda: next(self._memberships(web)))

    def _web(self) -> Web:
        o = self.options
        who = RefreshToken(o.token_url, o.client_id, o.client_secret, o.refresh_token)
        return Web(o.url, who, understand=what_is_wrong)


class Listing:
    """All employees, each once. Each page begins with the last one of the page before: if not, the list has `moved`."""

    def __init__(self) -> None:
        self.employees: list[dict[str, Any]] = []
        self.moved = False

    def pages(self, adapter: FreeeAdapter, web: Web) -> Iterator[list[dict[str, Any]]]:
        """The employees of each page who were not on an earlier one."""
        offset, seen, last = 0, set[int](), None
        while True:
            page = adapter.employees(web, offset)
            self.moved |= last is not None and (not page or page[0]["id"] != last)
            new = [one for one in page if one["id"] not in seen]
            seen.update(one["id"] for one in new)
            self.employees += new
            yield new
            if len(page) < adapter.limit or not new:
                return
            offset, last = offset + len(page) - 1, page[-1]["id"]


def what_is_wrong(body: Any) -> str | None:
    """What an error of freee says."""
    if not isinstance(body, Mapping):
        return None
    said = [text for error in body.get("errors") or () for text in error.get("messages") or ()]
    return "; ".join(said) or (body.get("message") if "employee_group_memberships" not in body else None)
