"""One question at a time: which one is shown, and where the reader goes from there.

Nothing here touches the page.
Source: docs/decisions/0012-steps-in-the-same-page.md.
"""

from kwispel.browser import flow
from kwispel.core.flags import is_set
from kwispel.core.replies import is_asked, replies, still_open

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.browser.shapes import Event, State
    from kwispel.core.shapes import Adjust, Answers, Reply, Sheet, SheetQuestion

RESULT = "."
"""Stands for the result where else a question is named: no id has a point."""


def begin(sheet: "Sheet", adjust: "Adjust | None" = None) -> "State":
    """Give the state of a quiz whose first question is shown."""
    first = sheet["questions"][0]["id"]
    return {**flow.begin(sheet, adjust), "at": first, "stage": "opening first"}


def resume(state: "State", at: str, answers: "Answers") -> "State":
    """Give the state of a page that came back, answers and all, at a place.

    The reader did nothing, so nothing is told and nobody is taken anywhere. Where the
    browser has not kept what was answered before that place, it is the first of these.
    """
    lost = still_open(state["sheet"], replies(state["sheet"], answers))
    is_lost = lost and _place(state, lost[0]) < _place(state, at)
    to = lost[0] if is_lost else at
    made = step(state, {"type": "go", "answers": answers, "to": to})
    return {**made, "open": [], "say": "", "focus": ""}


def step(state: "State", event: "Event") -> "State":
    """Give the state that follows on an event."""
    kind = event["type"]
    answers: Answers = {} if kind == "reset" else event["answers"]
    known = replies(state["sheet"], answers)
    if kind == "next":
        made = _next(state, event, known)
    elif kind == "forward":
        made = _moved(state, _behind(state, known)[0])
    elif kind == "back":
        made = _moved(state, (_before(state, known) or [state["at"]])[-1])
    elif kind in ("go", "pop"):
        made = _gone(state, event, known)
    else:
        made = _led(flow.step(state, event), state["at"])
    return _placed(made, known)


def previous(state: "State", answers: "Answers") -> str:
    """Give the question before the one that is shown, nothing before the first."""
    before = _before(state, replies(state["sheet"], answers))
    return before[-1] if before else ""


def entry_name(quiz_id: str, at: str, before: str) -> str:
    """Name an entry of the history after a place and the one of the entry before."""
    return f"{quiz_id}/{at}/{before}"


def place_of(name: str, quiz_id: str) -> str:
    """Give the place of an entry of the history; nothing where it is not a quiz's."""
    parts = name.split("/")
    return parts[1] if len(parts) > 1 and parts[0] == quiz_id else ""


def _next(state: "State", event: "Event", known: "list[Reply]") -> "State":
    """Go on to the next question, or to the result, unless an answer is missing.

    Who has had a result and changed an answer wants to see what became of it.
    """
    if state["at"] in still_open(state["sheet"], known):
        return {**state, "open": [state["at"]], "say": "", "focus": "errors"}
    behind = _behind(state, known)
    if behind and state["result"] is None:
        return _moved(state, behind[0])
    return _scored(state, event)


def _gone(state: "State", event: "Event", known: "list[Reply]") -> "State":
    """Go to a place; what is not asked any more is passed in the same direction."""
    to = event["to"] if "to" in event else RESULT  # noqa: SIM401 - in Brython an absent key costs an exception
    if to != RESULT:
        return _moved(state, _asked_near(state, to, known))
    if state["result"] is None or state["stale"]:
        return _scored(state, event)
    return {**_moved(state, to), "focus": "result"}


def _asked_near(state: "State", to: str, known: "list[Reply]") -> str:
    place = _place(state, to)
    before = _asked(state, known, 0, place + 1)
    behind = _asked(state, known, place, len(known))
    is_backwards = place < _place(state, state["at"])
    return before[-1] if is_backwards or not behind else behind[0]


def _moved(state: "State", to: str) -> "State":
    """Show another question; what is said to be open stays so where that leads."""
    return {
        **state,
        "at": to,
        "open": state["open"] if to in state["open"] else [],
        "say": "",
        "focus": "" if to == state["at"] else "step",
    }


def _scored(state: "State", event: "Event") -> "State":
    return _led(flow.step(state, {**event, "type": "submit"}), state["at"])


def _led(made: "State", at: str) -> "State":
    """Follow what any layout does: to the result, to what is open, to the start."""
    if made["focus"] in ("result", "opened") and made["result"] is not None:
        return {**made, "at": RESULT}
    if made["focus"] == "errors":
        return {**made, "at": at if at in made["open"] else made["open"][0]}
    if made["focus"] == "start":
        return {**made, "at": made["sheet"]["questions"][0]["id"], "focus": "step"}
    return {**made, "at": at}


def _placed(state: "State", known: "list[Reply]") -> "State":
    """Tell what lies around the place: see `shapes.State` on stage and ahead."""
    at = state["at"]
    if at == RESULT:
        return {**state, "stage": "result", "ahead": 0}
    if known[_place(state, at)]["state"] == "hidden":
        at = _asked_near(state, at, known)
        state = {**state, "at": at}
    ahead = _most_ahead(state, known)
    behind = _behind(state, known)
    leads_on = behind or (ahead and at in still_open(state["sheet"], known))
    has_result = state["result"] is not None
    is_first = _place(state, at) == 0
    claims = {
        "opening": is_first and not has_result,
        "first": is_first,
        "final": has_result or not leads_on,
        "more": has_result and bool(behind),
    }
    stage = " ".join([name for name in claims if claims[name]])
    return {**state, "stage": stage, "ahead": ahead}


def _most_ahead(state: "State", known: "list[Reply]") -> int:
    """Count the questions behind the place that may be asked yet.

    Where the reader has not chosen, or may choose more, anything may be chosen.
    """
    questions = state["sheet"]["questions"]
    place = _place(state, state["at"])
    here = questions[place]
    is_settled = known[place]["chosen"] and not is_set(here, "multiple")
    hoped = [*known[:place], known[place] if is_settled else _anything(here)]
    count = 0
    for question in questions[place + 1 :]:
        if is_asked(question, hoped):
            hoped.append(_anything(question))
            count += 1
        else:
            hoped.append({"state": "hidden", "chosen": []})
    return count


def _anything(question: "SheetQuestion") -> "Reply":
    return {"state": "answered", "chosen": list(range(len(question["options"])))}


def _before(state: "State", known: "list[Reply]") -> list[str]:
    return _asked(state, known, 0, _place(state, state["at"]))


def _behind(state: "State", known: "list[Reply]") -> list[str]:
    return _asked(state, known, _place(state, state["at"]) + 1, len(known))


def _asked(state: "State", known: "list[Reply]", first: int, end: int) -> list[str]:
    """Give the questions that are asked, between two places."""
    questions = state["sheet"]["questions"]
    return [
        questions[at]["id"]
        for at in range(first, min(end, len(known)))
        if known[at]["state"] != "hidden"
    ]


def _place(state: "State", name: str) -> int:
    """Give the position of a question; the result stands behind all of them."""
    ids = [question["id"] for question in state["sheet"]["questions"]]
    return ids.index(name) if name in ids else len(ids)
