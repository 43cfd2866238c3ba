"""Bands: where each begins for a set of answers, and which one a score is in.

Source: docs/reference/scoring.md, "Bands".
"""

from kwispel.core.flags import missing_of
from kwispel.core.ratio import Ratio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.core.shapes import ScoreBand, SheetScore

    Range = tuple[Ratio, Ratio]


def bands_of(sheet: "SheetScore", whole: "Range", own: "Range") -> "list[ScoreBand]":
    """Give the bands with their limits.

    Shape: whole is the range of all that was asked, own that of the score: they
    differ where n.a. shrinks it, and `missing: shrink` moves the limits along. Both
    after `round`.
    """
    shrinks = missing_of(sheet) == "shrink" and own != whole
    bands: list[ScoreBand] = []
    for band in sheet["bands"]:
        limit = band["above"] if "above" in band else band.get("from")
        at = own[0] if limit is None else Ratio(limit[0], limit[1])
        if shrinks and limit is not None:
            at = _moved(at, whole, own)
        if "above" in band:
            bands.append({"id": band["id"], "above": at})
        elif "from" in band:
            bands.append({"id": band["id"], "from": at})
        else:
            bands.append({"id": band["id"]})
    _start_at_minimum(bands, own[0])
    return bands


def band_of(value: "Ratio", bands: "list[ScoreBand]") -> str | None:
    """Give the id of the last band whose limit is reached or passed, or None."""
    found = [band["id"] for band in bands if is_reached(value, band)]
    return found[-1] if found else None


def is_reached(value: "Ratio", band: "ScoreBand") -> bool:
    """Say whether a score lies on the upper side of a band's limit."""
    limit = limit_of(band)
    if limit is None:
        return False
    return value > limit if "above" in band else value >= limit


def limit_of(band: "ScoreBand") -> "Ratio | None":
    """Give where a band begins; None where only a hook sets it."""
    if "from" in band:
        return band["from"]
    return band.get("above")


def _moved(limit: "Ratio", whole: "Range", own: "Range") -> "Ratio":
    span = whole[1] - whole[0]
    if span == 0:
        return limit
    return own[0] + (limit - whole[0]) * (own[1] - own[0]) / span


def start_at(
    sheet: "SheetScore", bands: "list[ScoreBand]", least: "Ratio"
) -> "list[ScoreBand]":
    """Give the bands as they are where the minimum is another."""
    moved: list[ScoreBand] = []
    for compiled, band in zip(sheet["bands"], bands, strict=True):
        if "from" in compiled and compiled["from"] is None:
            moved.append({"id": band["id"], "from": least})
        else:
            moved.append(band)
    first: list[ScoreBand] = [{**band} for band in moved[:1]]
    _start_at_minimum(first, least)
    return first + moved[1:]


def _start_at_minimum(bands: "list[ScoreBand]", least: "Ratio") -> None:
    """Let the first band reach down to the minimum.

    That of a mean of some members can lie below a limit that its author wrote.
    """
    for first in bands[:1]:
        limit = limit_of(first)
        if limit is not None and least <= limit:
            bands[0] = {"id": first["id"], "from": least}
