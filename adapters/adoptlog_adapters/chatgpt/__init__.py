"""ChatGPT Enterprise and Edu: the workspace analytics export."""

from adoptlog_adapters.chatgpt.adapter import ChatGptAdapter
from adoptlog_adapters.chatgpt.options import ChatGptOptions

__all__ = ["ChatGptAdapter", "ChatGptOptions"]
