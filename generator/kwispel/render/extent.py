"""How long a quiz is, as a reader is told before."""

from __future__ import annotations

from kwispel.model.shapes import Quiz
from kwispel.render.language import Strings
from kwispel.render.numbers import numbers_for
from kwispel.render.prose import count_words
from kwispel.render.recipes import dropping

_WORDS_A_MINUTE = 180
_SECONDS_A_QUESTION = 6


def extent(quiz: Quiz, ui: Strings) -> str:
    """Tell how long a quiz is: "10 questions, about 5 minutes"."""
    count = len(quiz.questions)
    words = count_words(quiz.intro_html) + sum(
        count_words(question.text_html)
        + sum(count_words(option.label_html) for option in question.options)
        for question in quiz.questions
    )
    seconds = 60 * words / _WORDS_A_MINUTE + count * _SECONDS_A_QUESTION
    minutes = max(1, round(seconds / 60))
    has_fewer = count > 1 and dropping(quiz.questions).has_condition
    questions = (ui.extent_most if has_fewer else ui.extent).of(count)
    length = ui.minutes.of(minutes)
    write = numbers_for(ui)
    return ui.extent_joint.format(
        extent=questions.format(n=write.whole(count)),
        minutes=length.format(n=write.whole(minutes)),
    )
