"""From the name of an adapter and what was said about it to one that can be run."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from adoptlog.intake import plugged_in
from adoptlog.kit.options import FILES, options_from, settings_of
from adoptlog.kit.secrets import environment


def set_up(
    name: str,
    given: Mapping[str, Any],
    *,
    today: date,
    zone: ZoneInfo,
    environ: Mapping[str, str] | None = None,
    secrets_needed: bool = True,
) -> Any:
    """The adapter under a name, with its options as given, else from the environment.

    Raises `NotFound`, or `Unusable` for an adapter that cannot be used or an option that is missing or wrong.
    """
    adapter = plugged_in.find(name)
    known = {setting.name for setting in settings_of(name, adapter.Options)}
    mine = {key: value for key, value in given.items() if key in known} | {"today": today, "zone": zone}
    variables = environment() if environ is None else environ
    return adapter(options_from(name, adapter.Options, mine, variables, secrets_needed=secrets_needed))


def to_be_kept(given: Mapping[str, Any]) -> dict[str, Any]:
    """The options to keep with a dead letter, so that its record can be read again. There are no secrets among them."""
    return {name: _plain(value) for name, value in given.items() if name != FILES}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return value if value is None or isinstance(value, bool | int | float) else str(value)
