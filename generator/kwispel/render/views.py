"""A quiz as templates see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kwispel.core.score import RESCALING
from kwispel.model.questions import Option, Question
from kwispel.model.shapes import Quiz
from kwispel.render.context import (
    FeedView,
    LanguageView,
    OptionView,
    QuestionView,
    QuizView,
)
from kwispel.render.credit import credit_view
from kwispel.render.language import Strings
from kwispel.render.numbers import Numbers, numbers_for
from kwispel.render.plain import has_not_applicable, plain_view, say_views
from kwispel.render.policy import json_block
from kwispel.render.prose import Setting, count_words
from kwispel.render.scores import recipes, score_views
from kwispel.render.sheets import sheet_text
from kwispel.render.tally import Tallies

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet

_WORDS_A_MINUTE = 180
_SECONDS_A_QUESTION = 6


@dataclass(frozen=True, slots=True)
class Material:
    """All that a view of a quiz is made from."""

    quiz: Quiz
    sheet: Sheet
    tallies: Tallies
    ui: Strings
    setting: Setting
    runtime_url: str
    languages: tuple[LanguageView, ...]

    @property
    def numbers(self) -> Numbers:
        """Give the way in which the quiz writes numbers."""
        return numbers_for(self.ui)


def quiz_view(material: Material) -> QuizView:
    """Give a quiz as templates see it."""
    quiz, ui, setting = material.quiz, material.ui, material.setting
    scores = score_views(quiz, material.sheet, material.tallies, ui, setting)
    total = scores[0] if quiz.total else None
    return QuizView(
        id=quiz.id,
        version=quiz.version,
        lang=quiz.lang,
        title=quiz.title,
        description=quiz.description,
        extent=extent(quiz, ui),
        intro_html=setting.put_any(quiz.intro_html, under=1),
        scope_html=setting.put_any(quiz.scope_html, under=2),
        questions=_questions(material),
        total=total,
        factors=scores[1:] if total else scores,
        recipes=recipes(scores),
        credit=credit_view(quiz, ui),
        says=say_views(total, ui),
        languages=material.languages,
        plain=plain_view(quiz, total, material.tallies, ui),
        rescale_note=_rescale_note(quiz, ui),
        sheet_json=json_block(sheet_text(material.sheet)),
        runtime_url=material.runtime_url,
    )


def extent(quiz: Quiz, ui: Strings) -> str:
    """Tell how long a quiz is: "10 questions, about 5 minutes"."""
    count = len(quiz.questions)
    words = count_words(quiz.intro_html) + sum(
        count_words(question.text_html)
        + sum(count_words(option.label_html) for option in question.options)
        for question in quiz.questions
    )
    minutes = round(words / _WORDS_A_MINUTE + count * _SECONDS_A_QUESTION / 60)
    questions = ui.extent_one if count == 1 else ui.extent_other.format(n=count)
    length = ui.minutes_one if minutes <= 1 else ui.minutes_other.format(n=minutes)
    return f"{questions}, {length}"


def _rescale_note(quiz: Quiz, ui: Strings) -> str | None:
    rescales = any(
        score.method == "sum" and score.missing in RESCALING for score in quiz.scores
    )
    return ui.recipe_rescale if rescales and has_not_applicable(quiz) else None


def _questions(material: Material) -> tuple[QuestionView, ...]:
    of = len(material.quiz.questions)
    return tuple(
        _question(question, number, of, material)
        for number, question in enumerate(material.quiz.questions, 1)
    )


def _question(
    question: Question, number: int, of: int, material: Material
) -> QuestionView:
    put = material.setting.put_any
    return QuestionView(
        id=question.id,
        element_id=f"q-{question.id}",
        open_id=f"open-{question.id}",
        first_input_id=_input_id(question, question.options[0]),
        number=number,
        position=material.ui.position.format(n=number, of=of),
        text=question.text,
        text_html=material.setting.put(question.text_html),
        lead_html=put(question.lead_html, under=2),
        note_html=put(question.note_html, under=2),
        options=tuple(
            _option(option, question, material) for option in question.options
        ),
        background_html=put(question.background_html),
        feeds=_feeds(question, material),
    )


def _input_id(question: Question, option: Option) -> str:
    # The point keeps option "b" of "x-a" apart from option "a-b" of "x": no id has one.
    return f"q-{question.id}.{option.id}"


def _option(option: Option, question: Question, material: Material) -> OptionView:
    return OptionView(
        id=option.id,
        input_id=_input_id(question, option),
        label_html=material.setting.put(option.label_html),
        advice_html=material.setting.put_any(option.advice_html),
        is_na=option.is_na,
        points=_points(option, question, material),
        tally=material.tallies.by_option[question.id, option.id],
    )


def _points(option: Option, question: Question, material: Material) -> str:
    value = question.value(option)
    if value is None:
        return material.ui.points_na
    form = material.ui.points_one if value == 1 else material.ui.points_other
    return form.format(n=material.numbers.exact(value))


def _feeds(question: Question, material: Material) -> tuple[FeedView, ...]:
    ui = material.ui
    return tuple(
        FeedView(
            score.title or ui.total,
            ""
            if (weight := score.members[question.id]) == 1
            else ui.weight.format(weight=material.numbers.exact(weight)),
        )
        for score in material.quiz.scores
        if question.id in score.members
    )
