"""Score a file of respondents, row by row, without ever holding the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kwispel.core.score import scores_of
from kwispel.respondents.columns import Columns, find_columns
from kwispel.respondents.refused import Refused
from kwispel.respondents.rows import Row, find_form, find_header, open_rows
from kwispel.respondents.scorer import Scorer
from kwispel.respondents.statistics import Statistics
from kwispel.respondents.written import Respondent, Writer

if TYPE_CHECKING:
    from kwispel.core.shapes import Result, Sheet
    from kwispel.model.answers import Answers
    from kwispel.respondents.cells import Said

Adjust = Callable[["Answers"], "Result | str"]
"""The whole way through a quiz's hook; a sentence where the hook failed."""

Tell = Callable[[str], None]


@dataclass(slots=True)
class Counted:
    """How many rows there were: of respondents, that did not fit, and empty ones."""

    scored: int = 0
    faulty: int = 0
    empty: int = 0

    def __str__(self) -> str:
        """Tell it in a sentence."""
        if self.faulty == 1:
            return f"{self.scored} scored; 1 row does not fit and is left out"
        return f"{self.scored} scored; {self.faulty} rows do not fit and are left out"


@dataclass(frozen=True, slots=True)
class Run:
    """Everything that scoring a file takes, but the file."""

    sheet: Sheet
    writer: Writer
    tell: Tell
    statistics: Statistics | None = None
    adjust: Adjust | None = None


def score_file(run: Run, path: Path) -> Counted:
    """Score each row of a file, and give how many there were.

    Raises: Refused where the file cannot be scored at all; OSError.
    """
    form = find_form(path, [question["id"] for question in run.sheet["questions"]])
    if not form.is_plain:
        run.tell(f"{path} is read as {form}")
    with open_rows(path, form) as rows:
        header = find_header(rows)
        if header is None or header.fault:
            raise Refused(f"{path} has no header: name a column after each question")
        columns = find_columns(run.sheet, header.cells)
        for note in columns.notes:
            run.tell(note)
        run.writer.begin(columns, form)
        return _score_rows(run, columns, rows)


def _score_rows(run: Run, columns: Columns, rows: Iterator[Row]) -> Counted:
    counted = Counted()
    scorer = Scorer(run.sheet, run.writer.show)
    width = len(columns.header)
    empty = 0
    for row in rows:
        if row.is_blank:
            empty += 1
            continue
        # Empty rows at the end are no respondents; those between may be.
        counted.empty, fault = counted.empty + empty, _fault(row, width)
        empty = 0
        if fault is None:
            fault = _score_row(run, scorer, columns, row)
        if fault is None:
            counted.scored += 1
        else:
            counted.faulty += 1
            run.writer.report(row.line, fault)
    return counted


def _fault(row: Row, width: int) -> str | None:
    """Say why the cells of a row do not stand under the header's."""
    cells, lines = len(row.cells), ""
    if row.last > row.line:
        lines = f" (it goes on to line {row.last}: is a quote left open?)"
    if row.fault:
        return row.fault + lines
    if cells < width or any(map(str.strip, row.cells[width:])):
        counted = "1 cell" if cells == 1 else f"{cells} cells"
        return f"{counted} to {width} columns{lines}"
    return None


def _score_row(run: Run, scorer: Scorer, columns: Columns, row: Row) -> str | None:
    """Score and write a row; give a sentence where its answers do not fit."""
    cells = row.cells
    said = scorer.read([cells[at] if at is not None else "" for at in columns.answers])
    faults = [fault for each in said if each.faults for fault in each.faults]
    if faults:
        return "; ".join(faults)
    made = scorer.scores(said)
    scores = [each.score for each in made]
    shown = [each.shown for each in made]
    result: Result | None = None
    if run.adjust is not None:
        adjusted = run.adjust(_answers(run.sheet, said))
        if isinstance(adjusted, str):
            return adjusted
        result = adjusted
        by_id = scores_of(result)
        scores = [by_id[score["id"]] for score in run.sheet["scores"]]
        shown = [run.writer.show(score) for score in scores]
    if run.statistics is not None:
        run.statistics.add(said, made, scores)
    carried = [cells[at] for at in columns.carried]
    run.writer.write(Respondent(row.line, carried, said, shown, result))
    return None


def _answers(sheet: Sheet, said: list[Said]) -> Answers:
    pairs = zip(sheet["questions"], said, strict=True)
    return {q["id"]: each.answer for q, each in pairs if each.answer is not None}
