"""The texts of the interface are set as their languages are."""

from __future__ import annotations

import re

import pytest

from kwispel.render.catalogues import all_translations, names, sources

LANGUAGES = sorted({"en", *names()})

JOINTS = {"colon", "comma", "semicolon"}
"""What stands between texts, with its spaces."""

QUOTES = {
    "ar": "«»",
    "nl": "\u2018\u2019",
    "de": "„“",
    "en": "“”",
    "es": "«»",
    "fr": "«»",
}
"""The quotation marks of a language, which may also have the apostrophe."""

SETTING = {
    "fr": [
        r"[^\u00a0]:|[^\u202f][;!?]|«[^\u00a0]|[^\u00a0]»",
        # Half a space before a colon, or a whole one before the others.
        r"\u202f:|\u00a0[;!?]",
    ],
    "es": [r"^[^¿]*\?", r"^[^¡]*!"],
    "ar": [r"[,;?]"],
}
"""What no text of a language may have."""


def language(catalogue: str) -> str:
    """Give the language of a catalogue."""
    return catalogue.partition("@")[0]


def told(catalogue: str) -> dict[str, tuple[str, ...]]:
    """Give every form of each text of a catalogue, without what is filled in."""
    texts = sources() if catalogue == "en" else all_translations(catalogue)
    return {
        name: tuple(re.sub(r"\{\w+\}", "0", form) for form in text.forms.values())
        for name, text in texts.items()
    }


def breaking(catalogue: str, *patterns: str) -> list[str]:
    """Name the texts in which one of the patterns is found."""
    return [
        name
        for name, forms in told(catalogue).items()
        if any(re.search(pattern, form) for pattern in patterns for form in forms)
    ]


@pytest.mark.parametrize("catalogue", LANGUAGES)
def test_no_text_has_signs_of_a_typewriter(catalogue: str) -> None:
    """Neither straight quotes and apostrophes, nor three dots, nor a bare hyphen."""
    assert breaking(catalogue, r"[\"'`]", r"\.\.\.", r" - ", r"--") == []


@pytest.mark.parametrize("catalogue", LANGUAGES)
def test_no_text_has_spaces_that_are_too_many(catalogue: str) -> None:
    """None at its ends, and never two."""
    found = breaking(catalogue, r"^\s", r"\s$", r"\s\s")

    assert set(found) <= JOINTS


@pytest.mark.parametrize(
    "catalogue", [each for each in LANGUAGES if language(each) in QUOTES]
)
def test_quotation_marks_are_those_of_the_language(catalogue: str) -> None:
    """Whatever the source has around its words."""
    own = QUOTES[language(catalogue)] + "\u2019"
    others = "".join(set("«»„“”\u2018\u2019\u201a\u2039\u203a") - set(own))

    assert breaking(catalogue, f"[{others}]") == []


@pytest.mark.parametrize(
    ("catalogue", "patterns"),
    [
        (each, SETTING[language(each)])
        for each in LANGUAGES
        if language(each) in SETTING
    ],
)
def test_punctuation_is_that_of_the_language(
    catalogue: str, patterns: list[str]
) -> None:
    """With spaces that do not break, upside down, or in its own script."""
    assert breaking(catalogue, *patterns) == []


@pytest.mark.parametrize("catalogue", LANGUAGES)
def test_the_sign_of_a_share_comes_with_its_number(catalogue: str) -> None:
    """Where it stands and with which space is known to the CLDR."""
    assert breaking(catalogue, "[%٪]") == []


@pytest.mark.parametrize("catalogue", LANGUAGES)
def test_a_sentence_is_a_sentence_in_each_language(catalogue: str) -> None:
    """A full stop or colon at the end of the English has its like, and none is new."""
    english = told("en")
    ends = {"\u00a0:": ":", "؟": "", "?": ""}

    def end(text: str) -> str:
        last = re.sub(r"^.*?([.:?؟]?)$", r"\1", text)
        return ends.get(last, last)

    differing = [
        name
        for name, forms in told(catalogue).items()
        if {end(form) for form in forms} != {end(form) for form in english[name]}
    ]
    assert [name for name in differing if name not in JOINTS] == []
