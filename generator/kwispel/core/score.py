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
    if _is_enough(sheet["minimum_answered"], answered, members):
        value = _value(sheet, answered, choices)
        counted = answered if sheet["method"] == "mean" else members
    else:
        value = None
        counted = members
    made = _placed(sheet, value, _range(sheet, counted))
    made["answered"] = len(answered)
    made["of"] = len(members)
    made["rescaled"] = (
        value is not None and sheet["method"] == "sum" and len(answered) < len(members)
    )
    return made


def _is_enough(
    minimum: "Minimum", answered: "list[Member]", asked: "list[Member]"
) -> bool:
    n, d = minimum["share"]
    return (
        len(answered) >= max(minimum["count"], 1)
        and len(answered) * d >= n * len(asked)
        and any(m["low"] < m["high"] for m in answered)
    )


def _value(
    sheet: "SheetScore", answered: "list[Member]", choices: list[int]
) -> "Ratio":
    """Give the score before `multiply` and `add`; the answered have a range."""
    points = _points(answered, choices)
    if sheet["method"] == "mean":
        return Ratio(points, sum(abs(m["weight"]) for m in answered))
    low = sum(m["low"] for m in answered)
    high = sum(m["high"] for m in answered)
    place = Ratio(points - low, high - low)
    if sheet["method"] == "percent":
        return place * 100
    # Where everything was answered this is the plain sum; where it was not, the place
    # in the range of the answered is carried over to the range of all.
    least, most = _range(sheet, sheet["members"])
    return least + place * (most - least)


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


def _placed(
    sheet: "SheetScore", value: "Ratio | None", span: "tuple[Ratio, Ratio]"
) -> "Score":
    """Bring a score to the scale on which it is shown, and find its band."""
    ends = [_shown(sheet, span[0]), _shown(sheet, span[1])]
    least, most = min(ends), max(ends)
    shown = None if value is None else _shown(sheet, value)
    bands = _bands(sheet, least)
    limits = [band["from"] for band in bands]
    return {
        "value": shown,
        "exact": None if shown is None else repr(shown),
        "text": None if shown is None else score_text(shown, sheet["decimals"], limits),
        "min": least,
        "max": most,
        "percent": None if shown is None else _percent(shown, least, most),
        "band": None if shown is None else _reached(bands, shown),
        "bands": bands,
        "answered": 0,
        "of": 0,
        "rescaled": False,
    }


def _shown(sheet: "SheetScore", value: "Ratio") -> "Ratio":
    multiply, add = sheet["multiply"], sheet["add"]
    return value * Ratio(multiply[0], multiply[1]) + Ratio(add[0], add[1])


def _percent(value: "Ratio", least: "Ratio", most: "Ratio") -> "Ratio | None":
    return None if least == most else (value - least) * 100 / (most - least)


def _bands(sheet: "SheetScore", least: "Ratio") -> "list[ScoreBand]":
    return [
        {
            "id": band["id"],
            "from": least
            if band["from"] is None
            else Ratio(band["from"][0], band["from"][1]),
        }
        for band in sheet["bands"]
    ]


def _reached(bands: "list[ScoreBand]", value: "Ratio") -> str | None:
    reached = [band["id"] for band in bands if value >= band["from"]]
    return reached[-1] if reached else None
