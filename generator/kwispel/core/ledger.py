"""The ledger: what each answer brought, so that a reader can check the score."""

from kwispel.core.ratio import Ratio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.core.shapes import LedgerLine, Sheet, SheetQuestion


def ledger(sheet: "Sheet", choices: list[int]) -> "list[LedgerLine]":
    """Write one line a question, in order of asking.

    Units: value, min, max and left in the question's own points, after `reverse`
    and before weights.
    """
    return [
        _line(sheet, position, question, choices[position])
        for position, question in enumerate(sheet["questions"])
    ]


def _line(
    sheet: "Sheet", position: int, question: "SheetQuestion", choice: int
) -> "LedgerLine":
    unit = question["unit"]
    worth = [points for points in question["points"] if points is not None]
    points = question["points"][choice]
    weights = _weights(sheet, position)
    least, most = Ratio(min(worth), unit), Ratio(max(worth), unit)
    value = None if points is None else Ratio(points, unit)
    return {
        "question": question["id"],
        "answer": question["options"][choice],
        "value": value,
        "min": least,
        "max": most,
        "left": None if value is None else _left(value, least, most, weights),
        "feeds": list(weights),
    }


def _weights(sheet: "Sheet", position: int) -> dict[str, int]:
    """Give the scores that a question feeds, the total first, with its weight."""
    return {
        score["id"]: member["weight"]
        for score in sheet["scores"]
        for member in score["members"]
        if member["question"] == position
    }


def _left(
    value: "Ratio", least: "Ratio", most: "Ratio", weights: dict[str, int]
) -> "Ratio":
    """Give what another answer could have added to the first score that it feeds."""
    counts_down = any(weight < 0 for weight in list(weights.values())[:1])
    return value - least if counts_down else most - value
