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


def letter(recipient: Recipient, told: Sequence[Said], templates: Templates, on: date) -> Letter:
    """One letter with everything that is told to a recipient."""
    lang = recipient.lang
    sections = {
        section: _section(section, [said for said in told if said.section == section], lang, templates, on)
        for section in ("for_you", "to_help", "for_program")
    }
    name = recipient.name or recipient.to
    subject, text = templates.fill_headed(lang, "letter", name=name, count=len(told), **sections)
    text = _GAP.sub("\n\n", text)
    ids = sorted(said.follow_up.id for said in told)
    return Letter(
        id=uuid5(_LETTERS, " ".join([recipient.reference, *ids])),
        to=recipient.to,
        name=recipient.name,
        address=recipient.address,
        lang=lang,
        subject=subject,
        text=text,
        entries=[_entry(said, lang, templates, on) for said in told],
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


def _section(name: str, told: Sequence[Said], lang: str, templates: Templates, on: date) -> str:
    if not told:
        return ""
    lines = "\n".join(_line(said, lang, templates, on) for said in told)
    return templates.fill(lang, name, lines=lines).strip("\n") + "\n\n"


def _line(said: Said, lang: str, templates: Templates, on: date) -> str:
    one, t = said.follow_up, translate(lang)
    values = {
        "title": rule_title(one.rule, lang),
        "reason": one.reason,
        "by": _by(one.due_on, on, lang),
        "how": t(f"channel {one.channel}"),
        "program": one.program or "",
        "id": one.id[:_SHORT_ID],
    }
    place = t("in {department}").format(department=one.department) if one.department else ""
    match said.section, said.helper:
        case "for_you", str() as helper:
            values |= {"offer": t(f"offer {one.channel}"), "reason": _kindly(one, lang), "helper": helper}
            return templates.fill(lang, "for_you_offer", **values)
        case "for_you", _:
            return templates.fill(lang, "for_you_task", **values)
        case "to_help", _:
            return templates.fill(lang, "to_help_line", person=said.person or "", place=place, **values)
        case _:
            return templates.fill(lang, "for_program_line", place=place, **values)


def _by(due_on: date, on: date, lang: str) -> str:
    """By when; a day that has passed already would be a reproach."""
    from babel.dates import format_date  # only when somebody is written to

    if due_on <= on:
        return translate(lang)("in the next few days")
    return translate(lang)("by {day}").format(day=format_date(due_on, _DAY[lang], lang))


def _kindly(one: FollowUp, lang: str) -> str:
    """The reason as one says it to the person; those who act read the plain one. A rule without one says the latter."""
    said = translate(lang)(f"kindly {one.rule}")
    return one.reason if said == f"kindly {one.rule}" else said


def _entry(said: Said, lang: str, templates: Templates, on: date) -> Entry:
    one, t = said.follow_up, translate(lang)
    match said.section, said.helper:
        case "for_you", str():
            title = t(f"offer {one.channel}")
        case "to_help", _:
            title = f"{said.person}: {rule_title(one.rule, lang)}"
        case _:
            title = rule_title(one.rule, lang)
    return Entry(id=UUID(one.id), title=title, text=_line(said, lang, templates, on).strip(), due_on=one.due_on)
