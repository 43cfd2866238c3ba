"""What has to change on the page to show a result."""

from kwispel.browser.draw_ledger import (
    added_changes,
    advised,
    filled,
    line_changes,
    part_of,
    row_changes,
)
from kwispel.browser.draw_standing import ahead_changes, standing_changes
from kwispel.browser.figures import NONE, exact_figure, figure, localised, whole
from kwispel.core.bands import limit_of
from kwispel.core.better import better_of
from kwispel.core.flags import is_set, missing_of
from kwispel.core.ratio import Ratio
from kwispel.core.score import TOTAL, scores_of
from kwispel.core.show import decimal_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.browser.shapes import Change, Signs, State
    from kwispel.core.shapes import LedgerLine, Result, Score, Sheet, SheetScore

RESULT = '[data-kw="result"]'
PLACE_DECIMALS = 2
BEST = {"high": 100, "low": 0, "neither": -1}
"""The percent of the best score, which nothing has where no end is better."""

EITHER_OR = (
    "[data-score] :is([data-band],[data-band-name],[data-kw=present],[data-kw=absent],"
    "[data-kw=unasked],[data-kw=rescaled],[data-kw=partial],[data-kw=full],"
    "[data-ahead]),[data-advice]"
)
"""Everything of which a result shows some."""


def result_changes(state: "State", signs: "Signs") -> "list[Change]":
    """List what to change to show the result of a state, or to hide the last one.

    Everything is hidden first and what applies is shown then, with one selector
    each: far fewer calls than going past the elements one by one.
    """
    result = state["result"]
    if result is None:
        return [("hide", RESULT, "")]
    made = first_changes(state["sheet"])
    for at in range(len(state["sheet"]["scores"])):
        made += score_changes(state["sheet"], result, at, signs)
    for line in result["ledger"]:
        made += line_changes(line, signs)
    return [*made, *rest_changes(state, signs), ("show", RESULT, "")]


def first_changes(sheet: "Sheet") -> "list[Change]":
    """List what to change before all else: nothing that is either or holds yet."""
    made: list[Change] = [("hide", EITHER_OR, "")]
    # Not `any`: a generator costs Brython an exception.
    if True in [is_set(question, "splits") for question in sheet["questions"]]:
        made.append(("fill", "[data-share]", NONE))
    return made


def score_changes(
    sheet: "Sheet", result: "Result", at: int, signs: "Signs"
) -> "list[Change]":
    """List what to change to tell one score: the one at a position in the sheet."""
    compiled = sheet["scores"][at]
    score = scores_of(result)[compiled["id"]]
    made = _slots(compiled, score, signs)
    if compiled["id"] == TOTAL or result["total"] is None:
        made += ahead_changes(sheet, compiled, score, signs)
    return made


def rest_changes(state: "State", signs: "Signs") -> "list[Change]":
    """List what to change after that, at last what holds of all that is either or."""
    sheet, result = state["sheet"], state["result"]
    if result is None:
        return []
    made = row_changes(sheet, result["ledger"])
    made.append(("fill", "[data-part=code]", result["code"] or NONE))
    if is_set(sheet, "hook"):
        made += added_changes(result["ledger"], signs)
    made += standing_changes(sheet, result)
    made += _marks(state) + _words(state, signs)
    return [*made, ("show", ",".join(_holding(sheet, result)), "")]


def _holding(sheet: "Sheet", result: "Result") -> list[str]:
    """Give the selectors of all that holds."""
    scores = scores_of(result)
    shown: list[str] = []
    for compiled in sheet["scores"]:
        shown += _shown(compiled, scores[compiled["id"]])
    for line in result["ledger"]:
        shown += advised(line)
    return shown


def _shown(compiled: "SheetScore", score: "Score") -> list[str]:
    band = score["band"]
    applies = {
        "[data-kw=present]": score["text"] is not None,
        "[data-kw=absent]": score["text"] is None and score["of"] > 0,
        "[data-kw=unasked]": score["text"] is None and score["of"] == 0,
        "[data-kw=rescaled]": score["rescaled"],
        "[data-kw=partial]": score["text"] is not None
        and score["answered"] < score["of"],
        "[data-kw=full]": _is_best(compiled, score),
        f'[data-band="{band}"]': band is not None,
        f'[data-band-name="{band}"]': band is not None,
    }
    place = f'[data-score="{compiled["id"]}"] '
    return [place + part for part in applies if applies[part]]


