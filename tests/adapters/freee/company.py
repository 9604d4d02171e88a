"""freee人事労務 as far as the adapter asks it: knows the documented paths, parameters and fields, and refuses the rest.

A refresh token works once. With the vendor's OpenAPI at hand, every request and every answer is checked by it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import attrs
from kit.pulse import answer, serving

COMPANY = 77
FIRST_REFRESH_TOKEN, SECRET = "refresh-s3cret-0", "client-s3cret"
_PAGED = {"limit", "offset", "with_no_payroll_calculation"}
_ASKED = {
    f"/hr/api/v1/companies/{COMPANY}/employees": _PAGED,
    "/hr/api/v1/employee_group_memberships": _PAGED | {"company_id", "base_date"},
}
Check = Callable[[str, dict[str, str], int, bytes], None]


def employee(id_: int, name: str, entry: str = "2024-04-01", last: str | None = None, **more: Any) -> dict[str, Any]:
    """An employee with what freee tells besides, which we have no business to know."""
    return {
        "id": id_,
        "num": f"A-{id_:03}",
        "display_name": name,
        "entry_date": entry,
        "retire_date": last,
        "user_id": id_,
        "email": f"e{id_}@example.com",
        "payroll_calculation": True,
        "closing_day": 31,
        "pay_day": 15,
        "month_of_pay_day": "next_month",
        **more,
    }


def place(group: int, name: str, since: str, boss: int | None = None, duty: str = "main_duty") -> dict[str, Any]:
    """A department somebody belongs to."""
    return {
        "start_date": since,
        "end_date": "2099-12-31",
        "boss_id": boss,
        "main_duty": duty,
        "group_id": group,
        "group_code": f"g{group}",
        "group_name": name,
        "level": 1,
        "position_id": None,
        "position_code": None,
        "position_name": None,
        "parent_group_id": None,
        "parent_group_code": None,
        "parent_group_name": None,
    }


@attrs.define
class Freee:
    """A company's employees and places, and the tokens that are good."""

    employees: list[dict[str, Any]]
    places: dict[int, list[dict[str, Any]]]
    check: Check = lambda path, asked, status, body: None
    refresh_token: str = FIRST_REFRESH_TOKEN
    renewals: int = 0
    after_page: Callable[[], None] = lambda: None

    def respond(self, request: BaseHTTPRequestHandler) -> None:
        """Answer a request for data."""
        address = urlsplit(request.path)
        asked = dict(parse_qsl(address.query))
        if request.headers["Authorization"] != f"Bearer access-s3cret-{self.renewals}":
            return answer(request, 401, {"message": "ログインをしてください。", "code": "expired_access_token"})
        known = _ASKED.get(address.path)
        if known is None or not asked.keys() <= known or not 1 <= int(asked["limit"]) <= 100:
            text = "リクエストの形式が不正です。"
            return answer(request, 400, {"status_code": 400, "errors": [{"type": "bad_request", "messages": [text]}]})
        first, last = int(asked["offset"]), int(asked["offset"]) + int(asked["limit"])
        body: Any = self.employees[first:last]
        if "base_date" in asked:
            body = {
                "employee_group_memberships": [self._member(one) for one in body],
                "total_count": len(self.employees),
            }
        self.check(request.path, asked, 200, body)
        answer(request, 200, body)
        return self.after_page()

    def _member(self, one: dict[str, Any]) -> dict[str, Any]:
        shared = ("id", "num", "display_name", "entry_date", "retire_date", "user_id", "payroll_calculation")
        secrets = {"login_email": one["email"], "birth_date": "1990-01-23", "gender": "female"}
        return {**{key: one[key] for key in shared}, **secrets, "group_memberships": self.places.get(one["id"], [])}

    def renew(self, request: BaseHTTPRequestHandler) -> None:
        """Give a new pair of tokens for a refresh token that has not been used."""
        form = dict(parse_qsl(request.body.decode()))  # type: ignore[attr-defined]
        good = {"grant_type": "refresh_token", "client_id": "app", "client_secret": SECRET}
        if form != {**good, "refresh_token": self.refresh_token}:
            return answer(request, 401, {"error": "invalid_grant"})
        self.renewals += 1
        self.refresh_token = f"refresh-s3cret-{self.renewals}"
        tokens = {"access_token": f"access-s3cret-{self.renewals}", "refresh_token": self.refresh_token}
        return answer(request, 200, {**tokens, "token_type": "bearer", "expires_in": 21600, "company_id": str(COMPANY)})


@contextmanager
def running(freee: Freee) -> Iterator[tuple[str, str]]:
    """freee itself: the addresses of its data and of its tokens."""
    with serving(freee.respond) as url, serving(freee.renew) as token_url:
        yield f"{url}/hr", f"{token_url}/public_api/token"


def example(**more: Any) -> Freee:
    """A boss who comes last in the list, a report with two departments, a leaver, and one who is still to come."""
    employees = [
        employee(1, "山田 花子"),
        employee(2, "佐藤 健", last="2026-05-31"),
        employee(3, "鈴木 一郎", entry="2026-07-01", num=""),
        employee(9, "高橋 明"),
    ]
    places = {
        1: [place(20, "企画部", "2025-04-01", duty="sub_duty"), place(10, "営業部", "2026-04-01", boss=9)],
        2: [place(10, "営業部", "2024-04-01", boss=404)],
        9: [place(10, "営業部", "2020-04-01")],
    }
    return Freee(employees=employees, places=places, **more)
