"""Authors' prose on its way into a page: addresses of assets, links out of frames."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

_ASSET = re.compile(r'(?<==")asset:([^"]*)(?=")')
_LINK_OUT = re.compile(r'<a (?=[^>]*href="https?:)(?![^>]*target=)')
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where prose is printed.

    Shape: assets maps an asset's name to its address, seen from the page.
    """

    assets: Mapping[str, str]
    is_frame: bool

    def put(self, html: Markup) -> Markup:
        """Give prose with the addresses that hold on this page."""
        text = _ASSET.sub(lambda found: self._address(found[1]), str(html))
        if self.is_frame:
            # A frame is too small for another site, and is often not allowed to.
            text = _LINK_OUT.sub('<a target="_blank" ', text)
        return Markup(text)  # noqa: S704 - was Markup before, and stays well formed

    def put_any(self, html: Markup | None) -> Markup | None:
        """Do the same where there may be no prose."""
        return self.put(html) if html else None

    def _address(self, escaped_name: str) -> str:
        return str(escape(self.assets[Markup(escaped_name).unescape()]))  # noqa: S704 - read only


def count_words(html: Markup | None) -> int:
    """Count the words that a reader reads."""
    return len(_WORD.findall(_TAG.sub(" ", html or "")))
