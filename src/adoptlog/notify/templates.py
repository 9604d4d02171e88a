"""The words of letters: plain text files with `$places`, ours or those of a folder that replaces some of them."""

from collections.abc import Mapping
from pathlib import Path
from string import Template

from adoptlog.errors import Unusable
from adoptlog.i18n import LANGUAGES

PLACES: Mapping[str, frozenset[str]] = {
    "letter": frozenset({"name", "count", "for_you", "to_help", "for_program", "more"}),
    "more": frozenset({"count"}),
    "for_you": frozenset({"lines"}),
    "for_you_offer": frozenset({"offer", "reason", "by", "how", "helper", "program", "id"}),
    "for_you_task": frozenset({"title", "reason", "by", "how", "program", "id"}),
    "to_help": frozenset({"lines"}),
    "to_help_line": frozenset({"person", "place", "title", "reason", "by", "how", "program", "id"}),
    "for_program": frozenset({"lines"}),
    "for_program_line": frozenset({"place", "title", "reason", "by", "how", "program", "id"}),
    "room": frozenset({"count"}),
    "room_line": frozenset({"role", "title", "count"}),
}
"""Every template and what it may name. Of `letter` and `room` the first line is the subject."""

_SHIPPED = Path(__file__).parent / "templates"


class Templates:
    """The templates of both languages; what `folder` has (`en/letter.txt`, …) replaces ours.

    Raises `Unusable` for a file that is none of ours or names something it cannot: before anything is sent.
    """

    def __init__(self, folder: Path | None = None) -> None:
        if folder is not None:
            _check_names(folder)
        self._templates = {(lang, name): _read(lang, name, folder) for lang in LANGUAGES for name in PLACES}

    def fill(self, lang: str, template: str, /, **values: object) -> str:
        """A template with its values."""
        return self._templates[lang, template].substitute(values)

    def fill_headed(self, lang: str, template: str, /, **values: object) -> tuple[str, str]:
        """The first line of a filled template, and the rest."""
        subject, _, text = self.fill(lang, template, **values).partition("\n")
        return subject.strip(), text.strip() + "\n"


def _check_names(folder: Path) -> None:
    if not folder.is_dir():
        raise Unusable("the folder of templates {folder} does not exist", folder=folder)
    for path in sorted(folder.rglob("*.txt")):
        if path.stem not in PLACES or path.parent.name not in LANGUAGES:
            raise Unusable(
                "{path} replaces no template: there are {names} (.txt) in en and in ja", path=path, names=tuple(PLACES)
            )


def _read(lang: str, name: str, folder: Path | None) -> Template:
    paths = [root / lang / f"{name}.txt" for root in (folder, _SHIPPED) if root is not None]
    path = next(path for path in paths if path.exists())
    try:
        template = Template(path.read_text("utf-8"))
    except UnicodeDecodeError:
        raise Unusable("{path} is not UTF-8", path=path) from None
    unknown = sorted(set(template.get_identifiers()) - PLACES[name])
    if unknown:
        raise Unusable(
            "{path} names ${unknown}; it may name {places}",
            path=path,
            unknown=unknown[0],
            places=tuple(f"${place}" for place in sorted(PLACES[name])),
        )
    if not template.is_valid():
        raise Unusable("{path} has a $ that names nothing: write $$ for the sign itself", path=path)
    return template
