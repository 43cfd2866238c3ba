"""Check worked examples: that what they name exists. The engine does the sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kwispel.core.score import TOTAL
from kwispel.errors import Place, Problem
from kwispel.model.check_memberships import unknown_factor
from kwispel.model.check_scores import no_total
from kwispel.model.scoring_keys import word
from kwispel.model.shapes import (
    NO_SCORE,
    Example,
    ExpectedScore,
    ExpectedValue,
    Score,
)
from kwispel.source import keys
from kwispel.source.names import listed, nearest, quoted
from kwispel.source.schema import EXAMPLE, EXPECTED
from kwispel.source.shapes import Entry, Node, Table


@dataclass(frozen=True, slots=True)
class Known:
    """The scores that a quiz has, and whether all of its files could be read."""

    scores: Mapping[str, Score]
    is_whole: bool


def check_examples(
    entry: Entry | None, known: Known, problems: list[Problem]
) -> tuple[Example, ...]:
    """Give the worked examples of quiz.md."""
    if entry is None:
        return ()
    read = [_example(node, known, problems) for node in keys.items(entry, problems)]
    return tuple(example for example in read if example)


def _example(node: Node, known: Known, problems: list[Problem]) -> Example | None:
    if not isinstance(node, Table):
        problems.append(_no_example(node.place))
        return None
    entries = keys.check_keys(node, EXAMPLE, problems).entries
    answers = entries.get("answers")
    if answers is None:
        hint = 'Write "answers: a b c", an option for each question.'
        problems.append(keys.missing_key(node.place, "answers", "the example", hint))
    text = keys.text(answers, problems) if answers else None
    expected = dict(_expected(entries, known, problems))
    return None if text is None else Example(text, expected, node.place)


def _no_example(place: Place) -> Problem:
    return Problem(
        place,
        "wrong-type",
        "this is no worked example",
        'Write a map such as "{answers: a b c, total: 6}".',
    )


def _expected(
    entries: Mapping[str, Entry], known: Known, problems: list[Problem]
) -> Iterator[tuple[str, ExpectedScore]]:
    scores = known.scores
    value, band = entries.get("total"), entries.get("band")
    first = value or band
    if first and TOTAL in scores:
        total = _said(value, band, TOTAL, known, problems)
        yield TOTAL, ExpectedScore(*total, first.value.place)
    elif first:
        problems.append(no_total(first.place, "example"))
    table = keys.table(entries["factors"], problems) if "factors" in entries else None
    for entry in table.entries.values() if table else ():
        if entry.key in scores and entry.key != TOTAL:
            said = _factor(entry, known, problems)
            yield entry.key, ExpectedScore(*said, entry.value.place)
        else:
            factors = [name for name in scores if name != TOTAL]
            problems.append(unknown_factor(entry.place, entry.key, factors))


def _factor(
    entry: Entry, known: Known, problems: list[Problem]
) -> tuple[ExpectedValue | None, str | None]:
    if not isinstance(entry.value, Table):
        return _said(entry, None, entry.key, known, problems)
    entries = keys.check_keys(entry.value, EXPECTED, problems).entries
    value, band = entries.get("value"), entries.get("band")
    return _said(value, band, entry.key, known, problems)


def _said(
    value: Entry | None,
    band: Entry | None,
    score_id: str,
    known: Known,
    problems: list[Problem],
) -> tuple[ExpectedValue | None, str | None]:
    number = _value(value, problems) if value else None
    name = keys.text(band, problems) if band else None
    bands = [one.id for one in known.scores[score_id].bands]
    # Where there are no bands at all, their file may be one that could not be read.
    is_told = bool(bands) or known.is_whole
    if band and name is not None and name not in bands and is_told:
        problems.append(_unknown_band(band, name, bands, score_id))
    return number, name


def _value(entry: Entry, problems: list[Problem]) -> ExpectedValue | None:
    """Give a number, or that there is no score."""
    return NO_SCORE if word(entry) == NO_SCORE else keys.number(entry, problems)


def _unknown_band(entry: Entry, name: str, known: list[str], score_id: str) -> Problem:
    meant = nearest(name, known)
    file = f"advice/{score_id}.md"
    if meant:
        hint = f'Write "{meant}".'
    elif known:
        hint = f"Write one of: {listed(known)}."
    else:
        hint = f"Write the bands in {file}, or leave this out."
    return Problem(
        entry.value.place,
        "unknown-band",
        f"{quoted(name)} is no band of {file}",
        hint,
    )
