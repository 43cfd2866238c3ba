"""Results and problems, told in a terminal or as JSON."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, cast

from kwispel.core.ratio import Ratio
from kwispel.core.score import scores_of
from kwispel.core.show import decimal_text, exact_text
from kwispel.model.answers import UNANSWERED, word_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kwispel.core.shapes import LedgerLine, Result
    from kwispel.core.shapes import Score as Scored
    from kwispel.errors import Problem
    from kwispel.model.shapes import Quiz, Score


def result_data(result: Result) -> dict[str, Any]:
    """Give a result as `score --json` prints it.

    Units: numbers are the nearest double of the exact value, whole ones are whole.
    Source: docs/reference/commands.md, "score".
    """
    return {key: json_data(value) for key, value in result.items()}


def result_json(result: Result) -> str:
    """Give a result as text for other programs."""
    return json.dumps(result_data(result), ensure_ascii=False, indent=2)


def result_text(quiz: Quiz, result: Result) -> str:
    """Give a result as a person reads it: every score, and then the ledger."""
    made = scores_of(result)
    lines = [quiz.title, ""]
    lines += [_score_line(score, made[score.id]) for score in quiz.scores]
    lines += ["", "How this came about:"]
    lines += list(_ledger_lines(result["ledger"]))
    return "\n".join(lines)


def problems_text(problems: Sequence[Problem]) -> str:
    """Give problems as editors and people read them, two lines each."""
    return "".join(f"{problem}\n" for problem in problems)


def problems_json(problems: Sequence[Problem]) -> str:
    """Give problems as a list of {file, line, column, level, code, message, hint}."""
    return json.dumps([_flat(p) for p in problems], ensure_ascii=False, indent=2) + "\n"


def problems_github(problems: Sequence[Problem]) -> str:
    """Give problems as the workflow commands that annotate a change on GitHub."""
    return "".join(f"{_annotation(problem)}\n" for problem in problems)


FORMATS: Mapping[str, Callable[[Sequence[Problem]], str]] = {
    "text": problems_text,
    "json": problems_json,
    "github": problems_github,
}
"""What `check --format` offers."""


def _flat(problem: Problem) -> dict[str, Any]:
    told = ("level", "code", "message", "hint")
    return {**asdict(problem.place), **{key: getattr(problem, key) for key in told}}


def _annotation(problem: Problem) -> str:
    place = f"file={problem.place.file},line={problem.place.line}"
    text = f"{problem.message}. {problem.hint}"
    # The characters that would end a workflow command are escaped as in a URL.
    for character, escaped in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A")):
        text = text.replace(character, escaped)
    return (
        f"::{problem.level} {place},col={problem.place.column},"
        f"title={problem.code}::{text}"
    )


def json_data(value: object) -> Any:  # noqa: ANN401 - the door of JSON
    """Give what JSON can hold of a part of a result.

    Units: numbers are the nearest double of the exact value, whole ones are whole.
    """
    if isinstance(value, Ratio):
        return value.n if value.d == 1 else value.n / value.d
    if isinstance(value, dict):
        named = cast("dict[str, object]", value)
        return {key: json_data(inner) for key, inner in named.items()}
    if isinstance(value, list):
        return [json_data(inner) for inner in cast("list[object]", value)]
    return value


def _score_line(score: Score, made: Scored) -> str:
    name = score.title or "Total"
    answered = f"{made['answered']} of {made['of']} answered"
    if made["text"] is None:
        return f"{name}: no score ({answered})"
    least, most = (decimal_text(made[end], score.decimals) for end in ("min", "max"))
    titles = {band.id: band.title for band in score.bands}
    band = f", {titles[made['band']]}" if made["band"] else ""
    rescaled = ", n.a. rescaled" if made["rescaled"] else ""
    return (
        f"{name}: {made['text']}, on a scale from {least} to {most}{band} "
        f"({answered}{rescaled})"
    )


def _ledger_lines(ledger: list[LedgerLine]) -> Iterator[str]:
    width = max(len(line["question"] or "") for line in ledger)
    for line in ledger:
        if line["question"] is None:
            yield f"  {'':{width}}  {_remark(line)}"
            continue
        feeds = ", ".join(line["feeds"]) or "no score"
        yield f"  {line['question']:{width}}  {_worth(line)}, feeds {feeds}"


def _remark(line: LedgerLine) -> str:
    """Tell a line that a hook added."""
    value = "" if line["value"] is None else f": {exact_text(line['value'])}"
    return f"{line['answer']}{value}"


def _worth(line: LedgerLine) -> str:
    if line["value"] is None or line["min"] is None or line["max"] is None:
        why = UNANSWERED[line["state"]]
        return f"{line['answer']}: {why}" if line["answer"] else why
    least, most = exact_text(line["min"]), exact_text(line["max"])
    shares = line.get("factors", {}).items()
    of_factors = "".join(f", {name} {exact_text(share)}" for name, share in shares)
    chosen, value = word_of(line["answer"]), exact_text(line["value"])
    return f"{chosen}: {value}{of_factors} (from {least} to {most})"
