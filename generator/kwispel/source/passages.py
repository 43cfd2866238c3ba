"""Find places in passages."""

from __future__ import annotations

import re

from kwispel.errors import Place
from kwispel.source.shapes import Passage


def place_at(passage: Passage, offset: int) -> Place:
    """Give the place of a character, counted over the lines and their ends."""
    rest = offset
    for line in passage:
        if rest <= len(line.text):
            return line.at(rest)
        rest -= len(line.text) + 1
    return passage[-1].at(len(passage[-1].text))


class Finder:
    """Finds addresses in a passage, each time the next one."""

    def __init__(self, passage: Passage) -> None:
        """Begin before the first line."""
        self._passage = passage
        self._text = "\n".join(line.text for line in passage)
        self._from: dict[str, int] = {}

    def place_of(self, address: str) -> Place:
        """Give the place of a link's address; that of the passage if it hides."""
        before = r"(?:\]\(\s*<?|\]:\s*<?|<)"
        behind = "" if address else r"(?=>?\s*[)\"'])"
        pattern = re.compile(f"{before}(?P<address>{re.escape(address)}){behind}")
        match = pattern.search(self._text, self._from.get(address, 0))
        if match is None:
            return self._passage[0].place
        self._from[address] = match.end()
        return place_at(self._passage, match.start("address"))
