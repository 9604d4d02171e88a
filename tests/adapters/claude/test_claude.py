"""Claude: use per person and day, where the source says itself up to which day it can speak."""

from contextlib import AbstractContextManager
from datetime import date
from typing import Any

import pytest
from adapters.claude.stand_in import ADMIN, ANALYTICS, Anthropic, anthropic, code, user

from adoptlog import AdoptLog, ToolUsed
from adoptlog.errors import Unusable
from adoptlog.kit import Irrelevant, Secret
from adoptlog.kit.checking import checked
from adoptlog.testing import AdapterContract
from adoptlog.testing.faults import FaultContract, impatient
from adoptlog_adapters.claude import ClaudeAdapter, ClaudeOptions

TODAY = date(2026, 6, 10)


def example() -> Anthropic:
    return Anthropic(
        users={
            "2026-06-04": [user("sato", chat=5), user("kim"), user("lee", sessions=2)],
            "2026-06-05": [user("sato", chat=3, excel=4)],
        },
        code={"2026-06-05": [code("lee@example.com", "vscode", 1), code("lee@example.com", "iTerm", 2)]},
    )


def made(url: str, **settings: Any) -> ClaudeAdapter:
    keys = {"analytics_key": Secret(ANALYTICS), "admin_key": Secret(ADMIN)}
    return ClaudeAdapter(ClaudeOptions(**({**keys, "url": url, "since": date(2026, 6, 4), "today": TODAY} | settings)))


def said(state: Anthropic, **settings: Any) -> list[Any]:
    """What the adapter says, row by row: the use, or why there is none."""
    with anthropic(state) as url:
        adapter = made(url, **settings)
        rows = [adapter.translate(one.raw) for one in adapter.fetch() if hasattr(one, "raw")]
    return [[o.fact for o in row if isinstance(o.fact, ToolUsed)] if isinstance(row, list) else row for row in rows]


def claude(day: int, count: int, tool: str = "claude") -> ToolUsed:
    return ToolUsed(tool=tool, on=date(2026, 6, day), count=count)


class TestContract(AdapterContract):
    @pytest.fixture(autouse=True)
    def _server(self) -> Any:
        with anthropic(example()) as self.url:
            yield

    def make(self) -> ClaudeAdapter:
        return made(self.url)


class TestFaults(FaultContract):
    def server(self) -> AbstractContextManager[str]:
        return anthropic(Anthropic(users=example().users, code=example().code, latest="2026-06-04"))

    def make(self, url: str) -> ClaudeAdapter:
        return made(url, today=date(2026, 6, 5))


def test_messages_are_use_of_claude_and_sessions_of_claude_code() -> None:
    assert said(example()) == [
        [claude(4, 5)],
        Irrelevant("nothing was done on that day"),
        [claude(4, 2, "claude-code")],
        [claude(5, 7)],
        [claude(5, 3, "claude-code")],
    ]


def test_use_goes_on_where_chat_and_cowork_are_unified() -> None:
    assert said(Anthropic(users={"2026-06-04": [user("sato", chat=1, cowork=1, unified=9)]})) == [[claude(4, 11)]]


def test_to_look_at_what_others_shared_is_no_use_and_a_search_is() -> None:
    rows = [user("sato", viewed=3), user("kim", searches=1)]

    assert said(Anthropic(users={"2026-06-04": rows})) == [Irrelevant("nothing was done on that day"), [claude(4, 1)]]


def test_an_api_key_and_a_row_of_several_people_are_nobody() -> None:
    robot = code("", "vscode", 3, type="api_actor", api_key_name="ci")
    state = Anthropic(users={"2026-06-04": [user("sato", chat=1) | {"user": None}]}, code={"2026-06-04": [robot]})

    assert said(state) == [Irrelevant("a row of several people"), Irrelevant("an API key is no person")]


def test_a_row_that_lacks_its_counts_is_rejected_not_silent() -> None:
    row = {name: value for name, value in user("sato", chat=1).items() if name != "chat_metrics"}
    with anthropic(Anthropic(users={"2026-06-04": [row]})) as url, AdoptLog("sqlite://") as log:
        assert log.import_from(made(url)).rejected == 1


