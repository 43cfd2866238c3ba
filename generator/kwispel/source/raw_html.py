"""Find HTML in Markdown: authors are trusted with words, not with scripts.

Each `<` that begins HTML is replaced by a sign that Markdown takes for text. After
setting, a sign that came out in code stood in code, and is the `<` that it was; a sign
that came out anywhere else stood for HTML. So code needs no second reader here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kwispel.errors import Place, Problem
from kwispel.source.passages import place_at
from kwispel.source.shapes import Passage

# A tag, a comment, a declaration or an instruction; no address between < and >, not the
# < that begins the destination of a link, and not one behind a backslash.
_HTML = re.compile(
    r"(?<!\]\()(?<!\\)<(?!(?:f|ht)tps?://|[^<>\s!/]+@)(?:/?[a-z][^<>]*>|!--|![a-z\[]|\?[a-z])",
    re.IGNORECASE,
)
_SIGN = re.compile("\x0e([0-9]+)\x0f")


@dataclass(frozen=True, slots=True)
class Signed:
    """A text in which each `<` of HTML is a sign, and where those stood."""

    text: str
    places: tuple[Place, ...]


def sign_html(passage: Passage) -> Signed:
    """Replace each `<` that begins HTML by a sign."""
    text = "\n".join(line.text for line in passage)
    places: list[Place] = []

    def sign(match: re.Match[str]) -> str:
        places.append(place_at(passage, match.start()))
        return f"\x0e{len(places) - 1}\x0f{match[0][1:]}"

    return Signed(_HTML.sub(sign, text), tuple(places))


def found_signs(text: str) -> list[int]:
    """Give the numbers of the signs in a text."""
    return [int(number) for number in _SIGN.findall(text)]


def without_signs(text: str, less_than: str = "<") -> str:
    """Put back what the signs stand for."""
    return _SIGN.sub(less_than, text) if "\x0e" in text else text


def raw_html_problems(places: Iterable[Place]) -> Iterator[Problem]:
    """Report HTML at places, once for each line."""
    first = {place.line: place for place in sorted(places, reverse=True)}
    for place in first.values():
        yield Problem(
            place,
            "raw-html",
            "HTML stands here, which is not allowed in content",
            'Write it as Markdown, or write "\\<" where a "<" is meant.',
        )
