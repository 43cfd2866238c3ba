"""What a reader makes of scores: what stands out, and how far the next band is."""

from kwispel.core.bands import is_reached, limit_of
from kwispel.core.ratio import Ratio, rounded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypedDict

    from kwispel.core.shapes import Score, ScoreBand

    Told = Literal["exactly", "about", "beyond", "next"]

    class Standing(TypedDict):
        """The factors that stand out: ids, all of those that share a place."""

        highest: list[str]
        lowest: list[str]

    class Ahead(TypedDict):
        """The next band, and how far it is.

        Shape: told is how that can be said. exactly: the gap is what is lacking;
        about: it is that of the score as it is shown; beyond: anything more than the
        gap is enough; next: as far as one can see, anything more at all.
        Units: gap on the scale on which the score is shown.
        """

        band: str
        gap: Ratio
        told: Told


def standing(factors: "dict[str, Score]") -> "Standing | None":
    """Say which factors are highest and lowest, by percent of maximum possible.

    Shape: None where fewer than two have a percent; where all are equal both name
    them all.
    """
    places: list[tuple[str, Ratio]] = [
        (name, score["percent"])
        for name, score in factors.items()
        if score["percent"] is not None
    ]
    if len(places) < 2:  # noqa: PLR2004 - one alone cannot stand out
        return None
    top = bottom = places[0][1]
    for _, percent in places:
        top = max(top, percent)
        bottom = min(bottom, percent)
    return {
        "highest": [name for name, percent in places if percent == top],
        "lowest": [name for name, percent in places if percent == bottom],
    }


def ahead(score: "Score") -> "Ahead | None":
    """Say how far the band after the one that was reached is.

    Shape: None where there is no score or no higher band, and where the answers that
    count cannot come so far.
    Source: docs/reference/scoring.md, "The next band".
    """
    value = score["value"]
    band = _next_band(score)
    limit = limit_of(band) if band else None
    if value is None or band is None or limit is None:
        return None
    if not is_reached(score["max"], band):
        return None
    digits = len((score["text"] or "").partition(".")[2])
    shown = rounded(value, digits)
    if shown != value:
        gap = rounded(limit - shown, digits)
        return {"band": band["id"], "gap": gap, "told": "about" if gap else "next"}
    gap = limit - value
    if not gap:
        return {"band": band["id"], "gap": gap, "told": "next"}
    told: Told = "beyond" if "above" in band else "exactly"
    return {"band": band["id"], "gap": gap, "told": told}


def _next_band(score: "Score") -> "ScoreBand | None":
    """Give the first band after the reached one that a score can bring."""
    is_after = False
    for band in score["bands"]:
        if is_after and limit_of(band) is not None:
            return band
        if band["id"] == score["band"]:
            is_after = True
    return None
