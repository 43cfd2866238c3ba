"""Answers as people write them on the command line and in worked examples."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from kwispel.core.replies import replies
from kwispel.model.check_kinds import NONE_TICKED
from kwispel.source.names import counted

if TYPE_CHECKING:
    # The core has its shapes for type checkers alone, to spare the browser.
    from kwispel.core.shapes import Sheet, SheetQuestion

OPEN = "-"
AND = "+"

Answers = dict[str, str | list[str]]
"""What the core takes: question id to option id, or to the ids that are ticked."""

UNANSWERED: Mapping[str, str] = {
    "hidden": "not asked",
    "open": "left open",
    "na": "n.a.",
}
"""What is told of a question that brought nothing, by the state of its reply."""

Words = dict[str, str]
"""What was written for each question, by its id."""


def parse_answers(sheet: Sheet, text: str) -> Answers | list[str]:
    """Give the answers that a text holds, or sentences on what does not fit.

    Source: docs/reference/commands.md, "Answers".
    """
    words = text.split()
    sentences: list[str] = []
    if not any("=" in word for word in words):
        written = _ordered(sheet, words, sentences)
        return sentences or fit_answers(sheet, written)
    written = _paired(sheet, words, sentences)
    if sentences:
        return sentences
    answers = fit_answers(sheet, written)
    if isinstance(answers, dict):
        # Whoever names a question means its answer to count.
        meant = dict(_answers(sheet, written))
        sentences += [
            _not_asked(question) for question in meant if question not in answers
        ]
    return sentences or answers


def fit_answers(sheet: Sheet, written: Words) -> Answers | list[str]:
    """Give the answers that a word for each question holds, or what does not fit.

    Shape: of hidden questions there are no answers, whatever was written.
    """
    answers = dict(_answers(sheet, written))
    hidden = _hidden(sheet, answers)
    sentences: list[str] = []
    for question in sheet["questions"]:
        if question["id"] not in hidden:
            sentences += faults(question, written.get(question["id"]))
    return sentences or {name: a for name, a in answers.items() if name not in hidden}


def _ordered(sheet: Sheet, words: list[str], sentences: list[str]) -> Words:
    asked, given = len(sheet["questions"]), len(words)
    if asked != given:
        amount = "too many" if given > asked else "too few"
        sentences.append(
            f"{amount} answers: {counted(given, 'answer')} to"
            f" {counted(asked, 'question')}"
        )
        return {}
    pairs = zip(sheet["questions"], words, strict=True)
    return {question["id"]: word for question, word in pairs}


def _paired(sheet: Sheet, words: list[str], sentences: list[str]) -> Words:
    names = [question["id"] for question in sheet["questions"]]
    written: Words = {}
    for word in words:
        name, equals, option = word.partition("=")
        if not equals:
            sentences.append(f'"{word}" is no pair of a question and an option')
        elif name not in names:
            sentences.append(f'there is no question "{name}", only {", ".join(names)}')
        elif name in written:
            sentences.append(f'question "{name}" is answered twice')
        else:
            written[name] = option
    return written


def _answers(sheet: Sheet, written: Words) -> Iterator[tuple[str, str | list[str]]]:
    """Give the answers as they were written, whether they fit or not."""
    for question in sheet["questions"]:
        answer = answer_in(question, written.get(question["id"], OPEN))
        if answer is not None:
            yield question["id"], answer


def answer_in(question: SheetQuestion, word: str) -> str | list[str] | None:
    """Give the answer that a word is, whether it fits or not; None: left out."""
    if not question.get("multiple"):
        return None if word == OPEN else word
    return None if word in {OPEN, NONE_TICKED} else word.split(AND)


def word_of(answer: str | list[str] | None) -> str:
    """Write an answer, or that there is none, as `answer_in` reads it."""
    if answer is None:
        return OPEN
    return answer if isinstance(answer, str) else AND.join(answer) or NONE_TICKED


def _hidden(sheet: Sheet, answers: Answers) -> list[str]:
    """Give the questions that are not asked after these answers."""
    known = zip(sheet["questions"], replies(sheet, answers), strict=True)
    return [q["id"] for q, reply in known if reply["state"] == "hidden"]


def faults(question: SheetQuestion, word: str | None) -> Iterator[str]:
    """Say why a word does not answer a question that is asked; None: left out."""
    name, options = question["id"], question["options"]
    is_multiple = question.get("multiple", False)
    if word is None or word == OPEN:
        if is_multiple and word == OPEN:
            yield f'question "{name}" takes "{NONE_TICKED}" where nothing is ticked'
        elif not is_multiple and not question.get("optional"):
            yield f'question "{name}" is open, and must be answered'
    elif is_multiple and word != NONE_TICKED:
        yield from _tick_faults(question, word.split(AND))
    elif not is_multiple and AND in word:
        yield f'question "{name}" takes one option, and "{word}" names several'
    elif not is_multiple and word not in options:
        yield _no_option(question, word)


def _tick_faults(question: SheetQuestion, ticks: list[str]) -> Iterator[str]:
    options, points = question["options"], question["points"]
    for position, tick in enumerate(ticks):
        if tick not in options:
            yield _no_option(question, tick)
        elif tick in ticks[:position]:
            yield f'question "{question["id"]}" has "{tick}" ticked twice'
        elif points[options.index(tick)] is None and len(ticks) > 1:
            yield (
                f'option "{tick}" of question "{question["id"]}" is n.a., and excludes'
                " the others"
            )


def _no_option(question: SheetQuestion, word: str) -> str:
    known = ", ".join(question["options"])
    return f'question "{question["id"]}" has no option "{word}", only {known}'


def _not_asked(name: str) -> str:
    return f'question "{name}" is not asked after these answers: leave it out'
