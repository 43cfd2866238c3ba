"""The interface in a language and form of address, put together from catalogues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any, Literal

from markupsafe import Markup

from kwispel.render.catalogues import (
    Text,
    names,
    own_translations,
    sources,
    translations,
    usable,
)
from kwispel.render.conventions import conventions, less_and_less_exact
from kwispel.render.language import Strings
from kwispel.render.plurals import OTHER, Form, Plural
from kwispel.render.slots import with_slots
from kwispel.source.own_texts import catalogue_name
from kwispel.source.shapes import SourceFile

ENGLISH = "en"
"""The language of the template, which stands in for what is not translated."""

Address = Literal["formal", "informal"]


Own = tuple[SourceFile, ...]
"""A site's own catalogues, which come before those of kwispel."""


@lru_cache(maxsize=64)
def find_strings(lang: str, *, address: Address = "formal", own: Own = ()) -> Strings:
    """Find the texts for a language tag; English stands in for what is not there."""
    found = translated(lang, address, own)
    if not found and not is_english(lang):
        lang, found = ENGLISH, translated(ENGLISH, address, own)
    texts = {**sources(), **found}
    made: dict[str, Any] = {
        field.name: _made(texts[field.name], str(field.type))
        for field in fields(Strings)
        if field.name != "conventions"
    }
    return Strings(conventions=conventions(lang), **made)


def languages() -> tuple[str, ...]:
    """Give the tags of the languages that the interface speaks."""
    found = (name.replace("_", "-") for name in names() if "@" not in name)
    return tuple(sorted({*found, ENGLISH}))


def is_english(lang: str) -> bool:
    """Say whether a language is that of the template."""
    return lang.partition("-")[0].lower() == ENGLISH


def translated(lang: str, address: Address, own: Own) -> Mapping[str, Text]:
    """Give what is translated, the more exact catalogue before the other."""
    found: dict[str, Text] = {}
    for texts in _catalogues(lang, address, own):
        found = {**texts, **found}
    return found


def _catalogues(lang: str, address: Address, own: Own) -> Iterator[Mapping[str, Text]]:
    """Give the catalogues to look into, the most exact first: nl_BE@informal, nl_BE."""
    known = {name.lower(): name for name in names()}
    for tag in less_and_less_exact(lang.lower()):
        name = tag.replace("-", "_")
        for wanted in (f"{name}@{address}", name):
            for file in own:
                if catalogue_name(file).lower() == wanted:
                    yield usable(own_translations(file))
            if wanted in known:
                yield translations(known[wanted])


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
