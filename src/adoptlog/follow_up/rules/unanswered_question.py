"""unanswered-question: somebody asked, and nobody answered."""

from collections.abc import Iterator

import attrs

from adoptlog.domain.facts import QuestionAnswered, QuestionAsked
from adoptlog.follow_up import rule
from adoptlog.follow_up.case import Learner
from adoptlog.follow_up.due import Due


@attrs.frozen(kw_only=True)
class Limits(rule.Limits):
    working_days: int = 2


def find(learner: Learner, limits: Limits) -> Iterator[Due]:
    answered = {(answer.question, answer.on) for answer in learner.of(QuestionAnswered)}
    asked = sorted(learner.of(QuestionAsked), key=lambda question: question.on)
    waiting = [q for q in asked if not any(words == q.question and on >= q.on for words, on in answered)]
    for question in waiting[:1]:
        yield Due(
            trigger=question.question,
            on=learner.work_days.after(limits.working_days, question.on),
            because={"asked_on": question.on, "questions": len(waiting)},
        )


RULE = rule.Rule(
    name="unanswered-question",
    about=Learner,
    owner_role="champion",
    channel="chat",
    priority=2,
    limits=Limits,
    find=find,
)
