"""The ledger: what each answer brought, so that a reader can check the score."""

from kwispel.core.better import better_of, is_judged
from kwispel.core.flags import is_set
from kwispel.core.ratio import Ratio
from kwispel.core.score import TOTAL
from kwispel.core.tally import contribution

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.core.shapes import (
        LedgerLine,
        Member,
        Reply,
        Sheet,
        SheetQuestion,
        SheetScore,
    )

    Feeds = list[tuple[SheetScore, Member]]


def feeds_of(sheet: "Sheet") -> "list[Feeds]":
    """Give by question the scores that it feeds, the total first, and its part."""
    feeds: list[Feeds] = [[] for _ in sheet["questions"]]
    for score in sheet["scores"]:
        for member in score["members"]:
            feeds[member["question"]].append((score, member))
    return feeds


def ledger_line(
    question: "SheetQuestion", reply: "Reply", feeds: "Feeds"
) -> "LedgerLine":
    """Write the line of one question.

    Units: value, min, max and left in the question's own points, after `reverse`
    and before weights.
    """
    least, most = _range(question)
    is_answered = reply["state"] == "answered"
    value = _value(question, reply["chosen"]) if is_answered else None
    line: LedgerLine = {
        "question": question["id"],
        "state": reply["state"],
        "answer": _answer(question, reply),
        "value": value,
        "min": least,
        "max": most,
        "left": None if value is None else _left(reply["chosen"], feeds),
        "feeds": [score["id"] for score, _ in feeds],
    }
    if is_answered and is_set(question, "splits"):
        line["factors"] = _shares(reply["chosen"], feeds)
    return line


def _answer(question: "SheetQuestion", reply: "Reply") -> "str | list[str] | None":
    ids = [question["options"][position] for position in reply["chosen"]]
    if reply["state"] == "answered" and is_set(question, "multiple"):
        return ids
    return ids[0] if ids else None


def _range(question: "SheetQuestion") -> "tuple[Ratio, Ratio]":
    """Give the least and the greatest value that the options allow."""
    worth = [points for points in question["points"] if points is not None]
    low, high = min(worth), max(worth)
    if is_set(question, "multiple"):
        low = sum([points for points in worth if points < 0])
        high = sum([points for points in worth if points > 0])
    base, unit = contribution(question, []), question["unit"]
    return Ratio(base + low, unit), Ratio(base + high, unit)


def _value(question: "SheetQuestion", chosen: list[int]) -> "Ratio":
    return Ratio(contribution(question, chosen), question["unit"])


def _shares(chosen: list[int], feeds: "Feeds") -> "dict[str, Ratio]":
    """Give what each factor got of an answer whose points are divided."""
    return {
        score["id"]: Ratio(contribution(member, chosen), score["unit"])
        for score, member in feeds
        if score["id"] != TOTAL
    }


def _left(chosen: list[int], feeds: "Feeds") -> "Ratio | None":
    """Give how much nearer another answer could have brought a score to its better end.

    It is that of the first one that it feeds and that has such an end.
    """
    if not feeds:
        return Ratio(0)
    judged = [feed for feed in feeds if is_judged(feed[0])]
    if not judged:
        return None
    score, member = judged[0]
    direction = score["multiply"][0]
    if better_of(score) == "low":
        direction = -direction
    points = contribution(member, chosen)
    gain = member["high"] - points if direction > 0 else points - member["low"]
    # Both are in 1/unit of the score: dividing by the weight gives the question's own.
    return Ratio(gain if direction else 0, abs(member["weight"]))
