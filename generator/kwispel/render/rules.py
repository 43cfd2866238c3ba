"""The CSS that depends on the quiz: counting, and showing the chosen advice.

It keeps the page of use where no script runs. Themes are not asked to write it.
"""

from __future__ import annotations

from kwispel.model.shapes import Quiz
from kwispel.render.tally import Tallies

_PLAIN = "html:not([data-scripts])"


def quiz_rules(quiz: Quiz, tallies: Tallies) -> str:
    """Write the rules of one quiz."""
    return "".join(
        [
            "@layer kw.utilities{",
            *_counting(tallies),
            *_progress(quiz),
            *_chosen_advice(quiz),
            "}",
        ]
    )


def _counting(tallies: Tallies) -> list[str]:
    names = tallies.names()
    return [
        f"[data-kw=quiz-root]{{counter-reset:{' '.join(names)}}}",
        *(
            f'[data-tally="{name}"]:checked{{counter-increment:{added}}}'
            for name, added in tallies.increments.items()
        ),
        *(
            f'[data-counter="{name}"]::before{{content:counter({name})}}'
            for name in names
        ),
    ]


def _progress(quiz: Quiz) -> list[str]:
    """Let the marks of answered questions stand up, and count them."""
    return [
        f'[data-kw=quiz-root]:has([name="{question.id}"]:checked) '
        f'[data-tick="{question.id}"]{{--_kw-done:1}}'
        for question in quiz.questions
    ]


def _chosen_advice(quiz: Quiz) -> list[str]:
    """Show in the plain mode what belongs to the chosen answers."""
    return [
        f"{_PLAIN}:has(#q-{question.id}\\.{option.id}:checked) "
        f':is([data-result-question="{question.id}"],'
        f'[data-advice="{question.id}/{option.id}"])'
        "{display:block}"
        for question in quiz.questions
        for option in question.options
    ]
