"""graduate: the habit is formed and the review passed; what works for one may help others."""

from collections.abc import Iterator

from adoptlog.domain.facts import UseCaseShared
from adoptlog.follow_up.case import Participant
from adoptlog.follow_up.due import Due
from adoptlog.follow_up.rule import Limits, Rule
from adoptlog.habit import State


def find(participant: Participant, limits: Limits) -> Iterator[Due]:
    graduated_on, habitual_since = participant.graduated_on, participant.habit.base_since
    if graduated_on is None or habitual_since is None or participant.habit.base is not State.HABITUAL:
        return
    if not participant.learner.of(UseCaseShared):
        on = max(graduated_on, habitual_since)
        yield Due(trigger=graduated_on.isoformat(), on=on, because={"graduated_on": graduated_on})


RULE = Rule(
    name="graduate",
    about=Participant,
    owner_role="champion",
    channel="message",
    priority=4,
    limits=Limits,
    find=find,
)
