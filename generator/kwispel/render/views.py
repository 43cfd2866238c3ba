"""A quiz as templates see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

from kwispel.core.score import TOTAL
from kwispel.model.questions import Option, Question, Worth
from kwispel.model.shapes import Quiz
from kwispel.render.better import has_better_end, readings
from kwispel.render.conditions import condition_words
from kwispel.render.context import (
    FeedView,
    OptionView,
    QuestionView,
    QuizView,
    StepsView,
)
from kwispel.render.context_follow_up import FollowUpView
from kwispel.render.context_language import LanguageView
from kwispel.render.credit import credit_view
from kwispel.render.extent import extent
from kwispel.render.language import Strings
from kwispel.render.late_markup import LATE_URL
from kwispel.render.numbers import Numbers, numbers_for
from kwispel.render.paper import paper_view
from kwispel.render.plain import (
    plain_view,
    say_views,
    sentence_words,
)
from kwispel.render.policy import json_block
from kwispel.render.prose import Setting
from kwispel.render.recipes import dropping
from kwispel.render.scores import recipes, score_views, unscored_views
from kwispel.render.sheets import sheet_text
from kwispel.render.standing import profile_view
from kwispel.render.tally import Tallies
from kwispel.render.voices import perspective_views, voiced, voiced_plain

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet


@dataclass(frozen=True, slots=True)
class Material:
    """All that a view of a quiz is made from; has_radar: it is wanted, and helps."""

    quiz: Quiz
    sheet: Sheet
    tallies: Tallies
    ui: Strings
    setting: Setting
    runtime_url: str
    complete_url: str
    more_url: str
    languages: tuple[LanguageView, ...]
    follow_up: FollowUpView
    has_radar: bool
    pdf_url: str
    is_file: bool
    is_framed: bool

    @property
    def numbers(self) -> Numbers:
        """Give the way in which the quiz writes numbers."""
        return numbers_for(self.ui)


def quiz_view(material: Material) -> QuizView:
    """Give a quiz as templates see it."""
    quiz, ui, setting = material.quiz, material.ui, material.setting
    scores = score_views(quiz, material.sheet, material.tallies, ui, setting)
    total = scores[0] if scores and quiz.total else None
    factors = scores[1:] if total else scores
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
        factors=factors,
        profile=profile_view(factors, has_radar=material.has_radar),
        unscored=() if quiz.shows_score else unscored_views(quiz, setting),
        shows_score=quiz.shows_score,
        shares_score=quiz.shares_score and material.is_framed,
        shows_left=quiz.shows_score and has_better_end(quiz),
        reading=readings(quiz, ui).of_all,
        steps=_steps(quiz),
        recipes=recipes(scores),
        credit=credit_view(quiz, ui),
        says=say_views(quiz, total, ui),
        languages=material.languages,
        perspectives=perspective_views(quiz, ui, setting),
        words=sentence_words(quiz, ui),
        plain=plain_view(quiz, total, material.tallies, ui),
        paper=paper_view(quiz, ui, material.pdf_url),
        sheet_json=json_block(sheet_text(material.sheet)),
        runtime_url=material.runtime_url,
        complete_url=material.complete_url,
        more_url=material.more_url,
        late_url="" if material.is_file else LATE_URL,
        is_file=material.is_file,
        has_hook=quiz.hook is not None and quiz.shows_score,
        follow_up=material.follow_up,
    )


def seen_from(view: QuizView, material: Material) -> QuizView:
    """Give a view as another page has it on which prose is set alike.

    What is the same is one object, so that it need not be printed again.
    """
    here = replace(
        view,
        shares_score=material.quiz.shares_score and material.is_framed,
        languages=material.languages,
        paper=replace(view.paper, pdf_url=material.pdf_url),
        runtime_url=material.runtime_url,
        complete_url=material.complete_url,
        more_url=material.more_url,
        late_url="" if material.is_file else LATE_URL,
        is_file=material.is_file,
        follow_up=material.follow_up,
    )
    return view if here == view else here


def _steps(quiz: Quiz) -> StepsView | None:
    if not quiz.is_stepped:
        return None
    return StepsView(quiz.questions[0].id, dropping(quiz.questions).has_condition)


def _questions(material: Material) -> tuple[QuestionView, ...]:
    of, ui, write = len(material.quiz.questions), material.ui, material.numbers
    # Where not all are asked, a number is a name, and "of 10" would be no promise.
    has_condition = dropping(material.quiz.questions).has_condition
    form = ui.position_alone if has_condition else ui.position
    return tuple(
        _question(
            question,
            number,
            form.format(n=write.whole(number), of=write.whole(of)),
            material,
        )
        for number, question in enumerate(material.quiz.questions, 1)
    )


def _question(
    question: Question, number: int, position: str, material: Material
) -> QuestionView:
    put, ui = material.setting.put_any, material.ui
    return QuestionView(
        id=question.id,
        element_id=f"q-{question.id}",
        open_id=f"open-{question.id}",
        first_input_id=_input_id(question, question.options[0]),
        number=material.numbers.whole(number),
        position=position,
        title_html=voiced_plain(question, material.quiz),
        text_html=material.setting.put(voiced(question, material.quiz)),
        lead_html=put(question.lead_html, under=2),
        note_html=put(question.note_html, under=2),
        options=tuple(
            _option(option, question, material) for option in question.options
        ),
        is_multiple=question.is_multiple,
        hints=_hints(question, ui),
        condition_html=put(condition_words(question, material.quiz, ui)),
        open=_open(question, ui),
        ticks_none=_ticks_none(question, material),
        background_html=put(question.background_html),
        feeds=_feeds(question, material),
    )


def _hints(question: Question, ui: Strings) -> tuple[str, ...]:
    """Tell how a question may be answered, where that is not by one option."""
    several = (ui.several,) if question.is_multiple else ()
    return (*several, ui.optional) if question.is_optional else several


def _open(question: Question, ui: Strings) -> str:
    """Tell what is wrong while a question is open.

    Nothing ticked is an answer where several may be: there only n.a. beside another
    tick is none.
    """
    return ui.open_both if question.is_multiple else ui.open


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
    """Tell what an option is worth, to each factor where that differs."""
    if option.is_na:
        return material.ui.points_na
    at = question.options.index(option)
    if question.is_split:
        found = _shares(question, material)
        return _shared([(title, worth.added[at]) for title, worth in found], material)
    return _counted(question.value(option), material)


def _ticks_none(question: Question, material: Material) -> str:
    """Tell what a question is worth where nothing is ticked, if it is."""
    base = question.worth().base
    if not question.is_split:
        told = _counted(base, material) if base else ""
    else:
        found = _shares(question, material)
        bases = [(title, worth.base) for title, worth in found if worth.base]
        told = _shared(bases, material)
    return material.ui.plain_none.format(points=told) if told else ""


def _shares(question: Question, material: Material) -> list[tuple[str, Worth]]:
    """Give what a question brings to each factor, with the factor's title."""
    return [
        (factor.title or factor.id, question.worth(factor.id))
        for factor in material.quiz.factors
        if question.id in factor.members
    ]


def _shared(parts: Sequence[tuple[str, Fraction | None]], material: Material) -> str:
    return material.ui.comma.join(
        f"{title} {material.numbers.exact(points or Fraction(0))}"
        for title, points in parts
    )


def _counted(points: Fraction | None, material: Material) -> str:
    value = points or Fraction(0)
    return material.ui.points.of(value).format(number=material.numbers.exact(value))


def _feeds(question: Question, material: Material) -> tuple[FeedView, ...]:
    ui = material.ui
    return tuple(
        FeedView(
            score.title or ui.total,
            ""
            if (weight := score.members[question.id]) == 1
            else ui.weight.format(weight=material.numbers.exact(weight)),
            share=score.id if question.is_split and score.id != TOTAL else "",
        )
        for score in material.quiz.scores
        if question.id in score.members
    )
