"""Let a quiz's own hook adjust a result, and compute again what hangs on it.

Source: docs/reference/scoring.md, "The hook".
"""

from kwispel.core.bands import band_of, start_at
from kwispel.core.flags import is_set
from kwispel.core.handed import HookError, added_lines, exact, handed
from kwispel.core.ratio import rounded
from kwispel.core.score import TOTAL, percent_of
from kwispel.core.show import score_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from kwispel.core.handed import HandedScore
    from kwispel.core.ratio import Ratio
    from kwispel.core.shapes import Adjust, Reply, Result, Score, Sheet, SheetScore

    Hook = Callable[[dict[str, Any], dict[str, str | tuple[str, ...]]], object]
    """The `adjust` of a `scoring.py`; what it gives back is nothing."""


def adjusting(hook: "Hook") -> "Adjust":
    """Give what a hook does, as `outcome` takes it."""
    return lambda sheet, known, result: adjusted(sheet, known, result, hook)


def adjusted(
    sheet: "Sheet", known: "list[Reply]", result: "Result", hook: "Hook"
) -> "Result":
    """Give a result as a hook adjusts it; the given one stays as it is.

    Raises: HookError for what a hook may not do, and whatever the hook raises.
    """
    given = handed(result)
    ledger = list(given["ledger"])
    hook(given, answers_for_hook(sheet, known))
    total = result["total"]
    scores = {score["id"]: score for score in sheet["scores"]}
    return {
        "quiz": result["quiz"],
        "version": result["version"],
        "code": result["code"],
        "total": None
        if total is None
        else _adjusted(scores[TOTAL], total, given["total"]),
        "factors": {
            name: _adjusted(scores[name], score, given["factors"][name])
            for name, score in result["factors"].items()
        },
        "ledger": result["ledger"] + added_lines(ledger, given["ledger"]),
    }


def answers_for_hook(
    sheet: "Sheet", known: "list[Reply]"
) -> "dict[str, str | tuple[str, ...]]":
    """Give the answers by question: an option, or a tuple where several may be chosen.

    Shape: questions that are n.a., open or hidden are absent.
    """
    answers: "dict[str, str | tuple[str, ...]]" = {}
    for question, reply in zip(sheet["questions"], known, strict=True):
        if reply["state"] == "answered":
            ids = [question["options"][position] for position in reply["chosen"]]
            answers[question["id"]] = (
                tuple(ids) if is_set(question, "multiple") else ids[0]
            )
    return answers


def _adjusted(sheet: "SheetScore", score: "Score", given: "HandedScore") -> "Score":
    was_set = given.set_keys
    if not was_set:
        return score
    value = was_set.get("value", score["value"])
    value = None if value is None else exact(value)
    least = exact(was_set.get("min", score["min"]))
    most = exact(was_set.get("max", score["max"]))
    if is_set(sheet, "round"):
        decimals = sheet["decimals"]
        least, most = rounded(least, decimals), rounded(most, decimals)
        value = None if value is None else rounded(value, decimals)
    _check(given.name, value, (least, most), was_set.get("band"))
    bands = start_at(sheet, score["bands"], least)
    made: "Score" = {
        **score,
        "value": value,
        "exact": None if value is None else repr(value),
        "text": None,
        "min": least,
        "max": most,
        "percent": None if value is None else percent_of(value, least, most),
        "band": None,
        "bands": bands,
    }
    if value is not None:
        # What the hook calls the score does not hang on limits.
        limits = [] if "band" in was_set else bands
        made["text"] = score_text(value, sheet["decimals"], limits)
        made["band"] = was_set["band"] if "band" in was_set else band_of(value, bands)
    return made


def _check(
    name: str, value: "Ratio | None", ends: "tuple[Ratio, Ratio]", band: str | None
) -> None:
    least, most = ends
    if least > most:
        raise HookError(f'the minimum of "{name}", {least}, lies above its maximum')
    if value is None:
        if band is not None:
            raise HookError(f'"{name}" got a band, but has no score')
    elif value < least or value > most:
        raise HookError(f'"{name}" got {value}, outside {least} to {most}')
