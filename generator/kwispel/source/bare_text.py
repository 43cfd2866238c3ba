"""Know text in which Markdown has nothing to read, which most of a quiz's texts are.

Setting such a text by Markdown gives the same, and takes a hundred times as long.
"""

from __future__ import annotations

import re

from kwispel.source.shapes import Passage

_READ = re.compile(
    r"""[^\w\ \n,.;:?!'"()/%\u2018-\u201e\xab\xbb\u2013\u2014\u2026-] | _
    | \ [ \n] | \n\ | (?:\A|\n)(?![^\W\d]|[\n\u2018-\u201e\xab])""",
    re.VERBOSE,
)
"""What Markdown, our terms or HTML might read, such as what a list begins with.

It is found too often, never too seldom: only letters of every kind, and signs that
mean nothing wherever they stand, are left.
"""
_APART = re.compile(r"\n\n+")


def bare_text(passage: Passage) -> str | None:
    """Give the text of a passage in which there is nothing to read, else None."""
    text = "\n".join(line.text for line in passage).strip("\n")
    return None if not text or text[-1] == " " or _READ.search(text) else text


def bare_html(text: str) -> str:
    """Set a bare text in paragraphs."""
    return "\n".join(f"<p>{each}</p>" for each in _APART.split(text))
