"""Know text of which Markdown makes next to nothing, as most of a quiz's texts are.

Setting such a text by Markdown gives the same, and takes a hundred times as long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kwispel.source.prose_limits import is_small
from kwispel.source.shapes import Passage

_SIGNS = re.compile(
    r"""[\w \n,.;:?!'"()/%&\u2018-\u201e\xab\xbb\u2013\u2014\u2026-]+"""
)
"""Letters of every kind, and signs that mean nothing in most places."""
_BEGINS = r"[^\W\d]|[0-9]+(?:[ \n]|\Z)|[\u2018-\u201e\xab]"
_BEGINNING = re.compile(_BEGINS)
_ODD_LINE = re.compile(rf"\n(?!{_BEGINS}|\n)")
"""A line that begins with what a list might begin with, or a rule."""
_WORDS = r"[^\W_]+(?:,?[ '-][^\W_]+)*"
_MARK = re.compile(
    rf"(?<![^ (\n])(?:\*\*(?P<strong>{_WORDS})\*\*|\*(?P<em>{_WORDS})\*"
    rf"|\[(?P<label>{_WORDS})\]\((?P<url>https?://[a-z][a-z0-9.]*(?:/[a-z0-9/-]*)?)\))"
    r"(?![^ \n.,;:?!)])"
)
"""Marks around a few words that mean the same wherever they stand."""
_MARKED = re.compile(r"[*\[]")
_APART = re.compile(r"\n\n+")


@dataclass(frozen=True, slots=True)
class Bare:
    """A text with few marks or none: as HTML without paragraphs, and as it is read."""

    html: str
    text: str

    @property
    def paragraphs(self) -> str:
        """Give it as HTML in paragraphs."""
        return "\n".join(f"<p>{each}</p>" for each in _APART.split(self.html))


def bare_text(passage: Passage) -> Bare | None:
    """Give a passage in which there is next to nothing to read as it is set, else None.

    It has no sign of HTML, and nothing in it can be wrong.
    """
    lines = "\n".join([line.text for line in passage])
    written = lines.strip("\n")
    is_marked = _MARKED.search(written) is not None
    text = _MARK.sub(_words, written) if is_marked else written
    if not (is_small(lines) and _is_bare(text)):
        return None
    html = written.replace("&", "&amp;")
    return Bare(_MARK.sub(_html, html) if is_marked else html, text)


def _is_bare(text: str) -> bool:
    """Say whether Markdown, our terms and HTML have nothing to read in a text.

    It is denied too often, never too seldom.
    """
    return not (
        _SIGNS.fullmatch(text) is None
        or _BEGINNING.match(text) is None
        or text[-1] == " "
        or "_" in text
        or "  " in text
        or ("\n" in text and _is_odd_over_lines(text))
        or ("&" in text and text.count("&") != text.count(" & "))
    )


def _is_odd_over_lines(text: str) -> bool:
    return " \n" in text or "\n " in text or _ODD_LINE.search(text) is not None


def _words(found: re.Match[str]) -> str:
    return found["strong"] or found["em"] or found["label"]


def _html(found: re.Match[str]) -> str:
    words, url = _words(found), found["url"]
    if url is None:
        tag = "strong" if found["strong"] else "em"
        return f"<{tag}>{words}</{tag}>"
    return f'<a href="{url}" rel="noopener noreferrer" target="_blank">{words}</a>'
