"""Claude Enterprise and Claude Code: use per person and day."""

from adoptlog_adapters.claude.adapter import ClaudeAdapter
from adoptlog_adapters.claude.options import ClaudeOptions

__all__ = ["ClaudeAdapter", "ClaudeOptions"]
