"""Notifications in a Slack or Teams room, by their incoming webhooks."""

import json
import ssl
from http.client import HTTPException, HTTPMessage
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import SplitResult, urlsplit
from urllib.request import HTTPRedirectHandler, HTTPSHandler, Request, build_opener

from adoptlog.errors import Unusable
from adoptlog.notify.channel import NotDelivered, Notification
from adoptlog.notify.hosts import is_this_machine

_SECONDS = 30
_READ = 2000


class Slack:
    """A Slack incoming webhook: a message in blocks, `text` is what a notification shows; answers 200 `ok`."""

    name = "slack"

    def __init__(self, url: str) -> None:
        self._url = _checked(url, "ADOPTLOG_SLACK_WEBHOOK")

    def post(self, notification: Notification) -> None:
        answer = _post(self._url, _blocks(notification))
        if answer.strip() != "ok":
            raise NotDelivered("Slack did not accept it: {answer}", answer=_short(answer))


class Teams:
    """A Teams workflow that waits for a webhook request, or an older connector: an Adaptive Card.

    A workflow answers 202 and nothing else; a connector answers 200 also when it failed, and says so in words.
    """

    name = "teams"

    def __init__(self, url: str) -> None:
        self._url = _checked(url, "ADOPTLOG_TEAMS_WEBHOOK")

    def post(self, notification: Notification) -> None:
        answer = _post(self._url, _card(notification))
        if "failed" in answer.lower():
            raise NotDelivered("Teams did not accept it: {answer}", answer=_short(answer))


def _blocks(notification: Notification) -> dict[str, Any]:
    lines = "\n".join(f"• {_escaped(line)}" for line in notification.lines)
    return {
        "text": _escaped(notification.title),
        "blocks": [
            {"type": "header", "text": {"type": "plain_text", "text": notification.title[:150]}},
            {"type": "section", "text": {"type": "mrkdwn", "text": lines[:3000]}},
            {"type": "context", "elements": [{"type": "mrkdwn", "text": _escaped(notification.closing)}]},
        ],
    }


def _card(notification: Notification) -> dict[str, Any]:
    title = {"type": "TextBlock", "text": notification.title, "size": "Medium", "weight": "Bolder", "wrap": True}
    lines = [{"type": "TextBlock", "text": line, "wrap": True, "spacing": "Small"} for line in notification.lines]
    closing = {"type": "TextBlock", "text": notification.closing, "isSubtle": True, "wrap": True}
    card = {
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "type": "AdaptiveCard",
        "version": "1.4",
        "body": [title, *lines, closing],
    }
    attachment = {"contentType": "application/vnd.microsoft.card.adaptive", "contentUrl": None, "content": card}
    return {"type": "message", "attachments": [attachment]}


def _escaped(text: str) -> str:
    """The three characters that Slack reads as markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class _NoRedirect(HTTPRedirectHandler):
    """A post that is sent elsewhere was not delivered; following it would also show the address to others."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> None:
        return None


def _post(url: str, body: dict[str, Any]) -> str:
    """What the other side answered to a JSON body. The address is the secret: no error shows it."""
    words = json.dumps(body, ensure_ascii=False).encode()
    request = Request(url, words, {"Content-Type": "application/json; charset=utf-8", "User-Agent": "adoptlog"})
    opener = build_opener(_NoRedirect, HTTPSHandler(context=ssl.create_default_context()))
    try:
        with opener.open(request, timeout=_SECONDS) as answer:
            return str(answer.read(_READ).decode("utf-8", "replace"))
    except HTTPError as problem:
        with problem:
            said = problem.read(_READ).decode("utf-8", "replace")
        raise NotDelivered("the webhook answered {code}: {answer}", code=problem.code, answer=_short(said)) from None
    except (OSError, HTTPException) as problem:
        reason = getattr(problem, "reason", problem)
        raise NotDelivered(
            "the webhook cannot be reached: {answer}", answer=_short(str(reason)) or type(problem).__name__
        ) from None


def _checked(url: str, variable: str) -> str:
    try:
        parts = urlsplit(url)
        usable = bool(parts.hostname) and (parts.scheme == "https" or _stays_here(parts))
    except ValueError:
        usable = False
    if not usable:
        raise Unusable("{variable} is not the address of a webhook (https://…)", variable=variable)
    return url


def _stays_here(parts: SplitResult) -> bool:
    return parts.scheme == "http" and is_this_machine(parts.hostname or "")


def _short(text: str) -> str:
    return " ".join(text.split())[:200]
