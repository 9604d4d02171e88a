"""Letters in words: what one person is told, kindly, in their language."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID, uuid5

import attrs

from adoptlog.casework.wording import FollowUp
from adoptlog.i18n import translate
from adoptlog.notify.channel import Count, Entry, Letter, Notification
from adoptlog.notify.recipients import Recipient
from adoptlog.notify.templates import Templates

_LETTERS = UUID("8f0f6f5c-5d0b-4b0e-9c64-6f2f0a1d7a11")
_DAY = {"en": "EEEE d MMMM", "ja": "M月d日（EEE）"}
_SHORT_ID = 8
_GAP = re.compile(r"\n{3,}")
"""What a section that has nothing to say leaves behind."""


@attrs.frozen(kw_only=True)
class Said:
    """A follow-up as it is told to one recipient."""

    follow_up: FollowUp
    section: str
    """Who it is for: `for_you`, `to_help` or `for_program`."""
    person: str | None
    """What the person it is about is called in a letter."""
    helper: str | None
    """Who helps; None when the recipient acts."""

    @property
    def is_offer(self) -> bool:
        """Whether somebody offers the recipient help."""
        return self.section == "for_you" and self.helper is not None

    @property
    def template(self) -> str:
        """The template of the line."""
        if self.section == "for_you":
            return "for_you_offer" if self.is_offer else "for_you_task"
        return f"{self.section}_line"


def letter(recipient: Recipient, told: Sequence[Said], templates: Templates, on: date, more: int = 0) -> Letter:
    """One letter with everything that is told to a recipient now; `more` is for the next one."""
    words = _Words(recipient.lang, templates, on)
    sections = {
        section: words.section(section, [said for said in told if said.section == section])
        for section in ("for_you", "to_help", "for_program")
    }
    name = recipient.name or recipient.to
    sections["more"] = templates.fill(recipient.lang, "more", count=more) + "\n" if more else ""
    subject, text = templates.fill_headed(recipient.lang, "letter", name=name, count=len(told), **sections)
    ids = sorted(said.follow_up.id for said in told)
    return Letter(
        id=uuid5(_LETTERS, " ".join([recipient.reference, *ids])),
        to=recipient.to,
        name=recipient.name,
        address=recipient.address,
        lang=recipient.lang,
        subject=subject,
        text=_GAP.sub("\n\n", text),
        entries=[words.entry(said) for said in told],
        on=on,
    )


def notification(counts: Iterable[Count], lang: str, templates: Templates) -> Notification:
    """What a room is told: how many of which rules, for whom by role; a person is not in it."""
    t, listed = translate(lang), list(counts)
    title, closing = templates.fill_headed(lang, "room", count=sum(one.follow_ups for one in listed))
    lines = [
        templates.fill(
            lang, "room_line", role=t(f"owner_role {one.role}"), title=rule_title(one.rule, lang), count=one.follow_ups
        ).strip()
        for one in listed
    ]
    return Notification(title=title, lines=lines, closing=closing.strip())


def rule_title(rule: str, lang: str) -> str:
    """A rule's title; an integrator's rule without one is called by its name."""
    title = translate(lang)(f"rule {rule}")
    return rule if title == f"rule {rule}" else title


@attrs.frozen
class _Words:
    """The words of one letter."""

    lang: str
    templates: Templates
    on: date

    def section(self, name: str, told: Sequence[Said]) -> str:
        if not told:
            return ""
        lines = "\n".join(self._line(said) for said in told)
        return self.templates.fill(self.lang, name, lines=lines) + "\n"

    def entry(self, said: Said) -> Entry:
        """The same for a calendar."""
        one, title = said.follow_up, self._title(said)
        if said.section == "to_help":
            title = f"{said.person}: {title}"
        return Entry(id=UUID(one.id), title=title, text=self._line(said).strip(), due_on=one.due_on)

    def _line(self, said: Said) -> str:
        one, t = said.follow_up, translate(self.lang)
        kindly = self._kindly(one.rule) if said.is_offer else ""
        return self.templates.fill(
            self.lang,
            said.template,
            title=self._title(said),
            offer=self._title(said),
            reason=kindly or one.reason,
            by=self._by(one.due_on),
            how=t(f"channel {one.channel}"),
            helper=said.helper or "",
            person=said.person or "",
            place=t("in {department}").format(department=one.department) if one.department else "",
            program=one.program or "",
            id=one.id[:_SHORT_ID],
        )

    def _title(self, said: Said) -> str:
        """To the person an offer or a request, to the others what it is about."""
        one = said.follow_up
        if said.is_offer:
            return translate(self.lang)(f"offer {one.channel}")
        asked = self._kindly(one.rule) if said.section == "for_you" else ""
        return asked or rule_title(one.rule, self.lang)

    def _kindly(self, rule: str) -> str:
        """How one says it to the person, without figures and verdicts; empty for a rule that has no such words."""
        said = translate(self.lang)(f"kindly {rule}")
        return "" if said == f"kindly {rule}" else said

    def _by(self, due_on: date) -> str:
        """By when; a day that has passed already would be a reproach."""
        from babel.dates import format_date  # only when somebody is written to

        t = translate(self.lang)
        if due_on <= self.on:
            return t("in the next few days")
        return t("by {day}").format(day=format_date(due_on, _DAY[self.lang], self.lang))
