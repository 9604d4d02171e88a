"""What a viewer sees: the same questions, answered as far as their role allows, and written down."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
import sqlalchemy as sa

from adoptlog.casework.learners import dated_by, manager_of
from adoptlog.casework.wording import FollowUp
from adoptlog.domain.summary import united
from adoptlog.errors import NotAllowed
from adoptlog.explain import Told
from adoptlog.facade.follow_ups import FollowUps
from adoptlog.follow_up.work_list import Item
from adoptlog.messages import Message
from adoptlog.policy import Policy, in_force
from adoptlog.privacy.access import write_down
from adoptlog.privacy.groups import Group, shown
from adoptlog.privacy.traces import holds
from adoptlog.privacy.viewer import OF_A_REPORT, SEES_GROUPS, SEES_OWN, Viewer, sees
from adoptlog.projections.read_model import StoredReadModel
from adoptlog.rows import Rows
from adoptlog.status.rows import HabitStatus
from adoptlog.store import directory
from adoptlog.store.directory import Listed


class Viewing(FollowUps):
    """The part of `AdoptLog` for hosts that show each of their users what that user may see."""

    def status(
        self,
        *,
        as_of: date | None = None,
        known_at: datetime | None = None,
        person: str | None = None,
        program: str | None = None,
        policy: Policy | None = None,
        lang: str | None = None,
        viewer: Viewer | None = None,
    ) -> Rows[HabitStatus]:
        """The habit status of everybody, or of one person, at the end of a day and as far as known at a time.

        A `viewer` sees the people of their role only, in the order of the directory, and each look at somebody else is
        written down. Raises `NotAllowed` for a person the viewer may not see.
        """
        asked: dict[str, Any] = {
            "as_of": as_of, "known_at": known_at, "program": program, "policy": policy, "lang": lang,
        }  # fmt: skip
        if viewer is None:
            return super().status(person=person, **asked)
        me, seen = self._people_seen(viewer, as_of or self.today)
        if person is not None:
            seen = [who for who in seen if person in who.ids]
            if not seen:
                raise NotAllowed(
                    "a {role} may not see the status of {person!r}",
                    role=Message.word("role", viewer.role),
                    person=person,
                )
        rows = [row for who in seen for row in super(Viewing, self).status(person=who.ids[0], **asked)]
        self._write_down(viewer, me, [who.no for who in seen], "status")
        return Rows(row if row.person == me.person else _without_figures(row) for row in rows)

    def follow_ups(
        self,
        *,
        as_of: date | None = None,
        owner: str | None = None,
        rule: str | None = None,
        closed: bool = False,
        lang: str | None = None,
        viewer: Viewer | None = None,
    ) -> list[FollowUp]:
        """Every follow-up open at the end of a day, raised or only due (`closed`: the others too), the most urgent
        first; for a `viewer`, those of their role. Writes nothing but who looked. Raises `NotFound` for a rule that
        does not exist."""
        if viewer is None:
            return super().follow_ups(as_of=as_of, owner=owner, rule=rule, closed=closed, lang=lang)
        with self.application.current() as read:
            me = directory.one(read.connection, viewer.person)
            mine = _references(read, me)
        about: set[UUID] = set()

        def wanted(item: Item, one: FollowUp) -> bool:
            visible = (closed or item.open) and rule in (None, one.rule) and owner in (None, one.owner)
            visible = visible and sees(viewer.role, mine, item)
            if visible and item.person:
                about.add(UUID(item.person))
            return visible

        told = self._listed(as_of or self.today, lang or self.lang, rule, wanted)
        with self.application.current() as read:
            people = directory.numbers_of_streams(read.connection, about)
        self._write_down(viewer, me, people, "follow_ups")
        return told

    def explain(
        self,
        person: str,
        *,
        program: str | None = None,
        as_of: date | None = None,
        lang: str | None = None,
        viewer: Viewer | None = None,
    ) -> list[Told]:
        """A person's story up to a day: every fact, every change of status with its cause, and every follow-up. A
        `viewer` reads their own story and nobody else's: `NotAllowed`."""
        if viewer is not None:
            with self.application.current() as read:
                me = directory.one(read.connection, viewer.person)
            if person not in me.ids or viewer.role not in SEES_OWN:
                raise NotAllowed("the story of {person!r} is for themselves to read: ask them", person=person)
        return super().explain(person, program=program, as_of=as_of, lang=lang)

    def groups(
        self, *, as_of: date | None = None, program: str | None = None, viewer: Viewer | None = None
    ) -> list[Group]:
        """How many people of each program, and of each of its departments, are in which state; groups smaller than the
        policy's `smallest_group` are not shown, also not by subtraction."""
        if viewer is not None and viewer.role not in SEES_GROUPS:
            raise NotAllowed("a {role} does not see figures of groups", role=Message.word("role", viewer.role))
        rows = super().status(as_of=as_of, program=program)
        with self.application.current() as read:
            policy = self.policy or in_force(read.shared(), as_of or self.today)
        told: list[Group] = []
        for name in sorted({row.program for row in rows}):
            some = [row for row in rows if row.program == name]
            departments: dict[str, list[HabitStatus]] = defaultdict(list)
            for row in some:
                if row.department is not None:
                    departments[row.department].append(row)
            groups = [_group(name, department, theirs) for department, theirs in departments.items()]
            told += shown(groups, _group(name, None, some), policy.effect.smallest_group)
        return told

    def _people_seen(self, viewer: Viewer, day: date) -> tuple[Listed, list[Listed]]:
        """The viewer, and whose status they see."""
        with self.application.current() as read:
            me = directory.one(read.connection, viewer.person)
            own = [me] if viewer.role in SEES_OWN else []
            if viewer.role != "manager":
                return me, own
            return me, sorted([*own, *_reports(read, _references(read, me), day)], key=lambda who: who.no)

    def _write_down(self, viewer: Viewer, me: Listed, people: Iterable[int], question: str) -> None:
        others = [no for no in people if no not in me.numbers]
        if others:
            with self.database.writing() as connection:
                write_down(connection, viewer, me.no, others, question, self.terms().now)


def _reports(read: StoredReadModel, mine: set[str], day: date) -> Iterator[Listed]:
    """Those whose manager on a day is one of `mine`, the forgotten left out."""
    table = read.tables.person_summary
    numbers = read.connection.scalars(sa.select(table.c.no).where(holds(read.connection, table.c.entries, mine)))
    seen: set[int] = set()
    for no in numbers.all():
        standing = directory.standing(read.connection, no)
        for who in directory.listed(read.connection, standing, standing):
            if who.no in seen or who.is_forgotten:
                continue
            seen.add(who.no)
            summary = united(read.summary(number) for number in who.numbers)
            if manager_of(dated_by(day, summary)) in mine:
                yield who


def _references(read: StoredReadModel, who: Listed) -> set[str]:
    return set(directory.references(read.connection, who.numbers).values())


def _without_figures(row: HabitStatus) -> HabitStatus:
    hidden = {name: None for name in row.__struct_fields__ if name not in OF_A_REPORT}
    return msgspec.structs.replace(row, **hidden)


def _group(program: str, department: str | None, rows: list[HabitStatus]) -> Group:
    states = dict(sorted(Counter(row.state for row in rows).items()))
    return Group(program=program, department=department, people=len(rows), states=states)
