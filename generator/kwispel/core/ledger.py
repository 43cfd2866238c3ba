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
    directions = _directions(sheet, position)
    least, most = Ratio(min(worth), unit), Ratio(max(worth), unit)
    value = None if points is None else Ratio(points, unit)
    return {
        "question": question["id"],
        "answer": question["options"][choice],
        "value": value,
        "min": least,
        "max": most,
        "left": None if value is None else _left(value, least, most, directions),
        "feeds": list(directions),
    }


def _directions(sheet: "Sheet", position: int) -> dict[str, int]:
    """Give the scores that a question feeds, the total first.

    Shape: each with a number above 0 where more points raise the score, below 0
    where they lower it, and 0 where they do nothing.
    """
    return {
        score["id"]: member["weight"] * score["multiply"][0]
        for score in sheet["scores"]
        for member in score["members"]
        if member["question"] == position
    }


def _left(
    value: "Ratio", least: "Ratio", most: "Ratio", directions: dict[str, int]
) -> "Ratio":
    """Give what another answer could have added to the first score that it feeds."""
    direction = next(iter(directions.values()), 0)
    if direction == 0:
        return Ratio(0)
    return most - value if direction > 0 else value - least
