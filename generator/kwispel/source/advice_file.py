"""Read an advice file: an explanation, and bands under headings."""

from __future__ import annotations

from kwispel.errors import Place, Problem
from kwispel.source.attributes import split_attributes
from kwispel.source.front_matter import split_front_matter
from kwispel.source.keys import check_keys
from kwispel.source.outline import (
    Section,
    lines_of,
    mark_code,
    missed_headings,
    split_sections,
    underlined,
)
from kwispel.source.schema import ADVICE, BAND
from kwispel.source.shapes import ParsedAdvice, ParsedBand, SourceFile


def read_advice_file(file: SourceFile, problems: list[Problem]) -> ParsedAdvice | None:
    """Give what a file says of a score; None where it cannot be read."""
    document = split_front_matter(file, problems)
    if document is None:
        return None
    check_keys(document.settings, ADVICE, problems)
    rows = mark_code(document.body, problems)
    if rows is None:
        return None
    problems.extend(underlined(rows))
    problems.extend(missed_headings(rows))
    before, sections = split_sections(rows)
    return ParsedAdvice(
        score=file.name.stem,
        explanation=lines_of(before),
        bands=tuple(_band(section, problems) for section in sections),
        place=file.place,
    )


def _band(section: Section, problems: list[Problem]) -> ParsedBand:
    place = section.heading.place
    heading = split_attributes(section.title, BAND, problems)
    if heading.line.is_blank:
        problems.append(_no_title(place))
    return ParsedBand(
        title=heading.line,
        settings=check_keys(heading.settings, BAND, problems),
        has_limit=bool(set(heading.settings.entries) - {"id"}),
        text=lines_of(section.body),
        place=place,
    )


def _no_title(place: Place) -> Problem:
    return Problem(place, "no-text", "the band has no name", 'Write it behind the "#".')
