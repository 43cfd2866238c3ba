"""Know text of which Markdown makes next to nothing, as most of a quiz's texts are.

Setting such a text by Markdown gives the same, and takes a hundred times as long.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from kwispel.source.shapes import Passage

_READ = re.compile(
    r"""[^\w\ \n,.;:?!'"()/%\u2018-\u201e\xab\xbb\u2013\u2014\u2026&-] | _
    | \ [ \n] | \n\ | &(?!\ ) | (?<!\ )&
    | (?:\A|\n)(?![^\W\d]|[0-9]+(?:\ |\n|\Z)|[\n\u2018-\u201e\xab])""",
    re.VERBOSE,
)
"""What Markdown, our terms or HTML might read, such as what a list begins with.

It is found too often, never too seldom: only letters of every kind, and signs that
mean nothing wherever they stand, are left.
"""
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
    written = "\n".join([line.text for line in passage]).strip("\n")
    is_marked = _MARKED.search(written) is not None
    text = _MARK.sub(_words, written) if is_marked else written
    if not text or text[-1] == " " or _READ.search(text):
        return None
    html = written.replace("&", "&amp;")
    return Bare(_MARK.sub(_html, html) if is_marked else html, text)


def _words(found: re.Match[str]) -> str:
    return found["strong"] or found["em"] or found["label"]


def _html(found: re.Match[str]) -> str:
    words, url = _words(found), found["url"]
    if url is None:
        tag = "strong" if found["strong"] else "em"
        return f"<{tag}>{words}</{tag}>"
    return f'<a href="{url}" rel="noopener noreferrer" target="_blank">{words}</a>'
