"""GitHub Copilot: seats are licences and snapshots, reports are days; what GitHub cannot know stays unknown."""

import json
import os
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest
from adapters.github_copilot.stand_in import ORG, TOKEN, GitHub, github, row, seat

from adoptlog import AdoptLog, LastActivityReported, LicenceGranted, LicenceRevoked, ToolUsed
from adoptlog.errors import Unusable
from adoptlog.kit import Fetched, Irrelevant, Observation, PersonDescribed, Secret, WayIn
from adoptlog.kit.checking import checked
from adoptlog.testing import AdapterContract
from adoptlog.testing.faults import FaultContract, impatient
from adoptlog_adapters.github_copilot import GithubCopilotAdapter, GithubCopilotOptions

TODAY = date(2026, 6, 10)
"""A Wednesday; in UTC, the last day that GitHub can speak about is Sunday the 7th."""


def example() -> GitHub:
    return GitHub(
        seats=[
            seat(1, "octocat", last_activity_at="2026-06-05T08:00:00Z"),
            seat(2, "hubot_acme", pending_cancellation_date="2026-07-01"),
        ],
        reports={
            "2026-06-04": [[row(1, "octocat", "2026-06-04", user_initiated_interaction_count=7)]],
            "2026-06-05": [[row(1, "octocat", "2026-06-05", used_cli=True)], [row(2, "hubot_acme", "2026-06-05")]],
        },
    )


def made(url: str, **settings: Any) -> GithubCopilotAdapter:
    given: dict[str, Any] = {"url": url, "org": ORG, "token": Secret(TOKEN), "since": date(2026, 6, 4), "today": TODAY}
    return GithubCopilotAdapter(GithubCopilotOptions(**(given | settings)))


def read(state: GitHub, bookmark: str | None = None, **settings: Any) -> list[Any]:
    """What the adapter says about GitHub in a state: its facts, in the order they come."""
    with github(state) as url:
        adapter = made(url, **settings)
        said = [adapter.translate(one.raw) for one in adapter.fetch(bookmark) if hasattr(one, "raw")]
    return [one.fact for some in said if not isinstance(some, Irrelevant) for one in some[1:]]


def known(log: AdoptLog, person: str, *ids: str) -> None:
    """The directory knows a person under these ids."""

    class Directory(WayIn[None]):
        name, title = "directory", "A directory"

        def fetch(self, bookmark: str | None = None) -> Any:
            yield Fetched(person)

        def translate(self, raw: Any) -> Any:
            return [Observation(raw, PersonDescribed(also_known_as=ids))]

    log.import_from(Directory(None))


class TestContract(AdapterContract):
    @pytest.fixture(autouse=True)
    def _server(self) -> Any:
        with github(example()) as self.url:
            yield

    def make(self) -> GithubCopilotAdapter:
        return made(self.url)


class TestFaults(FaultContract):
    def server(self) -> AbstractContextManager[str]:
        state = example()
        del state.reports["2026-06-04"], state.seats[1]
        return github(state)

    def make(self, url: str) -> GithubCopilotAdapter:
        return made(url, since=date(2026, 6, 5), today=date(2026, 6, 8))


def test_a_seat_is_a_licence_and_a_snapshot() -> None:
    facts = read(example(), read="seats")

    assert facts == [
        LicenceGranted(tool="github-copilot", on=date(2026, 4, 1)),
        LastActivityReported(tool="github-copilot", on=date(2026, 6, 7), last_active_on=date(2026, 6, 5)),
        LicenceGranted(tool="github-copilot", on=date(2026, 4, 1)),
        LicenceRevoked(tool="github-copilot", on=date(2026, 7, 1)),
    ]


def test_a_seat_without_activity_is_not_a_seat_that_was_never_used() -> None:
    assert not [f for f in read(GitHub(seats=[seat(1, "octocat")])) if isinstance(f, LastActivityReported)]


