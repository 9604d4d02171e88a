"""Everything adoptlog refuses or fails at; a class exists where a caller would act differently."""

from adoptlog.messages import Explained


class AdoptLogError(Explained):
    """The root of all errors of adoptlog; its message says what was wrong, with which value, and what to do.

    The template and its values are kept apart: `message` can be told in another language (`adoptlog.i18n.told`).

    >>> str(Refused("{name} is empty: give it a name", name="tool"))
    'tool is empty: give it a name'
    """


class Refused(AdoptLogError):
    """A fact that must not be recorded: an aggregate's invariant or an impossible value."""


class NotYet(Refused):
    """A fact that is only untrue *yet*: refused by hand, kept and waiting when an adapter brings it."""


class NotAllowed(AdoptLogError):
    """Something that a viewer in this role may not see."""


class NotFound(AdoptLogError):
    """A person, program, import, dead letter or adapter that nobody has recorded or installed."""


class Unusable(AdoptLogError):
    """An input, option, database or transaction that cannot be worked with as it is."""


class Outdated(Unusable):
    """A database with the tables of an older adoptlog: `adoptlog.migrate` brings it up to date."""


class UnknownEvent(AdoptLogError):
    """A stored event whose name is not in the closed registry, or whose content is not what that name says."""
