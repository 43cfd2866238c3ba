"""Read a site, or one quiz, into values that keep the place of everything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from kwispel.errors import Problem, has_error
from kwispel.source.advice_file import read_advice_file
from kwispel.source.files import Content, read_text
from kwispel.source.folders import (
    SITE_FILE,
    list_quiz_files,
    list_quizzes,
)
from kwispel.source.front_matter import split_front_matter
from kwispel.source.keys import check_keys
from kwispel.source.outline import lines_of, mark_code
from kwispel.source.own_texts import read_own_texts
from kwispel.source.question_file import read_question_file
from kwispel.source.schema import QUIZ
from kwispel.source.shapes import (
    ParsedAdvice,
    ParsedQuestion,
    ParsedQuiz,
    ParsedSite,
    Settings,
    SourceFile,
)
from kwispel.source.site_toml import default_settings, read_site_toml
from kwispel.source.translations import read_translations

MOST_SETTINGS = 32 * 1024
"""Bytes of site.toml: Python's reader of TOML has slow corners."""

MOST_LOCK = 1024 * 1024


def read_content(content: Content, problems: list[Problem]) -> ParsedSite:
    """Read a whole site, without what cannot be read."""
    folders = list_quizzes(content, problems)
    settings = read_settings(content, problems)
    read = [read_quiz(content, folder, problems) for folder in folders]
    own_texts = read_own_texts(content, problems)
    return ParsedSite(settings, tuple(quiz for quiz in read if quiz), own_texts)


def read_settings(content: Content, problems: list[Problem]) -> Settings:
    """Read site.toml, or give the defaults where there is none."""
    name = PurePosixPath(SITE_FILE)
    path = content.path / name
    if path.is_symlink() or not path.exists():
        return default_settings(content.place(name))
    file = read_text(content, name, problems, MOST_SETTINGS)
    settings = read_site_toml(file, problems) if file else None
    return settings or default_settings(content.place(name))


def read_quiz(
    content: Content, folder: str, problems: list[Problem]
) -> ParsedQuiz | None:
    """Read the quiz in a folder; None where there is none, or its quiz.md is amiss."""
    before = len(problems)
    files = list_quiz_files(content, folder, problems)
    if files is None:
        return None
    questions = tuple(_questions(content, files.questions, problems))
    advice = tuple(_advice(content, files.advice, problems))
    python = [read_text(content, name, problems) for name in files.python]
    file = read_text(content, files.quiz, problems)
    document = split_front_matter(file, problems) if file else None
    if document is None:
        return None
    settings = check_keys(document.settings, QUIZ, problems)
    intro = lines_of(mark_code(document.body, problems) or ())
    return ParsedQuiz(
        id=folder,
        settings=settings,
        intro=intro,
        lock=_lock(content, files.lock, problems),
        questions=questions,
        advice=advice,
        is_whole=not has_error(problems[before:]),
        place=content.place(files.quiz),
        translations=read_translations(content, files, problems),
        python=tuple(one for one in python if one),
    )


def _lock(
    content: Content, name: PurePosixPath | None, problems: list[Problem]
) -> SourceFile | None:
    return read_text(content, name, problems, MOST_LOCK) if name else None


def _questions(
    content: Content, names: Iterable[PurePosixPath], problems: list[Problem]
) -> Iterator[ParsedQuestion]:
    for name in names:
        file = read_text(content, name, problems)
        if file:
            yield from read_question_file(file, problems) or ()


def _advice(
    content: Content, names: Iterable[PurePosixPath], problems: list[Problem]
) -> Iterator[ParsedAdvice]:
    for name in names:
        file = read_text(content, name, problems)
        advice = read_advice_file(file, problems) if file else None
        if advice:
            yield advice
