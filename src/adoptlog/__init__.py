"""adoptlog: who has formed the habit, who needs which follow-up, and whether it pays.

Names are loaded when first used, so that `import adoptlog` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from adoptlog.errors import AdoptLogError, NotAllowed, NotFound, NotYet, Outdated, Refused, UnknownEvent, Unusable

if TYPE_CHECKING:
    from adoptlog.casework.wording import FollowUp
    from adoptlog.domain.event import Event
    from adoptlog.domain.facts import *  # noqa: F403
    from adoptlog.facade.sealing import verify_receipt
    from adoptlog.follow_up.policy import FollowUpPolicy
    from adoptlog.habit import HabitPolicy
    from adoptlog.log import AdoptLog
    from adoptlog.policy import Policy, PolicyError, read_policy
    from adoptlog.privacy.viewer import Viewer
    from adoptlog.status.rows import HabitStatus
    from adoptlog.store.database import migrate

_LAZY = {
    "AdoptLog": "adoptlog.log",
    "Event": "adoptlog.domain.event",
    "FollowUp": "adoptlog.casework.wording",
    "FollowUpPolicy": "adoptlog.follow_up.policy",
    "HabitPolicy": "adoptlog.habit",
    "HabitStatus": "adoptlog.status.rows",
    "Policy": "adoptlog.policy",
    "PolicyError": "adoptlog.policy",
    "migrate": "adoptlog.store.database",
    "Viewer": "adoptlog.privacy.viewer",
    "read_policy": "adoptlog.policy",
    "verify_receipt": "adoptlog.facade.sealing",
}

__version__ = "0.1.0"

__all__ = [
    "AdoptLog",
    "AdoptLogError",
    "Event",
    "FollowUp",
    "FollowUpPolicy",
    "HabitPolicy",
    "HabitStatus",
    "NotAllowed",
    "NotFound",
    "NotYet",
    "Outdated",
    "Policy",
    "PolicyError",
    "Refused",
    "UnknownEvent",
    "Unusable",
    "Viewer",
    "migrate",
    "read_policy",
    "verify_receipt",
]


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return getattr(import_module(_LAZY[name]), name)
    if not name.startswith("_"):
        facts = import_module("adoptlog.domain.facts")
        if hasattr(facts, name):
            return getattr(facts, name)
    raise AttributeError(f"module 'adoptlog' has no attribute {name!r}")
