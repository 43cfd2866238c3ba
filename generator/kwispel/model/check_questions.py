"""Check questions: their ids, options, weights and the factors they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from kwispel.errors import Place, Problem
from kwispel.model.check_options import Surroundings, check_options
from kwispel.model.intended import read_intended
from kwispel.model.questions import Question
from kwispel.source import keys
from kwispel.source.names import check_id, nearest, quoted
from kwispel.source.shapes import Entry, ParsedQuestion, Scalar, Table

_ONE = Fraction(1)


@dataclass(frozen=True, slots=True)
class Placed:
    """A question, the factors that it belongs to with weights, and what is meant so."""

    question: Question
    factors: Mapping[str, Fraction]
    intended: frozenset[str]


def check_questions(
    parsed: Iterable[ParsedQuestion],
    around: Surroundings,
    problems: list[Problem],
) -> tuple[Placed, ...]:
    """Give the questions that hold together, and report what does not."""
    placed: list[Placed] = []
    ids: dict[str, Place] = {}
    for question in parsed:
        found = _question(question, around, problems)
        question_id, place = found.question.id, _id_place(question)
        if question_id and question_id in ids:
            problems.append(_same_id(place, question_id, ids[question_id]))
        ids.setdefault(question_id, place)
        placed.append(found)
    return tuple(placed)


def _same_id(place: Place, question_id: str, earlier: Place) -> Problem:
    return Problem(
        place,
        "duplicate-id",
        f'the question at {earlier.file}:{earlier.line} has the id "{question_id}" too',
        "Give one of the two another id.",
    )


def _id_place(question: ParsedQuestion) -> Place:
    entry = question.settings.entries.get("id")
    return entry.value.place if entry else question.place


def _question(
    parsed: ParsedQuestion, around: Surroundings, problems: list[Problem]
) -> Placed:
    entries = parsed.settings.entries
    setter, folder = around.setter, around.folder
    text = setter.inline(parsed.text, folder)
    lead, note, background = (
        setter.block(passage, folder)
        for passage in (parsed.lead, parsed.note, parsed.background)
    )
    question = Question(
        id=_id(parsed, problems),
        text_html=text.html,
        text=text.text,
        lead_html=lead,
        note_html=note,
        options=check_options(parsed, around, problems),
        background_html=background,
        reverse=_reverse(entries.get("reverse"), problems),
        weight=_weight(entries.get("weight"), problems),
        place=parsed.place,
    )
    factors = _factors(entries.get("factor"), around.factors, problems)
    return Placed(question, factors, read_intended(entries.get("intended"), problems))


def _id(parsed: ParsedQuestion, problems: list[Problem]) -> str:
    entry = parsed.settings.entries.get("id")
    if entry:
        text = keys.text(entry, problems) or ""
        if text:
            check_id(text, entry.value.place, problems)
        return text
    if parsed.default_id is None:
        problems.append(_only_number(parsed.place))
        return ""
    check_id(parsed.default_id, parsed.place, problems)
    return parsed.default_id


def _only_number(place: Place) -> Problem:
    return Problem(
        place,
        "only-number",
        "the file's name is only a number, so the question has no id",
        'Rename the file, such as "01-complaint.md", or write "id: complaint" in it.',
    )


def _reverse(entry: Entry | None, problems: list[Problem]) -> bool:
    return bool(entry and keys.truth(entry, problems))


def _weight(entry: Entry | None, problems: list[Problem]) -> Fraction:
    weight = keys.number(entry, problems) if entry else None
    return _ONE if weight is None else weight


def _factors(
    entry: Entry | None, known: tuple[str, ...], problems: list[Problem]
) -> dict[str, Fraction]:
    """Give the weights by factor, without those that are 0."""
    weights: dict[str, Fraction] = {}
    if entry is None:
        return weights
    for name, weight, place in _named_factors(entry, problems):
        if name not in known:
            problems.append(unknown_factor(place, name, known))
        elif weight:
            weights[name] = weight
    return weights


def _named_factors(
    entry: Entry, problems: list[Problem]
) -> Iterable[tuple[str, Fraction, Place]]:
    value = entry.value
    if isinstance(value, Table):
        for inside in value.entries.values():
            weight = keys.number(inside, problems)
            yield inside.key, _ONE if weight is None else weight, inside.place
    elif isinstance(value, Scalar) and not value.is_empty:
        yield value.text.strip(), _ONE, value.place
    else:
        hint = 'Write one id, or a map such as "{listening: 1, owning: 0.5}".'
        problems.append(keys.wrong_type(entry, "an id or a map", hint))


def unknown_factor(place: Place, name: str, known: Iterable[str]) -> Problem:
    """Report a factor that quiz.md does not declare."""
    meant = nearest(name, known)
    declare = f"declare {quoted(name)} under factors in quiz.md"
    return Problem(
        place,
        "unknown-factor",
        f"{quoted(name)} is not declared in quiz.md",
        f'Write "{meant}", or {declare}.' if meant else f"Rename it, or {declare}.",
    )
