"""What has to change on the page to show the advice in the order that is wanted."""

from kwispel.browser.figures import counted
from kwispel.browser.order import asked_order, gain_order, put_off

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.browser.shapes import Change, Signs, State

LIST = '[data-kw="advices"]'
QUESTIONS = LIST + " [data-result-question]"
UNFOLD = '[data-kw="unfold"]'
RANKED = '[data-kw="ranked"]'


def advice_changes(before: "State", after: "State", signs: "Signs") -> "list[Change]":
    """List what puts the advice in order, and takes the reader to what it uncovers."""
    result = after["result"]
    if result is None:
        return []
    asked = asked_order(result["ledger"])
    by_gain = gain_order(after["sheet"], result["ledger"])
    order = asked if after["view"] == "asked" else by_gain
    rest = put_off(order)
    folded = rest if after["view"] == "first" else []
    made: list[Change] = [
        ("order", LIST, " ".join(order)),
        ("unmark", QUESTIONS, "data-later"),
        ("hide" if asked == by_gain else "show", RANKED, ""),
        *counted(UNFOLD, len(order), signs),
        ("show" if folded else "hide", UNFOLD, ""),
    ]
    if folded:
        made.append(("mark", _places(folded), "data-later"))
    elif rest and after["view"] == "all" and before["view"] == "first":
        made.append(("focus", _places(rest[:1]) + ' [data-kw="advice-heading"]', ""))
    return made


def _places(questions: list[str]) -> str:
    return ",".join([f'{LIST} [data-result-question="{name}"]' for name in questions])