def test_activity_after_the_last_complete_day_makes_no_day_after_it_unused() -> None:
    (_, snapshot) = read(GitHub(seats=[seat(1, "octocat", last_activity_at="2026-06-09T01:00:00Z")]))

    assert snapshot == LastActivityReported(tool="github-copilot", on=date(2026, 6, 9), last_active_on=date(2026, 6, 9))


def test_days_between_two_snapshots_stay_unknown() -> None:
    seats = [seat(1, "octocat", last_activity_at="2026-06-01T08:00:00Z")]
    state = GitHub(seats=seats)
    with github(state) as url, AdoptLog("sqlite://") as log:
        log.import_from(made(url, read="seats", today=date(2026, 6, 5)))  # complete to the 2nd
        seats[0]["last_activity_at"] = "2026-06-09T08:00:00Z"
        log.import_from(made(url, read="seats", today=date(2026, 6, 15)))  # complete to the 12th

        (habit,) = log.status(person="github:octocat", as_of=date(2026, 6, 12))

    assert "used on 2 of the last 6 counted days" in str(habit.explanation)  # the 1st and 2nd, the 9th to 12th
    assert habit.silence == 3


def test_one_of_two_seats_keeps_the_licence_and_the_later_activity_counts() -> None:
    both = [
        seat(1, "octocat", pending_cancellation_date="2026-07-01", last_activity_at="2026-05-05T00:00:00Z"),
        seat(1, "octocat", created_at="2026-03-01T00:00:00Z", last_activity_at="2026-06-04T00:00:00Z"),
    ]

    assert read(GitHub(seats=both), org="", enterprise=ORG) == [
        LicenceGranted(tool="github-copilot", on=date(2026, 3, 1)),
        LastActivityReported(tool="github-copilot", on=date(2026, 6, 7), last_active_on=date(2026, 6, 4)),
    ]


def test_seats_are_read_to_the_last_page() -> None:
    state = GitHub(seats=[seat(number, f"user-{number}") for number in range(1, 252)])

    assert len(read(state, read="seats")) == 251
    assert len(state.asked) == 3


def test_a_row_is_use_although_nothing_was_counted() -> None:
    facts = read(example(), read="usage")

    assert facts == [
        ToolUsed(tool="github-copilot", on=date(2026, 6, 4), count=7),
        ToolUsed(tool="github-copilot", on=date(2026, 6, 5), count=1),
        ToolUsed(tool="github-copilot", on=date(2026, 6, 5), count=1),
    ]
    assert len(read(example(), read="usage", only_asked=True)) == 1


def test_being_reviewed_by_a_rule_is_no_use() -> None:
    passive = row(1, "octocat", "2026-06-04", used_copilot_code_review_passive=True)
    both = row(2, "hubot", "2026-06-04", used_copilot_code_review_passive=True, code_acceptance_activity_count=1)

    assert len(read(GitHub(reports={"2026-06-04": [[passive, both]]}))) == 1


def test_a_changed_login_is_the_same_person() -> None:
    state = GitHub(reports={"2026-06-04": [[row(1, "octocat", "2026-06-04"), row(1, "octo", "2026-06-04")]]})
    with github(state) as url, AdoptLog("sqlite://") as log:
        log.import_from(made(url))

        assert [set(one["ids"]) for one in log.people()] == [{"github-copilot:1", "github:octocat", "github:octo"}]


def test_a_login_that_is_known_as_somebody_else_is_for_a_person_to_decide() -> None:
    state = example()
    with github(state) as url, AdoptLog("sqlite://") as log:
        log.import_from(made(url))
        known(log, "1001", "github:octo")

        state.reports["2026-06-04"] = [[row(1, "octo", "2026-06-04")]]
        result = log.import_from(made(url, read="usage"), full=True)

        (letter,) = log.dead_letters()
        assert (result.rejected, len(log.people())) == (1, 3)
        assert "are different people so far" in letter["reason"]


