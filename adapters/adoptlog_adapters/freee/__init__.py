"""freee人事労務: people, departments with dates, managers, and who has left."""

from adoptlog_adapters.freee.adapter import FreeeAdapter
from adoptlog_adapters.freee.options import FreeeOptions

__all__ = ["FreeeAdapter", "FreeeOptions"]
