"""Microsoft 365 Copilot: who used it last on which day."""

from adoptlog_adapters.microsoft365.adapter import Microsoft365Adapter
from adoptlog_adapters.microsoft365.options import Microsoft365Options

__all__ = ["Microsoft365Adapter", "Microsoft365Options"]
