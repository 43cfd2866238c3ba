"""How the command line tells of the ways to put a quiz on another page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kwispel.model.shapes import Quiz, Site
from kwispel.render.editions import editions, endonym
from kwispel.render.embedding import (
    Hosted,
    WayName,
    frame_markup,
    lacking,
    ways,
)
from kwispel.render.frame_height import estimated_heights
from kwispel.render.placeholder import NO_BASE_URL
from kwispel.render.social import has_share_image
from kwispel.render.theme import Theme

Told = tuple[str, str, str]

_TOLD: Mapping[WayName, str] = {
    "frame": "A frame. It scrolls where the quiz is higher than the frame:",
    "loader": "A frame that keeps its height right (the script once a page, for all "
    "frames):",
    "element": "The quiz in the page itself, with the page's authority, for sites that "
    "host these files (the script once a page):",
    "address": "The bare address, for what asks a site for its oEmbed, as WordPress "
    "does:",
    "amp": "For AMP. The script goes into the head of the page:",
    "item": "For feeds and mail, which take frames out:",
    "file": "The quiz as one file (kwispel build --single-file), beside the page:",
}


def hosted(
    quiz: Quiz, site: Site, theme: Theme, lang: str | None = None
) -> tuple[Hosted, ...]:
    """Give a quiz in each of its languages, or in one alone; none where it has it not.

    The heights are estimates, for no page has been built.
    """
    heights = estimated_heights([quiz], theme.letter_size)
    return tuple(
        _hosted(edition, site, theme, heights)
        for edition in editions(quiz)
        if lang is None or edition.lang.lower() == lang.lower()
    )


def _hosted(
    edition: Quiz, site: Site, theme: Theme, heights: Mapping[str, int]
) -> Hosted:
    return Hosted(
        edition,
        site.base_url,
        height_px=heights[edition.path],
        has_card=has_share_image(site, theme),
        may_be_framed=site.may_be_framed,
    )


def embed_text(found: Sequence[Hosted]) -> str:
    """Tell every way of embedding a quiz in its languages, with the markup to paste."""
    parts: list[str] = []
    for one in found:
        if len(found) > 1:
            lang = one.quiz.lang
            parts.append(f"In {endonym(lang)} ({lang})")
        for way in ways(one):
            parts += [_TOLD[way.name], way.markup]
    if any(one.base_url is None for one in found):
        parts.append(NO_BASE_URL)
    return "\n\n".join(parts)


def way_text(found: Hosted, name: str) -> str | None:
    """Give what is pasted for one way, and nothing else; None where it cannot work."""
    return next((way.markup for way in ways(found) if way.name == name), None)


def way_refused(found: Hosted, name: str) -> str:
    """Say what keeps a way from working."""
    needs = next(needs for way, needs in lacking(found).items() if way == name)
    return f'"{found.quiz.id}" cannot be shown by --way {name}: it needs {needs}'


def editions_told(site: Site, heights: Mapping[str, int]) -> Iterator[Told]:
    """Tell of each quiz in each language: title, path, and what to paste, if that is.

    Shape: heights are those of frames, by path.
    """
    for edition in (one for quiz in site.quizzes for one in editions(quiz)):
        height = heights[edition.path]
        hosted = Hosted(
            edition, site.base_url, height, has_card=False, may_be_framed=True
        )
        markup = str(frame_markup(hosted)) if site.may_be_framed else ""
        yield edition.title, edition.path, markup
