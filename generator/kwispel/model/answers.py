"""Read answers as people write them on the command line and in worked examples."""

from __future__ import annotations

from kwispel.model.questions import Question
from kwispel.model.shapes import Quiz

OPEN = "-"

Answers = dict[str, str]
"""Question id to option id."""


def parse_answers(quiz: Quiz, text: str) -> Answers | list[str]:
    """Give the answers that a text holds, or sentences on what does not fit.

    Source: docs/reference/commands.md, "Answers".
    """
    words = text.split()
    sentences: list[str] = []
    if any("=" in word for word in words):
        answers = _paired(quiz, words, sentences)
    else:
        answers = _ordered(quiz, words, sentences)
    return sentences or answers


def _ordered(quiz: Quiz, words: list[str], sentences: list[str]) -> Answers:
    asked, given = len(quiz.questions), len(words)
    if asked != given:
        amount = "too many" if given > asked else "too few"
        sentences.append(
            f"{amount} answers: {_counted(given, 'answer')} to"
            f" {_counted(asked, 'question')}"
        )
        return {}
    pairs = zip(quiz.questions, words, strict=True)
    return {q.id: word for q, word in pairs if _fits(q, word, sentences)}


def _paired(quiz: Quiz, words: list[str], sentences: list[str]) -> Answers:
    questions = {question.id: question for question in quiz.questions}
    answers: Answers = {}
    for word in words:
        name, equals, option = word.partition("=")
        if not equals:
            sentences.append(f'"{word}" is no pair of a question and an option')
        elif name not in questions:
            known = ", ".join(questions)
            sentences.append(f'there is no question "{name}", only {known}')
        elif name in answers:
            sentences.append(f'question "{name}" is answered twice')
        else:
            answers[name] = option
            _fits(questions[name], option, sentences)
    if not sentences:
        sentences += [_open(q) for q in quiz.questions if q.id not in answers]
    return answers


def _fits(question: Question, word: str, sentences: list[str]) -> bool:
    """Say whether a word answers a question; add a sentence where it does not."""
    options = [option.id for option in question.options]
    if word in options:
        return True
    if word == OPEN:
        sentences.append(_open(question))
    elif "+" in word:
        sentences.append(
            f'question "{question.id}" takes one option, and "{word}" names several'
        )
    else:
        known = ", ".join(options)
        sentences.append(
            f'question "{question.id}" has no option "{word}", only {known}'
        )
    return False


def _open(question: Question) -> str:
    return f'question "{question.id}" is open, and must be answered'


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
