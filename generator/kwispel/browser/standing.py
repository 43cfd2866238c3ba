"""What a reader makes of scores: what stands out, and how far the next band is."""

from kwispel.core.bands import is_reached, limit_of
from kwispel.core.better import better_of, is_by_better, is_judged
from kwispel.core.flags import is_set
from kwispel.core.ratio import Ratio, rounded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal, TypedDict

    from kwispel.core.shapes import Score, ScoreBand, Sheet, SheetScore

    Told = Literal["exactly", "about", "beyond", "next"]

    class Standing(TypedDict):
        """The factors that stand out: ids, all of those that share a place."""

        highest: list[str]
        lowest: list[str]

    class Ahead(TypedDict):
        """The next band on the way to the better end, and how far it is.

        Shape: told is how that can be said. exactly: the gap is what is lacking;
        about: it is that of the score as it is shown; beyond: anything more than the
        gap is enough; next: as far as one can see, anything more at all.
        Units: gap on the scale on which the score is shown, never below 0.
        """

        band: str
        gap: Ratio
        told: Told


def standing(sheet: "Sheet", factors: "dict[str, Score]") -> "Standing | None":
    """Say which factors are highest and lowest, by percent of maximum possible.

    Shape: None where fewer than two have a percent; where all are equal both name
    them all. Where `is_by_better`, the highest are those nearest to their better end.
    """
    compiled = [score for score in sheet["scores"] if score["id"] in factors]
    turns = is_by_better([better_of(score) for score in compiled])
    places: list[tuple[str, Ratio]] = []
    for score in compiled:
        percent = factors[score["id"]]["percent"]
        if percent is not None:
            is_turned = turns and better_of(score) == "low"
            places.append((score["id"], 100 - percent if is_turned else percent))
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


def ahead(compiled: "SheetScore", score: "Score") -> "Ahead | None":
    """Say how far the next band on the way to the better end is.

    Shape: None where there is no score, no such band or no better end, and where the
    answers that count cannot come so far.
    Source: docs/reference/scoring.md, "The next band".
    """
    bands = [band for band in score["bands"] if limit_of(band) is not None]
    ids = [band["id"] for band in bands]
    if score["band"] not in ids or not is_judged(compiled):
        return None
    is_up = better_of(compiled) == "high"
    # The limit that lies between is that of the upper one of the two.
    upper = ids.index(score["band"]) + (1 if is_up else 0)
    if upper in (0, len(ids)):
        return None
    border = bands[upper]
    # The end of the scale may lie on this side of the limit: nobody gets past it.
    if is_reached(score["max" if is_up else "min"], border) != is_up:
        return None
    gap, told = _way(compiled, score, border, is_open=("above" in border) == is_up)
    return {"band": ids[upper if is_up else upper - 1], "gap": gap, "told": told}


def _way(
    compiled: "SheetScore", score: "Score", border: "ScoreBand", *, is_open: bool
) -> "tuple[Ratio, Told]":
    """Give how far it is to a limit, or past it where that is open."""
    value = score["value"] or Ratio(0)
    digits = len((score["text"] or "").partition(".")[2])
    shown = rounded(value, digits)
    gap = abs((limit_of(border) or Ratio(0)) - shown)
    if shown != value:
        gap = rounded(gap, digits)
        return gap, "about" if gap else "next"
    if not is_open:
        return gap, "exactly"
    step = _step(compiled, score)
    if step:
        return gap - gap % step + step, "exactly"
    return gap, "beyond" if gap else "next"


def _step(compiled: "SheetScore", score: "Score") -> "Ratio | None":
    """Give what scores like this one differ by: so often, and nothing in between.

    Shape: None where there is no such number: sums alone have one, where nothing
    carries them over, looks them up or rounds them.
    """
    is_sum = compiled["method"] == "sum" and "table" not in compiled
    if not is_sum or score["rescaled"] or is_set(compiled, "round"):
        return None
    n, d = compiled["multiply"]
    return Ratio(abs(n), d * compiled["unit"])
