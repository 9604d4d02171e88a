"""GitHub Copilot: who has a seat, and who used it on which day."""

from adoptlog_adapters.github_copilot.adapter import GithubCopilotAdapter
from adoptlog_adapters.github_copilot.options import GithubCopilotOptions

__all__ = ["GithubCopilotAdapter", "GithubCopilotOptions"]
