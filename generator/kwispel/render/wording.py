"""The interface in a language and form of address, put together from catalogues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, Literal

from markupsafe import Markup

from kwispel.errors import Place, Problem
from kwispel.render.catalogues import Text, names, sources, translations
from kwispel.render.conventions import conventions, less_and_less_exact
from kwispel.render.language import Strings, with_slots
from kwispel.render.plurals import OTHER, Form, Plural

ENGLISH = "en"
"""The language of the template, which stands in for what is not translated."""

Address = Literal["formal", "informal"]


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts for a quiz or page, and what its author should know about them."""

    ui: Strings
    problems: tuple[Problem, ...]


def find_strings(lang: str, place: Place, *, address: Address = "formal") -> Wording:
    """Find the texts for a language tag; English stands in for what is not there."""
    if _is_english(lang):
        return Wording(_strings(lang, address), ())
    found = _found(lang, address)
    if not found:
        return Wording(_strings(ENGLISH, address), (_no_language(lang, place),))
    return Wording(_strings(lang, address), ())


def languages() -> tuple[str, ...]:
    """Give the tags of the languages that the interface speaks."""
    found = (name.replace("_", "-") for name in names() if "@" not in name)
    return tuple(sorted({*found, ENGLISH}))


def _is_english(lang: str) -> bool:
    return lang.partition("-")[0].lower() == ENGLISH


def _no_language(lang: str, place: Place) -> Problem:
    return Problem(
        place,
        "no-interface-language",
        f'the interface has no texts in "{lang}", so it speaks English',
        f"Use one of {', '.join(languages())}, or add the language to kwispel.",
        level="warning",
    )


def _found(lang: str, address: Address) -> Mapping[str, Text]:
    """Give what is translated, the more exact catalogue before the other."""
    found: dict[str, Text] = {}
    for name in _names(lang, address):
        found = {**translations(name), **found}
    return found


def _names(lang: str, address: Address) -> Iterator[str]:
    """Name the catalogues to look into, the most exact first."""
    known = {name.lower(): name for name in names()}
    for tag in less_and_less_exact(lang):
        name = tag.replace("-", "_").lower()
        wanted = (f"{name}@{address}", name)
        yield from (known[name] for name in wanted if name in known)


@cache
def _strings(lang: str, address: Address) -> Strings:
    texts = {**sources(), **_found(lang, address)}
    made: dict[str, Any] = {
        field.name: _made(texts[field.name], str(field.type))
        for field in fields(Strings)
        if field.name != "conventions"
    }
    return Strings(conventions=conventions(lang), **made)


def _made(text: Text, kind: str) -> str | Markup | Plural | tuple[Form, ...]:
    match kind:
        case "Plural":
            return Plural(text.lang, text.forms)
        case "Forms":
            return _forms(text)
        case "Markup":
            return with_slots(text.only)
        case _:
            return text.only


def _forms(text: Text) -> tuple[Form, ...]:
    """Give the forms that a page needs: none that only says what "other" does."""
    return tuple(
        Form(category, with_slots(form))
        for category, form in text.forms.items()
        if category == OTHER or form != text.forms[OTHER]
    )
