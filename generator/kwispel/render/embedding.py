"""The markup that a publisher pastes to show a quiz on another page."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from pathlib import Path

from markupsafe import Markup

from kwispel.model.questions import Question
from kwispel.model.shapes import Quiz, Site
from kwispel.render.editions import editions, endonym
from kwispel.render.paper import FORM_PDF

OEMBED = "oembed.json"
"""The file beside a quiz's page that says how to show it, for other software."""

PLACEHOLDER_URL = "https://your-site.example/"
"""Stands for the site's address where nobody has told it."""

NO_BASE_URL = (
    f"Without base_url in site.toml, or --base-url, {PLACEHOLDER_URL} stands for the "
    "address of your site, canonical links are left out, and Safari shows a frame as a "
    "page without scripts."
)
"""What an author should know who has not told where the site will be."""

# A column of 360 pixels holds about this many characters a line of the default theme,
# and its lines, gaps and rows are about this high. An estimate on the safe side is
# enough: a frame without the loader scrolls, and one with it gets its true height.
CHARACTERS_A_LINE = 38
LINE_PX = 26
OPTION_GAP_PX = 26
QUESTION_GAP_PX = 90
FRAME_PX = 520


def estimated_height_px(quiz: Quiz) -> int:
    """Estimate how high a quiz is before it is answered, 360 pixels wide."""
    text_px = 0 if quiz.intro_html is None else _text_px(quiz.intro_html.striptags())
    heights_px = [_question_px(question) for question in quiz.questions]
    shown_px = text_px + sum(heights_px)
    if quiz.is_stepped:
        # The introduction stands above the first question alone.
        shown_px = max(text_px + heights_px[0], *heights_px)
    return ceil((FRAME_PX + shown_px) / 10) * 10


def frame_markup(quiz: Quiz, base_url: str | None) -> Markup:
    """Give the one line of a plain frame, which needs no script of the publisher.

    Source: docs/how-to/embed.md.
    """
    return _frame(
        quiz, base_url, Markup('width="100%"'), height_px=estimated_height_px(quiz)
    )


def sized_frame_markup(
    quiz: Quiz, base_url: str, width_px: int, height_px: int
) -> Markup:
    """Give a frame for software that wants to know its width.

    It fills its column all the same, where its style is not taken away.
    """
    width = Markup('width="{}" style="width:100%"').format(width_px)
    return _frame(quiz, base_url, width, height_px=height_px)


def _frame(
    quiz: Quiz, base_url: str | None, width: Markup, *, height_px: int
) -> Markup:
    return Markup(
        '<iframe src="{src}" title="{title}" {width} height="{height}" '
        'frameborder="0" loading="lazy" '
        'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
        'referrerpolicy="no-referrer" data-kwispel></iframe>'
    ).format(
        src=_address(quiz, base_url) + "embed.html",
        title=quiz.title,
        width=width,
        height=height_px,
    )


def link_markup(quiz: Quiz, base_url: str | None) -> Markup:
    """Give the link under a frame: what is left where frames are taken out."""
    return Markup("<p>{}</p>").format(_link(quiz, base_url))


def blockquote_markup(quiz: Quiz, base_url: str) -> Markup:
    """Give the link that other software knows as a stand-in for the frame after it.

    WordPress shows it until the frame has said how high it is.
    """
    return Markup("<blockquote>{}</blockquote>").format(_link(quiz, base_url))


def _link(quiz: Quiz, base_url: str | None) -> Markup:
    return Markup('<a href="{href}">{title}</a>').format(
        href=_address(quiz, base_url), title=quiz.title
    )


def loader_markup(base_url: str | None) -> Markup:
    """Give the loader, once a page, which keeps every frame at its true height."""
    return Markup('<script async src="{src}"></script>').format(
        src=_site_address(base_url) + "embed.js"
    )


def embed_text(quiz: Quiz, base_url: str | None) -> str:
    """Tell every way of embedding a quiz, with the markup to paste."""
    frame = frame_markup(quiz, base_url) + "\n" + link_markup(quiz, base_url)
    parts = [
        "A frame. It scrolls where the quiz is higher than the frame:",
        frame,
        "A frame that keeps its height right (the script once a page, for all frames):",
        frame + "\n" + loader_markup(base_url),
    ]
    for translation in quiz.translations:
        parts += [
            f"In {endonym(translation.lang)} ({translation.lang}):",
            frame_markup(translation, base_url)
            + "\n"
            + link_markup(translation, base_url),
        ]
    if base_url is None:
        parts.append(NO_BASE_URL)
    return "\n\n".join(parts)


def _address(quiz: Quiz, base_url: str | None) -> str:
    return f"{_site_address(base_url)}{quiz.path}/"


def _site_address(base_url: str | None) -> str:
    return (base_url or PLACEHOLDER_URL).rstrip("/") + "/"


def _question_px(question: Question) -> int:
    options_px = sum(
        _text_px(option.label_html.striptags()) + OPTION_GAP_PX
        for option in question.options
    )
    return QUESTION_GAP_PX + _text_px(question.text) + options_px


def _text_px(text: str) -> int:
    return ceil(len(text) / CHARACTERS_A_LINE) * LINE_PX


def edition_lines(site: Site, dist: Path, *, has_pdfs: bool) -> Iterator[str]:
    """Tell of each quiz in each language where it is in dist, and what to paste."""
    for edition in (one for quiz in site.quizzes for one in editions(quiz)):
        folder = dist / edition.path
        yield from ("", edition.title, f"  open:  {folder / 'index.html'}")
        if has_pdfs:
            yield f"  print: {folder / FORM_PDF}"
        yield f"  paste: {frame_markup(edition, site.base_url)}"
