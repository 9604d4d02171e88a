"""What the global options say, and the log they open."""

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import attrs
import click

from adoptlog.messages import Message

if TYPE_CHECKING:
    from adoptlog import AdoptLog


@attrs.frozen(kw_only=True)
class Settings:
    """The global options."""

    db: str
    db_given: bool
    schema: str | None = None
    lang: str
    timezone: str | None
    color: bool
    verbose: bool

    def open(self) -> "AdoptLog":
        """The log of `--db`."""
        from adoptlog import AdoptLog

        return AdoptLog(self.db, schema=self.schema, zone=self.zone, lang=self.lang)

    def told(self, text: str) -> str:
        """A message in the language of what is shown."""
        from adoptlog.i18n import told

        return told(text, self.lang)

    @property
    def zone(self) -> ZoneInfo:
        """`--timezone`, else the machine's."""
        try:
            return ZoneInfo(self.timezone or _machine_zone())
        except (ZoneInfoNotFoundError, ValueError, OSError):
            raise click.BadParameter(
                Message("{timezone!r} is not an IANA time zone such as Asia/Tokyo", timezone=self.timezone),
                param_hint="--timezone",
            ) from None

    @property
    def today(self) -> date:
        """Today in that zone."""
        return datetime.now(self.zone).date()


def _machine_zone() -> str:
    parts = Path("/etc/localtime").resolve().parts
    if "zoneinfo" in parts:
        return "/".join(parts[parts.index("zoneinfo") + 1 :])
    return "UTC"


class Day(click.ParamType[date]):
    """A date, in any of the forms the CSV files may use."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        from adoptlog_adapters.sheets.cells import NotUnderstood
        from adoptlog_adapters.sheets.dates import as_date

        if isinstance(value, date):
            return value
        try:
            return as_date(value)
        except NotUnderstood as problem:
            self.fail(Message("{value!r} {problem}", value=value, problem=problem.message), param, ctx)


class Moment(click.ParamType[datetime]):
    """A time, ISO 8601; without an offset in `--timezone`."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(Message("{value!r} is not a time such as 2026-06-30T18:00:00+09:00", value=value), param, ctx)
        if moment.tzinfo is None:
            assert ctx is not None
            moment = moment.replace(tzinfo=ctx.find_object(Settings).zone)  # type: ignore[union-attr]
        return moment


DAY, MOMENT = Day(), Moment()
