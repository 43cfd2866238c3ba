"""Read the bare text out of HTML that we set ourselves."""

from __future__ import annotations

import unicodedata
from html.parser import HTMLParser

# Spaces, and characters that only tell how others are shown.
_UNSEEN = frozenset({"Zs", "Zl", "Zp", "Cc", "Cf"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self.parts.append(" ")
        elif tag == "img":
            self.parts.append(dict(attrs).get("alt") or "")


def plain_text(html: str) -> str:
    """Give what a reader hears: the text, and what stands in for images."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return " ".join("".join(reader.parts).split())


def is_seen(text: str) -> bool:
    """Say whether a bare text holds a character that is not blank."""
    return any(unicodedata.category(sign) not in _UNSEEN for sign in text)
