"""What a site's author should know of its share images."""

from __future__ import annotations

from collections.abc import Iterator

from kwispel.errors import Place, Problem
from kwispel.model.shapes import Site
from kwispel.publish.share.drawable import drawable
from kwispel.publish.share.faces import face_of
from kwispel.render.editions import editions
from kwispel.render.theme import Theme
from kwispel.render.theme_share import TextName
from kwispel.source.names import quoted

_FONT = "Name a font that has them under [share] in a theme of your own"


def share_problems(site: Site, theme: Theme) -> Iterator[Problem]:
    """Tell which titles are left out of share images, as no font can write them."""
    if site.base_url is None or theme.share is None:
        return
    if missing := _missing(theme, "site", site.title):
        yield _no_glyph(site.place, "the site's title", missing, f"{_FONT}.")
    hint = f'{_FONT}, or write "intended: no-glyph" in quiz.md.'
    for quiz in site.quizzes:
        for edition in editions(quiz):
            missing = _missing(theme, "title", edition.title)
            if missing and "no-glyph" not in quiz.intended:
                yield _no_glyph(edition.place, "the title", missing, hint)


def _missing(theme: Theme, name: TextName, text: str) -> str:
    fonts = theme.share[name].fonts if theme.share else ()
    return drawable(text, tuple(face_of(path) for path in fonts)).missing


def _no_glyph(place: Place, what: str, missing: str, hint: str) -> Problem:
    return Problem(
        place,
        "no-glyph",
        f"the share image leaves out {what}, as no font of the theme has "
        f"{quoted(missing)}",
        hint,
        level="warning",
    )
