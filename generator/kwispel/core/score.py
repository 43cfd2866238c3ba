"""One score: the total's, or a factor's.

Source: docs/reference/scoring.md, which says for each method what it computes.
"""

from kwispel.core.bands import band_of, bands_of
from kwispel.core.flags import is_set, missing_of
from kwispel.core.ratio import Ratio, rounded
from kwispel.core.show import score_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.core.shapes import (
        Result,
        Score,
        ScoreTable,
        SheetScore,
        Tally,
    )

TOTAL = "total"
"""The id of the score that is no factor's."""

RESCALING = ("rescale", "mean")
"""What `missing` may be where n.a. changes how a sum is computed."""


def scores_of(result: "Result") -> "dict[str, Score]":
    """Give the scores of a result by id: the total, where there is one, first."""
    if result["total"] is None:
        return result["factors"]
    return {TOTAL: result["total"], **result["factors"]}


def score(sheet: "SheetScore", added: "Tally") -> "Score":
    """Compute a score from what its members add up to."""
    value = value_of(sheet, added)
    whole = range_of(sheet, added)
    own = whole if value is None else range_of_answered(sheet, added)
    if is_set(sheet, "round"):
        decimals = sheet["decimals"]
        whole = rounded(whole[0], decimals), rounded(whole[1], decimals)
        own = rounded(own[0], decimals), rounded(own[1], decimals)
        value = None if value is None else rounded(value, decimals)
    bands = bands_of(sheet, whole, own)
    least, most = own
    return {
        "value": value,
        "exact": None if value is None else repr(value),
        "text": None if value is None else score_text(value, sheet["decimals"], bands),
        "min": least,
        "max": most,
        "percent": None if value is None else percent_of(value, least, most),
        "band": None if value is None else band_of(value, bands),
        "bands": bands,
        "answered": added["answered"],
        "of": added["asked"],
        "rescaled": value is not None
        and sheet["method"] == "sum"
        and missing_of(sheet) in RESCALING
        and added["answered"] < added["asked"],
    }


def value_of(sheet: "SheetScore", added: "Tally") -> "Ratio | None":
    """Give the exact score, None where there is none.

    Units: on the scale on which the score is shown, before `round`.
    """
    if not _is_enough(sheet, added):
        return None
    place = _place(sheet, added)
    if "table" not in sheet:
        return _on_scale(sheet, place)
    entry = _looked_up(sheet["table"], place - _least_sum(sheet, added))
    return None if entry is None else _on_scale(sheet, entry)


def range_of(sheet: "SheetScore", added: "Tally") -> "tuple[Ratio, Ratio]":
    """Give the least and the greatest score that the asked members allow."""
    ends = added["asked_low"], added["asked_high"], added["asked_weight"]
    return _range(sheet, added, *ends)


def range_of_answered(sheet: "SheetScore", added: "Tally") -> "tuple[Ratio, Ratio]":
    """Give the range of a score that there is: of a mean or a shrunk sum its own."""
    if sheet["method"] == "mean" or missing_of(sheet) == "shrink":
        return _range(sheet, added, added["low"], added["high"], added["weight"])
    return range_of(sheet, added)


def percent_of(value: "Ratio", least: "Ratio", most: "Ratio") -> "Ratio | None":
    """Give the percent of maximum possible, None where there is nothing to vary.

    Source: Cohen, Cohen, Aiken and West (1999), "The problem of units and the
    circumstance for POMP".
    """
    return None if least == most else (value - least) * 100 / (most - least)


def _keeps_hidden(sheet: "SheetScore") -> bool:
    return "hidden" in sheet and sheet["hidden"] == "lowest"


def _is_enough(sheet: "SheetScore", added: "Tally") -> bool:
    """Say whether enough was answered; what is hidden whole may count as lowest."""
    answered, asked = added["answered"], added["asked"]
    if asked == 0:
        return _keeps_hidden(sheet)
    if answered < asked and missing_of(sheet) == "refuse":
        return False
    n, d = sheet["minimum_answered"]["share"]
    return (
        answered >= max(min(sheet["minimum_answered"]["count"], asked), 1)
        and answered * d >= n * asked
        and added["low"] < added["high"]
    )


def _place(sheet: "SheetScore", added: "Tally") -> "Ratio":
    """Give the score before `table`, `multiply` and `add`."""
    points, low, high = added["points"], added["low"], added["high"]
    if sheet["method"] == "mean":
        return Ratio(points, added["weight"])
    if sheet["method"] == "percent":
        return Ratio(points - low, high - low) * 100
    unit = sheet["unit"]
    hidden = added["hidden_low"] if _keeps_hidden(sheet) else 0
    missing = missing_of(sheet)
    if added["answered"] == added["asked"] or missing == "shrink":
        return Ratio(points + hidden, unit)
    least, most = added["asked_low"], added["asked_high"]
    if missing == "lowest":
        return Ratio(points + least - low + hidden, unit)
    # The place in the range of the answered is carried over to the range of all.
    # Where members have one range, that is the mean of the answered for the others.
    return Ratio(least + hidden, unit) + Ratio(
        (points - low) * (most - least), (high - low) * unit
    )


def _least_sum(sheet: "SheetScore", added: "Tally") -> "Ratio":
    hidden = added["hidden_low"] if _keeps_hidden(sheet) else 0
    return Ratio(added["asked_low"] + hidden, sheet["unit"])


def _looked_up(table: "ScoreTable", row: "Ratio") -> "Ratio | None":
    """Give the entry of a row; between two entries there is no score."""
    return Ratio(table["entries"][row.n], table["unit"]) if row.d == 1 else None


def _range(
    sheet: "SheetScore", added: "Tally", low: int, high: int, weight: int
) -> "tuple[Ratio, Ratio]":
    """Give least and greatest on the scale on which the score is shown."""
    if "table" in sheet:
        entries, unit = sheet["table"]["entries"], sheet["table"]["unit"]
        ends = [Ratio(entries[0], unit), Ratio(entries[-1], unit)]
    elif sheet["method"] == "percent":
        ends = [Ratio(0), Ratio(100)]
    elif sheet["method"] == "mean":
        # Where nothing was asked, nothing has a range.
        ends = [Ratio(low, weight or 1), Ratio(high, weight or 1)]
    elif _keeps_hidden(sheet):
        unit = sheet["unit"]
        ends = [
            Ratio(low + added["hidden_low"], unit),
            Ratio(high + added["hidden_high"], unit),
        ]
    else:
        ends = [Ratio(low, sheet["unit"]), Ratio(high, sheet["unit"])]
    first, last = [_on_scale(sheet, end) for end in ends]
    return (first, last) if first <= last else (last, first)


def _on_scale(sheet: "SheetScore", value: "Ratio") -> "Ratio":
    n, d = sheet["multiply"]
    if n != d:
        value = Ratio(value.n * n, value.d * d)
    m, e = sheet["add"]
    return value + Ratio(m, e) if m else value
