"""The CSS that depends on the quiz: hiding, counting, showing the chosen advice.

It keeps the page of use where no script runs. Themes are not asked to write it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kwispel.model.shapes import Quiz
from kwispel.render.conventions import Conventions
from kwispel.render.tally import ANSWERED, ASKED, Tallies
from kwispel.render.voices import voice_rules

_PLAIN = "html:not([data-scripts])"
_CHOSEN = "[type=radio][data-tally]:checked + *"


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


def result_rules(
    quiz: Quiz, tallies: Tallies, asked: Mapping[str, str], numbers: Conventions
) -> str:
    """Write the rules of one quiz that show a result where no script runs."""
    return "".join(
        [
            "@layer kw.utilities{",
            *_counting_points(tallies, numbers),
            *_chosen_advice(quiz, asked),
            "}",
        ]
    )


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
    """Count the questions that have an answer, and those that are asked.

    A question counts itself, so that one rule does for all. What is not shown does not
    count, so that no condition needs to stand here. A browser without `:has` counts
    what stands beside a chosen radio.
    """
    names = tallies.of_questions()
    asked = [ASKED] if tallies.counts_asked else []
    return [
        _reset(names),
        *([f"[data-question]{{counter-increment:{ASKED}}}"] if asked else []),
        f"[data-question]:has(:checked){{counter-increment:{' '.join(names)}}}",
        f"@supports not selector(:has(*)){{{_CHOSEN}{{counter-increment:{ANSWERED}}}}}",
        *_shown(names, numbers),
    ]


def _counting_points(tallies: Tallies, numbers: Conventions) -> list[str]:
    """Count what the scores are, each with the ends of its scale."""
    names = tallies.of_scores()
    if not names:
        return []
    return [
        _reset(tallies.of_questions() + names),
        *_whatever_is_ticked(tallies),
        *(
            f'[data-tally="{name}"]:checked{{counter-increment:{added}}}'
            for name, added in tallies.increments.items()
            if added != "none"
        ),
        *_shown(names, numbers),
    ]


def _reset(names: Sequence[str]) -> str:
    return f"[data-kw=quiz-root]{{counter-reset:{' '.join(names)}}}"


def _shown(names: Sequence[str], numbers: Conventions) -> list[str]:
    style = ",var(--kw-digits)" if numbers.has_own_digits else ""
    return [
        f'[data-counter="{name}"]::before{{content:counter({name}{style})}}'
        for name in names
    ]


def _whatever_is_ticked(tallies: Tallies) -> list[str]:
    """Add up what questions with several ticks bring by themselves.

    An element's counters move by one rule alone, so that it says the others again.
    """
    asked = [f"{ASKED} 1"] if tallies.counts_asked else []
    rules: list[str] = []
    for question, added in tallies.by_question.items():
        if added:
            place = f'[data-question="{question}"]'
            once = " ".join([f"{ANSWERED} 1", *asked, added])
            always = " ".join([*asked, added])
            rules += [
                f"{place}{{counter-increment:{always}}}",
                f"{place}:has(:checked){{counter-increment:{once}}}",
            ]
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
