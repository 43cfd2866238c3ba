"""How high a frame has to be, estimated where no browser has measured it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import ceil

from kwispel.model.questions import Question
from kwispel.model.shapes import Quiz
from kwispel.render.editions import editions

COLUMN_PX = 360
"""The column that heights are for: what a telephone leaves of an article."""

# A column of 360 pixels holds about this many characters a line of the default theme,
# and its lines, gaps and rows are about this high. An estimate on the safe side is
# enough: a frame without the loader scrolls, and one with it gets its true height.
CHARACTERS_A_LINE = 38
LINE_PX = 26
OPTION_GAP_PX = 26
QUESTION_GAP_PX = 90
FRAME_PX = 520


def estimated_heights(quizzes: Iterable[Quiz]) -> Mapping[str, int]:
    """Give the height of each quiz in each language, by its path in the site."""
    return {
        edition.path: estimated_height_px(edition)
        for quiz in quizzes
        for edition in editions(quiz)
    }


def estimated_height_px(quiz: Quiz) -> int:
    """Estimate how high a quiz is before it is answered, 360 pixels wide."""
    text_px = 0 if quiz.intro_html is None else _text_px(quiz.intro_html.striptags())
    heights_px = [_question_px(question) for question in quiz.questions]
    shown_px = text_px + sum(heights_px)
    if quiz.is_stepped:
        # The introduction stands above the first question alone.
        shown_px = max(text_px + heights_px[0], *heights_px)
    return ceil((FRAME_PX + shown_px) / 10) * 10


def _question_px(question: Question) -> int:
    options_px = sum(
        _text_px(option.label_html.striptags()) + OPTION_GAP_PX
        for option in question.options
    )
    return QUESTION_GAP_PX + _text_px(question.text) + options_px


def _text_px(text: str) -> int:
    return ceil(len(text) / CHARACTERS_A_LINE) * LINE_PX
