"""Score one respondent after the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kwispel.core.score import score
from kwispel.respondents.cells import Question, Said
from kwispel.respondents.packed import unpack

if TYPE_CHECKING:
    from kwispel.core.shapes import Score, Sheet, SheetScore

MOST_KEPT = 2_000
"""So many different tallies of a score are remembered: memory stays flat."""

Show = Callable[["Score"], tuple[str, ...]]
"""What the table of scores has of a score: done once for equal ones."""


@dataclass(frozen=True, slots=True)
class Made:
    """A score of a respondent, and what is shown of it.

    Shape: is_complete where every member was answered.
    Units: points as in the tally.
    """

    score: Score
    shown: tuple[str, ...]
    points: int
    is_complete: bool


class Scorer:
    """Scores rows of cells; those that say the same are worked out once."""

    def __init__(self, sheet: Sheet, show: Show) -> None:
        """Begin with the questions and scores of a sheet."""
        self._questions = [Question(sheet, at) for at in range(len(sheet["questions"]))]
        self._hides = any(question.may_be_hidden for question in self._questions)
        self._scores = [(each, _Known()) for each in sheet["scores"]]
        self._show = show

    def read(self, cells: Sequence[str]) -> list[Said]:
        """Give what the cells of a row say: one a question, in order."""
        pairs = zip(self._questions, cells, strict=True)
        if not self._hides:
            return [question.read(cell) for question, cell in pairs]
        said: list[Said] = []
        for question, cell in pairs:
            if question.may_be_hidden:
                said.append(question.read_after(cell, said))
            else:
                said.append(question.read(cell))
        return said

    def scores(self, said: Sequence[Said]) -> list[Made]:
        """Give the scores of a respondent, the total first, then the factors."""
        packed = map(sum, zip(*[each.shares for each in said], strict=True))
        made: list[Made] = []
        for (sheet, known), tally in zip(self._scores, packed, strict=True):
            found = known.get(tally)
            if found is None:
                found = self._make(sheet, tally)
                known.keep(tally, found)
            made.append(found)
        return made

    def _make(self, sheet: SheetScore, packed: int) -> Made:
        added = unpack(packed)
        made = score(sheet, added)
        is_complete = added["answered"] == len(sheet["members"])
        return Made(made, self._show(made), added["points"], is_complete)


class _Known(dict[int, Made]):
    """Scores by packed tally; when there are too many, it begins anew."""

    def keep(self, packed: int, made: Made) -> None:
        if len(self) >= MOST_KEPT:
            self.clear()
        self[packed] = made
