"""From answers to a result: the door that both Pythons enter by.

Scoring can be done in steps, each of them short, so that a browser gets its turn in
between; `outcome` takes all of them at once.
"""

from kwispel.core.ledger import feeds_of, ledger_line
from kwispel.core.replies import replies, still_open
from kwispel.core.result_code import result_code
from kwispel.core.score import TOTAL, score
from kwispel.core.tally import tally

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.core.shapes import Adjust, Answers, Outcome, Result, Scoring, Sheet


def outcome(
    sheet: "Sheet", answers: "Answers", adjust: "Adjust | None" = None
) -> "Outcome":
    """Score a set of answers, or say which questions are still open.

    Shape: what an answer may be, and what becomes of others, says `replies`; adjust is
    what the quiz's hook does. Never raises without one.
    Raises: with a hook, HookError and whatever the hook raises.
    """
    scoring = begin(sheet, answers)
    if not scoring["open"]:
        while go_on(scoring):
            pass
    return finish(scoring, adjust)


def begin(sheet: "Sheet", answers: "Answers") -> "Scoring":
    """Begin to score a set of answers."""
    known = replies(sheet, answers)
    return {
        "sheet": sheet,
        "known": known,
        "open": still_open(sheet, known),
        "scores": {},
        "feeds": feeds_of(sheet),
        "ledger": [],
    }


def go_on(scoring: "Scoring") -> bool:
    """Compute one more score, or write one more line; say whether one was left."""
    sheet, known = scoring["sheet"], scoring["known"]
    at = len(scoring["scores"])
    if at < len(sheet["scores"]):
        compiled = sheet["scores"][at]
        scoring["scores"][compiled["id"]] = score(compiled, tally(compiled, known))
        return True
    at = len(scoring["ledger"])
    if at == len(known):
        return False
    line = ledger_line(sheet["questions"][at], known[at], scoring["feeds"][at])
    scoring["ledger"].append(line)
    return True


def finish(scoring: "Scoring", adjust: "Adjust | None" = None) -> "Outcome":
    """Give what came of a scoring that has gone on to its end.

    Shape: where questions are still open it is those, and need not have gone on.
    Raises: as `outcome`; the same scoring can then be finished without the hook.
    """
    if scoring["open"]:
        return {"open": scoring["open"], "result": None}
    result = result_of(scoring)
    if adjust is not None:
        result = adjust(scoring["sheet"], scoring["known"], result)
    return {"open": [], "result": result}


def result_of(scoring: "Scoring") -> "Result":
    """Give the result by what was answered so far, whatever is open."""
    sheet, scores = scoring["sheet"], scoring["scores"]
    return {
        "quiz": sheet["quiz"],
        "version": sheet["version"],
        "code": result_code(sheet, scoring["known"]),
        "total": scores[TOTAL] if TOTAL in scores else None,  # noqa: SIM401 - in Brython an absent key costs an exception
        "factors": {name: scores[name] for name in scores if name != TOTAL},
        "ledger": scoring["ledger"],
    }
