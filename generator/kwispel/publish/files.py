"""All files of a site that others than its readers ask for."""

from __future__ import annotations

from collections.abc import Mapping

from kwispel.publish.oembed import oembed_files
from kwispel.publish.shapes import Release
from kwispel.publish.sitemap import sitemap_files


def published_files(release: Release) -> Mapping[str, bytes]:
    """Give what is published beside the readers' pages.

    Shape: path in the site to the bytes of the file.
    """
    return {**sitemap_files(release.site), **oembed_files(release)}
