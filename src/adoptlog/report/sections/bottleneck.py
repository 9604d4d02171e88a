"""Where it breaks (D5): from stage to stage on the way to the habit."""

from adoptlog.report.figures import Bar, Bars
from adoptlog.report.say import Say
from adoptlog.report.sections.section import Exhibit, Section
from adoptlog.report.table import Column, Table
from adoptlog.report.value import Report
from adoptlog.trends.bottleneck import Passage, worst


def section(report: Report, say: Say) -> Section | None:
    """None where nobody came to any stage."""
    whole = [passage for passage in report.passages if passage.department is None and passage.started]
    if not whole:
        return None
    narrow = worst(whole)
    lead = say("Nobody was left behind on the way.")
    if narrow is not None:
        lead = say(
            "Most are left behind between “{stage}” and “{following}”: {lost} of {started} have not come further yet.",
            stage=say(f"stage {narrow.stage}"),
            following=say(f"stage {narrow.following}"),
            lost=say.count(narrow.lost),
            started=say.count(narrow.started),
        )
    title = say("Of those who came to a stage, who came to the next one")
    return Section(
        name="bottleneck",
        title=say("Where it breaks"),
        lead=lead,
        exhibits=[
            Exhibit(
                name="bottleneck",
                title=title,
                figure=Bars(title=title, desc=lead, rows=[_bar(one, say, one is narrow) for one in whole]),
                table=_table(report, say),
                note=say("Who began lately counts as not there yet."),
            )
        ],
    )


def _bar(passage: Passage, say: Say, strong: bool) -> Bar:
    return Bar(
        label=say(
            "{stage} → {following}",
            stage=say(f"stage {passage.stage}"),
            following=say(f"stage {passage.following}"),
        ),
        part=passage.reached,
        whole=passage.started,
        words=say(
            "{reached} of {started} · {share}",
            reached=say.count(passage.reached),
            started=say.count(passage.started),
            share=say.share(passage.reached / passage.started),
        ),
        strong=strong,
    )


def _table(report: Report, say: Say) -> Table:
    columns = [
        Column("department", say("Department"), "text"),
        Column("stage", say("Stage"), "text"),
        Column("following", say("Next stage"), "text"),
        Column("started", say("Came to it")),
        Column("reached", say("Came further")),
        Column("share", say("Share"), "share"),
    ]
    rows = [
        [
            passage.department or say("all"),
            say(f"stage {passage.stage}"),
            say(f"stage {passage.following}"),
            passage.started,
            passage.reached,
            passage.reached / passage.started if passage.started else None,
        ]
        for passage in report.passages
    ]
    return Table(columns=columns, rows=rows)
