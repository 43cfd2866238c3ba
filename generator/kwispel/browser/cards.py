"""What becomes of the action card when the reader does something."""

from kwispel.browser import device, device_use
from kwispel.browser.calendar import MEDIA_TYPE, calendar_text
from kwispel.browser.card import (
    COPY,
    FIELDS,
    HEADING,
    MOST,
    NOTE,
    card_changes,
    card_text,
    first_sentence,
    still_advised,
    told_changes,
)
from kwispel.browser.link import page_of
from kwispel.browser.offer import AGAIN, CARD, again
from kwispel.browser.writing import match, read

TYPE_CHECKING = False
if TYPE_CHECKING:
    from browser import DOMEvent, DOMNode
    from kwispel.browser.card import Action
    from kwispel.browser.dom import Quiz
    from kwispel.browser.shapes import State


class Cards:
    """The card of one quiz: its actions stand in the page and nowhere else."""

    def __init__(self, quiz: "Quiz", quiz_id: str) -> None:
        """Begin with an empty card, which is shown already."""
        self._quiz = quiz
        self._id = quiz_id
        self._page = page_of(device.address(quiz.page))
        self._actions: list[Action] = []
        self._again = again(quiz)

    def follow(self, state: "State") -> None:
        """Keep what another result leaves on the card; nothing without a result.

        What comes from a link may be somebody else's, and leaves the card alone.
        """
        result = state["result"]
        if state["focus"] != "opened":
            written = self._written() if result else []
            self._show(still_advised(written, result["ledger"] if result else []))
        self._quiz.perform([("hide", NOTE + "," + COPY, "")])

    def pick(self, box: "DOMNode", *, is_ticked: bool) -> None:
        """Take advice along, or off the card, when its box is ticked or unticked."""
        advice = box.closest("[data-advice]").getAttribute("data-advice") or ""
        place = f'[data-advice="{advice}"]'
        actions, what = self._written(), "full"
        if not is_ticked:
            actions = [action for action in actions if action[0] != advice]
            what = "dropped"
        elif len(actions) < MOST:
            actions.append(self._new(advice, place))
            what = "picked"
        self._show(actions)
        self._quiz.perform(told_changes(what, place))

    def type(self, event: "DOMEvent") -> None:
        """Have what is drawn for a field grow with it."""
        if event.target.type == "textarea":
            match(event.target, event.target.value)

    def press(self, press: str) -> None:
        """Do what a button promises."""
        if press == "own":
            self._show([*self._written(), ["", "", "", "", ""]])
            place = f'[data-place="{len(self._actions)}"] [data-kw="what"]'
            self._quiz.perform([("focus", place, "")])
        elif press.startswith("drop-"):
            actions = self._written()
            del actions[int(press[-1]) - 1]
            self._show(actions)
            self._tell("dropped")
            self._quiz.perform([("focus", HEADING, "")])
        elif press == "to-card":
            self._quiz.perform([("focus", HEADING, ""), ("reveal", HEADING, "")])
        elif press == "print-card":
            device_use.print_part("card")
        elif press == "copy-card":
            self._copy()
        elif press == "remind":
            self._remind()

    def _read(self, selector: str, name: str) -> str:
        return read(self._quiz, selector, name)

    def _written(self) -> "list[Action]":
        """Give the actions as the reader has left them."""
        return [
            [
                self._actions[at][0],
                *[
                    self._read(f'[data-place="{at + 1}"] [data-kw="{name}"]', "value")
                    for name in FIELDS
                ],
            ]
            for at in range(len(self._actions))
        ]

    def _new(self, advice: str, place: str) -> "Action":
        """Give an action to begin with: the advice in short, to be rewritten."""
        question = advice.partition("/")[0]
        asked = f'[data-result-question="{question}"] [data-kw="asked"]'
        about = first_sentence(self._read(asked, "innerText"))
        text = self._read(place + " > :not([data-kw])", "innerText")
        return [advice, about, first_sentence(text), "", ""]

    def _show(self, actions: "list[Action]") -> None:
        self._actions = actions
        self._quiz.perform(card_changes(actions))

    def _text(self) -> str:
        names = ("card-heading", "card-title", "when-label", "whom-label")
        words = [self._read(f'[data-kw="{name}"]', "innerText") for name in names]
        words.append(self._quiz.signs()["colon"])
        return card_text(self._written(), words) + page_of(
            device.address(self._quiz.page)
        )

    def _copy(self) -> None:
        text = self._text()
        device_use.copy(text, lambda: self._tell("copied"), lambda: self._offer(text))

    def _offer(self, text: str) -> None:
        """Leave the text in a field, selected, and try to copy what is selected."""
        self._quiz.perform(
            [("enter", COPY, text), ("show", COPY, ""), ("choose", COPY, "")]
        )
        self._tell("copied" if device_use.copy_selection() else "refused")

    def _remind(self) -> None:
        text = calendar_text(
            {
                "quiz": self._id,
                "moment": device_use.moment(),
                "day": self._read(AGAIN, "value") or self._again,
                "title": self._read(AGAIN, "data-summary"),
                "text": self._text(),
                "url": self._page,
            }
        )
        device_use.download(self._id + ".ics", text, MEDIA_TYPE)
        self._tell("reminded")

    def _tell(self, what: str) -> None:
        self._quiz.perform(told_changes(what, CARD))
