"""What templates may see of the head of a page."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class AlternateView:
    """The address of a page in one of its languages, for search engines."""

    lang: str
    url: str


@dataclass(frozen=True, slots=True)
class SocialView:
    """What a page tells those that make a card of a link to it.

    Shape: site is the name of the site around the page, empty on its own page; image
    is a whole address, empty where there is none.
    Units: whole pixels.
    """

    site: str
    locale: str
    image: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class HeadView:
    """What stands in the head; css and scripts are inline, allowed by their hashes.

    Shape: late_url is the address of the style of the result and of paper, empty on
    a page that has neither; oembed_url that of what other software shows for the page,
    empty where it is shown nowhere else; feed_url that of the site's feed, on the
    contents page of a site that has one.
    """

    title: str
    description: str | None
    canonical: str | None
    oembed_url: str
    alternates: tuple[AlternateView, ...]
    social: SocialView
    feed_url: str
    policy: str
    css: Markup
    late_url: str
    scripts: tuple[Markup, ...]
