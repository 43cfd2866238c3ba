"""One score: the total's, or a factor's.

Source: docs/reference/scoring.md, which says for each method what it computes.
"""

from kwispel.core.ratio import Ratio
from kwispel.core.show import score_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.core.shapes import Member, Minimum, Score, ScoreBand, SheetScore


def score(sheet: "SheetScore", choices: list[int]) -> "Score":
    """Compute a score from the chosen option of every question.

    Shape: choices are positions of options, by question.
    """
    members = sheet["members"]
    answered = [m for m in members if m["points"][choices[m["question"]]] is not None]
    value = None
    counted = members
    if _is_enough(sheet["minimum_answered"], answered, members):
        value = value_of(sheet, answered, _points(answered, choices))
        counted = answered if sheet["method"] == "mean" else members
    least, most = range_of(sheet, counted)
    bands = bands_of(sheet, least)
    limits = [band["from"] for band in bands]
    return {
        "value": value,
        "exact": None if value is None else repr(value),
        "text": None if value is None else score_text(value, sheet["decimals"], limits),
        "min": least,
        "max": most,
        "percent": None if value is None else percent_of(value, least, most),
        "band": None if value is None else band_of(value, bands),
        "bands": bands,
        "answered": len(answered),
        "of": len(members),
        "rescaled": value is not None
        and sheet["method"] == "sum"
        and len(answered) < len(members),
    }


def value_of(sheet: "SheetScore", answered: "list[Member]", points: int) -> "Ratio":
    """Give the score that so many points of the answered members come to.

    Units: points in 1/unit of the sheet's score; the result on the scale on which the
    score is shown. The answered must have a range.
    """
    low = sum(m["low"] for m in answered)
    high = sum(m["high"] for m in answered)
    if sheet["method"] == "mean":
        value = Ratio(points, sum(abs(m["weight"]) for m in answered))
    elif sheet["method"] == "percent":
        value = Ratio(points - low, high - low) * 100
    else:
        # Where everything was answered this is the plain sum; where it was not, the
        # place in the range of the answered is carried over to the range of all.
        least, most = _range(sheet, sheet["members"])
        value = least + Ratio(points - low, high - low) * (most - least)
    return _on_scale(sheet, value)


def range_of(sheet: "SheetScore", members: "list[Member]") -> "tuple[Ratio, Ratio]":
    """Give the least and the greatest score that these members allow."""
    low, high = _range(sheet, members)
    ends = [_on_scale(sheet, low), _on_scale(sheet, high)]
    return min(ends), max(ends)


def bands_of(sheet: "SheetScore", least: "Ratio") -> "list[ScoreBand]":
    """Give the bands with their limits; the first one starts at the minimum.

    That of a mean of some members can lie below a limit that its author wrote.
    """
    bands: list[ScoreBand] = [
        {"id": band["id"], "from": _pair(band["from"]) if band["from"] else least}
        for band in sheet["bands"]
    ]
    for first in bands[:1]:
        first["from"] = min(first["from"], least)
    return bands


def band_of(value: "Ratio", bands: "list[ScoreBand]") -> str | None:
    """Give the id of the last band whose limit is reached, None where none is."""
    reached = [band["id"] for band in bands if value >= band["from"]]
    return reached[-1] if reached else None


def percent_of(value: "Ratio", least: "Ratio", most: "Ratio") -> "Ratio | None":
    """Give the percent of maximum possible, None where there is nothing to vary.

    Source: Cohen, Cohen, Aiken and West (1999), "The problem of units and the
    circumstance for POMP".
    """
    return None if least == most else (value - least) * 100 / (most - least)


def _is_enough(
    minimum: "Minimum", answered: "list[Member]", asked: "list[Member]"
) -> bool:
    n, d = minimum["share"]
    return (
        len(answered) >= max(minimum["count"], 1)
        and len(answered) * d >= n * len(asked)
        and any(m["low"] < m["high"] for m in answered)
    )


def _points(answered: "list[Member]", choices: list[int]) -> int:
    chosen = [m["points"][choices[m["question"]]] for m in answered]
    return sum(points for points in chosen if points is not None)


def _range(sheet: "SheetScore", members: "list[Member]") -> "tuple[Ratio, Ratio]":
    """Give least and greatest before `multiply` and `add`."""
    if sheet["method"] == "percent":
        return Ratio(0), Ratio(100)
    unit = sheet["unit"]
    if sheet["method"] == "mean":
        unit = sum(abs(m["weight"]) for m in members)
    return (
        Ratio(sum(m["low"] for m in members), unit),
        Ratio(sum(m["high"] for m in members), unit),
    )


def _on_scale(sheet: "SheetScore", value: "Ratio") -> "Ratio":
    return value * _pair(sheet["multiply"]) + _pair(sheet["add"])


def _pair(pair: list[int]) -> "Ratio":
    return Ratio(pair[0], pair[1])
