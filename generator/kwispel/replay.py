"""Find the quiz that a result code belongs to, and what its reader saw."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kwispel.compile import conditions
from kwispel.core.replay import answers_in, read_code, replay
from kwispel.core.result_code import tag_of
from kwispel.hook.scorer import HookFailed, scorer
from kwispel.model.answers import word_of
from kwispel.model.key.shapes import KeyQuestion

if TYPE_CHECKING:
    from kwispel.core.shapes import (
        Answers,
        CodeHead,
        Result,
        Sheet,
        SheetQuestion,
    )
    from kwispel.model.shapes import Quiz


@dataclass(frozen=True, slots=True)
class Replayed:
    """A quiz, and the result that the reader with a code saw."""

    quiz: Quiz
    result: Result


@dataclass(frozen=True, slots=True)
class NotReplayed:
    """Why a code is not scored, in sentences."""

    sentences: tuple[str, ...]


def replay_code(
    text: str, quizzes: Iterable[tuple[Quiz, Sheet]]
) -> Replayed | NotReplayed:
    """Give what the reader with this code saw, or say why that cannot be told.

    Shape: text may be a code or the whole address of a result, with `#r=` before it.
    """
    code = text.rpartition("#r=")[2].strip()
    head = read_code(code)
    if head is None:
        return NotReplayed((_DAMAGED,))
    of_quiz = [pair for pair in quizzes if tag_of(pair[0].id) == head["tag"]]
    reasons: list[str] = []
    for quiz, sheet in of_quiz:
        found = replay(sheet, code)
        if not found["refused"]:
            return _replayed(quiz, sheet, found["answers"])
        reasons += _explained(quiz, head, found["refused"])
    return NotReplayed(tuple(reasons) or (_NO_QUIZ,))


_DAMAGED = "this is no result code, or a letter of it is wrong"
_NO_QUIZ = "no quiz here has made this code"


def _replayed(quiz: Quiz, sheet: Sheet, answers: Answers) -> Replayed | NotReplayed:
    try:
        with scorer(quiz, sheet) as score:
            result = score(answers)["result"]
    except HookFailed as failed:
        return NotReplayed((f"the hook of this quiz fails: {failed.what}",))
    return Replayed(quiz, result) if result else NotReplayed((_DAMAGED,))


def _explained(quiz: Quiz, head: CodeHead, refused: str) -> Iterator[str]:
    """Say why a code of this quiz is not scored, and what was answered then."""
    if refused == "damaged":
        yield _DAMAGED
        return
    version = head["version"]
    if refused == "other-version":
        yield (
            f'this code is of version {version} of "{quiz.id}", which is now at version'
            f" {quiz.version}: answers mean something else, so it is not scored"
        )
    else:
        yield (
            f'this code was made with other questions or points of "{quiz.id}" than'
            f" those of version {quiz.version} here, so it is not scored"
        )
    key = quiz.locked.get(version)
    if key is not None:
        answers = answers_in(_as_asked(key["questions"]), head["body"])
        yield from _listed(key["questions"], answers) if answers is not None else ()


def _listed(questions: Iterable[KeyQuestion], answers: Answers) -> Iterator[str]:
    yield "the answers were:"
    for question in questions:
        yield f"  {question['id']}: {word_of(answers.get(question['id']))}"


def _as_asked(questions: list[KeyQuestion]) -> list[SheetQuestion]:
    """Give locked questions in the form that the core reads codes with."""
    positions = {
        question["id"]: (at, list(question["options"]))
        for at, question in enumerate(questions)
    }
    return [
        {
            "id": question["id"],
            "options": positions[question["id"]][1],
            # What they bring plays no part, only which of them are n.a.
            "points": [
                None if points is None else 0 for points in question["options"].values()
            ],
            "unit": 1,
            "multiple": question.get("multiple", False),
            "optional": question.get("optional", False),
            "when": [conditions(one, positions) for one in question.get("when", [])],
        }
        for question in questions
    ]
