"""Read the translations of a quiz with the readers of its originals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from kwispel.errors import Problem, has_error
from kwispel.source.advice_file import read_advice_file
from kwispel.source.files import Content, read_text
from kwispel.source.folders import QuizFiles
from kwispel.source.front_matter import Document, split_front_matter
from kwispel.source.keys import check_keys
from kwispel.source.languages import TranslatedFiles, by_language
from kwispel.source.outline import lines_of, mark_code
from kwispel.source.question_file import read_question_file
from kwispel.source.schema import QUIZ
from kwispel.source.shapes import (
    ParsedAdvice,
    ParsedQuestion,
    ParsedTranslation,
    Table,
)


def read_translations(
    content: Content, files: QuizFiles, problems: list[Problem]
) -> tuple[ParsedTranslation, ...]:
    """Give the quiz in each language in which all of its files are there."""
    return tuple(
        _translation(content, files, translated, problems)
        for translated in by_language(content, files.all, problems)
        if files.quiz in translated.names
    )


def _translation(
    content: Content,
    files: QuizFiles,
    translated: TranslatedFiles,
    problems: list[Problem],
) -> ParsedTranslation:
    before = len(problems)
    names = translated.names
    questions = _questions(content, files.questions, translated, problems)
    advice = _advice(content, files.advice, translated, problems)
    document = _quiz(content, names[files.quiz], problems)
    settings = check_keys(document.settings, QUIZ, problems)
    intro = lines_of(mark_code(document.body, problems) or ())
    originals = len(files.all) - len(files.translations)
    return ParsedTranslation(
        lang=translated.lang,
        settings=settings,
        intro=intro,
        questions=questions,
        advice=advice,
        files=tuple(content.shown(name) for name in names.values()),
        is_whole=len(names) == originals and not has_error(problems[before:]),
        place=content.place(names[files.quiz]),
    )


def _quiz(content: Content, name: PurePosixPath, problems: list[Problem]) -> Document:
    file = read_text(content, name, problems)
    document = split_front_matter(file, problems) if file else None
    return document or Document(Table({}, content.place(name)), ())


def _questions(
    content: Content,
    originals: Iterable[PurePosixPath],
    translated: TranslatedFiles,
    problems: list[Problem],
) -> dict[str, tuple[ParsedQuestion, ...]]:
    """Give the questions of each translated file, by the file that it translates."""
    read: dict[str, tuple[ParsedQuestion, ...]] = {}
    for original in originals:
        name = translated.names.get(original)
        file = read_text(content, name, problems) if name else None
        if file:
            questions = read_question_file(file, problems)
            read[content.shown(original)] = questions or ()
    return read


def _advice(
    content: Content,
    originals: Iterable[PurePosixPath],
    translated: TranslatedFiles,
    problems: list[Problem],
) -> dict[str, ParsedAdvice]:
    read: dict[str, ParsedAdvice] = {}
    for original in originals:
        name = translated.names.get(original)
        file = read_text(content, name, problems) if name else None
        advice = read_advice_file(file, problems) if file else None
        if advice:
            read[original.stem] = replace(advice, score=original.stem)
    return read
