"""The catalogues of the interface's texts: gettext's, one to a language.

The template has every text in English. A form of address is a catalogue of its own,
"nl@informal", which holds no more than what is different there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

from kwispel.render.catalogue_file import plural_rule, read_catalogue
from kwispel.render.plurals import OTHER, numbers_by_category
from kwispel.source.own_texts import catalogue_name
from kwispel.source.shapes import SourceFile

if TYPE_CHECKING:
    from babel.messages import Catalog, Message

TEMPLATE = "interface.pot"

Flaw = Literal[
    "", "nameless", "unknown", "outdated", "fuzzy", "empty", "forms", "slots"
]

_NAME = re.compile(r"\{(\w+)\}")

_BRACE = re.compile(r"[{}]")

_CALLED = {"one": 1, "two": 2}

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


@cache
def names() -> tuple[str, ...]:
    """Name the catalogues that come with kwispel, such as "nl@informal"."""
    folder = files("kwispel.render") / "strings"
    found = (entry.name for entry in folder.iterdir())
    return tuple(sorted(name[:-3] for name in found if name.endswith(".po")))


@cache
def sources() -> Mapping[str, Text]:
    """Give every text of the interface in English, by name."""
    found = {m.context: _english(m) for m in read_catalogue(_packaged(TEMPLATE), "en")}
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
    return _texts(catalogue_name(file), [f"{line.text}\n" for line in file.lines])


def usable(texts: Mapping[str, Text]) -> Mapping[str, Text]:
    """Give the texts that can stand for the English."""
    return {name: text for name, text in texts.items() if not flaw(name, text)}


def named(english: str) -> str | None:
    """Give the name of a text of the interface, by its English."""
    found = (name for name, text in sources().items() if text.english[0] == english)
    return next(found, None)


def _texts(name: str, lines: Sequence[str]) -> Mapping[str, Text]:
    """Give the texts of a catalogue by name, and one without a name by its English."""
    lang = name.partition("@")[0].replace("_", "-")
    catalog = read_catalogue(lines, lang)
    places = _places(catalog, lang)
    return {
        message.context or _english(message)[0]: Text(
            lang,
            _forms(message, places),
            _english(message),
            is_fuzzy=message.fuzzy,
            line=message.lineno or 1,
        )
        for message in catalog
        if message.id
    }


def flaw(name: str, text: Text) -> Flaw:
    """Say why a translation cannot stand for the English, if it cannot."""
    source = sources().get(name)
    if source is None:
        return "nameless" if name == text.english[0] and named(name) else "unknown"
    if text.english != source.english:
        return "outdated"
    if text.is_fuzzy:
        return "fuzzy"
    if not all(text.forms.values()):
        return "forms" if any(text.forms.values()) else "empty"
    return "" if _has_slots(text, slots(source.only)) else "slots"


def slots(text: str) -> frozenset[str]:
    """Name what is filled in."""
    return frozenset(_NAME.findall(text))


def _has_slots(text: Text, needed: frozenset[str]) -> bool:
    """Say whether each form has its slots, and no other braces.

    One that is for a single number ("one question") may leave out that number's.
    """
    numbers = numbers_by_category(text.lang)
    return all(
        not _BRACE.search(_NAME.sub("", form))
        and (
            slots(form) == needed
            or (slots(form) == needed - _COUNTS and len(numbers.get(category, ())) == 1)
        )
        for category, form in text.forms.items()
    )


def _packaged(name: str) -> list[str]:
    path = files("kwispel.render") / "strings" / name
    return path.read_text(encoding="utf-8").splitlines(keepends=True)


def _english(message: Message) -> tuple[str, ...]:
    return tuple([message.id] if isinstance(message.id, str) else message.id)


def _english_forms(english: tuple[str, ...]) -> Mapping[str, str]:
    categories = ("one", OTHER)[-len(english) :]
    return dict(zip(categories, english, strict=True))


def _places(catalog: Catalog, lang: str) -> Mapping[str, int]:
    """Give the number of the form in the file for each category of numbers.

    A category of fractions alone has none of its own: those take the last form.
    """
    place = plural_rule(catalog)
    last = catalog.num_plurals - 1
    return {
        name: place(_typical(name, numbers)) if numbers else last
        for name, numbers in numbers_by_category(lang).items()
    }


def _typical(category: str, numbers: tuple[int, ...]) -> int:
    """Give the number that a category is called after, or else its least.

    "One" has 0 in it in some languages, where a common rule has it elsewhere.
    """
    called = _CALLED.get(category)
    return called if called in numbers else numbers[0]


def _forms(message: Message, places: Mapping[str, int]) -> Mapping[str, str]:
    if isinstance(message.id, str):
        return {OTHER: str(message.string or "")}
    written = tuple(message.string or ())
    return {
        name: written[at] if at < len(written) else "" for name, at in places.items()
    }
