"""What a cell says to its question, looked up again for each respondent who says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kwispel.core.replies import is_asked, reply_to
from kwispel.model.answers import AND, OPEN, answer_in, faults
from kwispel.respondents.packed import packed_shares, unpack

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kwispel.core.shapes import Reply, Sheet

MOST_KEPT = 2_000
"""So many different cells of a question are remembered: memory stays flat."""

MOST_TOLD = 60
"""Characters of a cell that a sentence about it quotes."""

_ODD = "\N{REPLACEMENT CHARACTER}"

_HIDDEN: Reply = {"state": "hidden", "chosen": []}


@dataclass(frozen=True, slots=True)
class Said:
    """What a cell says.

    Shape: answer is what the core takes, None where the question is left out; shares
    are packed tallies, one a score; faults are sentences.
    Units: points as in the tally of each score.
    """

    reply: Reply
    answer: str | list[str] | None
    shares: tuple[int, ...]
    points: tuple[int, ...]
    faults: tuple[str, ...]


class Question:
    """A question of the quiz, and what is known of the cells of its column."""

    def __init__(self, sheet: Sheet, position: int) -> None:
        """Begin knowing nothing but what it means to be hidden."""
        self._sheet = sheet
        self._position = position
        self._question = sheet["questions"][position]
        self._known: dict[str, Said] = {}
        self._hidden = self._said(_HIDDEN)
        self.may_be_hidden = bool(self._question.get("when"))

    def read(self, cell: str) -> Said:
        """Give what a cell says to the question, as one that is asked."""
        known = self._known.get(cell)
        if known is None:
            known = self._read(_word(cell))
            if len(self._known) < MOST_KEPT:
                self._known[cell] = known
        return known

    def read_after(self, cell: str, earlier: Sequence[Said]) -> Said:
        """Give what a cell says after what was said to the questions before."""
        if is_asked(self._question, [said.reply for said in earlier]):
            return self.read(cell)
        return self._hidden

    def _read(self, word: str) -> Said:
        answer = answer_in(self._question, word)
        reply = reply_to(self._question, answer)
        found = tuple(faults(self._question, _told(word)))
        return self._said(reply, answer, found)

    def _said(
        self,
        reply: Reply,
        answer: str | list[str] | None = None,
        found: tuple[str, ...] = (),
    ) -> Said:
        shares = packed_shares(self._sheet, self._position, reply)
        points = tuple(unpack(share)["points"] for share in shares)
        return Said(reply, answer, shares, points, found)


def _word(cell: str) -> str:
    """Give the word that a cell holds; spaces around ids mean nothing."""
    return AND.join(part.strip() for part in cell.split(AND)) or OPEN


def _told(word: str) -> str:
    """Give a word as a sentence can hold it; one that is changed is no option's id."""
    short = word if len(word) <= MOST_TOLD else f"{word[:MOST_TOLD]}…"
    return "".join(each if each.isprintable() else _ODD for each in short)
