"""Check questions: their ids, options, weights and the factors they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from kwispel.errors import Place, Problem
from kwispel.model.check_kinds import called_none, check_kind
from kwispel.model.check_memberships import check_memberships
from kwispel.model.check_options import Surroundings, check_options
from kwispel.model.check_perspectives import check_voices
from kwispel.model.check_when import Askable, check_when
from kwispel.model.intended import read_intended
from kwispel.model.questions import Question
from kwispel.source import keys
from kwispel.source.names import check_id
from kwispel.source.shapes import Entry, ParsedQuestion

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
    several = tuple(parsed)
    placed: list[Placed] = []
    ids: dict[str, Place] = {}
    for question in several:
        found = _question(question, around, problems)
        question_id, place = found.question.id, _id_place(question)
        if question_id and question_id in ids:
            problems.append(_same_id(place, question_id, ids[question_id]))
        ids.setdefault(question_id, place)
        placed.append(found)
    return _with_conditions(several, placed, around, problems)


def _with_conditions(
    parsed: tuple[ParsedQuestion, ...],
    placed: list[Placed],
    around: Surroundings,
    problems: list[Problem],
) -> tuple[Placed, ...]:
    """Give the questions with what must hold for them to be asked.

    Only now is it known which questions there are.
    """
    names = frozenset(one.question.id for one in placed)
    earlier: dict[str, tuple[str, ...]] = {}
    asked: list[Placed] = []
    for source, one in zip(parsed, placed, strict=True):
        question = one.question
        askable = Askable(question.id, earlier, names, around.is_whole)
        when = check_when(source.settings.entries.get("when"), askable, problems)
        asked.append(replace(one, question=replace(question, when=when)))
        options = question.options if source.is_whole else ()
        earlier.setdefault(question.id, tuple(option.id for option in options))
    return tuple(asked)


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
    kind = check_kind(parsed.settings, problems)
    options = check_options(parsed, around, problems)
    if kind.is_multiple:
        problems.extend(called_none(options, parsed.place))
    question = Question(
        id=_id(parsed, problems),
        text_html=text.html,
        text=text.text,
        lead_html=lead,
        note_html=note,
        options=options,
        background_html=background,
        reverse=_reverse(entries.get("reverse"), problems),
        weight=_weight(entries.get("weight"), problems),
        place=parsed.place,
        is_multiple=kind.is_multiple,
        is_optional=kind.is_optional,
        voices=check_voices(entries.get("voices"), around.perspectives, setter, folder),
    )
    factors = check_memberships(parsed, around.factors, problems)
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
