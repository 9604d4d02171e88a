"""Gemini in Google Workspace: use per person and day."""

from adoptlog_adapters.gemini.adapter import GeminiAdapter
from adoptlog_adapters.gemini.options import GeminiOptions

__all__ = ["GeminiAdapter", "GeminiOptions"]
