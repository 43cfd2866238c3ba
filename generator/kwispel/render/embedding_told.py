"""How the command line tells of the ways to put a quiz on another page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kwispel.model.shapes import Quiz, Site
from kwispel.render.editions import editions, endonym
from kwispel.render.embedding import (
    PLACEHOLDER_URL,
    Hosted,
    WayName,
    frame_markup,
    lacking,
    ways,
)
from kwispel.render.frame_height import estimated_heights
from kwispel.render.outlets import Added
from kwispel.render.paper import FORM_PDF
from kwispel.render.social import has_share_image
from kwispel.render.theme import Theme

NO_BASE_URL = (
    f"Without base_url in site.toml, or --base-url, {PLACEHOLDER_URL} stands for the "
    "address of your site; canonical links, share images, sitemap, feed and oEmbed are "
    "left out, so that a pasted bare address stays a link; and Safari shows a frame as "
    "a page without scripts."
)
"""What an author should know who has not told where the site will be."""

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


def edition_lines(
    site: Site, theme: Theme, dist: Path, heights: Mapping[str, int], added: Added
) -> Iterator[str]:
    """Tell of each quiz in each language where it is in dist, and what to paste."""
    for edition in (one for quiz in site.quizzes for one in editions(quiz)):
        folder = dist / edition.path
        yield from ("", edition.title, f"  open:  {folder / 'index.html'}")
        if added.has_pdfs:
            yield f"  print: {folder / FORM_PDF}"
        found = _hosted(edition, site, theme, heights)
        if added.has_files:
            yield f"  file:  {folder / found.file_name}"
        if found.may_be_framed:
            yield f"  paste: {frame_markup(found)}"
