"""The JSON-LD of a page is valid, says what is known, and holds no markup."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from kwispel.model.shapes import Quiz, Site
from kwispel.render.linked_data import linked_data
from kwispel.source.shapes import Publisher
from testkit.sample_pages import render, sample_site, silent_quiz, spoken_quiz, sum_quiz

URL = "https://example.org/tests/sums/"
HOSTILE = "</script><script>alert(1)</script><!-- \u2028 & <b>bold</b>"

# What a Quiz may have of what its kind inherits from LearningResource, CreativeWork
# and Thing, and of which types. Source: https://schema.org/Quiz, release 29.
VOCABULARY: Mapping[str, tuple[type | str, ...]] = {
    "name": (str,),
    "description": (str,),
    "url": (str,),
    "image": (str,),
    "inLanguage": (str,),
    "version": (int, str),
    "dateModified": (str,),
    "isAccessibleForFree": (bool,),
    "educationalUse": (str,),
    "assesses": (str,),
    "creditText": (str,),
    "license": (str, "CreativeWork"),
    "publisher": ("Organization", "Person"),
}
ADDRESSES = {"url", "image"}
ALWAYS = {"name", "inLanguage", "version", "isAccessibleForFree", "educationalUse"}


def told(quiz: Quiz, site: Site | None = None) -> dict[str, Any]:
    """Give what is told of a quiz, read again."""
    about = site or sample_site(quiz)
    text = linked_data(quiz, about, url=URL, image=f"{URL}card.png")
    found: dict[str, Any] = json.loads(text)
    return found


def kind(value: object) -> type | str:
    """Give the type of a value, as the table names it."""
    return str(value["@type"]) if isinstance(value, dict) else type(value)


@pytest.mark.parametrize("made", [sum_quiz, spoken_quiz, silent_quiz])
def test_all_that_is_told_is_in_the_vocabulary(made: Callable[[], Quiz]) -> None:
    """With a type that it may have there, and nothing that must be told is missing."""
    found = told(made())

    assert found.pop("@context") == "https://schema.org"
    assert found.pop("@type") == ["Quiz", "LearningResource"]
    assert ALWAYS <= found.keys() <= VOCABULARY.keys()
    for name, value in found.items():
        for one in value if isinstance(value, list) else [value]:
            assert kind(one) in VOCABULARY[name], name
    assert all(found[name].startswith("https://") for name in ADDRESSES)


def test_texts_are_told_as_they_are() -> None:
    """Signs and all, and no text ends the element that it stands in."""
    quiz = replace(sum_quiz(), title=HOSTILE, description=HOSTILE, authors=(HOSTILE,))

    text = linked_data(quiz, sample_site(quiz), url=None, image="")

    assert not re.search("[<>&\u2028]", text)
    found = json.loads(text)
    assert {found[name] for name in ("name", "description", "creditText")} == {HOSTILE}


def test_no_answer_is_told_to_be_right() -> None:
    """Of a self-assessment none is, and no points are told either."""
    assert "answer" not in json.dumps(told(sum_quiz())).lower()


@pytest.mark.parametrize(
    ("licence", "expected"),
    [
        ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("https://example.org/terms", "https://example.org/terms"),
        ("Ask us", {"@type": "CreativeWork", "name": "Ask us"}),
    ],
)
def test_a_licence_is_an_address_or_a_work(licence: str, expected: object) -> None:
    """As the vocabulary wants it; a quiz without one tells of none."""
    assert told(replace(sum_quiz(), licence=licence))["license"] == expected
    assert "license" not in told(replace(sum_quiz(), licence=None))


def test_what_is_not_known_is_not_told() -> None:
    """No description, nobody who wrote or publishes it, no address."""
    quiz = replace(sum_quiz(), description=None, authors=(), factors=())
    site = replace(sample_site(quiz), publisher=None)

    found = json.loads(linked_data(quiz, site, url=None, image=""))

    unknown = {"description", "creditText", "assesses", "publisher", "url", "image"}
    assert unknown.isdisjoint(found)


def test_the_publisher_is_told_with_their_own_site() -> None:
    """Where they have one."""
    quiz = sum_quiz()
    site = replace(sample_site(quiz), publisher=Publisher("Ada & co", "https://a.nl"))

    expected = {"@type": "Organization", "name": "Ada & co", "url": "https://a.nl"}
    assert told(quiz, site)["publisher"] == expected


def test_only_the_page_of_its_own_tells_of_a_quiz() -> None:
    """The page for frames is not to be found, and each language tells its own."""
    files = render(sample_site(spoken_quiz()))

    pages = {name for name, page in files.items() if b"application/ld+json" in page}
    assert pages == {"spoken/index.html", "en/spoken/index.html"}
    assert b'"inLanguage":"en"' in files["en/spoken/index.html"]
