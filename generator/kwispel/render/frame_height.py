"""How high a frame has to be, estimated where no browser has measured it.

What things take was measured in the themes of kwispel, and is held to it by
tests/browser/test_estimated_heights.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from math import ceil

from markupsafe import Markup

from kwispel.model.questions import Question
from kwispel.model.shapes import Quiz
from kwispel.render.editions import editions

COLUMN_PX = 360
"""The column that heights are for: what a telephone leaves of an article."""

# On the safe side: too high a frame ends in white, one that is too low scrolls.
_MARGIN = 1.06

_AROUND_PX = 700
_STEPPED_PX = -150
_LANGUAGES_PX = 10
_PERSPECTIVE_PX = 60
_CREDIT_PX = 30
_QUESTION_PX = 94
_OPTION_PX = 57
_HINT_PX = 42
_BLOCK_PX = 24
_PICTURE_PX = 250
_LINE_PX = 27
_SMALL_LINE_PX = 24

# How many letters a line holds, of each kind of text.
_TITLE, _ASKED, _LABEL, _PROSE = 16, 32, 34, 36

_BLOCKS = re.compile("</(?:p|li|h[1-6]|tr|pre)>")
_SIZE = re.compile(r"--kw-size:\s*([\d.]+)%")


def letter_size(css: str) -> float:
    """Give how large the letters of a theme are, where 1 is what readers have set."""
    sizes = _SIZE.findall(css)
    return float(sizes[-1]) / 100 if sizes else 1


def estimated_heights(quizzes: Iterable[Quiz], size: float = 1) -> Mapping[str, int]:
    """Give the height of each quiz in each language, by its path in the site."""
    return {
        edition.path: estimated_height_px(edition, size)
        for quiz in quizzes
        for edition in editions(quiz)
    }


def estimated_height_px(quiz: Quiz, size: float = 1) -> int:
    """Estimate how high a quiz is before it is answered, 360 pixels wide.

    Letters twice as large take four times the room: fewer stand in a line.
    """
    asked = [_question_px(each) for each in quiz.questions if not each.when] or [0]
    asked_px = max(asked) + _STEPPED_PX if quiz.is_stepped else sum(asked)
    text_px = asked_px + _opening_px(quiz) + _about_px(quiz)
    estimate_px = _MARGIN * (_AROUND_PX * size + text_px * size**2)
    return ceil(estimate_px / 10) * 10


def _opening_px(quiz: Quiz) -> int:
    has_languages = bool(quiz.translations) or quiz.is_translation
    return (
        _lines(quiz.title, _TITLE) * _SMALL_LINE_PX
        + _lines(quiz.description or "", _LABEL) * _SMALL_LINE_PX
        + _prose_px(quiz.intro_html)
        + has_languages * _LANGUAGES_PX
        + len(quiz.perspectives) * _PERSPECTIVE_PX
    )


def _about_px(quiz: Quiz) -> int:
    credit = (", ".join(quiz.authors), quiz.source or "", quiz.licence or "")
    rows = sum(_lines(each, _LABEL) for each in credit)
    return _prose_px(quiz.scope_html) + rows * _CREDIT_PX


def _question_px(question: Question) -> int:
    labels = [_lines(str(o.label_html.striptags()), _LABEL) for o in question.options]
    has_hint = question.is_multiple or question.is_optional
    return (
        _QUESTION_PX
        + _lines(question.text, _ASKED) * _SMALL_LINE_PX
        + _prose_px(question.lead_html)
        + _prose_px(question.note_html)
        + has_hint * _HINT_PX
        + len(labels) * _OPTION_PX
        + sum(max(0, lines - 1) for lines in labels) * _LINE_PX
    )


def _prose_px(html: Markup | None) -> int:
    if html is None:
        return 0
    pictures = html.count("<img")
    blocks = len(_BLOCKS.findall(html))
    lines = _lines(str(html.striptags()), _PROSE)
    return lines * _LINE_PX + blocks * _BLOCK_PX + pictures * _PICTURE_PX


def _lines(text: str, letters: int) -> int:
    return ceil(len(text) / letters)
