"""Check the rules of a score against the questions that count in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from kwispel.errors import Problem
from kwispel.model.questions import Question, Worth
from kwispel.model.scoring_keys import table_clash
from kwispel.model.shapes import Score
from kwispel.source.names import quoted
from kwispel.source.numbers import number_text
from kwispel.source.shapes import Entry


def member_problems(
    score: Score, entries: Mapping[str, Entry], questions: Iterable[Question]
) -> Iterator[Problem]:
    """Give what the members of a score do not allow its keys to say.

    Shape: entries are the keys, as the author wrote them.
    """
    members = [q for q in questions if q.id in score.members]
    yield from _minimum_too_high(score, entries)
    if score.missing == "mean":
        yield from _mean_of_unequal(score, entries["missing"], members)
    if score.table:
        yield from _table_problems(score, entries, members)


def _minimum_too_high(score: Score, entries: Mapping[str, Entry]) -> Iterator[Problem]:
    count = score.minimum_answered.count
    if count > len(score.members):
        yield Problem(
            entries["minimum_answered"].value.place,
            "minimum-too-high",
            f"the score needs {count} answers, and {len(score.members)} of the"
            " questions count in it",
            'Write a smaller number, or "all".',
        )


def _mean_of_unequal(
    score: Score, entry: Entry, members: list[Question]
) -> Iterator[Problem]:
    ranges: dict[tuple[Fraction, Fraction], Question] = {}
    for question in members:
        ranges.setdefault(_range(score, question), question)
    if len(ranges) > 1:
        first, second, *_ = ranges.items()
        yield Problem(
            entry.place,
            "mean-of-unequal",
            f"{_from_to(first[1], first[0])}, and {_from_to(second[1], second[0])}",
            'Write "missing: rescale", which allows for ranges, or give the questions'
            " one range.",
        )


def _from_to(question: Question, ends: tuple[Fraction, Fraction]) -> str:
    least, most = number_text(ends[0]), number_text(ends[1])
    return f"{quoted(question.id)} brings from {least} to {most}"


def _range(score: Score, question: Question) -> tuple[Fraction, Fraction]:
    """Give the least and the greatest that a question can contribute."""
    worth, weight = question.worth(score.id), score.members[question.id]
    ends = (worth.low * weight, worth.high * weight)
    return min(ends), max(ends)


def _table_problems(
    score: Score, entries: Mapping[str, Entry], members: list[Question]
) -> Iterator[Problem]:
    table = entries["table"]
    between = [q for q in members if _is_off_grid(score, q)]
    least = sum((_range(score, q)[0] for q in members), Fraction(0))
    most = sum((_range(score, q)[1] for q in members), Fraction(0))
    if between:
        yield _off_grid(table, between[0])
    elif len(score.table) != most - least + 1:
        yield _length(table, len(score.table), least, most)
    hidden = [q for q in members if q.when]
    if hidden and score.hidden == "leave":
        written = entries.get("hidden", table)
        reason = (
            f"{quoted(hidden[0].id)} may be hidden, which gives sums another range"
            " than the table has"
        )
        yield table_clash(max(table.place, written.place), reason, "hidden: lowest")


def _is_off_grid(score: Score, question: Question) -> bool:
    """Say whether answers can differ by other than whole numbers."""
    worth, weight = question.worth(score.id), score.members[question.id]
    steps = _steps(question, worth)
    return any((step * weight).denominator != 1 for step in steps)


def _steps(question: Question, worth: Worth) -> list[Fraction]:
    """Give by how much answers differ from the least one, or each tick from none."""
    counted = [points for points in worth.added if points is not None]
    if question.is_multiple:
        return counted
    return [worth.base + points - worth.low for points in counted]


def _off_grid(table: Entry, question: Question) -> Problem:
    return Problem(
        table.place,
        "table-grid",
        f"the points of {quoted(question.id)} lead to sums between two entries of the"
        " table",
        f"Let the points of {quoted(question.id)} differ by whole numbers, weights"
        ' included, or leave "table" out.',
    )


def _length(table: Entry, entries: int, least: Fraction, most: Fraction) -> Problem:
    counted = f"{entries} entry" if entries == 1 else f"{entries} entries"
    return Problem(
        table.place,
        "table-length",
        f"the table has {counted}, and the sums from {number_text(least)} to"
        f" {number_text(most)} need {most - least + 1}",
        "Write an entry for each sum, that of the least sum first.",
    )
