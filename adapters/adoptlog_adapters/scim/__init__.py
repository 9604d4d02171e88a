"""SCIM 2.0: who works here, in which department, under which manager, and who has left."""

from adoptlog_adapters.scim.adapter import ScimAdapter
from adoptlog_adapters.scim.options import ScimOptions

__all__ = ["ScimAdapter", "ScimOptions"]
