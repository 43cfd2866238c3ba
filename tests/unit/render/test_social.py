"""A page tells those that make a card of a link what to put on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from kwispel.model.shapes import Quiz, Site
from kwispel.render.social import locale_of
from testkit.markup import Markup
from testkit.sample_pages import render, sample_site, spoken_quiz, sum_quiz

ROOT = "https://example.org/tests"


def published(*quizzes: Quiz) -> Site:
    """Give a site that knows its address."""
    return replace(sample_site(*quizzes), base_url=ROOT)


def told(page: bytes) -> Mapping[str, str]:
    """Give what the head of a page tells, by property or name."""
    return {
        attributes.get("property") or attributes["name"]: attributes["content"]
        for tag, attributes in Markup(page.decode()).elements
        if tag == "meta" and {"property", "name"} & attributes.keys()
    }


def links(page: bytes, rel: str) -> list[tuple[str, str]]:
    """Give the links of a kind: language and address."""
    return [
        (attributes.get("hreflang", ""), attributes["href"])
        for tag, attributes in Markup(page.decode()).elements
        if tag == "link" and attributes["rel"] == rel and "type" not in attributes
    ]


def test_a_quiz_has_a_large_image_with_its_measures_and_its_words() -> None:
    """As Open Graph and X want it, with whole addresses."""
    found = told(render(published(sum_quiz()))["sums/index.html"])

    expected = {
        "og:type": "website",
        "og:title": 'Sums & "signs"',
        "og:description": "Two questions.",
        "og:url": f"{ROOT}/sums/",
        "og:locale": "en_US",
        "og:site_name": sample_site().title,
        "og:image": f"{ROOT}/sums/card.png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": 'Sums & "signs"',
        "twitter:card": "summary_large_image",
    }
    assert {name: found.get(name) for name in expected} == expected


def test_each_language_has_an_image_and_a_locale_of_its_own() -> None:
    """For a card in the words of those who read it."""
    files = render(published(spoken_quiz()))

    dutch, english = (
        told(files["spoken/index.html"]),
        told(files["en/spoken/index.html"]),
    )

    assert dutch["og:locale"] == "nl_NL"
    assert english["og:locale"] == "en_US"
    assert english["og:image"] == f"{ROOT}/en/spoken/card.png"


def test_the_contents_page_is_the_site_itself() -> None:
    """It stands within no other, and has an image too."""
    found = told(render(published(sum_quiz()))["index.html"])

    assert "og:site_name" not in found
    assert found["og:image"] == f"{ROOT}/card.png"


def test_a_site_without_an_address_names_no_image() -> None:
    """An address that is not whole leads nowhere from another site."""
    found = told(render(sample_site(sum_quiz()))["sums/index.html"])

    assert not {"og:image", "og:image:alt", "og:url", "twitter:card"} & found.keys()


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        *[("nl", "nl_NL"), ("en", "en_US"), ("ar", "ar_EG"), ("es", "es_ES")],
        *[("de-AT", "de_AT"), ("pt-br", "pt_BR"), ("zh-Hant", "zh_TW")],
        *[("zh-Hans-SG", "zh_SG"), ("de-1996", "de_DE"), ("zxx", "zxx")],
    ],
)
def test_a_locale_has_a_territory(lang: str, expected: str) -> None:
    """The one that is named, or the likely one; none is made up."""
    assert locale_of(lang) == expected


def test_every_page_names_the_address_that_it_is_to_be_found_at() -> None:
    """A page for frames that of the quiz, of which it is a copy."""
    files = render(published(sum_quiz(), spoken_quiz()))

    pages = [name for name in files if name.endswith(("index.html", "embed.html"))]
    for name in pages:
        [(_, canonical)] = links(files[name], "canonical")
        folder = name.rpartition("/")[0]
        assert canonical == f"{ROOT}/{folder}/".replace("//", "/").replace(":/", "://")


def test_languages_name_each_other_and_the_original_for_all_others() -> None:
    """Each page names all, itself too: otherwise search engines believe none."""
    files = render(published(spoken_quiz(), sum_quiz()))

    found = [
        links(files[name], "alternate")
        for name in ("spoken/index.html", "en/spoken/index.html")
    ]

    assert found[0] == found[1]
    assert found[0] == [
        ("nl", f"{ROOT}/spoken/"),
        ("en", f"{ROOT}/en/spoken/"),
        ("x-default", f"{ROOT}/spoken/"),
    ]
    for alone in ("index.html", "sums/index.html", "spoken/embed.html"):
        assert links(files[alone], "alternate") == []


def test_a_page_for_frames_asks_not_to_be_found() -> None:
    """And tells nothing to those that make cards."""
    found = told(render(published(sum_quiz()))["sums/embed.html"])

    assert found["robots"] == "noindex"
    assert not [name for name in found if name.startswith(("og:", "twitter:"))]
