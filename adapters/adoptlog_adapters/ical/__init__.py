"""Follow-ups as a calendar feed."""

from adoptlog_adapters.ical.adapter import IcalAdapter, IcalOptions

__all__ = ["IcalAdapter", "IcalOptions"]
