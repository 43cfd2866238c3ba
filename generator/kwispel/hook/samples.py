"""Answers to try a hook with: the same ones each time."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kwispel.core.replies import replies
from kwispel.model.answers import word_of

if TYPE_CHECKING:
    from kwispel.core.shapes import Answers, Sheet, SheetQuestion

SAMPLES = 200

_SEED = 20260101
_SELDOM = 0.1


def sample_answers(sheet: Sheet) -> tuple[Answers, ...]:
    """Give sets of complete answers to a quiz: extremes first, then by chance.

    Shape: every option of every question is in one of them, unless a `when` hides the
    question there; n.a., nothing ticked and optional questions left open occur too.
    """
    chance = random.Random(_SEED)  # noqa: S311 - the same each time is what is wanted
    most = max(len(question["options"]) for question in sheet["questions"])
    made = [*_extremes(sheet), *(_same_letter(sheet, at) for at in range(most))]
    rest = max(0, SAMPLES - len(made))
    return (*made, *(_by_chance(sheet, chance) for _ in range(rest)))


def answers_text(sheet: Sheet, answers: Answers) -> str:
    """Write answers as `kwispel score` takes them."""
    known = replies(sheet, answers)
    words: list[str] = []
    for question, reply in zip(sheet["questions"], known, strict=True):
        ids = [question["options"][position] for position in reply["chosen"]]
        words.append(word_of(ids if ids or reply["state"] == "answered" else None))
    return " ".join(words)


def _extremes(sheet: Sheet) -> Iterator[Answers]:
    """Give the least and the greatest of everything, and n.a. where there is one."""
    yield {q["id"]: _answer(q, _ranked(q)[:1]) for q in sheet["questions"]}
    yield {q["id"]: _answer(q, _ranked(q)[-1:]) for q in sheet["questions"]}
    yield {q["id"]: _answer(q, _ranked(q)) for q in sheet["questions"]}
    yield {
        q["id"]: _answer(q, _without(q) or _ranked(q)[:1]) for q in sheet["questions"]
    }
    yield {
        q["id"]: _answer(q, _ranked(q)[:1])
        for q in sheet["questions"]
        if not q.get("optional") and not q.get("multiple")
    }


def _same_letter(sheet: Sheet, at: int) -> Answers:
    return {
        question["id"]: _answer(question, [min(at, len(question["options"]) - 1)])
        for question in sheet["questions"]
    }


def _by_chance(sheet: Sheet, chance: random.Random) -> Answers:
    answers: dict[str, str | list[str]] = {}
    for question in sheet["questions"]:
        if question.get("optional") and chance.random() < _SELDOM:
            continue
        na = _without(question)
        positions = _ranked(question)
        if na and chance.random() < _SELDOM:
            positions = na
        elif question.get("multiple"):
            positions = [at for at in positions if chance.random() < 1 / 2]
        else:
            positions = [chance.choice(positions)]
        answers[question["id"]] = _answer(question, positions)
    return answers


def _answer(question: SheetQuestion, positions: list[int]) -> str | list[str]:
    """Give an answer as the page does: one option, or a list of the ticked ones."""
    ids = [question["options"][position] for position in sorted(positions)]
    return ids if question.get("multiple") else ids[0]


def _ranked(question: SheetQuestion) -> list[int]:
    """Give the options with points, the least first."""
    points = question["points"]
    scored = [at for at, value in enumerate(points) if value is not None]
    return sorted(scored, key=lambda at: (points[at] or 0, at))


def _without(question: SheetQuestion) -> list[int]:
    """Give the first option without points, where there is one."""
    points = question["points"]
    return [at for at, value in enumerate(points) if value is None][:1]
