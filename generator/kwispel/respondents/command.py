"""What `kwispel score --csv` does: where everything goes."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO

from kwispel.hook.scorer import HookFailed, Score, scorer
from kwispel.replaced_file import replaced_file
from kwispel.respondents.refused import Refused
from kwispel.respondents.run import Adjust, Run, Tell, score_file
from kwispel.respondents.statistics import (
    Statistics,
    statistics_json,
    statistics_text,
)
from kwispel.respondents.written import LinesWriter, TableWriter, Writer

if TYPE_CHECKING:
    from kwispel.core.shapes import Result, Sheet
    from kwispel.model.answers import Answers
    from kwispel.model.shapes import Quiz

__all__ = ["Order", "Refused", "score_table"]


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for: which file, by which quiz, and what to make of it.

    Shape: without output the scores go to stdout.
    """

    quiz: Quiz
    sheet: Sheet
    table: Path
    output: Path | None
    as_json: bool
    stats: bool


def score_table(order: Order, stdout: BinaryIO, tell: Tell) -> bool:
    """Score a file of respondents, and say whether every row of it fitted.

    Shape: statistics go to stdout, and are told where the scores go there.
    Raises: Refused, with a sentence a line.
    """
    try:
        with _as_utf8(stdout) as out:
            return _score_table(order, out, tell)
    except BrokenPipeError:
        raise  # whoever reads stdout has seen enough
    except OSError as error:
        is_of_table = error.filename == str(order.table)
        where = order.table if is_of_table else order.output or "standard output"
        raise Refused(f"{where}: {error.strerror}") from error


def _score_table(order: Order, stdout: IO[str], tell: Tell) -> bool:
    output = order.output
    if output and output.exists() and order.table.samefile(output):
        raise Refused(f"{output} has the answers; write the scores to another file")
    statistics = Statistics(order.sheet) if order.stats else None
    with _opened(output, stdout) as out, scorer(order.quiz, order.sheet) as score:
        adjust = _through_hook(score) if order.quiz.hook else None
        writer = _writer(order, out, tell)
        run = Run(order.sheet, writer, tell, statistics, adjust)
        counted = score_file(run, order.table)
    if counted.empty:
        tell(f"empty rows between the others, left out: {counted.empty}")
    if counted.faulty:
        tell(str(counted))
    if statistics is not None:
        lines = statistics.lines()
        text = statistics_json(lines) if order.as_json else statistics_text(lines)
        if output:
            stdout.write(f"{text}\n")
        else:
            tell(text)
    return not counted.faulty


def _through_hook(score: Score) -> Adjust:
    """Give what takes answers the whole way; a failing hook fails one respondent."""

    def adjusted(answers: Answers) -> Result | str:
        try:
            result = score(answers)["result"]
        except HookFailed as failed:
            return " ".join(str(failed).split())
        if result is None:
            raise AssertionError("answers that fit leave no question open")
        return result

    return adjusted


def _writer(order: Order, out: IO[str], tell: Tell) -> Writer:
    if order.as_json:
        return LinesWriter(order.sheet, out)
    return TableWriter(order.sheet, out, tell)


@contextmanager
def _as_utf8(stdout: BinaryIO) -> Generator[IO[str]]:
    """Write UTF-8, also where the system would write in a code page of its own."""
    text = TextIOWrapper(stdout, "utf-8", newline="")
    try:
        yield text
    finally:
        text.detach()


@contextmanager
def _opened(output: Path | None, stdout: IO[str]) -> Generator[IO[str]]:
    if output is None:
        yield stdout
        stdout.flush()
    else:
        with replaced_file(output) as out:
            yield out
