"""SmartHR: people, departments, leave and who has left."""

from adoptlog_adapters.smarthr.adapter import SmarthrAdapter
from adoptlog_adapters.smarthr.options import SmarthrOptions

__all__ = ["SmarthrAdapter", "SmarthrOptions"]
