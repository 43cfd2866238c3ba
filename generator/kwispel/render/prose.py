"""Authors' prose on its way into a page: addresses of assets, levels of headings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from markupsafe import Markup, escape

_ADDRESS = '="asset:'
_ASSET = re.compile(r'(?P<attribute>\w+)="asset:(?P<name>[^"]*)"')
_HEADING = re.compile(r"(</?h)([1-6])\b")
_FIRST_LEVEL = 4
"""The level at which headings begin in prose as it comes from the source stage."""
_LAST_LEVEL = 6
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where prose is printed.

    Shape: assets maps an asset's name to its address, seen from the page; linked does
    so for links, where they lead elsewhere than pictures come from. With has_downloads
    a link holds its file, which browsers save but do not open.
    """

    assets: Mapping[str, str]
    linked: Mapping[str, str] | None = None
    has_downloads: bool = False

    def put(self, html: Markup, *, under: int = _FIRST_LEVEL) -> Markup:
        """Give prose with the addresses and headings that fit its place on the page.

        Shape: under is the level of the heading that it stands under.
        """
        if _ADDRESS not in html and _HEADING.search(html) is None:
            return html
        text = _ASSET.sub(self._addressed, str(html))
        return Markup(_HEADING.sub(lambda found: _lowered(found, under), text))  # noqa: S704 - was Markup before, and stays well formed

    def put_any(
        self, html: Markup | None, *, under: int = _FIRST_LEVEL
    ) -> Markup | None:
        """Do the same where there may be no prose."""
        return self.put(html, under=under) if html else None

    def _addressed(self, found: re.Match[str]) -> str:
        name = unquote(Markup(found["name"]).unescape())  # noqa: S704 - read as text only
        is_link = found["attribute"] == "href"
        known = self.linked if is_link and self.linked is not None else self.assets
        attribute = f'{found["attribute"]}="{escape(known[name])}"'
        if is_link and self.has_downloads:
            return f'{attribute} download="{escape(PurePosixPath(name).name)}"'
        return attribute


def _lowered(found: re.Match[str], under: int) -> str:
    level = int(found[2]) - _FIRST_LEVEL + under + 1
    return f"{found[1]}{min(level, _LAST_LEVEL)}"


def count_words(html: Markup | None) -> int:
    """Count the words that a reader reads."""
    text = html or ""
    return len(_WORD.findall(_TAG.sub(" ", text) if "<" in text else text))
