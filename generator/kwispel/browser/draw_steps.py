"""What has to change on the page when another question is the one that is shown."""

from kwispel.browser.draw import title_changes
from kwispel.browser.figures import whole
from kwispel.browser.steps import RESULT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.browser.shapes import Change, Signs, State

AHEAD = '[data-kw="ahead"]'
NONE_AHEAD = '[data-kw="none-ahead"]'


def step_changes(before: "State", after: "State", signs: "Signs") -> "list[Change]":
    """List what to change where questions are shown one at a time."""
    made: list[Change] = []
    if after["at"] != before["at"]:
        made.append(("unmark", "[data-step],[data-tick]", "data-current"))
        made.append(("mark", _parts_of(after["at"]), "data-current"))
    if after["stage"] != before["stage"]:
        made.append(("stage", "", after["stage"]))
    if after["ahead"] != before["ahead"]:
        shown, hidden = (AHEAD, NONE_AHEAD) if after["ahead"] else (NONE_AHEAD, AHEAD)
        made += [("hide", hidden, ""), ("show", shown, "")]
        told = whole(after["ahead"], signs)
        made.append(("fill", AHEAD + " [data-part=count]", told))
    return made + title_changes(before, after, _named_by(after["at"]))


def _named_by(place: str) -> str:
    """Give the selector of what names a place."""
    if place == RESULT:
        return '[data-kw="result-heading"]'
    return f'[data-step="{place}"]'


def _parts_of(question: str) -> str:
    return f'[data-step="{question}"],[data-tick="{question}"]'
