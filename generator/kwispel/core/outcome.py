"""From answers to a result: the door that both Pythons enter by."""

from kwispel.core.ledger import ledger
from kwispel.core.score import score

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.core.shapes import Answers, Outcome, Result, Sheet

TOTAL = "total"


def outcome(sheet: "Sheet", answers: "Answers") -> "Outcome":
    """Score a set of answers, or say which questions are still open.

    Shape: an answer that the question does not offer leaves it open; answers to
    questions that the quiz does not have are nothing. Never raises.
    """
    choices = [
        _position(question["options"], answers.get(question["id"]))
        for question in sheet["questions"]
    ]
    chosen = [choice for choice in choices if choice is not None]
    if len(chosen) == len(choices):
        return {"open": [], "result": _result(sheet, chosen)}
    still_open = [
        question["id"]
        for question, choice in zip(sheet["questions"], choices, strict=True)
        if choice is None
    ]
    return {"open": still_open, "result": None}


def _result(sheet: "Sheet", choices: list[int]) -> "Result":
    scores = {s["id"]: score(s, choices) for s in sheet["scores"]}
    return {
        "quiz": sheet["quiz"],
        "version": sheet["version"],
        "total": scores.get(TOTAL),
        "factors": {name: made for name, made in scores.items() if name != TOTAL},
        "ledger": ledger(sheet, choices),
    }


def _position(options: list[str], option_id: str | None) -> int | None:
    return options.index(option_id) if option_id in options else None