def _is_best(compiled: "SheetScore", score: "Score") -> bool:
    """Say whether a score is the best that any answers could have given.

    The range of a mean, and of a shrunk sum, is that of what was answered: its ends are
    not those of all.
    """
    best = BEST[better_of(compiled)]
    has_own_range = compiled["method"] == "mean" or missing_of(compiled) == "shrink"
    is_whole = score["answered"] == score["of"]
    return score["percent"] == best and (is_whole or not has_own_range)


def _slots(compiled: "SheetScore", score: "Score", signs: "Signs") -> "list[Change]":
    place = f'[data-score="{compiled["id"]}"] '
    decimals = compiled["decimals"]
    texts = {
        "value": localised(score["text"], signs),
        "min": figure(score["min"], decimals, signs),
        "max": figure(score["max"], decimals, signs),
        "percent": figure(score["percent"], 0, signs),
        "answered": whole(score["answered"], signs),
        "of": whole(score["of"], signs),
    }
    name = f'{place}[data-band="{score["band"]}"] [data-kw="band-title"]'
    made = filled(place, texts) + _scale(place, score)
    made.append(("copy", place + "[data-part=band]", name))
    if missing_of(compiled) == "shrink":
        made += _moved_limits(place, score, signs)
    return made


def _moved_limits(place: str, score: "Score", signs: "Signs") -> "list[Change]":
    """Tell where the bands begin, where n.a. moves that."""
    return [
        (
            "fill",
            f'{place}[data-band-limit="{band["id"]}"]',
            exact_figure(limit_of(band), signs),
        )
        for band in score["bands"]
    ]


def _scale(place: str, score: "Score") -> "list[Change]":
    """Place the score and the limits of its bands on a line from 0 to 100."""
    if score["percent"] is None:
        return []
    span = score["max"] - score["min"]
    limits: list[Change] = [
        (
            "place",
            f'{place}[data-limit="{band["id"]}"]',
            _hundredths((limit - score["min"]) * 100 / span),
        )
        for band in score["bands"]
        for limit in [limit_of(band)]
        if limit is not None
    ]
    marker = ("place", place + "[data-kw=marker]", _hundredths(score["percent"]))
    return [marker, *limits]


def _hundredths(value: "Ratio") -> str:
    """Write a place on the line; a limit may lie beyond what few answers allow."""
    return decimal_text(max(Ratio(0), min(Ratio(100), value)), PLACE_DECIMALS)


def _marks(state: "State") -> "list[Change]":
    """Mark what differs from the last result, and where there was more to gain."""
    questions = "[data-result-question]"
    made: list[Change] = [
        ("unmark", "[data-score]," + questions, "data-changed"),
        ("unmark", questions, "data-left"),
        ("unmark", questions, "data-full"),
    ]
    changed = [f'[data-score="{name}"]' for name in state["changed_scores"]]
    changed += [part_of(question) for question in state["changed_questions"]]
    ledger = state["result"]["ledger"] if state["result"] else []
    left = [part_of(name) for name in _with_left(ledger, is_full=False)]
    full = [part_of(name) for name in _with_left(ledger, is_full=True)]
    if changed:
        made.append(("mark", ",".join(changed), "data-changed"))
    if left:
        made.append(("mark", ",".join(left), "data-left"))
    if full:
        made.append(("mark", ",".join(full), "data-full"))
    return made


def _with_left(ledger: "list[LedgerLine]", *, is_full: bool) -> list[str]:
    """Give the answered questions that left something to gain, or those that did not.

    What feeds no score has nothing to gain, and nothing is said of it.
    """
    return [
        line["question"]
        for line in ledger
        if line["question"]
        and line["feeds"]
        and line["left"] is not None
        and (not line["left"]) == is_full
    ]


def _words(state: "State", signs: "Signs") -> "list[Change]":
    """Fill the slots of what is told about the total."""
    total = state["result"]["total"] if state["result"] else None
    if total is None:
        return []
    # The total is the first of the scores.
    decimals = state["sheet"]["scores"][0]["decimals"]
    earlier = state["before"]["total"] if state["before"] else None
    texts = {
        "value": localised(total["text"], signs),
        "min": figure(total["min"], decimals, signs),
        "max": figure(total["max"], decimals, signs),
        "before": localised(earlier["text"] if earlier else None, signs),
    }
    name = f'[data-score="{TOTAL}"] [data-band-name="{total["band"]}"]'
    return [
        *filled("[data-say] ", texts),
        ("copy", "[data-say] [data-kw=band-name]", name),
    ]
