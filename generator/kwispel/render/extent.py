"""How long a quiz is, as a reader is told before."""

from __future__ import annotations

from kwispel.model.shapes import Length, Quiz
from kwispel.render.language import Strings
from kwispel.render.numbers import numbers_for
from kwispel.render.prose import count_words
from kwispel.render.recipes import dropping

_WORDS_A_MINUTE = 180
_SECONDS_A_QUESTION = 6


def length_of(quiz: Quiz) -> Length:
    """Give how long a quiz is, by its words and questions, or as it was told before."""
    if quiz.length is not None:
        return quiz.length
    count = len(quiz.questions)
    words = count_words(quiz.intro_html) + sum(
        count_words(question.text_html)
        + sum(count_words(option.label_html) for option in question.options)
        for question in quiz.questions
    )
    seconds = 60 * words / _WORDS_A_MINUTE + count * _SECONDS_A_QUESTION
    has_fewer = count > 1 and dropping(quiz.questions).has_condition
    return Length(count, max(1, round(seconds / 60)), has_fewer)


def extent(quiz: Quiz, ui: Strings) -> str:
    """Tell how long a quiz is: "10 questions, about 5 minutes"."""
    found = length_of(quiz)
    questions = (ui.extent_most if found.has_fewer else ui.extent).of(found.questions)
    length = ui.minutes.of(found.minutes)
    write = numbers_for(ui)
    return ui.extent_joint.format(
        extent=questions.format(n=write.whole(found.questions)),
        minutes=length.format(n=write.whole(found.minutes)),
    )