def test_one_person_in_the_directory_and_on_github() -> None:
    with github(example()) as url, AdoptLog("sqlite://") as log:
        known(log, "1001", "octo@example.com", "github:octocat")
        log.import_from(made(url))

        (octo,) = [one for one in log.people() if one["person"] == "1001"]
        assert set(octo["ids"]) == {"1001", "octo@example.com", "github:octocat", "github-copilot:1"}


def test_no_day_without_a_report_is_covered_and_none_after_the_watermark_is_read() -> None:
    state = example()
    with github(state) as url, AdoptLog("sqlite://") as log:
        log.import_from(made(url))

        progress = log.progress_of_adapters()["github-copilot"]
        assert (progress.bookmark, progress.watermark) == ("2026-06-05", date(2026, 6, 5))
        assert state.asked[-1].endswith("day=2026-06-07")

        state.asked.clear()
        log.import_from(made(url, read="usage", today=date(2026, 6, 11)))
        assert [path.rpartition("=")[2] for path in state.asked] == [f"2026-06-0{day}" for day in range(4, 9)]


def test_where_the_day_begins_before_utc_the_last_complete_day_is_one_earlier() -> None:
    state = example()
    read(state, read="usage", zone=ZoneInfo("Asia/Tokyo"))

    assert state.asked[-1].endswith("day=2026-06-06")


def test_silence_can_be_left_unknown() -> None:
    with github(example()) as url:
        pages = [one for one in made(url, read="usage", silence_unknown=True).fetch(None) if hasattr(one, "covered")]

    assert [(page.covered, page.watermark) for page in pages] == [((), date(2026, 6, 4)), ((), date(2026, 6, 5))]


def test_only_what_is_needed_is_read() -> None:
    with github(example()) as url:
        raws = [one.raw for one in made(url).fetch(None) if hasattr(one, "raw")]

    assert not {"totals_by_ide", "enterprise_id", "loc_added_sum", "avatar_url"} & {
        name for raw in raws for name in raw
    }


def test_it_asks_for_one_organisation_or_one_enterprise() -> None:
    with pytest.raises(Unusable, match="either --org or --enterprise"):
        next(made("https://api.github.com", org="").fetch(None))


def test_the_check_says_which_right_is_missing() -> None:
    with github(example()) as url, impatient():
        assert all(one.works for one in checked(made(url)))
        seats, usage = checked(made(url, token=Secret("ghp_wrong-token")))

    assert "401 Unauthorized: Bad credentials; it needs manage_billing:copilot or read:org" in seats.text
    assert "it needs 'View Organization Copilot Metrics'" in usage.text


def test_we_and_the_stand_in_keep_to_githubs_own_description() -> None:
    folder = os.environ.get("ADOPTLOG_VENDOR_FILES")
    if not folder:
        pytest.skip("NOT CHECKED against GitHub's OpenAPI: set ADOPTLOG_VENDOR_FILES to the folder that has it")
    from openapi_core import OpenAPI
    from openapi_core.exceptions import OpenAPIError
    from openapi_core.testing import MockRequest, MockResponse

    (path,) = Path(folder).glob("github-copilot-subset-openapi-*.json")
    vendor = OpenAPI.from_dict(json.loads(path.read_text("utf-8")))
    seen, problems = set(), []

    def told(path: str, params: Any, status: int, body: Any) -> None:
        request = MockRequest("https://api.github.com", "get", path, args=dict(params))
        kind = "application/json" if body is not None else ""
        data = json.dumps(body).encode() if body is not None else b""
        answer = MockResponse(data, status_code=status, content_type=kind)
        try:
            vendor.validate_request(request)
            vendor.validate_response(request, answer)
        except OpenAPIError as problem:
            problems.append(problem)
        seen.add((path.rpartition("/")[2], status))

    state = attrs.evolve(example(), told=told)
    read(state)
    read(state, org="", enterprise=ORG, today=date(2026, 6, 8))  # an enterprise answers no 204

    assert problems == []
    assert seen == {("seats", 200), ("users-1-day", 200), ("users-1-day", 204)}
