"""Check the options of questions: those of a list, and those of a shared scale."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import PurePosixPath

from markupsafe import Markup

from kwispel.errors import Place, Problem
from kwispel.model.check_scales import Scales, check_list
from kwispel.model.questions import Option
from kwispel.source import keys
from kwispel.source.names import check_id, letter, listed, nearest, quoted
from kwispel.source.numbers import exact_number
from kwispel.source.options import is_advice
from kwispel.source.prose import Typesetter
from kwispel.source.shapes import Entry, Marker, ParsedOption, ParsedQuestion


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What questions refer to, and how their prose is set.

    Shape: is_whole where every file of the quiz could be read.
    """

    scales: Scales
    factors: tuple[str, ...]
    perspectives: tuple[str, ...]
    setter: Typesetter
    folder: PurePosixPath
    is_whole: bool


def check_options(
    parsed: ParsedQuestion, around: Surroundings, problems: list[Problem]
) -> tuple[Option, ...]:
    """Give the options of a question: those of its list, or of its scale."""
    entry = parsed.settings.entries.get("scale")
    if entry:
        return _scale_options(parsed, entry, around, problems)
    if not parsed.options:
        if parsed.is_whole:
            problems.append(_no_options(parsed.place))
        return ()
    if is_advice(parsed.options[0]):
        problems.append(_advice_alone(parsed.options[0].marker.place))
        return ()
    options = tuple(
        _option(option, position, around, problems)
        for position, option in enumerate(parsed.options)
    )
    if parsed.is_whole:
        check_list(options, options[0].place, problems)
    return options


def _no_options(place: Place) -> Problem:
    return Problem(
        place,
        "no-options",
        "the question has no options",
        'Write a list such as "- (1) Yes" under it, or name a "scale".',
    )


def _advice_alone(place: Place) -> Problem:
    return Problem(
        place,
        "advice-without-scale",
        "this is advice for options of a scale, and the question names none",
        'Write "scale:" in the front matter, or points instead of ids.',
    )


def _option(
    parsed: ParsedOption,
    position: int,
    around: Surroundings,
    problems: list[Problem],
) -> Option:
    if parsed.marker.kind == "empty":
        problems.append(_empty_marker(parsed.marker.place))
    entry = parsed.settings.entries.get("id")
    option_id = (keys.text(entry, problems) or "") if entry else letter(position)
    if entry and option_id:
        check_id(option_id, entry.value.place, problems)
    label = around.setter.inline(parsed.label, around.folder)
    return Option(
        id=option_id,
        points=_points(parsed.marker),
        label_html=label.html,
        advice_html=around.setter.block(parsed.advice, around.folder),
        place=parsed.marker.place,
        shares={share.factor: share.points for share in parsed.marker.shares},
    )


def _empty_marker(place: Place) -> Problem:
    # A translation's markers may be empty: they have been filled from the original.
    return Problem(
        place,
        "bad-marker",
        "the marker is empty",
        "Write the option's points between the parentheses, or na.",
    )


def _points(marker: Marker) -> Fraction | None:
    if marker.shares:
        return sum((share.points for share in marker.shares), Fraction(0))
    return exact_number(marker.text)


def _scale_options(
    parsed: ParsedQuestion,
    entry: Entry,
    around: Surroundings,
    problems: list[Problem],
) -> tuple[Option, ...]:
    name = keys.text(entry, problems)
    if name is None:
        return ()
    if name not in around.scales:
        problems.append(_unknown_scale(entry, name, around.scales))
        return ()
    if parsed.options and not is_advice(parsed.options[0]):
        problems.append(_scale_and_list(parsed.options[0].marker.place, name))
        return ()
    advice = _advice_by_option(parsed, around, around.scales[name], problems)
    return tuple(
        replace(option, advice_html=advice.get(option.id))
        for option in around.scales[name]
    )


def _unknown_scale(entry: Entry, name: str, scales: Scales) -> Problem:
    meant = nearest(name, scales)
    declare = f"declare {quoted(name)} under scales in quiz.md"
    return Problem(
        entry.value.place,
        "unknown-scale",
        f"{quoted(name)} is not declared in quiz.md",
        f'Write "{meant}", or {declare}.' if meant else f"Rename it, or {declare}.",
    )


def _scale_and_list(place: Place, name: str) -> Problem:
    return Problem(
        place,
        "scale-and-list",
        f'the question has options here, and takes those of scale "{name}" as well',
        'Leave out the list, or leave out "scale"; advice goes behind (#id).',
    )


def _advice_by_option(
    parsed: ParsedQuestion,
    around: Surroundings,
    options: tuple[Option, ...],
    problems: list[Problem],
) -> dict[str, Markup | None]:
    known = [option.id for option in options]
    advice: dict[str, Markup | None] = {}
    for item in parsed.options:
        option_id = item.marker.text.removeprefix("#").strip()
        html = around.setter.block(item.advice, around.folder)
        if option_id not in known and known:
            problems.append(_unknown_option(item.marker.place, option_id, known))
        elif option_id in advice:
            problems.append(_two_advices(item.marker.place, option_id))
        advice[option_id] = html
    return advice


def _unknown_option(place: Place, option_id: str, known: list[str]) -> Problem:
    return Problem(
        place,
        "unknown-option",
        f"the scale has no option {quoted(option_id)}",
        f"Write one of: {listed(known)}.",
    )


def _two_advices(place: Place, option_id: str) -> Problem:
    return Problem(
        place,
        "duplicate-id",
        f'option "{option_id}" has advice already',
        "Put the two together.",
    )
