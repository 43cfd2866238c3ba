"""The interface says the same in each of its languages."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from kwispel.render.catalogues import all_translations, flaw, names, sources
from kwispel.render.language import Strings
from kwispel.render.slots import with_counters
from kwispel.render.wording import find_strings

COMPLETE = [name for name in names() if "@" not in name]
"""The formal catalogues; a form of address holds only what differs."""


def spoken(*catalogues: str) -> dict[str, str]:
    """Give all that a reader of some catalogues is told; later ones go first."""
    found = {
        name: text
        for each in catalogues
        for name, text in all_translations(each).items()
    }
    return {name: " ".join(text.forms.values()) for name, text in found.items()}


def test_template_has_every_text_and_no_other() -> None:
    """The contexts in the template are the names of Strings."""
    wanted = {field.name for field in fields(Strings)} - {"conventions"}

    assert set(sources()) == wanted


@pytest.mark.parametrize("name", names())
def test_every_translation_can_be_used(name: str) -> None:
    """None is fuzzy, nor made for another English text, nor without a slot."""
    found = all_translations(name)

    assert {key: flaw(key, text) for key, text in found.items()} == dict.fromkeys(
        found, ""
    )


@pytest.mark.parametrize("name", COMPLETE)
def test_catalogue_has_every_text(name: str) -> None:
    """Who adds a text adds it in each language."""
    assert set(all_translations(name)) == set(sources())


def test_informal_dutch_never_says_u() -> None:
    """Where the reader is "je", no text that they read says "u" or "uw"."""
    told = spoken("nl", "nl@informal")

    assert [n for n, t in told.items() if re.search(r"\b[Uu]w?\b", t)] == []


def test_formal_dutch_never_says_je() -> None:
    """Where the reader is "u", no text says "je" or "jij"."""
    told = spoken("nl")

    assert [n for n, t in told.items() if re.search(r"\b[Jj](e|ij|ou|ouw)\b", t)] == []


def test_region_falls_back_to_its_language() -> None:
    """nl-BE is spoken to in Dutch, without a word about it."""
    assert find_strings("nl-BE").submit == "Bekijk uw uitslag"


def test_text_with_slots_is_markup_and_escapes_the_rest() -> None:
    """A counter becomes an element, other values are text."""
    made = with_counters("{a} < {b}", {"a": "kw-1", "b": "<3"})

    assert made == (
        '<span class="kw-count" dir="ltr" data-counter="kw-1"></span> &lt; &lt;3'
    )


@pytest.mark.parametrize("name", [name for name in names() if "@" in name])
def test_form_of_address_holds_only_what_differs(name: str) -> None:
    """What is the same is that of the formal catalogue."""
    formal = all_translations(name.partition("@")[0])
    found = all_translations(name)

    assert [key for key in found if found[key].forms == formal[key].forms] == []


def test_informal_german_never_says_sie() -> None:
    """Where the reader is "du", no text says "Ihr" or speaks to them as "Sie"."""
    told = spoken("de", "de@informal")
    polite = re.compile(r"\bIhr(e|em|en|er|es)?\b|\b[a-z]+en Sie\b|(?<![.:] )\bSie\b")

    assert [n for n, t in told.items() if polite.search(t)] == []


def test_formal_german_never_says_du() -> None:
    """Where the reader is "Sie", no text says "du" or "dein"."""
    told = spoken("de")

    assert [
        n for n, t in told.items() if re.search(r"\b[Dd](u|ir|ich|ein\w*)\b", t)
    ] == []


@pytest.mark.parametrize("name", names())
@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("card_intro", "card_pick"),
        ("ledger_note", "ledger_min"),
        ("ledger_note", "ledger_max"),
    ],
)
def test_a_text_that_quotes_another_says_what_that_says(
    name: str, text: str, quoted: str
) -> None:
    """A reader looks for those very words on the page."""
    texts = spoken(name.partition("@")[0], name)

    assert texts[quoted].lower() in texts[text].lower()
