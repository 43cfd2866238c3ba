"""What has to change on the page when one state follows on another.

Nothing here touches the page: changes are plain data, which `dom` carries out.
"""

from kwispel.browser.draw_advice import advice_changes
from kwispel.browser.draw_result import RESULT, result_changes
from kwispel.browser.figures import counted

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.browser.shapes import Change, Signs, State

STALE = '[data-kw="stale"]'
UNADJUSTED = '[data-kw="unadjusted"]'
INPUTS = " input"


def changes(
    before: "State",
    after: "State",
    signs: "Signs",
    around: "list[Change]",
    *,
    is_drawn: bool = False,
) -> "list[Change]":
    """List what to change on the page, in order.

    Shape: around is what the layout changes; is_drawn where the result stands there
    already, and is only hidden.
    """
    made = open_changes(before["open"], after["open"], signs)
    if is_drawn:
        made.append(("show", RESULT, ""))
    else:
        if after["result"] is not before["result"]:
            made += result_changes(after, signs)
        if after["result"] is not before["result"] or after["view"] != before["view"]:
            made += advice_changes(before, after, signs)
    if after["stale"] != before["stale"]:
        made.append(("show" if after["stale"] else "hide", STALE, ""))
    if after["unadjusted"] != before["unadjusted"]:
        made.append(("show" if after["unadjusted"] else "hide", UNADJUSTED, ""))
    made += around
    if after["focus"]:
        made += _ending(after)
    return made


def open_changes(before: list[str], after: list[str], signs: "Signs") -> "list[Change]":
    """List what to change where the page says which questions are still open."""
    if before == after:
        return []
    made: list[Change] = []
    for question in before:
        if question not in after:
            made += _closed(question)
    for question in after:
        if question not in before:
            made += _opened(question)
    return made + _summary(len(after), signs)


def title_changes(before: "State", after: "State", place: str) -> "list[Change]":
    """List what to change in the title: where the reader is, and what is wrong.

    Shape: place is the selector of what names where the reader is, empty where nothing
    does.
    """
    is_open = bool(after["open"])
    if after["at"] == before["at"] and is_open == bool(before["open"]):
        return []
    return [("entitle", place, "error" if is_open else "")]


def visit(question: str) -> "list[Change]":
    """Take the reader to a question."""
    place = f'[data-question="{question}"]'
    return [("focus", place + INPUTS, ""), ("reveal", place, "")]


def _opened(question: str) -> "list[Change]":
    place = f'[data-question="{question}"]'
    return [
        ("mark", place, "data-open"),
        ("copy", f'[data-open-link="{question}"] a', _words_of(place)),
        ("show", f'[data-open-link="{question}"],[id="open-{question}"]', ""),
        ("describe", place + INPUTS, f"open-{question}"),
    ]


def _words_of(place: str) -> str:
    """Give the selector of what a question says, its number first."""
    return f"{place} [data-kw=position],{place} [data-kw=stem]"


def _closed(question: str) -> "list[Change]":
    place = f'[data-question="{question}"]'
    return [
        ("unmark", place, "data-open"),
        ("hide", f'[data-open-link="{question}"],[id="open-{question}"]', ""),
        ("undescribe", place + INPUTS, f"open-{question}"),
    ]


def _summary(count: int, signs: "Signs") -> "list[Change]":
    if not count:
        return [("hide", '[data-kw="errors"]', "")]
    return [
        *counted('[data-kw="open-count"]', count, signs),
        ("show", '[data-kw="errors"]', ""),
    ]


def _ending(state: "State") -> "list[Change]":
    """List what ends each step that the reader asked for: where it led, and words.

    The words come last, so that a screen reader says them after what has the focus.
    """
    phase = "scored" if state["result"] else "ready"
    told = UNADJUSTED if state["unadjusted"] else ""
    return [("settle", "", phase), *_destination(state), ("say", told, state["say"])]


def _destination(state: "State") -> "list[Change]":
    if state["focus"] == "step":
        place = f'[data-question="{state["at"]}"]'
        return [("focus", place, ""), ("reveal", '[data-kw="trail"]', "")]
    if state["focus"] == "start":
        return visit(state["sheet"]["questions"][0]["id"])
    kind = "errors" if state["focus"] == "errors" else "result-heading"
    place = f'[data-kw="{kind}"]'
    if state["focus"] == "opened":
        return [("focus", place, "")]
    return [("focus", place, ""), ("reveal", place, "")]
