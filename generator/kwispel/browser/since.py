"""What has changed since an earlier result, as text for the page."""

from kwispel.browser.figures import exact_figure, localised, risen
from kwispel.core.ratio import Ratio
from kwispel.core.score import scores_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypedDict

    from kwispel.browser.shapes import Change, Signs
    from kwispel.core.shapes import LedgerLine, Result, Score

    class Differing(TypedDict):
        """A question that was answered in another way: the earlier line, and now's."""

        number: int
        then: LedgerLine
        now: LedgerLine


SINCE = '[data-kw="since"]'
DATED = '[data-kw="since-date"]'
UNDATED = '[data-kw="since-then"]'
DIFFERENT = '[data-kw="since-answers"]'
REFUSED = '[data-kw="earlier-refused"]'


def since_changes(day: str | None) -> "list[Change]":
    """List what to change to compare with an earlier result, or, at None, with none.

    Shape: day is in words, empty where only a code was given.
    """
    if day is None:
        return [("hide", SINCE, "")]
    shown, hidden = (DATED, UNDATED) if day else (UNDATED, DATED)
    return [
        ("show", f"{SINCE},{shown}", ""),
        ("hide", hidden, ""),
        ("fill", DATED, day),
    ]


def refused_changes(why: str) -> "list[Change]":
    """List what to change to tell why a code cannot be compared, if it cannot."""
    if not why:
        return [("hide", REFUSED, "")]
    word = f'[data-word="{why}"]'
    return [
        ("copy", REFUSED, word),
        ("show", REFUSED, ""),
        ("copy", '[data-kw="status"]', word),
    ]


def answer_changes(lines: list[str]) -> "list[Change]":
    """List what to change to tell which questions were answered in another way."""
    return [
        ("list", DIFFERENT + " ul", "\n".join(lines)),
        ("show" if lines else "hide", DIFFERENT, ""),
    ]


def score_changes(
    then: "Result", now: "Result", signs: "Signs", words: dict[str, str]
) -> "list[Change]":
    """List what to change to show every score beside the earlier one.

    Shape: words hold "higher", "lower" and "equal".
    """
    earlier = scores_of(then)
    made: list[Change] = []
    for name, score in scores_of(now).items():
        place = f'[data-since="{name}"] [data-part='
        before = earlier[name]
        made += [
            ("fill", place + "then]", localised(before["text"], signs)),
            ("fill", place + "now]", localised(score["text"], signs)),
            ("fill", place + "difference]", difference(before, score, signs, words)),
        ]
    return made


def difference(
    then: "Score", now: "Score", signs: "Signs", words: dict[str, str]
) -> str:
    """Tell by how much a score differs from an earlier one, with a sign and a word.

    It is that of the numbers as they are shown. On scales of another length, as
    unanswered questions can make them, there is none to tell.
    """
    same_scale = then["min"] == now["min"] and then["max"] == now["max"]
    if then["text"] is None or now["text"] is None or not same_scale:
        return localised(None, signs)
    by = _number(now["text"]) - _number(then["text"])
    if by == 0:
        return words["equal"]
    if by > 0:
        return risen(by, signs) + " " + words["higher"]
    return exact_figure(by, signs) + " " + words["lower"]


def differing(then: "Result", now: "Result") -> "list[Differing]":
    """Give the questions that were answered in another way, in order."""
    earlier = {line["question"]: line for line in then["ledger"]}
    asked = [line for line in now["ledger"] if line["question"] is not None]
    found: list[Differing] = []
    number = 0
    for line in asked:
        number += 1  # noqa: SIM113 - in Brython enumerate costs an exception
        before = earlier[line["question"]]
        if [before["state"], before["answer"]] != [line["state"], line["answer"]]:
            found.append({"number": number, "then": before, "now": line})
    return found


def filled(template: str, parts: dict[str, str]) -> str:
    """Put texts in the places of a template's `{names}`, and only there."""
    told = ""
    for piece in template.split("{"):
        name, brace, rest = piece.partition("}")
        told += parts[name] + rest if brace and name in parts else piece
    return told


def _number(text: str) -> Ratio:
    """Read a number as the core writes it."""
    whole, _, fraction = text.partition(".")
    return Ratio(int(whole + fraction), 10 ** len(fraction))
