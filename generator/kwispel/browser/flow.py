"""What a quiz on the page goes through: each event makes a new state."""

from kwispel.core.flags import is_set
from kwispel.core.outcome import begin as begin_scoring
from kwispel.core.outcome import finish, go_on
from kwispel.core.replies import replies, still_open
from kwispel.core.score import TOTAL, scores_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.browser.shapes import Event, Found, Say, State, View
    from kwispel.core.shapes import (
        Adjust,
        Answers,
        LedgerLine,
        Outcome,
        Result,
        Score,
        Scoring,
        Sheet,
    )


def begin(sheet: "Sheet", adjust: "Adjust | None" = None) -> "State":
    """Give the state of a quiz of which nothing has been scored."""
    return {
        "sheet": sheet,
        "adjust": adjust,
        "unadjusted": False,
        "open": [],
        "answers": {},
        "result": None,
        "before": None,
        "changed_scores": [],
        "changed_questions": [],
        "stale": False,
        "view": "first",
        "say": "",
        "focus": "",
        "at": "",
        "stage": "",
        "ahead": 0,
    }


def step(state: "State", event: "Event") -> "State":
    """Give the state that follows on an event."""
    if event["type"] == "submit":
        return _submit(state, event)
    if event["type"] == "answer":
        return _answer(state, event["answers"])
    if event["type"] == "reset":
        return {**_anew(state), "say": "reset", "focus": "start"}
    if event["type"] == "open":
        return {**_submit(_anew(state), event), "focus": "opened"}
    if event["type"] == "return":
        return {**_anew(state), "focus": "start"}
    view: View = event["type"]  # type: ignore[assignment] # `steps` has the others
    return {**state, "view": view, "say": "", "focus": ""}


def _anew(state: "State") -> "State":
    """Give the state of a quiz that is begun again: what is wanted to be seen stays."""
    return {**begin(state["sheet"], state["adjust"]), "view": state["view"]}


def _answer(state: "State", answers: "Answers") -> "State":
    return {
        **state,
        "open": _left_of(state, answers),
        "stale": _is_stale(state, answers),
        "say": "",
        "focus": "",
    }


def _left_of(state: "State", answers: "Answers") -> list[str]:
    """Give what is still open of what the page says is open."""
    if not state["open"]:
        return []
    sheet = state["sheet"]
    left = still_open(sheet, replies(sheet, answers))
    return [question for question in state["open"] if question in left]


def _submit(state: "State", event: "Event") -> "State":
    answers = event["answers"]
    found = event["found"] if "found" in event else _found(state, answers)
    if found["outcome"]["result"] is None:
        return {
            **state,
            "open": found["outcome"]["open"],
            "stale": _is_stale(state, answers),
            "say": "",
            "focus": "errors",
        }
    scored = _scored(state, answers, found["outcome"]["result"])
    return {**scored, "unadjusted": found["unadjusted"]}


def _found(state: "State", answers: "Answers") -> "Found":
    scoring = begin_scoring(state["sheet"], answers)
    if not scoring["open"]:
        while go_on(scoring):
            pass
    return conclude(state, scoring)


def conclude(state: "State", scoring: "Scoring") -> "Found":
    """Give what came of a scoring that has gone on to its end."""
    adjusted = _adjusted(state, scoring)
    if adjusted is None:
        return {"outcome": finish(scoring), "unadjusted": True}
    return {"outcome": adjusted, "unadjusted": False}


def _adjusted(state: "State", scoring: "Scoring") -> "Outcome | None":
    """Finish by the quiz's hook too, where it has one; None where that fails."""
    adjust = state["adjust"]
    if adjust is None and is_set(state["sheet"], "hook"):
        return None
    try:
        return finish(scoring, adjust)
    except Exception:  # noqa: BLE001 - the author's code may raise anything
        return None


def _scored(state: "State", answers: "Answers", result: "Result") -> "State":
    before = state["result"]
    scored: State = {
        **_anew(state),
        "answers": answers,
        "result": result,
        "before": before,
        "focus": "result",
    }
    if before is not None:
        scored["changed_scores"] = _changed_scores(before, result)
        scored["changed_questions"] = _changed_questions(before, result)
    scored["say"] = _say(scored)
    return scored


def _changed_scores(before: "Result", result: "Result") -> list[str]:
    earlier = scores_of(before)
    return [
        name
        for name, score in scores_of(result).items()
        if _shown(score) != _shown(earlier[name])
    ]


def _changed_questions(before: "Result", result: "Result") -> list[str]:
    """Give the questions to which another reply was given, or none any more."""
    earlier = {line["question"]: _said(line) for line in before["ledger"]}
    return [
        line["question"]
        for line in result["ledger"]
        if line["question"] and _said(line) != earlier.get(line["question"])
    ]


def _said(line: "LedgerLine") -> "list[str | list[str] | None]":
    return [line["state"], line["answer"]]


def _shown(score: "Score") -> list[str | None]:
    return [score["text"], score["band"]]


def _say(state: "State") -> "Say":
    """Choose what to tell about a result; a reader hears one thing a time."""
    if state["before"] is not None and not state["changed_questions"]:
        return "unchanged"
    if _lacks_total(state["result"]):
        return "no-score"
    if state["before"] is None or _lacks_total(state["before"]):
        return "scored"
    return "changed" if _outcome_changed(state) else "same"


def _lacks_total(result: "Result | None") -> bool:
    total = result["total"] if result else None
    return total is not None and total["text"] is None


def _outcome_changed(state: "State") -> bool:
    """Say whether the total differs; without a total, whether any factor does."""
    if state["result"] and state["result"]["total"]:
        return TOTAL in state["changed_scores"]
    return bool(state["changed_scores"])


def _is_stale(state: "State", answers: "Answers") -> bool:
    return state["result"] is not None and answers != state["answers"]
