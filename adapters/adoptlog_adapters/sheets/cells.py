"""What goes wrong with a single cell."""

from adoptlog.messages import Explained, Message


class NotUnderstood(Explained, ValueError):
    """A cell that is not what its column holds; the message completes the sentence "column 'value' …"."""


def complaint(column: str, text: str, problem: NotUnderstood) -> Message:
    """One sentence that names the column, the value and what is expected."""
    return Message("{column} {cell!r} {problem}", column=column, cell=shortened(text), problem=problem.message)


def shortened(text: str, longest: int = 60) -> str:
    """A text for a message or a dead letter: its beginning, and how long it is when that is not all."""
    if len(text) <= longest:
        return text
    return Message("{beginning}… ({count:,} characters)", beginning=text[:longest], count=len(text))
