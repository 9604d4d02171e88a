"""xAPI statements: what any LMS or LRS says about trainings."""

from adoptlog_adapters.xapi.adapter import XapiAdapter
from adoptlog_adapters.xapi.options import XapiOptions

__all__ = ["XapiAdapter", "XapiOptions"]
