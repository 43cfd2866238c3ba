"""Check the bands of a score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from pathlib import PurePosixPath

from markupsafe import Markup

from kwispel.errors import Problem
from kwispel.model.shapes import Band, Score
from kwispel.source import keys
from kwispel.source.names import check_id, quoted, slug
from kwispel.source.prose import Typesetter
from kwispel.source.shapes import Entry, ParsedBand

_FROM = "from"
_ABOVE = "above"


def check_bands(
    parsed: Iterable[ParsedBand],
    setter: Typesetter,
    folder: PurePosixPath,
    problems: list[Problem],
) -> tuple[Band, ...]:
    """Give the bands in order, and report limits that do not rise."""
    bands: list[Band] = []
    seen: dict[str, Band] = {}
    highest: tuple[Fraction, bool] | None = None
    for position, source in enumerate(parsed):
        band = _band(source, position, setter, folder, problems)
        if band.id in seen:
            problems.append(_same_id(band, seen[band.id]))
        if band.limit is not None:
            # A score that is a limit reaches "from" and not "above".
            start = (band.limit, band.is_above)
            if highest is not None and start <= highest:
                problems.append(_does_not_rise(source, band))
            highest = start
        seen.setdefault(band.id, band)
        bands.append(band)
    return tuple(bands)


def bands_without_hook(scores: Iterable[Score]) -> Iterator[Problem]:
    """Report bands that only a hook could set, in a quiz that has none."""
    for score in scores:
        for band in score.bands:
            if band.by_hook:
                yield _without_limit(band)


def _band(
    parsed: ParsedBand,
    position: int,
    setter: Typesetter,
    folder: PurePosixPath,
    problems: list[Problem],
) -> Band:
    entries = parsed.settings.entries
    title = setter.inline((parsed.title,), folder)
    # A term's name makes the id, so that it is the same in all variants.
    named = parsed.title.text if "{" in parsed.title.text else title.text
    limit = _limit(entries, position, problems)
    return Band(
        id=_id(entries.get("id"), named, position, parsed, problems),
        title_html=title.html,
        title=title.text,
        text_html=setter.block(parsed.text, folder) or Markup(),
        limit=keys.number(limit, problems) if limit else None,
        place=parsed.place,
        is_above=limit is not None and limit.key == _ABOVE,
        by_hook=position > 0 and not parsed.has_limit,
    )


def _limit(
    entries: Mapping[str, Entry], position: int, problems: list[Problem]
) -> Entry | None:
    """Give the limit of a band, and report two of them, and a gap at the bottom."""
    start, above = entries.get(_FROM), entries.get(_ABOVE)
    if start and above:
        problems.append(_two_limits(max(start, above, key=lambda entry: entry.place)))
        return start
    if above and position == 0:
        problems.append(_first_above(above))
    return start or above


def _id(
    entry: Entry | None,
    title: str,
    position: int,
    parsed: ParsedBand,
    problems: list[Problem],
) -> str:
    """Give a band's id: its own, or that of its title.

    A title in another script than Latin makes no id; then the position does.
    """
    text = keys.text(entry, problems) if entry else None
    band_id = text or slug(title) or f"band-{position + 1}"
    place = entry.value.place if entry else parsed.place
    if text or not entry:
        check_id(band_id, place, problems)
    return band_id


def _same_id(band: Band, earlier: Band) -> Problem:
    return Problem(
        band.place,
        "duplicate-id",
        f'the band on line {earlier.place.line} has the id "{band.id}" too',
        'Write an id of its own behind it, such as "{#strong}".',
    )


def _two_limits(later: Entry) -> Problem:
    return Problem(
        later.place,
        "two-limits",
        'the band has both "from" and "above"',
        'Write "from" where the limit is in the band, "above" where it is not.',
    )


def _first_above(entry: Entry) -> Problem:
    return Problem(
        entry.place,
        "first-band-too-high",
        "the first band leaves out the score that it starts at",
        "Leave the limit of the first band out, or write it with from=.",
    )


def _without_limit(band: Band) -> Problem:
    return Problem(
        band.place,
        "no-limit",
        f'the band "{band.id}" has no limit, so that only a hook could set it, and the'
        " quiz has none",
        'Write its limit, such as "{from=17}", or write the hook in "scoring.py".',
    )


def _does_not_rise(parsed: ParsedBand, band: Band) -> Problem:
    key = _ABOVE if band.is_above else _FROM
    return Problem(
        parsed.settings.entries[key].value.place,
        "limits-do-not-rise",
        f"the band {quoted(band.title)} does not start above the one before it",
        "Put the bands in order, the lowest first, each with a limit of its own.",
    )
