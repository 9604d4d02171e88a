"""The kit for adapters, ours and yours: what one is made of. HTTP: `adoptlog.kit.web`, `.pages`."""

from adoptlog.errors import Unusable
from adoptlog.intake.adapter import Covers, Fetched, ListRead, PageRead, Read
from adoptlog.intake.observation import Irrelevant, Observation, PersonDescribed, RecordVoided, Rejected, Translation
from adoptlog.kit.checking import Checked, may
from adoptlog.kit.lag import Lag, furthest, utc_day
from adoptlog.kit.options import option, secret
from adoptlog.kit.secrets import KeptSecret, Secret
from adoptlog.kit.ways import Message, WayIn, WayOut

__all__ = [
    "Checked",
    "Covers",
    "Fetched",
    "Irrelevant",
    "KeptSecret",
    "Lag",
    "ListRead",
    "Message",
    "Observation",
    "PageRead",
    "PersonDescribed",
    "Read",
    "RecordVoided",
    "Rejected",
    "Secret",
    "Translation",
    "Unusable",
    "WayIn",
    "WayOut",
    "furthest",
    "may",
    "option",
    "secret",
    "utc_day",
]
