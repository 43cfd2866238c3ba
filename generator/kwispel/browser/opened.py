"""What the page shows of a link to a result that was opened, or could not be.

Nothing here touches the page. A code only ever names options that the quiz has; no
part of it is shown.
"""

from kwispel.browser.link import SIGN, code_in
from kwispel.core.replay import replay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from kwispel.browser.shapes import Change
    from kwispel.core.shapes import Answers, Replay, Sheet

    Refusal = Literal["damaged", "other-quiz", "other-version", "other-key"]

NOTE = '[data-kw="link"]'
OPENED = '[data-kw="opened"]'
HEADING = '[data-kw="result-heading"]'
VOICES = '[data-kw="result"] > [data-voice]'


def code_in_text(text: str) -> str:
    """Give the code in what a reader typed or pasted: a code, or a whole link."""
    at = text.rfind(SIGN)
    return (text if at < 0 else text[at + len(SIGN) :]).strip()


def opened(sheet: "Sheet", fragment: str, *, is_alone: bool) -> "Replay | None":
    """Give what a fragment brings to a quiz, None where that is nothing.

    Shape: is_alone says that no other quiz on the page can be meant.
    """
    code = code_in(fragment)
    if code is None:
        return None
    found = replay(sheet, code)
    if found["refused"] == "other-quiz" and not is_alone:
        return None
    return found


def refused_changes(why: "Refusal") -> "list[Change]":
    """List what to change to tell why a link opens nothing."""
    return [
        ("show", NOTE, ""),
        ("copy", NOTE, f'[data-word="{why}"]'),
        ("focus", NOTE, ""),
        ("reveal", NOTE, ""),
    ]


def opened_changes(displaced: "Answers") -> "list[Change]":
    """List what to change to say where a result came from.

    Shape: displaced are the answers that the form had before, none where it had none.
    A code does not know from whose point of view it was answered.
    """
    shown = OPENED + (',[data-press="put-back"]' if displaced else "")
    return [
        ("hide", '[data-press="put-back"],' + VOICES, ""),
        ("show", NOTE + "," + shown, ""),
        ("copy", NOTE, OPENED + " [data-part=opened]"),
    ]


def left_changes() -> "list[Change]":
    """List what to change once the result is the reader's own again."""
    return [("hide", NOTE + "," + OPENED, ""), ("show", VOICES, "")]
