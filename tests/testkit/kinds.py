"""Which kinds of quizzes, answers and outcomes are among those that were made."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from testkit.described import Asked, Scored
from testkit.differential import Made, core_outcome

KINDS = frozenset(
    [
        *("multiple", "optional", "reverse", "when", "alternatives", "split"),
        *("split multiple", "split reverse", "multiple reverse", "negative weight"),
        *("method sum", "method mean", "method percent", "table", "round"),
        *(
            f"missing {one}"
            for one in ("rescale", "mean", "shrink", "lowest", "refuse")
        ),
        *("hidden leave", "hidden lowest", "negative multiply", "multiply by nothing"),
        *("band first", "band from", "band above", "band hook", "equal limits"),
        *("minimum all", "minimum share", "minimum count", "no total", "one question"),
        *(f"answer {one}" for one in ("answered", "na", "open", "hidden", "refused")),
        *("score none", "score negative", "score rescaled", "score of nothing asked"),
        *("score below its limits", "score between entries", "extra digit"),
        *("huge numerator", "huge denominator", "tie"),
    ]
)
"""All that must be among some hundreds of made quizzes."""

HUGE = 10**9


def kinds(one: Made) -> Iterator[str]:
    """Tell the kinds of a quiz and of what its answers come to."""
    for asked in one.quiz.questions:
        yield from _of_question(asked)
    for scored in one.quiz.scores:
        yield from _of_score(scored)
    if one.quiz.scores and one.quiz.scores[0].id != "total":
        yield "no total"
    if len(one.quiz.questions) == 1:
        yield "one question"
    for answers in one.answers:
        yield from _of_outcome(one, core_outcome(one.sheet, answers))


def _of_question(asked: Asked) -> Iterator[str]:
    is_split = bool(asked.named)
    held = {
        "multiple": asked.multiple,
        "optional": asked.optional,
        "reverse": asked.reverse,
        "when": bool(asked.when),
        "alternatives": len(asked.when) > 1,
        "split": is_split,
        "split multiple": is_split and asked.multiple,
        "split reverse": is_split and asked.reverse,
        "multiple reverse": asked.multiple and asked.reverse,
        "negative weight": asked.weight < 0,
    }
    yield from (kind for kind, holds in held.items() if holds)


def _of_score(scored: Scored) -> Iterator[str]:
    yield f"method {scored.method}"
    if scored.method == "sum":
        yield f"missing {scored.missing}"
        yield f"hidden {scored.hidden}"
    held = {
        "table": bool(scored.table),
        "round": scored.round,
        "negative multiply": scored.multiply < 0,
        "multiply by nothing": scored.multiply == 0,
        "minimum all": scored.minimum_answered == "all",
        "minimum share": scored.minimum_answered.endswith("%"),
        "minimum count": scored.minimum_answered.isdigit(),
    }
    yield from (kind for kind, holds in held.items() if holds)
    limits = [one.limit for one in scored.bands if one.kind in {"from", "above"}]
    yield from (f"band {one.kind}" for one in scored.bands)
    if len(set(limits)) < len(limits):
        yield "equal limits"


def _of_outcome(one: Made, found: dict[str, Any]) -> Iterator[str]:
    result = found["result"]
    if result is None:
        yield "answer refused"
        return
    yield from (f"answer {line['state']}" for line in result["ledger"])
    scores = {"total": result["total"], **result["factors"]}
    for scored in one.quiz.scores:
        yield from _of_result(scored, scores[scored.id])


def _of_result(scored: Scored, score: dict[str, Any]) -> Iterator[str]:
    text = score["text"]
    if text is None:
        yield "score none"
        if scored.table and score["answered"]:
            yield "score between entries"
        return
    numerator, denominator = (int(part) for part in score["exact"].split("/"))
    first = next(iter(scored.bands), None)
    digits = len(text.partition(".")[2])
    held = {
        "score negative": numerator < 0,
        "score rescaled": score["rescaled"],
        "score of nothing asked": score["of"] == 0,
        "score below its limits": first is not None
        and first.kind in {"from", "above"}
        and numerator < first.limit * denominator,
        "extra digit": digits > scored.decimals,
        "huge numerator": abs(numerator) > HUGE,
        "huge denominator": denominator > HUGE,
        "tie": 2 * numerator * 10**scored.decimals % (2 * denominator) == denominator,
    }
    yield from (kind for kind, holds in held.items() if holds)
