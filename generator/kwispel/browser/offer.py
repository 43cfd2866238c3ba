"""Offer what can be done with a result: the buttons that work where the page is."""

from kwispel.browser import device
from kwispel.browser.arrived import has_style, is_whole
from kwispel.browser.link import code_of, link_of, page_of
from kwispel.browser.offered import OWN, able_changes, lacking_changes, made_changes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.browser.dom import Quiz
    from kwispel.browser.shapes import State

CARD = '[data-kw="card"]'
AGAIN = '[data-kw="again"]'
BEYOND_SANDBOX = '[data-kw="card-again"],[data-press="print-card"]'
SHOWN = '[data-kw="next"],[data-kw="picks"],' + CARD


def offer(quiz: "Quiz", state: "State") -> None:
    """Offer what works with the result that there is now."""
    boxed = device.is_sandboxed()
    page = page_of(device.address(quiz.page))
    link = link_of(state, page)
    quiz.perform(
        [
            *made_changes(has_code=code_of(state) is not None),
            *able_changes(
                {
                    "copy": link is not None,
                    "share": link is not None and device.can_share(link),
                    "print": not boxed,
                    "save": not boxed and has_style(),
                    "keep": device.can_keep(),
                }
            ),
            *lacking_changes(is_lacking=not is_whole(quiz.root)),
        ]
    )
    for own in quiz.root.select(OWN):
        own.setAttribute("href", link or page)


def lay_card(quiz: "Quiz") -> None:
    """Lay the card ready, empty, with the day that a reminder would be for."""
    if quiz.root.select(CARD):
        quiz.perform([("show", SHOWN, "")])
    for day in quiz.root.select(AGAIN):
        day.value = again(quiz)
    if device.is_sandboxed():
        quiz.perform([("hide", BEYOND_SANDBOX, "")])


def again(quiz: "Quiz") -> str:
    """Give the day on which the quiz might be taken again."""
    days = [day.getAttribute("data-days") or "0" for day in quiz.root.select(AGAIN)]
    return device.day_after(int(days[0] if days else 0))
