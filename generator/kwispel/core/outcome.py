"""From answers to a result: the door that both Pythons enter by."""

from kwispel.core.ledger import ledger
from kwispel.core.replies import replies, still_open
from kwispel.core.result_code import result_code
from kwispel.core.score import score
from kwispel.core.tally import tally

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.core.shapes import Answers, Outcome, Reply, Result, Sheet

TOTAL = "total"


def outcome(sheet: "Sheet", answers: "Answers") -> "Outcome":
    """Score a set of answers, or say which questions are still open.

    Shape: what an answer may be, and what becomes of others, says `replies`. Never
    raises.
    """
    known = replies(sheet, answers)
    left = still_open(sheet, known)
    if left:
        return {"open": left, "result": None}
    return {"open": [], "result": _result(sheet, known)}


def _result(sheet: "Sheet", known: "list[Reply]") -> "Result":
    scores = {s["id"]: score(s, tally(s, known)) for s in sheet["scores"]}
    return {
        "quiz": sheet["quiz"],
        "version": sheet["version"],
        "code": result_code(sheet, known),
        "total": scores.get(TOTAL),
        "factors": {name: made for name, made in scores.items() if name != TOTAL},
        "ledger": ledger(sheet, known),
    }
