"""Check worked examples: that what they name exists. The engine does the sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from kwispel.errors import Place, Problem
from kwispel.model.check_questions import unknown_factor
from kwispel.model.check_scores import no_total
from kwispel.model.shapes import TOTAL, Example, ExpectedScore, Score
from kwispel.source import keys
from kwispel.source.names import listed, nearest, quoted
from kwispel.source.schema import EXAMPLE, EXPECTED
from kwispel.source.shapes import Entry, Node, Table


def check_examples(
    entry: Entry | None, scores: Mapping[str, Score], problems: list[Problem]
) -> tuple[Example, ...]:
    """Give the worked examples of quiz.md; scores are those that the quiz has."""
    if entry is None:
        return ()
    read = [_example(node, scores, problems) for node in keys.items(entry, problems)]
    return tuple(example for example in read if example)


def _example(
    node: Node, scores: Mapping[str, Score], problems: list[Problem]
) -> Example | None:
    if not isinstance(node, Table):
        problems.append(_no_example(node.place))
        return None
    entries = keys.check_keys(node, EXAMPLE, problems).entries
    answers = entries.get("answers")
    if answers is None:
        hint = 'Write "answers: a b c", an option for each question.'
        problems.append(keys.missing_key(node.place, "answers", "the example", hint))
    text = keys.text(answers, problems) if answers else None
    expected = dict(_expected(entries, scores, problems))
    return None if text is None else Example(text, expected, node.place)


def _no_example(place: Place) -> Problem:
    return Problem(
        place,
        "wrong-type",
        "this is no worked example",
        'Write a map such as "{answers: a b c, total: 6}".',
    )


def _expected(
    entries: Mapping[str, Entry],
    scores: Mapping[str, Score],
    problems: list[Problem],
) -> Iterator[tuple[str, ExpectedScore]]:
    value, band = entries.get("total"), entries.get("band")
    first = value or band
    if first and TOTAL in scores:
        total = _said(value, band, scores[TOTAL], problems)
        yield TOTAL, ExpectedScore(*total, first.value.place)
    elif first:
        problems.append(no_total(first.place, "example"))
    table = keys.table(entries["factors"], problems) if "factors" in entries else None
    for entry in table.entries.values() if table else ():
        if entry.key in scores and entry.key != TOTAL:
            said = _factor(entry, scores[entry.key], problems)
            yield entry.key, ExpectedScore(*said, entry.value.place)
        else:
            factors = [name for name in scores if name != TOTAL]
            problems.append(unknown_factor(entry.place, entry.key, factors))


def _factor(
    entry: Entry, score: Score, problems: list[Problem]
) -> tuple[Fraction | None, str | None]:
    if not isinstance(entry.value, Table):
        return _said(entry, None, score, problems)
    entries = keys.check_keys(entry.value, EXPECTED, problems).entries
    return _said(entries.get("value"), entries.get("band"), score, problems)


def _said(
    value: Entry | None, band: Entry | None, score: Score, problems: list[Problem]
) -> tuple[Fraction | None, str | None]:
    number = keys.number(value, problems) if value else None
    name = keys.text(band, problems) if band else None
    known = [one.id for one in score.bands]
    if band and name is not None and name not in known:
        problems.append(_unknown_band(band, name, known, score.id))
    return number, name


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
