"""A person's follow-ups in their story: when each was raised, what became of it, and why others are not raised."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from uuid import UUID

from adoptlog.casework.wording import asked_again, reason
from adoptlog.explain import Told
from adoptlog.follow_up.raising import Wait
from adoptlog.follow_up.work_list import Item
from adoptlog.i18n import translate


def tell(group: Iterable[Item], waits: Mapping[UUID, Wait | None], today: date, lang: str) -> Iterator[Told]:
    """The lines about one person's follow-ups up to a day; `waits` says of each that is due why it is not raised."""
    for item in group:
        if item.life is not None:
            yield from _raised(item, today, lang)
        else:
            yield _due(item, waits.get(item.id), today, lang)


def _raised(item: Item, today: date, lang: str) -> Iterator[Told]:
    assert item.life is not None
    t, title = translate(lang), _title(item, lang)
    yield Told(on=item.life.raised.on, event=t("follow-up raised"), text=f"{title} {reason(item, lang)}")
    if not item.open:
        yield Told(
            on=item.life.closed_on or today, event=t(f"follow-up {item.state}"), text=title + asked_again(item, lang)
        )
    elif item.state == "snoozed":
        yield Told(on=today, event=t("follow-up snoozed"), text=title)


def _due(item: Item, waits: Wait | None, today: date, lang: str) -> Told:
    t = translate(lang)
    why = t("not raised: {why}").format(why=t(f"waits {waits}")) if waits else t("not raised yet")
    return Told(on=today, event=t("follow-up due"), text=f"{_title(item, lang)} {reason(item, lang)} ({why})")


def _title(item: Item, lang: str) -> str:
    title = translate(lang)(f"rule {item.rule}")
    return f"{item.rule if title == f'rule {item.rule}' else title}:"
