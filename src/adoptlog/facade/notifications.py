"""Telling those who need to know about follow-ups: the person first, then the one who acts."""

import os
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID

from adoptlog.domain import facts as f
from adoptlog.errors import Refused, Unusable
from adoptlog.facade.follow_ups import Facts, FollowUps
from adoptlog.notify.channel import Channel, PersonalChannel, RoomChannel
from adoptlog.notify.configured import Unconfigured, configured
from adoptlog.notify.delivery import Delivery, Round
from adoptlog.notify.plan import Plan, plan
from adoptlog.notify.recipients import Recipients
from adoptlog.notify.templates import Templates
from adoptlog.store.races import again_if_raced
from adoptlog.store.turns import taking_turns

_LOOKED_BACK = timedelta(days=800)
"""How far back work days since the last letter are counted: longer than a long leave."""


class Notifications(FollowUps):
    """The part of `AdoptLog` that tells people."""

    def notify(
        self,
        *,
        as_of: date | None = None,
        send: bool = False,
        channels: Iterable[Channel] | None = None,
        templates: Path | None = None,
        lang: str | None = None,
    ) -> list[Delivery]:
        """Tell everybody of the raised follow-ups they have not been told of; without `send`, say what would be sent.

        `channels` are by default those that the environment names; `lang` is the language of recipients outside
        Japan. A letter is recorded once its channel has accepted it, so that after a crash in between it is sent again
        rather than never. Raises `Unusable` when there is no channel to send through.
        """
        day, words = as_of or self.today, Templates(templates)
        chosen = list(configured(os.environ) if channels is None else channels)
        if not send:
            return self._told_through(chosen or [Unconfigured()], words, day, lang or self.lang, send=False)
        if day > self.today:
            raise Refused(
                "a letter cannot be sent on {day}, which is in the future (today is {today})", day=day, today=self.today
            )
        if not chosen:
            raise Unusable(
                "there is no channel to send through: set ADOPTLOG_SMTP and ADOPTLOG_MAIL_FROM, "
                "ADOPTLOG_SLACK_WEBHOOK or ADOPTLOG_TEAMS_WEBHOOK, or name a folder for calendar files (--ics)"
            )
        with taking_turns(self.database, "notify"):
            return self._told_through(chosen, words, day, lang or self.lang, send=True)

    def _told_through(
        self, channels: Sequence[Channel], templates: Templates, day: date, lang: str, *, send: bool
    ) -> list[Delivery]:
        planned = self._plan(day, lang)

        def record(to: str, ids: Sequence[UUID]) -> None:
            self._record_told(planned, to, ids)

        personal = [channel for channel in channels if isinstance(channel, PersonalChannel)]
        rooms = [channel for channel in channels if isinstance(channel, RoomChannel)]
        round_ = Round(planned, templates, record if send else None)
        try:
            told = list(round_.letters(personal)) if personal else []
            return told + list(round_.rooms(rooms, lang))
        finally:
            for channel in personal:
                channel.close()

    def _plan(self, day: date, lang: str) -> Plan:
        desk = self._desk(day)
        with self.application.current() as read:
            ask = self._question(read, day, None, lang)
            recipients = Recipients(read, desk.people, ask, day - _LOOKED_BACK)
            return plan(desk, read.follow_ups(), recipients)

    def _record_told(self, planned: Plan, to: str, ids: Sequence[UUID]) -> None:
        """Who was told of what; a follow-up that somebody closed while its letter was on the way is left out."""
        told = f.FollowUpNotified(to=to, on=planned.desk.today)
        facts: Facts = [(planned.matters[id_].item, told) for id_ in ids]
        again_if_raced(partial(self._record_facts, facts, "notify"))
