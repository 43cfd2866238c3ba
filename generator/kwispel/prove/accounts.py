"""What a worked example says beside what the engine computed, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kwispel.core.ratio import Ratio
from kwispel.core.score import scores_of
from kwispel.core.show import exact_text
from kwispel.model.answers import UNANSWERED, word_of
from kwispel.model.shapes import NO_SCORE
from kwispel.prove.words import columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kwispel.core.shapes import LedgerLine, Result
    from kwispel.core.shapes import Score as Scored
    from kwispel.model.shapes import Example, ExpectedScore, Quiz


def accounts(quiz: Quiz, example: Example, result: Result) -> list[str]:
    """Give every score of an example beside the computed one, and the ledger."""
    scores = [("score", "example", "engine"), *_scores(example, result)]
    ledger = [("question", "answer", "points", "counts in"), *_ledger(quiz, result)]
    return [f"  {line}" for line in (*columns(scores), *columns(ledger))]


def _scores(example: Example, result: Result) -> Iterator[tuple[str, str, str]]:
    for score_id, made in scores_of(result).items():
        yield score_id, _told(example.expected.get(score_id)), _computed(made)


def _told(expected: ExpectedScore | None) -> str:
    """Give what an example says of a score; a hyphen where it says nothing."""
    if expected is None:
        return "-"
    band = f'"{expected.band}"' if expected.band else ""
    if expected.value is None:
        return band or "-"
    value = "no score" if expected.value == NO_SCORE else f"{expected.value}"
    return f"{value} {band}".rstrip()


def _computed(made: Scored) -> str:
    value = "no score" if made["value"] is None else exact_text(made["value"])
    return f'{value} "{made["band"]}"' if made["band"] else value


def _ledger(quiz: Quiz, result: Result) -> Iterator[tuple[str, str, str, str]]:
    weights = {score.id: score.members for score in quiz.scores}
    for line in result["ledger"]:
        worth = UNANSWERED.get(line["state"]) or _points(line)
        feeds = [
            _fed(score_id, weights[score_id].get(line["question"] or ""))
            for score_id in line["feeds"]
        ]
        chosen = word_of(line["answer"])
        yield line["question"] or "", chosen, worth, ", ".join(feeds) or "-"


def _points(line: LedgerLine) -> str:
    points = exact_text(line["value"] or Ratio(0))
    shares = line.get("factors", {})
    told = ", ".join(f"{name} {exact_text(share)}" for name, share in shares.items())
    return f"{points} ({told})" if told else points


def _fed(score_id: str, weight: object) -> str:
    """Name a score that a question counts in, with its weight where it has one."""
    is_plain = weight is None or weight == 1
    return score_id if is_plain else f"{score_id} x {weight}"
