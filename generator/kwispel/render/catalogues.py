"""The catalogues of the interface's texts: gettext's, one to a language.

The template has every text in English. A form of address is a catalogue of its own,
"nl@informal", which holds no more than what is different there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from gettext import c2py
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from kwispel.render.plurals import OTHER, numbers_by_category
from kwispel.source.own_texts import catalogue_name
from kwispel.source.shapes import SourceFile

if TYPE_CHECKING:
    from babel.messages import Catalog, Message

TEMPLATE = "interface.pot"

Flaw = Literal["", "unknown", "outdated", "fuzzy", "empty", "slots"]

_NAME = re.compile(r"\{(\w+)\}")

_COUNTS = frozenset({"n", "count"})
"""Slots for what a plural goes by: a form that is for one number alone may say it."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the interface in one language.

    Shape: forms by category of number; where it has no plural, "other" alone. english
    is what it translates, line where it stands in its file.
    """

    lang: str
    forms: Mapping[str, str]
    english: tuple[str, ...]
    is_fuzzy: bool = False
    line: int = 1

    @property
    def only(self) -> str:
        """Give the text, where it has no plural."""
        return self.forms[OTHER]


class NoCatalogue(Exception):  # noqa: N818 - it says the event
    """Raised for a file that gettext could not read either."""

    def __init__(self, reason: str, line: int) -> None:
        """Keep why, and where."""
        self.reason = reason
        self.line = line
        super().__init__(reason)


@cache
def names() -> tuple[str, ...]:
    """Name the catalogues that come with kwispel, such as "nl@informal"."""
    folder = files("kwispel.render") / "strings"
    found = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name[:-3] for name in found if name.endswith(".po")))


@cache
def sources() -> Mapping[str, Text]:
    """Give every text of the interface in English, by name."""
    found = {m.context: _english(m) for m in _catalog(_packaged(TEMPLATE))}
    return {
        name: Text("en", _english_forms(english), english)
        for name, english in found.items()
        if name
    }


@cache
def translations(name: str) -> Mapping[str, Text]:
    """Give the texts of a catalogue of kwispel, without those that cannot be used."""
    return usable(all_translations(name))


@cache
def all_translations(name: str) -> Mapping[str, Text]:
    """Give the texts of a catalogue of kwispel by name, as they are written."""
    return _texts(name, _packaged(f"{name}.po"))


@lru_cache(maxsize=32)
def own_translations(file: SourceFile) -> Mapping[str, Text]:
    """Give the texts of a site's own catalogue by name, as they are written.

    Raises: NoCatalogue.
    """
    from babel.messages.pofile import PoFileError  # noqa: PLC0415 - see _catalog

    try:
        return _texts(catalogue_name(file), [f"{line.text}\n" for line in file.lines])
    except PoFileError as error:
        # It counts lines from 0.
        reason = str(error).partition(" on ")[0]
        raise NoCatalogue(reason, error.lineno + 1) from error
    except ValueError as error:  # the rule for plurals
        raise NoCatalogue(str(error), 1) from error


def usable(texts: Mapping[str, Text]) -> Mapping[str, Text]:
    """Give the texts that can stand for the English."""
    return {name: text for name, text in texts.items() if not flaw(name, text)}


def _texts(name: str, lines: Iterable[str]) -> Mapping[str, Text]:
    lang = name.partition("@")[0].replace("_", "-")
    catalog = _catalog(lines)
    places = _places(catalog, lang)
    return {
        message.context: Text(
            lang,
            _forms(message, places),
            _english(message),
            is_fuzzy=message.fuzzy,
            line=message.lineno or 1,
        )
        for message in catalog
        if message.context
    }


def flaw(name: str, text: Text) -> Flaw:
    """Say why a translation cannot stand for the English, if it cannot."""
    source = sources().get(name)
    if source is None:
        return "unknown"
    if text.english != source.english:
        return "outdated"
    if text.is_fuzzy:
        return "fuzzy"
    if not all(text.forms.values()):
        return "empty"
    return "" if _has_slots(text, slots(source.only)) else "slots"


def slots(text: str) -> frozenset[str]:
    """Name what is filled in."""
    return frozenset(_NAME.findall(text))


def _has_slots(text: Text, needed: frozenset[str]) -> bool:
    """Say whether each form has its slots.

    One that is for a single number ("one question") may leave out that number's.
    """
    numbers = numbers_by_category(text.lang)
    return all(
        slots(form) == needed
        or (slots(form) == needed - _COUNTS and len(numbers.get(category, ())) == 1)
        for category, form in text.forms.items()
    )


def _packaged(name: str) -> list[str]:
    path = files("kwispel.render") / "strings" / name
    return path.read_text(encoding="utf-8").splitlines(keepends=True)


def _catalog(lines: Iterable[str]) -> Catalog:
    # Loading it takes a while, and not every command needs it.
    from babel.messages.pofile import read_po  # noqa: PLC0415

    return read_po(lines, ignore_obsolete=True, abort_invalid=True)


def _english(message: Message) -> tuple[str, ...]:
    return tuple([message.id] if isinstance(message.id, str) else message.id)


def _english_forms(english: tuple[str, ...]) -> Mapping[str, str]:
    categories = ("one", OTHER)[-len(english) :]
    return dict(zip(categories, english, strict=True))


def _places(catalog: Catalog, lang: str) -> Mapping[str, int]:
    """Give the number of the form in the file for each category of numbers.

    A category of fractions alone has none of its own: those take the last form.
    """
    place = c2py(catalog.plural_expr)
    numbers = numbers_by_category(lang)
    last = catalog.num_plurals - 1
    return {name: place(least[0]) if least else last for name, least in numbers.items()}


def _forms(message: Message, places: Mapping[str, int]) -> Mapping[str, str]:
    if isinstance(message.id, str):
        return {OTHER: str(message.string or "")}
    written = tuple(message.string or ())
    return {
        name: written[at] if at < len(written) else "" for name, at in places.items()
    }
