"""The channels that are set up here, by the environment."""

from collections.abc import Mapping
from pathlib import Path

from adoptlog.notify.channel import Channel, Letter, NotDelivered
from adoptlog.notify.ics import Calendars
from adoptlog.notify.smtp import Mail
from adoptlog.notify.webhook import Slack, Teams


class Unconfigured:
    """Stands in for e-mail in a rehearsal where nothing has been set up yet."""

    name = "mail"
    needs_address = True

    def deliver(self, letter: Letter) -> None:
        raise NotDelivered("no channel is configured")

    def close(self) -> None:
        """Nothing was opened."""


def configured(environ: Mapping[str, str], calendars: Path | None = None) -> list[Channel]:
    """The channels that the environment names; `calendars`: also a folder for `.ics` files. Raises `Unusable`."""
    found: list[Channel] = []
    if environ.get("ADOPTLOG_SMTP"):
        found.append(Mail(environ["ADOPTLOG_SMTP"], environ.get("ADOPTLOG_MAIL_FROM", "")))
    if calendars is not None:
        found.append(Calendars(calendars))
    if environ.get("ADOPTLOG_SLACK_WEBHOOK"):
        found.append(Slack(environ["ADOPTLOG_SLACK_WEBHOOK"]))
    if environ.get("ADOPTLOG_TEAMS_WEBHOOK"):
        found.append(Teams(environ["ADOPTLOG_TEAMS_WEBHOOK"]))
    return found
