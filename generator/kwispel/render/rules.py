"""The CSS that depends on the quiz: hiding, counting, showing the chosen advice.

It keeps the page of use where no script runs. Themes are not asked to write it.
"""

from __future__ import annotations

from collections.abc import Mapping

from kwispel.model.shapes import Quiz
from kwispel.render.conventions import Conventions
from kwispel.render.tally import ANSWERED, ASKED, Tallies
from kwispel.render.voices import voice_rules

_PLAIN = "html:not([data-scripts])"


def quiz_rules(
    quiz: Quiz, tallies: Tallies, asked: Mapping[str, str], numbers: Conventions
) -> str:
    """Write the rules of one quiz that hold while it is answered.

    Shape: numbers tells how the counters write theirs; asked is by question what the
    quiz matches while it is asked, see `conditions.asked_selectors`.
    """
    return "".join(
        [
            "@layer kw.utilities{",
            *_digits(numbers),
            *_counting(tallies, numbers),
            *_progress(quiz),
            *_hiding(asked),
            *voice_rules(quiz),
            "}",
        ]
    )


def result_rules(quiz: Quiz, asked: Mapping[str, str]) -> str:
    """Write the rules of one quiz that show a result where no script runs."""
    return "".join(["@layer kw.utilities{", *_chosen_advice(quiz, asked), "}"])


def _hiding(asked: Mapping[str, str]) -> list[str]:
    """Hide what is not asked, from the screen; paper has every question.

    The condition in words is for paper, and for browsers that cannot hide by it.
    """
    if not asked:
        return []
    hidden = [
        f"[data-kw=quiz-root]:not({selector}) "
        f':is([data-question="{name}"],[data-lead="{name}"],[data-tick="{name}"])'
        "{display:none}"
        for name, selector in asked.items()
    ]
    words = ",".join(f'[data-when="{name}"]' for name in asked)
    told = f"@supports selector(:has(*)){{{words}{{display:none}}}}"
    return ["@media screen{", *hidden, told, "}"]


def _digits(numbers: Conventions) -> list[str]:
    """Tell styles how their own counters are written."""
    style = numbers.counter_style
    return [f":root{{--kw-digits:{style}}}"] if numbers.has_own_digits else []


def _counting(tallies: Tallies, numbers: Conventions) -> list[str]:
    names = tallies.names()
    style = ",var(--kw-digits)" if numbers.has_own_digits else ""
    return [
        f"[data-kw=quiz-root]{{counter-reset:{' '.join(names)}}}",
        *_counted_questions(tallies),
        *(
            f'[data-tally="{name}"]:checked{{counter-increment:{added}}}'
            for name, added in tallies.increments.items()
        ),
        *(
            f'[data-counter="{name}"]::before{{content:counter({name}{style})}}'
            for name in names
        ),
    ]


def _counted_questions(tallies: Tallies) -> list[str]:
    """Count the questions themselves, where their options are not enough.

    What is not shown does not count, so that no condition needs to stand here.
    """
    asked = [f"{ASKED} 1"] if tallies.counts_asked else []
    rules = [f"[data-question]{{counter-increment:{ASKED}}}"] if asked else []
    for question, added in tallies.by_question.items():
        place = f'[data-question="{question}"]'
        always = [*asked, added] if added else asked
        once = " ".join([f"{ANSWERED} 1", *always])
        rules += [f"{place}{{counter-increment:{' '.join(always)}}}"] if always else []
        rules.append(f"{place}:has(:checked){{counter-increment:{once}}}")
    return rules


def _progress(quiz: Quiz) -> list[str]:
    """Let the marks of answered questions stand up, and count them."""
    return [
        f'[data-kw=quiz-root]:has([name="{question.id}"]:checked) '
        f'[data-tick="{question.id}"]{{--_kw-done:1}}'
        for question in quiz.questions
    ]


def _chosen_advice(quiz: Quiz, asked: Mapping[str, str]) -> list[str]:
    """Show in the plain mode what belongs to the chosen answers."""
    return [
        f"{_PLAIN}:has(#q-{question.id}\\.{option.id}:checked)"
        f"{asked.get(question.id, '')} "
        f':is([data-result-question="{question.id}"],'
        f'[data-advice="{question.id}/{option.id}"])'
        "{display:block}"
        for question in quiz.questions
        for option in question.options
    ]
