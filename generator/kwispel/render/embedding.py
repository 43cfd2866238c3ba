"""The markup that a publisher pastes to show a quiz on another page.

Source: docs/how-to/embed.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from kwispel.model.shapes import Quiz
from kwispel.render.placeholder import PLACEHOLDER_URL
from kwispel.render.wording import find_strings
from kwispel.site_files import FRAMED, SHARE_IMAGE

WayName = Literal["frame", "loader", "element", "address", "amp", "item", "file"]

_BY_FRAME: tuple[WayName, ...] = ("frame", "loader", "address", "amp")
"""The ways that show the page for frames."""

SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
"""What a quiz needs, and what lets its links open beside the publisher's page."""

_MARK = Markup(" data-kwispel")
_NO_MARK = Markup("")
"""By the mark the loader knows a frame."""

_AMP_SCRIPT = Markup(
    '<script async custom-element="amp-iframe" '
    'src="https://cdn.ampproject.org/v0/amp-iframe-0.1.js"></script>'
)


@dataclass(frozen=True, slots=True)
class Hosted:
    """A quiz in one language, where it will be: what all markup points to.

    Shape: base_url is None where nobody has told it; has_card says whether the site has
    a picture of the quiz, may_be_framed whether any other site may frame it.
    Units: height_px is that of the frame, in a column of 360 pixels.
    """

    quiz: Quiz
    base_url: str | None
    height_px: int
    has_card: bool
    may_be_framed: bool

    @property
    def site_url(self) -> str:
        """Give the address of the site, with a slash at its end."""
        return (self.base_url or PLACEHOLDER_URL).rstrip("/") + "/"

    @property
    def url(self) -> str:
        """Give the address of the quiz's own page."""
        return f"{self.site_url}{self.quiz.path}/"

    @property
    def frame_url(self) -> str:
        """Give the address of the page for frames."""
        return f"{self.url}{FRAMED}"

    @property
    def card_url(self) -> str:
        """Give the address of the picture for links to the quiz."""
        return f"{self.url}{SHARE_IMAGE}"

    @property
    def file_name(self) -> str:
        """Give the name of the quiz as one file."""
        return f"{self.quiz.id}.html"


@dataclass(frozen=True, slots=True)
class Way:
    """A way for a quiz to appear elsewhere, and what is pasted there."""

    name: WayName
    markup: Markup


def ways(hosted: Hosted) -> tuple[Way, ...]:
    """Give every way that works, what asks least of a publisher first."""
    every = (
        Way("frame", frame_and_link(hosted)),
        Way("loader", frame_and_link(hosted) + "\n" + loader_markup(hosted)),
        Way("element", element_markup(hosted)),
        Way("address", Markup.escape(hosted.url)),
        Way("amp", amp_markup(hosted)),
        Way("item", item_markup(hosted)),
        Way("file", file_markup(hosted)),
    )
    lacks = lacking(hosted)
    return tuple(way for way in every if way.name not in lacks)


def lacking(hosted: Hosted) -> Mapping[WayName, str]:
    """Give the ways that cannot work, each with what keeps it from working.

    A bare address becomes a frame by `oembed.json`, which holds whole addresses alone.
    """
    found: dict[WayName, str] = {}
    if not hosted.has_card:
        found["item"] = "a share image, which needs base_url and a theme that draws one"
    if hosted.base_url is None:
        found["address"] = "base_url in site.toml, or --base-url"
    if not hosted.may_be_framed:
        sites = "sites that may frame it, in origins of site.toml"
        found |= dict.fromkeys(_BY_FRAME, sites)
    return found


def frame_markup(hosted: Hosted) -> Markup:
    """Give the one line of a plain frame, which needs no script of the publisher."""
    return _frame(hosted, hosted.frame_url, mark=_MARK)


def unfitted_frame_markup(hosted: Hosted) -> Markup:
    """Give a plain frame that the loader leaves alone, though it is on the page."""
    return _frame(hosted, hosted.frame_url)


def link_markup(hosted: Hosted) -> Markup:
    """Give the link under a frame: what is left where frames are taken out."""
    return Markup("<p>{}</p>").format(_link(hosted))


def blockquote_markup(hosted: Hosted) -> Markup:
    """Give the link that other software knows as a stand-in for the frame after it.

    WordPress shows it until the frame has said how high it is.
    """
    return Markup("<blockquote>{}</blockquote>").format(_link(hosted))


def frame_and_link(hosted: Hosted) -> Markup:
    """Give a plain frame and the link under it."""
    return frame_markup(hosted) + "\n" + link_markup(hosted)


def loader_markup(hosted: Hosted) -> Markup:
    """Give the loader, once a page, which keeps every frame at its true height."""
    return _script(f"{hosted.site_url}embed.js")


def element_markup(hosted: Hosted, *, page: str = "") -> Markup:
    """Give the element that puts the quiz into the page itself, without a frame.

    The link in it is what a page shows until the script has come, or without it.
    Shape: page is the file that the link names, where it must name one.
    """
    element = Markup('<kwispel-quiz src="{src}">{link}</kwispel-quiz>').format(
        src=hosted.url, link=_link(hosted, page)
    )
    return element + "\n" + _script(f"{hosted.site_url}element.js")


def amp_markup(hosted: Hosted) -> Markup:
    """Give what AMP has for a frame; its script belongs in the head of the page.

    The placeholder is there because AMP takes no other frame near the top of a page.
    Source: https://amp.dev/documentation/components/amp-iframe.
    """
    frame = Markup(
        '<amp-iframe src="{src}" title="{title}" layout="fixed-height" '
        'height="{height}" frameborder="0" sandbox="{sandbox}" '
        'referrerpolicy="no-referrer" resizable>\n'
        "<p placeholder>{link}</p>\n"
        '<p overflow tabindex="0" role="button">{more}</p>\n'
        "</amp-iframe>"
    ).format(
        src=hosted.frame_url,
        link=_link(hosted),
        more=find_strings(hosted.quiz.lang, address=hosted.quiz.address).embed_more,
        title=hosted.quiz.title,
        height=hosted.height_px,
        sandbox=SANDBOX,
    )
    return _AMP_SCRIPT + "\n" + frame


def item_markup(hosted: Hosted) -> Markup:
    """Give what feeds and mail show, which take frames and scripts out."""
    if not hosted.has_card:
        return link_markup(hosted)
    return Markup(
        '<p><a href="{href}"><img src="{card}" width="600" height="315" alt="" '
        'style="border:0;height:auto;max-width:100%"><br>{title}</a></p>'
    ).format(href=hosted.url, card=hosted.card_url, title=hosted.quiz.title)


def file_markup(hosted: Hosted) -> Markup:
    """Give a frame with the quiz as one file, which lies beside the page."""
    return _frame(hosted, hosted.file_name)


def _frame(hosted: Hosted, src: str, *, mark: Markup = _NO_MARK) -> Markup:
    return Markup(
        '<iframe src="{src}" title="{title}" width="100%" height="{height}" '
        'frameborder="0" loading="lazy" sandbox="{sandbox}" '
        'referrerpolicy="no-referrer"{mark}></iframe>'
    ).format(
        src=src,
        title=hosted.quiz.title,
        height=hosted.height_px,
        sandbox=SANDBOX,
        mark=mark,
    )


def _link(hosted: Hosted, page: str = "") -> Markup:
    return Markup('<a href="{href}">{title}</a>').format(
        href=f"{hosted.url}{page}", title=hosted.quiz.title
    )


def _script(src: str) -> Markup:
    return Markup('<script async src="{src}"></script>').format(src=src)