@pytest.mark.parametrize("names_it", [True, False])
def test_the_watermark_is_the_last_day_that_is_there_and_no_day_after_it_is_unused(names_it: bool) -> None:
    state = example()
    state.names_it = names_it
    with anthropic(state) as url, AdoptLog("sqlite://") as log:
        log.import_from(made(url))

        progress = log.progress_of_adapters()["claude"]
        assert (progress.bookmark, progress.watermark) == ("2026-06-07", date(2026, 6, 7))
        at_the_mark, after = (log.status(person="sato@example.com", as_of=date(2026, 6, day))[0] for day in (8, 9))
        assert (at_the_mark.silence, after.silence) == (0, 0)  # the 6th and 7th are a weekend

        state.latest = "2026-06-08"
        log.import_from(made(url))
        (habit,) = log.status(person="sato@example.com", as_of=date(2026, 6, 9))
        assert habit.silence == 1


def test_a_day_that_was_revised_is_read_again() -> None:
    state = example()
    with anthropic(state) as url, AdoptLog("sqlite://") as log:
        log.import_from(made(url))
        state.users["2026-06-05"][0] = user("sato", chat=8)
        state.users["2026-06-04"].append(user("new", chat=1))

        assert log.import_from(made(url)).recorded == 2


def test_a_wrong_day_long_ago_is_an_error_and_not_the_end_of_the_data() -> None:
    state = example()
    state.latest, state.names_it = "2026-05-01", False
    with anthropic(state) as url, pytest.raises(Unusable, match="data is not available for this date"):
        list(made(url).fetch())


def test_only_what_the_keys_are_for_is_read_and_covered() -> None:
    with anthropic(example()) as url:
        pages = [one for one in made(url, analytics_key=None).fetch() if hasattr(one, "covered")]

    assert {covered.tool for page in pages for covered in page.covered} == {"claude-code"}
    assert pages[-1].bookmark == "2026-06-09"


def test_one_person_in_the_directory_and_in_claude() -> None:
    with anthropic(example()) as url, AdoptLog("sqlite://") as log:
        log.record("lee@example.com", claude(1, 1))
        log.import_from(made(url))

        (lee,) = [one for one in log.people() if "lee@example.com" in one["ids"]]
    assert set(lee["ids"]) == {"lee@example.com", "claude:user_lee"}


def test_the_check_says_which_key_is_wrong() -> None:
    with anthropic(example()) as url, impatient():
        assert [one.works for one in checked(made(url))] == [True, True]
        wrong, right = checked(made(url, analytics_key=Secret("sk-ant-wrong-key")))

    assert "it needs a key with read:analytics" in wrong.text
    assert right.works


def test_without_a_key_it_says_which_there_are() -> None:
    with pytest.raises(Unusable, match="ADOPTLOG_CLAUDE_ANALYTICS_KEY for Claude Enterprise"):
        list(made("https://api.anthropic.com", analytics_key=None, admin_key=None).fetch())


def test_anthropics_own_client_understands_the_stand_in() -> None:
    from anthropic import Anthropic as Client
    from anthropic.types.beta.organization import BetaAnalyticsUserActivity

    state = Anthropic(users={"2026-06-04": [user("sato", chat=5, unified=2), user("kim"), user("lee")]}, bearer=True)
    with anthropic(state) as url:
        client = Client(api_key=ANALYTICS, base_url=url, max_retries=0)
        rows = list(client.beta.organization.analytics.users.list(date="2026-06-04", limit=1000))

    assert [row.user.email_address for row in rows if row.user] == [
        "Sato@example.com",
        "Kim@example.com",
        "Lee@example.com",
    ]
    for row in state.users["2026-06-04"]:
        BetaAnalyticsUserActivity.model_validate(row, strict=True)  # the client itself takes whatever comes
        assert row.keys() <= BetaAnalyticsUserActivity.model_fields.keys()
