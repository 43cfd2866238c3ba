"""From answers to a result: the door that both Pythons enter by."""

from kwispel.core.ledger import ledger
from kwispel.core.replies import replies, still_open
from kwispel.core.result_code import result_code
from kwispel.core.score import TOTAL, score
from kwispel.core.tally import tally

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.core.shapes import Adjust, Answers, Outcome, Reply, Result, Sheet


def outcome(
    sheet: "Sheet", answers: "Answers", adjust: "Adjust | None" = None
) -> "Outcome":
    """Score a set of answers, or say which questions are still open.

    Shape: what an answer may be, and what becomes of others, says `replies`; adjust is
    what the quiz's hook does. Never raises without one.
    Raises: with a hook, HookError and whatever the hook raises.
    """
    known = replies(sheet, answers)
    left = still_open(sheet, known)
    if left:
        return {"open": left, "result": None}
    result = _result(sheet, known)
    if adjust is not None:
        result = adjust(sheet, known, result)
    return {"open": [], "result": result}


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
