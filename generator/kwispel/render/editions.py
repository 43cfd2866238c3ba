"""A quiz in each of its languages: where its pages are, and how they link."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from kwispel.model.shapes import Quiz
from kwispel.render.context_head import AlternateView
from kwispel.render.context_language import LanguageView
from kwispel.render.direction import Direction, direction, other_direction

DEFAULT = "x-default"
"""Stands for readers of any other language, as search engines have it."""


def editions(quiz: Quiz) -> tuple[Quiz, ...]:
    """Give the quiz in each of its languages, the original first."""
    return (quiz, *quiz.translations)


def to_root(quiz: Quiz) -> str:
    """Give the way from a page of a quiz to the site's root, such as `../../`."""
    return "../" * (quiz.path.count("/") + 1)


def page_url(edition: Quiz, base_url: str) -> str:
    """Give the address of a quiz's own page, on a site with this address."""
    return f"{base_url}/{edition.path}/"


def language_views(
    original: Quiz, here: Quiz, page: str, *, root: str
) -> tuple[LanguageView, ...]:
    """Give the links between the languages of a quiz; none where there is but one.

    Shape: page is the name of the page in the quiz's folder; root leads from here to
    the site's root.
    """
    if not original.translations:
        return ()
    return tuple(
        language_view(
            edition,
            f"{root}{edition.path}/{page}",
            direction(here.lang),
            is_current=edition is here,
        )
        for edition in editions(original)
    )


def language_view(
    edition: Quiz, url: str, around: Direction, *, is_current: bool = False
) -> LanguageView:
    """Give a link to a quiz in one of its languages."""
    return LanguageView(
        lang=edition.lang,
        direction=other_direction(edition.lang, around),
        name=endonym(edition.lang),
        title=edition.title,
        url=url,
        is_current=is_current,
    )


def alternates(original: Quiz, base_url: str | None) -> tuple[AlternateView, ...]:
    """Give what search engines should know of the languages of a quiz."""
    if not (base_url and original.translations):
        return ()
    links = [
        AlternateView(edition.lang, page_url(edition, base_url))
        for edition in editions(original)
    ]
    return (*links, AlternateView(DEFAULT, links[0].url))


def endonym(lang: str) -> str:
    """Give what a language calls itself, or its tag where that is not known."""
    known, tag = _endonyms(), lang.lower()
    if tag in known:
        return known[tag]
    language, _, rest = lang.partition("-")
    name = known.get(language.lower())
    return f"{name} ({rest})" if name else lang


@cache
def _endonyms() -> Mapping[str, str]:
    source = files("kwispel.render") / "endonyms.toml"
    return tomllib.loads(source.read_text(encoding="utf-8"))
