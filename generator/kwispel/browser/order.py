"""In which order the result speaks of the questions."""

from kwispel.core.better import is_judged
from kwispel.core.score import TOTAL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.core.ratio import Ratio
    from kwispel.core.shapes import LedgerLine, Sheet, SheetScore

FIRST = 3
"""So many are shown before the reader asks for all."""

SPARED = 1
"""For so few more nobody is made to ask."""


def asked_order(ledger: "list[LedgerLine]") -> list[str]:
    """Give the questions that were asked, in order of asking."""
    return [
        line["question"]
        for line in ledger
        if line["question"] and line["state"] != "hidden"
    ]


def gain_order(sheet: "Sheet", ledger: "list[LedgerLine]") -> list[str]:
    """Give the questions that were asked, those first that leave most to gain.

    Shape: what counts in the total comes before what counts in factors alone. Those
    that leave nothing, n.a. and open ones come last. Equals keep the order of asking.
    Source: docs/reference/scoring.md, "What is left to gain".
    """
    gains = _gains(sheet, ledger)
    # The sort is stable, so that equals stay as they are.
    first = [name for name, _ in sorted(gains, key=lambda gain: -gain[1])]
    return first + [name for name in asked_order(ledger) if name not in first]


def put_off(order: list[str]) -> list[str]:
    """Give the questions that are not shown before the reader asks for all."""
    return order[FIRST:] if len(order) > FIRST + SPARED else []


def _gains(sheet: "Sheet", ledger: "list[LedgerLine]") -> "list[tuple[str, Ratio]]":
    """Give for each question with something left what part of a score that is.

    Units: a part of the range of the score that the ledger tells it by, at most 1; and
    1 more where that is the total, so that those come first.
    """
    scores = {score["id"]: score for score in sheet["scores"]}
    asked = [line["state"] != "hidden" for line in ledger if line["question"]]
    found: list[tuple[str, Ratio]] = []
    for at, question in enumerate(sheet["questions"]):
        line = ledger[at]
        if line["left"] and line["feeds"]:
            fed = [scores[name] for name in line["feeds"]]
            judged = [each for each in fed if is_judged(each)]
            score = judged[0]
            part = line["left"] * _weight(score, at) / _span(score, asked)
            ahead = 1 if score["id"] == TOTAL else 0
            found.append((question["id"], part + ahead))
    return found


def _weight(score: "SheetScore", at: int) -> int:
    """Give how many times a question counts, in 1/unit of a score."""
    for member in score["members"]:
        if member["question"] == at:
            return abs(member["weight"])
    return 0


def _span(score: "SheetScore", asked: list[bool]) -> int:
    """Give what the asked members can differ together, in 1/unit of a score."""
    span = 0
    for member in score["members"]:
        if asked[member["question"]]:
            span += member["high"] - member["low"]
    return span
