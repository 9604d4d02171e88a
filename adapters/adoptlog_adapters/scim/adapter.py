"""The way in for SCIM: everybody, every time, since only a complete list tells who is gone."""

from collections import defaultdict
from collections.abc import Iterator
from functools import partial
from typing import Any, ClassVar

from adoptlog.kit import Checked, Fetched, ListRead, PageRead, Read, Translation, WayIn, may
from adoptlog.kit.credentials import Bearer
from adoptlog.kit.web import HTTP, Web
from adoptlog.messages import Message
from adoptlog_adapters.scim.listing import Listing
from adoptlog_adapters.scim.options import ScimOptions
from adoptlog_adapters.scim.users import attribute, manager_of, needed, said_by, scim_id, without_manager


class ScimAdapter(WayIn[ScimOptions]):
    """Reads the Users of a SCIM 2.0 service (RFC 7644) with the enterprise extension."""

    name: ClassVar[str] = "scim"
    title: ClassVar[str] = "People, departments, managers and leavers, from any SCIM 2.0 service"
    Options: ClassVar[type] = ScimOptions
    needs = HTTP | {"scim2_client": "adoptlog[scim]"}

    def fetch(self, bookmark: str | None = None) -> Iterator[Read]:
        """All users, each after their manager; then who is here."""
        o = self.options
        from adoptlog_adapters.scim.client import Client

        with self._web() as web:
            ask = partial(Client(web).users, count=o.page, filter=o.filter, whole=o.whole)
            listing, waiting, here = Listing(ask), Waiting(), set[str]()
            for page in listing.pages():
                for user in map(needed, page):
                    if isinstance(attribute(user, "id"), str) and attribute(user, "active") is not False:
                        here.add(scim_id(attribute(user, "id")))
                    yield from waiting.let_pass(user)
                yield PageRead()
            yield from waiting.rest()
            yield from self._who_is_here(listing, here)
            yield PageRead()

    def _who_is_here(self, listing: Listing, here: set[str]) -> Iterator[Read]:
        if listing.whole:
            yield ListRead(people=here)
        else:
            self.notes.append(
                Message("The list of users changed while it was read: who is gone from it shows in the next import.")
            )

    def translate(self, raw: Any) -> Translation:
        """What a user says."""
        return said_by(raw, self.options)

    def check(self) -> Iterator[Checked]:
        """Whether the token may read users."""
        from adoptlog_adapters.scim.client import Client

        with self._web() as web:
            o = self.options
            reading = partial(Client(web).users, 1, 1, filter=o.filter, whole=o.whole)
            yield may("reading users", "a token that may read /Users, and an address that ends before /Users", reading)

    def _web(self) -> Web:
        from adoptlog_adapters.scim.client import what_is_wrong

        accept = {"accept": "application/scim+json, application/json;q=0.9"}
        return Web(self.options.url, Bearer(self.options.token), headers=accept, understand=what_is_wrong)


class Waiting:
    """Users who wait until their manager has been read: a manager is known by all their ids before anybody names them.

    Otherwise the id would make a person of its own, who later turns out to be somebody known by e-mail.
    """

    def __init__(self) -> None:
        self._read: set[str] = set()
        self._reports: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)

    def let_pass(self, user: dict[str, Any]) -> Iterator[Fetched]:
        """This user, and those who waited for them; nobody yet if this one has to wait, too."""
        manager = manager_of(user)
        if manager is not None and manager not in self._read:
            self._reports[manager].append(user)
            return
        free = [user]
        while free:
            user = free.pop()
            id_ = attribute(user, "id")
            yield _fetched(user)
            self._read.add(id_)
            free += self._reports.pop(id_, [])

    def rest(self) -> Iterator[Fetched]:
        """Those whose managers manage each other, and those whose manager is not in the list: that one is left out."""
        listed = {attribute(user, "id") for users in self._reports.values() for user in users}
        for manager, users in self._reports.items():
            for user in users:
                yield _fetched(user if manager in listed else without_manager(user))
        self._reports.clear()


def _fetched(user: dict[str, Any]) -> Fetched:
    id_ = attribute(user, "id")
    return Fetched(user, id_ if isinstance(id_, str) else None)
