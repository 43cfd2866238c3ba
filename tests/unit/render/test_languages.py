"""A quiz in several languages has pages that lead to each other."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kwispel.compile import compile_quiz
from kwispel.render.editions import endonym
from kwispel.render.embedding_told import embed_text, hosted
from kwispel.render.interface import interface_problems
from testkit.sample_pages import (
    packaged_theme,
    page_text,
    render,
    sample_pages_of,
    sample_site,
    spoken_quiz,
    sum_quiz,
)
from testkit.styled import styled_markup

ROOT = "https://example.org/tests"


def test_a_translation_has_its_pages_in_a_folder_of_its_language() -> None:
    """The data, which are the same, are in the folder of the original alone."""
    names = [name for name in render(sample_site(spoken_quiz())) if "spoken" in name]

    assert names == [
        *("en/spoken/element.html", "en/spoken/embed.html", "en/spoken/index.html"),
        *("spoken/element.html", "spoken/embed.html", "spoken/index.html"),
        "spoken/quiz.json",
    ]


@pytest.mark.parametrize("page", ["index.html", "embed.html"])
def test_languages_lead_to_each_other(page: str) -> None:
    """Each by its own name; that of the page itself is no link."""
    pages = sample_pages_of(spoken_quiz())
    dutch, english = (pages[f"{folder}/{page}"] for folder in ("spoken", "en/spoken"))
    assert dutch.quiz is not None
    assert english.quiz is not None

    assert [(v.name, v.url, v.is_current) for v in dutch.quiz.languages] == [
        ("Nederlands", f"../spoken/{page}", True),
        ("English", f"../en/spoken/{page}", False),
    ]
    assert [(v.name, v.url, v.is_current) for v in english.quiz.languages] == [
        ("Nederlands", f"../../spoken/{page}", False),
        ("English", f"../../en/spoken/{page}", True),
    ]


def test_a_page_says_in_which_language_it_is() -> None:
    """And so do the links to the others."""
    text = page_text("en/spoken/index.html", sample_site(spoken_quiz()))

    assert '<html lang="en"' in text
    link = '<a class="kw-languages__name" lang="nl" hreflang="nl" href="'
    assert styled_markup(link) in text
    assert "Question 1 of 2" in text


def test_what_a_translation_needs_is_one_folder_further_away() -> None:
    """The runtime and the site's contents are at the root."""
    text = page_text("en/spoken/index.html", sample_site(spoken_quiz()))

    assert 'data-runtime="../../assets/runtime.' in text
    home = 'class="kw-masthead__home" href="../../index.html"'
    assert styled_markup(home) in text


def test_search_engines_are_told_of_all_languages() -> None:
    """On each page of a known site the same, with the original for all others."""
    site = sample_site(spoken_quiz(), base_url=ROOT)

    for name in ("spoken", "en/spoken"):
        text = page_text(f"{name}/index.html", site)
        found = re.findall(r'rel="alternate" hreflang="([^"]+)" href="([^"]+)"', text)
        assert found == [
            ("nl", f"{ROOT}/spoken/"),
            ("en", f"{ROOT}/en/spoken/"),
            ("x-default", f"{ROOT}/spoken/"),
        ]
        assert f'rel="canonical" href="{ROOT}/{name}/"' in text


def test_a_quiz_in_one_language_says_nothing_of_languages() -> None:
    """Its page carries neither links nor their style."""
    assert "languages" not in page_text("sums/index.html", sample_site(sum_quiz()))


def test_the_contents_list_a_quiz_in_its_other_languages() -> None:
    """Under the quiz, by the title that it has there."""
    text = page_text("index.html", sample_site(spoken_quiz()))

    assert '<span lang="en">English: <a' in text
    assert 'href="en/spoken/index.html" hreflang="en">Spoken</a>' in text


def test_embedding_tells_the_markup_for_each_language() -> None:
    """The original first."""
    text = embed_text(
        hosted(spoken_quiz(), sample_site(base_url=ROOT), packaged_theme())
    )

    assert text.index(f'src="{ROOT}/spoken/embed.html"') < text.index("In English (en)")
    assert f'src="{ROOT}/en/spoken/embed.html"' in text


def test_a_language_of_a_translation_may_be_unknown_to_the_interface() -> None:
    """Its author is told so."""
    quiz = spoken_quiz()
    frisian = replace(quiz.translations[0], lang="fy")
    site = sample_site(replace(quiz, translations=(frisian,)))

    [problem] = interface_problems(site)

    assert problem.code == "no-interface-language"


def test_a_translation_with_other_numbers_is_a_fault_of_ours() -> None:
    """Readers in all languages are scored by one sheet."""
    quiz = spoken_quiz()
    other = replace(quiz.translations[0], version=9)

    with pytest.raises(AssertionError):
        compile_quiz(replace(quiz, translations=(other,)))


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("nl", "Nederlands"),
        ("NL", "Nederlands"),
        ("pt-BR", "Português (Brasil)"),
        ("nl-BE", "Nederlands (BE)"),
        ("tlh", "tlh"),
    ],
)
def test_languages_are_called_what_they_call_themselves(tag: str, name: str) -> None:
    """By their tag, where that is not known."""
    assert endonym(tag) == name
