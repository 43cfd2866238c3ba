"""Put the texts of terms in the place of their names, in plain text and in prose.

A term's text is plain: it is put into prose after Markdown has been read, so that no
sign in it means anything. Code and addresses are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from kwispel.errors import Problem
from kwispel.source.names import nearest, quoted
from kwispel.source.shapes import Line, Passage

_NAME = re.compile(r"\{(\w[\w-]*)\}")
_WRITTEN = re.compile(r"(?<!\\)" + _NAME.pattern)
_WRITTEN_OR_BRACE = re.compile(r"\\\{|" + _NAME.pattern)
# What Python-Markdown would read as the beginning of an entity, and its own sign.
_AMPERSAND = ("&", "\x02amp\x03amp;")
_SPOKEN = ("alt", "title")


@dataclass(frozen=True, slots=True)
class Terms:
    """The texts of terms by name, in the variant that was chosen."""

    texts: Mapping[str, str] = field(default_factory=dict[str, str])

    def in_text(self, text: str) -> str:
        """Give a plain text with its terms written out, and escaped braces as such."""
        return _WRITTEN_OR_BRACE.sub(
            lambda found: self._said(found) if found[1] else "{", text
        )

    def fill(self, elements: Iterable[Element]) -> None:
        """Write out the terms in prose, before its escaped signs are put back."""
        for element in elements:
            if element.text and element.tag != "code":
                element.text = _NAME.sub(self._set, element.text)
            if element.tail:
                element.tail = _NAME.sub(self._set, element.tail)
            for name in _SPOKEN:
                if name in element.attrib:
                    written = element.attrib[name]
                    element.set(name, _NAME.sub(self._set, written))

    def mistaken(self, passage: Passage) -> Iterator[Problem]:
        """Warn of names that are near to that of a term, and are shown as text."""
        for line in passage:
            for found in _WRITTEN.finditer(line.text):
                meant = self._meant(found[1])
                is_code = line.text[: found.start()].count("`") % 2
                if meant and not is_code:
                    yield mistaken_braces(line, found, f"Write {{{meant}}}")

    def _said(self, found: re.Match[str]) -> str:
        """Give the text of the term that is meant, or what was written."""
        name = found[1]
        if name in self.texts:
            return self.texts[name]
        text = self.texts.get(name[0].lower() + name[1:])
        return found[0] if text is None else text[0].upper() + text[1:]

    def _set(self, found: re.Match[str]) -> str:
        return self._said(found).replace(*_AMPERSAND)

    def _meant(self, name: str) -> str | None:
        if name[0].lower() + name[1:] in self.texts:
            return None
        return nearest(name.casefold(), self.texts)


def mistaken_braces(line: Line, found: re.Match[str], order: str) -> Problem:
    """Warn of a word in braces that no term is put in the place of."""
    return Problem(
        line.at(found.start()),
        "literal-braces",
        f"{quoted(found[0])} is no term, and is shown as text",
        f'{order}, or "\\{{" for a brace.',
        level="warning",
    )


def names_in(line: Line) -> Iterator[re.Match[str]]:
    """Give the words in braces of a line."""
    return _WRITTEN.finditer(line.text)


NO_TERMS = Terms()
