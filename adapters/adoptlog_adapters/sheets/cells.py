"""What goes wrong with a single cell."""


class NotUnderstood(ValueError):
    """A cell that is not what its column holds; the message completes the sentence "column 'value' …"."""


def complaint(column: str, text: str, problem: Exception) -> str:
    """One sentence that names the column, the value and what is expected."""
    return f"{column} {shortened(text)!r} {problem}"


def shortened(text: str, longest: int = 60) -> str:
    """A text for a message or a dead letter: its beginning, and how long it is when that is not all."""
    return text if len(text) <= longest else f"{text[:longest]}… ({len(text):,} characters)"
