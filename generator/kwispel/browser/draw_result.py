"""What has to change on the page to show a result."""

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
    from kwispel.core.shapes import LedgerLine, Score, Sheet, SheetScore

RESULT = '[data-kw="result"]'
ADDED = '[data-kw="added"]'
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
    sheet = state["sheet"]
    decimals = {score["id"]: score["decimals"] for score in sheet["scores"]}
    shown = [RESULT]
    made: list[Change] = []
    made_scores = scores_of(result)
    for compiled in sheet["scores"]:
        score = made_scores[compiled["id"]]
        shown += _shown(compiled, score)
        made += _slots(compiled, score, signs)
        if compiled["id"] == TOTAL or result["total"] is None:
            made += ahead_changes(sheet, compiled, score, signs)
    if any(is_set(question, "splits") for question in sheet["questions"]):
        made.append(("fill", "[data-share]", NONE))
    for line in result["ledger"]:
        shown += _advice(line)
        made += _ledger(line, signs)
    made += _rows(sheet, result["ledger"])
    made.append(("fill", "[data-part=code]", result["code"] or NONE))
    if is_set(sheet, "hook"):
        made += _added(result["ledger"], signs)
    made += standing_changes(sheet, result)
    made += _marks(state) + _words(state, decimals, signs)
    return [("hide", EITHER_OR, ""), *made, ("show", ",".join(shown), "")]


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
    made = _filled(place, texts) + _scale(place, score)
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


def _ledger(line: "LedgerLine", signs: "Signs") -> "list[Change]":
    question = line["question"]
    if question is None or line["state"] == "hidden":
        return []
    place = f'[data-ledger="{question}"] '
    answer = f'[data-answer="{question}"],{place}[data-part=answer]'
    texts = {
        "value": exact_figure(line["value"], signs),
        "min": exact_figure(line["min"], signs),
        "max": exact_figure(line["max"], signs),
        "left": exact_figure(line["left"], signs),
    }
    return [
        ("copy", answer, said(line)),
        *_filled(place, texts),
        *_shares(place, line, signs),
    ]


def _shares(place: str, line: "LedgerLine", signs: "Signs") -> "list[Change]":
    """Tell what each factor got of an answer whose points are divided."""
    if "factors" not in line:
        return []
    return [
        ("fill", f'{place}[data-share="{factor}"]', exact_figure(points, signs))
        for factor, points in line["factors"].items()
    ]


def chosen(line: "LedgerLine") -> list[str]:
    """Give the options that were chosen."""
    answer = line["answer"]
    if answer is None:
        return []
    return [answer] if isinstance(answer, str) else answer


def said(line: "LedgerLine") -> str:
    """Give the selector of what an answer says: its labels, or that there is none."""
    labels = [
        f'label[for="q-{line["question"]}.{option}"] [data-kw=label]'
        for option in chosen(line)
    ]
    if labels:
        return ",".join(labels)
    return f'[data-word="{"open" if line["state"] == "open" else "none"}"]'


def _advice(line: "LedgerLine") -> list[str]:
    if line["question"] is None:
        return []
    return [f'[data-advice="{line["question"]}/{option}"]' for option in chosen(line)]


def _rows(sheet: "Sheet", lines: "list[LedgerLine]") -> "list[Change]":
    """Show what is said of the questions that were asked, and of no others."""
    hidden = [line["question"] for line in lines if line["state"] == "hidden"]
    places = {
        question["id"]: f'[data-ledger="{question["id"]}"],' + _part_of(question["id"])
        for question in sheet["questions"]
        if is_set(question, "when")
    }
    if not places:
        return []
    made: list[Change] = [("show", ",".join(places.values()), "")]
    if hidden:
        made.append(("hide", ",".join([places[name] for name in hidden if name]), ""))
    return made


def _added(lines: "list[LedgerLine]", signs: "Signs") -> "list[Change]":
    """List the lines that a hook added; each is text, whatever it looks like."""
    told = [
        " ".join(str(line["answer"]).split())
        + (
            signs["colon"] + exact_figure(line["value"], signs)
            if line["value"] is not None
            else ""
        )
        for line in lines
        if line["question"] is None
    ]
    shown = "show" if told else "hide"
    return [("list", ADDED, "\n".join(told)), (shown, ADDED, "")]


def _marks(state: "State") -> "list[Change]":
    """Mark what differs from the last result, and where there was more to gain."""
    questions = "[data-result-question]"
    made: list[Change] = [
        ("unmark", "[data-score]," + questions, "data-changed"),
        ("unmark", questions, "data-left"),
        ("unmark", questions, "data-full"),
    ]
    changed = [f'[data-score="{name}"]' for name in state["changed_scores"]]
    changed += [_part_of(question) for question in state["changed_questions"]]
    ledger = state["result"]["ledger"] if state["result"] else []
    left = [_part_of(name) for name in _with_left(ledger, is_full=False)]
    full = [_part_of(name) for name in _with_left(ledger, is_full=True)]
    if changed:
        made.append(("mark", ",".join(changed), "data-changed"))
    if left:
        made.append(("mark", ",".join(left), "data-left"))
    if full:
        made.append(("mark", ",".join(full), "data-full"))
    return made


def _part_of(question: str) -> str:
    return f'[data-result-question="{question}"]'


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


def _words(state: "State", decimals: dict[str, int], signs: "Signs") -> "list[Change]":
    """Fill the slots of what is told about the total."""
    total = state["result"]["total"] if state["result"] else None
    if total is None:
        return []
    earlier = state["before"]["total"] if state["before"] else None
    texts = {
        "value": localised(total["text"], signs),
        "min": figure(total["min"], decimals[TOTAL], signs),
        "max": figure(total["max"], decimals[TOTAL], signs),
        "before": localised(earlier["text"] if earlier else None, signs),
    }
    name = f'[data-score="{TOTAL}"] [data-band-name="{total["band"]}"]'
    return [
        *_filled("[data-say] ", texts),
        ("copy", "[data-say] [data-kw=band-name]", name),
    ]


def _filled(place: str, texts: dict[str, str]) -> "list[Change]":
    return [
        ("fill", f"{place}[data-part={part}]", text) for part, text in texts.items()
    ]
