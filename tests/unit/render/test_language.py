"""The interface says the same in each of its languages."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

import kwispel
from kwispel.errors import Place
from kwispel.render.language import Strings, find_strings, languages, with_counters

FOLDER = Path(kwispel.__file__).parent / "render/strings"
HERE = Place("content/quiz/quiz.md")
NAMES = {field.name for field in fields(Strings)}


def texts(tag: str) -> dict[str, str]:
    """Read the texts of a language, without the informal ones."""
    read = tomllib.loads((FOLDER / f"{tag}.toml").read_text(encoding="utf-8"))
    return {name: text for name, text in read.items() if isinstance(text, str)}


def informal(tag: str) -> dict[str, str]:
    """Read the texts of a language that are different where the reader is a friend."""
    read = tomllib.loads((FOLDER / f"{tag}.toml").read_text(encoding="utf-8"))
    return dict(read.get("informal", {}))


def slots(text: str) -> set[str]:
    """List what is filled in."""
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("tag", languages())
def test_language_has_every_text_and_no_other(tag: str) -> None:
    """A file has the names of Strings, and its informal part only some of them."""
    assert set(texts(tag)) == NAMES
    assert set(informal(tag)) <= NAMES


@pytest.mark.parametrize("tag", languages())
def test_text_has_the_same_slots_in_every_language(tag: str) -> None:
    """What is filled in must have its place in each language and form of address."""
    english = texts("en")
    found = {**texts(tag), **{f"{k}": v for k, v in informal(tag).items()}}

    assert {k: slots(v) for k, v in texts(tag).items()} == {
        k: slots(v) for k, v in english.items()
    }
    assert all(slots(text) == slots(english[name]) for name, text in found.items())


def test_informal_dutch_never_says_u() -> None:
    """Where the reader is "je", no text that they read says "u" or "uw"."""
    spoken = {**texts("nl"), **informal("nl")}

    assert [n for n, t in spoken.items() if re.search(r"\b[Uu]w?\b", t)] == []


def test_formal_dutch_never_says_je() -> None:
    """Where the reader is "u", no text says "je" or "jij"."""
    spoken = texts("nl")

    assert [
        n for n, t in spoken.items() if re.search(r"\b[Jj](e|ij|ou|ouw)\b", t)
    ] == []


def test_region_falls_back_to_its_language() -> None:
    """nl-BE is spoken to in Dutch, without a word about it."""
    wording = find_strings("nl-BE", HERE)

    assert wording.ui.submit == "Bekijk uw uitslag"
    assert wording.problems == ()


def test_text_with_slots_is_markup_and_escapes_the_rest() -> None:
    """A counter becomes an element, other values are text."""
    made = with_counters("{a} < {b}", {"a": "kw-1", "b": "<3"})

    assert made == ('<span class="kw-count" data-counter="kw-1"></span> &lt; &lt;3')
