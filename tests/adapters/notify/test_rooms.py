"""Notifications in Slack and Teams, posted to a real receiver."""

import json
from datetime import date

import pytest
from adapters.notify.company import PEOPLE, Clock, ask_a_question, company
from adapters.notify.servers import Room

from adoptlog import Unusable
from adoptlog.notify.webhook import Slack, Teams


@pytest.mark.parametrize("channel", [Slack, Teams])
def test_a_room_is_told_how_many_and_never_who(room: Room, channel: type[Slack | Teams]) -> None:
    with company() as log:
        (told,) = log.notify(send=True, channels=[channel(room.url)])

    body = json.dumps(room.posts, ensure_ascii=False)
    assert (told.recipient, told.state, len(told.follow_ups)) == (channel.name, "sent", 4)
    assert "champion – Trained and licensed, and never started: 2" in body
    for person, (name, email, _) in PEOPLE.items():
        assert not any(word in body for word in (person, name, *name.split(), email)), body
    assert room.types == ["application/json; charset=utf-8"]


def test_slack_gets_blocks_and_a_text_for_its_notification(room: Room) -> None:
    with company() as log:
        log.notify(send=True, channels=[Slack(room.url)])

    (post,) = room.posts
    assert [block["type"] for block in post["blocks"]] == ["header", "section", "context"]
    assert post["text"] == "AI tool: offers of help this week (4)"


def test_teams_gets_an_adaptive_card(room: Room) -> None:
    room.status, room.answer = 202, ""
    with company() as log:
        (told,) = log.notify(send=True, channels=[Teams(room.url)], lang="ja")

    (post,) = room.posts
    (attachment,) = post["attachments"]
    assert told.state == "sent"
    assert post["type"] == "message"
    assert attachment["contentType"] == "application/vnd.microsoft.card.adaptive"
    assert attachment["content"]["type"] == "AdaptiveCard"
    assert attachment["content"]["body"][0]["text"] == "生成AI活用サポートのお知らせ（4件）"
    assert attachment["content"]["body"][2]["text"] == "AI担当｜研修もライセンスもあるが未着手: 2件"


def test_a_room_is_told_once_and_not_again_before_five_working_days(room: Room) -> None:
    clock = Clock()
    with company(clock=clock) as log:
        log.notify(send=True, channels=[Slack(room.url)])
        again = log.notify(send=True, channels=[Slack(room.url)])
        ask_a_question(log, clock, date(2026, 4, 20), raised_on=date(2026, 4, 22))
        told = [log.notify(as_of=day, channels=[Slack(room.url)])[0] for day in (date(2026, 4, 23), date(2026, 4, 24))]

    assert (again, len(room.posts)) == ([], 1)
    assert [(one.state, len(one.follow_ups)) for one in told] == [("recent", 1), ("would_send", 1)]


@pytest.mark.parametrize(
    ("channel", "status", "answer", "problem"),
    [
        (Slack, 404, "no_service", "the webhook answered 404: no_service"),
        (Slack, 200, "invalid_payload", "Slack did not accept it: invalid_payload"),
        (Slack, 307, "", "the webhook answered 307: "),
        (
            Teams,
            200,
            "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429",
            "Teams did not accept it: Webhook message delivery failed with error: "
            "Microsoft Teams endpoint returned HTTP error 429",
        ),
    ],
)
def test_a_room_that_does_not_take_it_stays_untold(
    room: Room, channel: type[Slack | Teams], status: int, answer: str, problem: str
) -> None:
    room.status, room.answer = status, answer
    with company() as log:
        (told,) = log.notify(send=True, channels=[channel(room.url)])
        (again,) = log.notify(channels=[channel(room.url)])

    assert (told.state, told.problem) == ("failed", problem)
    assert (again.state, len(again.follow_ups)) == ("would_send", 4)
    assert "/elsewhere" not in " ".join(room.paths)


def test_one_room_that_fails_does_not_keep_the_other_from_being_told(room: Room) -> None:
    with company() as log:
        told = log.notify(send=True, channels=[Slack("http://127.0.0.1:1/services/s3cret"), Teams(room.url)])

    assert [(one.channel, one.state) for one in told] == [("slack", "failed"), ("teams", "sent")]
    assert "s3cret" not in str(told)


@pytest.mark.parametrize("url", ["http://hooks.example.com/s3cret", "file:///etc/s3cret", "s3cret"])
def test_a_webhook_is_https(url: str) -> None:
    with pytest.raises(Unusable, match="ADOPTLOG_SLACK_WEBHOOK") as problem:
        Slack(url)

    assert "s3cret" not in str(problem.value)
