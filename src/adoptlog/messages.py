"""What people are told, in English, with what it takes to say the same in another language."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self


class Message(str):
    """An English sentence made of a template and values; both are kept, so that it can be translated later.

    It is a `str`: whoever has no use for another language has the English text. The template is the key in the
    catalogues (`adoptlog.i18n.told`). Values may be messages, errors that have one, and tuples, which are listed.

    >>> problem = Message("{name} is not {expected}", name="score 7", expected=Message("a share"))
    >>> problem
    'score 7 is not a share'
    >>> problem.filled({"{name} is not {expected}": "{name} ≠ {expected}", "a share": "割合"}.get)
    'score 7 ≠ 割合'
    """

    template: str
    values: Mapping[str, Any]

    def __new__(cls, template: str, /, **values: Any) -> Self:
        values = {name: value.message if isinstance(value, Explained) else value for name, value in values.items()}
        return cls._of(_fill(template, values, str), template, values)

    @classmethod
    def word(cls, kind: str, name: str) -> Self:
        """A word of ours, such as a fact's name: the catalogues have it under its kind and name."""
        return cls._of(name, f"{kind} {name}", {})

    @classmethod
    def _of(cls, text: str, template: str, values: Mapping[str, Any]) -> Self:
        message = super().__new__(cls, text)
        message.template, message.values = template, values
        return message

    def filled(self, translate: Callable[[str], Any]) -> str:
        """The sentence with its template, and the messages within, translated."""
        template = translate(self.template) if self.template else ""  # "" is where a catalogue keeps its header
        return _fill(template, self.values, lambda inner: inner.filled(translate))


def _fill(template: str, values: Mapping[str, Any], say: Callable[["Message"], str]) -> str:
    def said(value: Any) -> Any:
        if isinstance(value, tuple):
            return say(_COMMA).join(str(said(one)) for one in value)
        return say(value) if isinstance(value, Message) else value

    return template.format(**{name: said(value) for name, value in values.items()}) if values else template


_COMMA = Message(", ")


def together(messages: Sequence[str]) -> str:
    """Several complaints as one."""
    first, *others = messages
    for other in others:
        first = Message("{first}; {second}", first=first, second=other)
    return first


def packed(text: Any) -> Any:
    """A text or value as JSON has it; a message keeps what it takes to translate it."""
    match text:
        case Message():
            values = {name: packed(value) for name, value in text.values.items()}
            return {"text": str(text), "template": text.template, "values": values}
        case tuple():
            return [packed(one) for one in text]
        case str() | int() | float():
            return text
        case _:
            return str(text)


def unpacked(stored: Any) -> Any:
    """The text or value that was packed."""
    match stored:
        case {"text": text, "template": template, "values": values}:
            return Message._of(text, template, {name: unpacked(value) for name, value in values.items()})
        case list():
            return tuple(unpacked(one) for one in stored)
        case _:
            return stored


class Explained(Exception):
    """An exception whose `message` can be told in another language."""

    def __init__(self, message: str, /, **values: Any) -> None:
        self.message = message if isinstance(message, Message) else Message(message, **values)
        super().__init__(self.message)
