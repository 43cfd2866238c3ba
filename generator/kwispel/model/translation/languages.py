"""Check a quiz, and its translations against it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kwispel.errors import Problem
from kwispel.model.check_quiz import check_quiz
from kwispel.model.shapes import Quiz
from kwispel.model.translation.translate import translate
from kwispel.source.files import Content
from kwispel.source.names import quoted
from kwispel.source.shapes import ParsedQuiz, ParsedTranslation, Settings


def check_languages(
    parsed: ParsedQuiz,
    content: Content,
    *,
    settings: Settings,
    problems: list[Problem],
) -> Quiz | None:
    """Give a quiz with its translations; None where it does not hold together.

    Shape: translations are held against the quiz once nothing is wrong with it.
    """
    quiz = check_quiz(parsed, content, settings=settings, problems=problems)
    if quiz is None:
        return None
    original = _Original(parsed, quiz, content, settings)
    checked = [
        original.check(translation, problems)
        for translation in parsed.translations
        if translation.is_whole
    ]
    return replace(quiz, translations=tuple(one for one in checked if one))


def check_folders(
    quizzes: tuple[ParsedQuiz, ...], problems: list[Problem]
) -> tuple[ParsedQuiz, ...]:
    """Give the quizzes but for those whose folder in the site is a language's."""
    users = {t.lang: quiz.id for quiz in quizzes for t in quiz.translations}
    problems.extend(
        Problem(
            quiz.place,
            "reserved-id",
            f'"{quiz.id}" is the folder of translations in the site, such as that of'
            f' "{users[quiz.id]}"',
            "Rename the quiz's folder.",
        )
        for quiz in quizzes
        if quiz.id in users
    )
    return tuple(quiz for quiz in quizzes if quiz.id not in users)


@dataclass(frozen=True, slots=True)
class _Original:
    """What a translation is held against: the quiz as read, and as understood."""

    parsed: ParsedQuiz
    quiz: Quiz
    content: Content
    settings: Settings

    def check(
        self, translation: ParsedTranslation, problems: list[Problem]
    ) -> Quiz | None:
        if translation.lang == self.quiz.lang.lower():
            problems.append(_same_language(translation))
            return None
        found: list[Problem] = []
        merged = translate(self.parsed, self.quiz, translation, found)
        checked = self._checked(merged, found) if merged else None
        problems.extend(p for p in found if self._is_told(p, translation))
        return checked

    def _checked(self, merged: ParsedQuiz, problems: list[Problem]) -> Quiz | None:
        return check_quiz(
            merged,
            self.content,
            settings=self.settings,
            problems=problems,
            is_translation=True,
        )

    def _is_told(self, problem: Problem, translation: ParsedTranslation) -> bool:
        """Warnings about the original's files have been told with the original."""
        if problem.level == "error":
            return True
        is_own = problem.place.file in translation.files
        return is_own and problem.code not in self.quiz.intended


def _same_language(translation: ParsedTranslation) -> Problem:
    return Problem(
        translation.place,
        "translation-differs",
        f"this is a translation into {quoted(translation.lang)}, which is the language"
        " of the quiz itself",
        'Name the language of the original in quiz.md with "lang", or rename this.',
    )
