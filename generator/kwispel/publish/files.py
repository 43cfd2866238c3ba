"""All files of a site that others than its readers ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kwispel.publish.embed_page import embed_page_files
from kwispel.publish.feed import feed_files
from kwispel.publish.headers import header_files
from kwispel.publish.oembed import oembed_files
from kwispel.publish.redirects import redirect_files
from kwispel.publish.servers import HTACCESS, apache
from kwispel.publish.shapes import Release
from kwispel.publish.share.files import quiz_images, share_files, site_image
from kwispel.publish.sitemap import sitemap_files


def published_files(release: Release) -> Mapping[str, bytes]:
    """Give what is published beside the readers' pages.

    Shape: path in the site to the bytes of the file.
    """
    images = share_files(release)
    illustrated = replace(release, files={*release.files, *images})
    return {**images, **_of_quizzes(illustrated), **_of_site(illustrated)}


def quiz_files(release: Release) -> Mapping[str, bytes]:
    """Give what is published of the quizzes of a site alone."""
    images = quiz_images(release)
    illustrated = replace(release, files={*release.files, *images})
    return {**images, **_of_quizzes(illustrated)}


def site_files(release: Release) -> Mapping[str, bytes]:
    """Give what is published of a site as a whole."""
    return {**site_image(release), **_of_site(release)}


def _of_quizzes(release: Release) -> Mapping[str, bytes]:
    return {**oembed_files(release), **embed_page_files(release)}


def _of_site(release: Release) -> Mapping[str, bytes]:
    return {
        **sitemap_files(release.site),
        **feed_files(release),
        **header_files(release.site),
        **redirect_files(release.site),
        HTACCESS: apache(release.site).encode(),
    }
