"""Gemini in Workspace: a log with real times, counted per person and day of the company."""

from contextlib import AbstractContextManager
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from adapters.gemini.stand_in import ADMIN, Google, activity, discovery, google, key

from adoptlog import AdoptLog, ToolUsed
from adoptlog.errors import Unusable
from adoptlog.kit import Irrelevant, Secret
from adoptlog.kit.checking import checked
from adoptlog.testing import AdapterContract
from adoptlog.testing.faults import FaultContract, impatient
from adoptlog_adapters.gemini import GeminiAdapter, GeminiOptions

TODAY = date(2026, 6, 8)


def example() -> Google:
    return Google(
        log=[
            activity("2026-06-04T01:00:00.000Z", "Sato@example.com", number=1),
            activity("2026-06-04T02:00:00.000Z", "Sato@example.com", "conversation", number=2),
            activity("2026-06-04T03:00:00.000Z", "kim@example.com", number=3),
            activity("2026-06-05T01:00:00.000Z", "Sato@example.com", number=4),
        ]
    )


def made(url: str, **settings: Any) -> GeminiAdapter:
    given: dict[str, Any] = {"url": url, "service_account": key(url), "admin": ADMIN, "since": date(2026, 6, 4)}
    return GeminiAdapter(GeminiOptions(**(given | {"today": TODAY} | settings)))


def said(state: Google, **settings: Any) -> list[Any]:
    """What the adapter says: the use, or why there is none."""
    with google(state) as url:
        adapter = made(url, **settings)
        rows = [adapter.translate(one.raw) for one in adapter.fetch() if hasattr(one, "raw")]
    return [row[1].fact if isinstance(row, list) else row for row in rows]


def used(day: int, count: int) -> ToolUsed:
    return ToolUsed(tool="gemini", on=date(2026, 6, day), count=count)


class TestContract(AdapterContract):
    @pytest.fixture(autouse=True)
    def _server(self) -> Any:
        with google(example()) as self.url:
            yield

    def make(self) -> GeminiAdapter:
        return made(self.url)


class TestFaults(FaultContract):
    def server(self) -> AbstractContextManager[str]:
        return google(example())

    def make(self, url: str) -> GeminiAdapter:
        return made(url, today=date(2026, 6, 7))


def test_a_persons_day_is_counted_over_all_pages() -> None:
    assert said(example()) == [used(4, 2), used(4, 1), used(5, 1)]


def test_the_day_is_the_companys() -> None:
    late = activity("2026-06-04T16:00:00.000Z", "sato@example.com")

    assert said(Google(log=[late])) == [used(4, 1)]
    assert said(Google(log=[late]), zone=ZoneInfo("Asia/Tokyo")) == [used(5, 1)]


def test_midnight_belongs_to_one_day_only() -> None:
    assert said(Google(log=[activity("2026-06-05T00:00:00.000Z", "sato@example.com")])) == [used(5, 1)]


def test_what_gemini_offers_by_itself_is_no_use_unless_that_is_wanted() -> None:
    offered = [
        activity(f"2026-06-04T0{hour}:00:00.000Z", "sato@example.com", action)
        for hour, action in enumerate(["summarize_proactive", "suggest_full_replies", "auto_proofread"])
    ]

    assert said(Google(log=offered)) == [Irrelevant("Gemini offered it by itself")]
    assert said(Google(log=offered), unasked=True) == [used(4, 3)]


def test_a_robot_is_nobody() -> None:
    log = [
        activity("2026-06-04T01:00:00.000Z", None),
        activity("2026-06-04T01:00:00.000Z", "x@example.com", profileId="105250506097979753968"),
    ]

    assert said(Google(log=log)) == [Irrelevant("no person stands behind it")] * 2


def test_no_day_after_the_watermark_is_unused_and_the_last_three_are_read_again() -> None:
    state = example()
    with google(state) as url, AdoptLog("sqlite://") as log:
        log.import_from(made(url, today=date(2026, 6, 9)))

        progress = log.progress_of_adapters()["gemini"]
        assert (progress.bookmark, progress.watermark) == ("2026-06-06", date(2026, 6, 6))
        (habit,) = log.status(person="kim@example.com", as_of=date(2026, 6, 9))
        assert habit.silence == 1  # Friday the 5th; Monday and Tuesday are unknown

        state.asked.clear()
        state.log.append(activity("2026-06-05T09:00:00.000Z", "kim@example.com"))
        assert log.import_from(made(url, today=date(2026, 6, 9))).recorded == 1
        assert {asked["startTime"][:10] for asked in state.asked} == {f"2026-06-0{day}" for day in (4, 5, 6)}


def test_one_person_in_the_directory_and_in_workspace() -> None:
    with google(example()) as url, AdoptLog("sqlite://") as log:
        log.record("sato@example.com", used(1, 1))
        log.import_from(made(url))

        (sato,) = [one for one in log.people() if "sato@example.com" in one["ids"]]
    assert set(sato["ids"]) == {"sato@example.com", "gemini:116"}


def test_only_what_is_needed_is_kept() -> None:
    with google(example()) as url:
        raws = [one.raw for one in made(url).fetch() if hasattr(one, "raw")]

    assert {name for raw in raws for name in raw} == {"day", "email", "profile", "count"}


def test_the_check_says_what_is_missing() -> None:
    with google(example()) as url, impatient():
        (good,) = checked(made(url))
        (bad,) = checked(made(url, admin="somebody@example.com"))

    assert good.works
    assert "it needs domain-wide delegation" in bad.text


@pytest.mark.parametrize("text", ["/path/to/key.json", "{}", '{"client_email":"a","private_key":"b","token_uri":"c"}'])
def test_a_wrong_key_is_explained_and_not_shown(text: str) -> None:
    with google(example()) as url, pytest.raises(Unusable, match="the whole content of the JSON file") as problem:
        list(made(url, service_account=Secret(text)).fetch())

    assert text not in str(problem.value)


def test_googles_own_client_understands_the_stand_in() -> None:
    from google.oauth2.credentials import Credentials
    from googleapiclient.discovery import build_from_document

    with google(example()) as url:
        described = discovery() | {"rootUrl": f"{url}/", "servicePath": ""}
        client = build_from_document(described, credentials=Credentials("ya29.s3cret-token"))
        asked = {"startTime": "2026-06-04T00:00:00+00:00", "endTime": "2026-06-05T00:00:00+00:00"}
        activities = client.activities()
        request = activities.list(userKey="all", applicationName="gemini_in_workspace_apps", maxResults=2, **asked)
        found = []
        while request is not None:
            page = request.execute()
            found += page.get("items", [])
            request = activities.list_next(request, page)

    properties = discovery()["schemas"]["Activity"]["properties"]
    assert [one["id"]["uniqueQualifier"] for one in found] == ["3", "2", "1"]
    assert all(one.keys() <= properties.keys() for one in found)
