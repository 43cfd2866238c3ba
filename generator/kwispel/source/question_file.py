"""Read a question file: one question, or several under headings."""

from __future__ import annotations

from kwispel.errors import Place, Problem
from kwispel.source.attributes import split_attributes
from kwispel.source.front_matter import split_front_matter
from kwispel.source.keys import check_keys
from kwispel.source.names import id_of_file
from kwispel.source.options import Choices, find_choices
from kwispel.source.outline import (
    Rows,
    Section,
    begins_with_text,
    first_paragraph,
    lines_of,
    mark_code,
    missed_headings,
    split_sections,
    underlined,
)
from kwispel.source.schema import QUESTION
from kwispel.source.shapes import ParsedQuestion, Passage, SourceFile, Table


def read_question_file(
    file: SourceFile, problems: list[Problem]
) -> tuple[ParsedQuestion, ...] | None:
    """Give the questions of a file; None where it cannot be read."""
    document = split_front_matter(file, problems)
    if document is None:
        return None
    defaults = check_keys(document.settings, QUESTION, problems)
    rows = mark_code(document.body, problems)
    if rows is None:
        return None
    problems.extend(underlined(rows))
    problems.extend(missed_headings(rows))
    before, sections = split_sections(rows)
    stem = id_of_file(file.name)
    if not sections:
        question = _single(rows, defaults, stem, file.place, problems)
        return None if question is None else (question,)
    if len(sections) > 1 and "id" in defaults.entries:
        problems.append(_shared_id(defaults.entries["id"].place))
    if len(sections) > 1 and "voices" in defaults.entries:
        problems.append(_shared_voices(defaults.entries["voices"].place))
    lead = lines_of(before)
    names = _names(stem, len(sections))
    return tuple(
        _headed(section, defaults, name, () if n else lead, problems)
        for n, (section, name) in enumerate(zip(sections, names, strict=True))
    )


def _names(stem: str | None, count: int) -> list[str | None]:
    """Give the ids that questions have by the name of their file."""
    if stem is None or count == 1:
        return [stem] * count
    return [f"{stem}-{n}" for n in range(1, count + 1)]


def _shared_id(place: Place) -> Problem:
    return Problem(
        place,
        "misplaced-key",
        '"id" stands in the front matter of a file of several questions',
        "Write {#id} behind each heading instead.",
    )


def _shared_voices(place: Place) -> Problem:
    return Problem(
        place,
        "misplaced-key",
        '"voices" stands in the front matter of a file of several questions',
        "Give this question a file of its own.",
    )


def _when_in_heading(place: Place) -> Problem:
    return Problem(
        place,
        "misplaced-key",
        '"when" stands in an attribute list',
        "Write it in the front matter; it holds for all questions of the file.",
    )


def _single(
    rows: Rows,
    settings: Table,
    name: str | None,
    start: Place,
    problems: list[Problem],
) -> ParsedQuestion | None:
    choices = find_choices(rows, settings, problems)
    stem = lines_of(rows[: choices.start])
    if not stem:
        problems.append(_no_text(start))
        return None
    if not begins_with_text(stem[0]):
        problems.append(_odd_text(stem[0].place))
    text, note = first_paragraph(stem)
    return _question(settings, name, ((), text, note), choices, stem[0].place)


def _headed(
    section: Section,
    defaults: Table,
    name: str | None,
    lead: Passage,
    problems: list[Problem],
) -> ParsedQuestion:
    heading = split_attributes(section.title, QUESTION, problems)
    own = dict(check_keys(heading.settings, QUESTION, problems).entries)
    when = own.pop("when", None)
    if when:
        problems.append(_when_in_heading(when.place))
    place = section.heading.place
    settings = Table({**defaults.entries, **own}, place)
    choices = find_choices(section.body, settings, problems)
    if heading.line.is_blank:
        problems.append(_no_text(place))
    parts = (lead, (heading.line,), lines_of(section.body[: choices.start]))
    return _question(settings, name, parts, choices, place)


def _question(
    settings: Table,
    name: str | None,
    parts: tuple[Passage, Passage, Passage],
    choices: Choices,
    place: Place,
) -> ParsedQuestion:
    lead, text, note = parts
    return ParsedQuestion(
        settings=settings,
        default_id=name,
        lead=lead,
        text=text,
        note=note,
        options=choices.options,
        background=choices.background,
        is_whole=choices.is_whole,
        place=place,
    )


def _no_text(place: Place) -> Problem:
    return Problem(
        place,
        "no-text",
        "the question has no text",
        "Write what is asked before the options.",
    )


def _odd_text(place: Place) -> Problem:
    return Problem(
        place,
        "no-text",
        "the question does not begin with a paragraph",
        "Begin with what is asked, as a paragraph; the rest may stand under it.",
    )
