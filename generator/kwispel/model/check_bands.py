"""Check the bands of a score."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from pathlib import PurePosixPath

from markupsafe import Markup

from kwispel.errors import Problem
from kwispel.model.shapes import Band
from kwispel.source import keys
from kwispel.source.names import check_id, quoted, slug
from kwispel.source.prose import Typesetter
from kwispel.source.shapes import Entry, ParsedBand

_FROM = "from"


def check_bands(
    parsed: Iterable[ParsedBand],
    setter: Typesetter,
    folder: PurePosixPath,
    problems: list[Problem],
) -> tuple[Band, ...]:
    """Give the bands in order, and report limits that do not rise."""
    bands: list[Band] = []
    seen: dict[str, Band] = {}
    highest: Fraction | None = None
    for position, source in enumerate(parsed):
        band = _band(source, position, setter, folder, problems)
        if band.id in seen:
            problems.append(_same_id(band, seen[band.id]))
        if bands and not source.has_limit:
            problems.append(_without_limit(band))
        if band.limit is not None:
            if highest is not None and band.limit <= highest:
                problems.append(_does_not_rise(source, band))
            highest = band.limit
        seen.setdefault(band.id, band)
        bands.append(band)
    return tuple(bands)


def _band(
    parsed: ParsedBand,
    position: int,
    setter: Typesetter,
    folder: PurePosixPath,
    problems: list[Problem],
) -> Band:
    entries = parsed.settings.entries
    title = setter.inline((parsed.title,), folder)
    limit = entries.get(_FROM)
    return Band(
        id=_id(entries.get("id"), title.text, position, parsed, problems),
        title_html=title.html,
        title=title.text,
        text_html=setter.block(parsed.text, folder) or Markup(),
        limit=keys.number(limit, problems) if limit else None,
        place=parsed.place,
    )


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


def _without_limit(band: Band) -> Problem:
    feature = "a later band without a limit"
    return keys.not_yet(band.place, feature, 'Write its limit, such as "{from=17}".')


def _does_not_rise(parsed: ParsedBand, band: Band) -> Problem:
    return Problem(
        parsed.settings.entries[_FROM].value.place,
        "limits-do-not-rise",
        f"the band {quoted(band.title)} does not start above the one before it",
        "Put the bands in order, the lowest first, each with a limit of its own.",
    )
