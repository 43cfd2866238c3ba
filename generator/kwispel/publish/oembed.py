"""What a page answers to software that is given its address alone: oEmbed.

A content management system where somebody pastes the address of a quiz looks in the
page for the link to this file, and shows the frame that stands in it.
Source: https://oembed.com, 2.3.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from kwispel.model.shapes import Quiz
from kwispel.publish.shapes import Release
from kwispel.render.editions import editions
from kwispel.render.embedding import Hosted, blockquote_markup, frame_markup
from kwispel.render.theme_share import SHARE_HEIGHT_PX, SHARE_WIDTH_PX
from kwispel.site_files import OEMBED

WIDTH_PX: Final = 600
"""A usual column of text, for who must know; the frame fills whatever it gets."""

CACHE_AGE_S: Final = 24 * 60 * 60


def oembed_files(release: Release) -> Mapping[str, bytes]:
    """Give the answer for each quiz in each language.

    Shape: path in the site to bytes; none without the site's address, for all that it
    holds must be whole addresses, and none where no other site may frame the quizzes.
    """
    base_url = release.site.base_url
    if base_url is None or not release.site.may_be_framed:
        return {}
    return {
        f"{edition.path}/{OEMBED}": _written(_answer(release, edition, base_url))
        for quiz in release.site.quizzes
        for edition in editions(quiz)
    }


def _answer(release: Release, quiz: Quiz, base_url: str) -> dict[str, str | int]:
    hosted = release.hosted(quiz)
    return {
        "type": "rich",
        "version": "1.0",
        "title": quiz.title,
        "provider_name": release.site.title,
        "provider_url": f"{base_url}/",
        "cache_age": CACHE_AGE_S,
        "width": WIDTH_PX,
        "height": hosted.height_px,
        "html": blockquote_markup(hosted) + frame_markup(hosted),
        **_thumbnail(hosted),
    }


def _thumbnail(hosted: Hosted) -> dict[str, str | int]:
    """Give the picture with its measures: all three, or none."""
    if not hosted.has_card:
        return {}
    return {
        "thumbnail_url": hosted.card_url,
        "thumbnail_width": SHARE_WIDTH_PX,
        "thumbnail_height": SHARE_HEIGHT_PX,
    }


def _written(answer: dict[str, str | int]) -> bytes:
    """Write it in ASCII, which is the same in whatever charset a host declares."""
    return (json.dumps(answer, indent=2) + "\n").encode("ascii")
