"""What concerns everybody: the company's calendar, policies and roles; and each tool's news and coverage."""

from adoptlog.domain import facts as f
from adoptlog.domain.stream import Stream


class Company(Stream):
    """Closures, policies, the purpose of the record, and roles that are not of one program."""

    accepts = (
        f.ClosureDeclared,
        f.PolicyAdopted,
        f.PurposeStated,
        f.OwnerAppointed,
        f.ChampionAppointed,
        f.AdviserAppointed,
        f.RoleEnded,
    )


class Tool(Stream):
    """One tool: its releases, and the days its feeds speak about (what reports cover: month by month)."""

    accepts = (f.UsageCovered, f.ToolNewsReleased)
