"""Worked examples: the author's arithmetic is held against the engine's."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kwispel.compile import compile_quiz
from kwispel.model.shapes import Example, ExpectedScore, Quiz
from kwispel.prove.quiz import prove
from testkit.proofs import codes
from testkit.quizzes import HERE, bands, question, quiz, score


def example(answers: str, **said: tuple[str | None, str | None]) -> Example:
    """Make a worked example."""
    expected = {
        name: ExpectedScore(_value(value), band, HERE)
        for name, (value, band) in said.items()
    }
    return Example(answers=answers, expected=expected, place=HERE)


def _value(text: str | None) -> Fraction | None:
    if text == "none":
        return text  # type: ignore[return-value] # a literal that mypy cannot see
    return None if text is None else Fraction(text)


def tried(*told: Example) -> Quiz:
    """Make a quiz with values 1-3 and 2-6, a factor of the first, and examples."""
    asked = [question("x", [1, 2, 3, None]), question("y", [2, 4, 6, None])]
    total = score("total", {"x": 1, "y": 1}, bands=bands(low=None, high=5))
    return quiz(asked, total, score("half", {"x": Fraction(1, 2)}), examples=told)


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (example("a a", total=("3", "low")), []),
        (example("na a"), ["example-answers"]),
        (example("d b", total=("6", "high")), []),
        (example("a a", total=("4", None)), ["example-differs"]),
        (example("a a", total=(None, "high")), ["example-differs"]),
        (example("a a", total=("4", "high")), ["example-differs"]),
        (example("a a", total=("3", None), half=("2", None)), ["example-differs"]),
        (example("a a", half=("1/2", None)), []),
        (example("d d", total=("none", None)), []),
        (example("d d", total=("3", None)), ["example-differs"]),
        (example("a a", total=("none", None)), ["example-differs"]),
        (example("a", total=("3", "low")), ["example-answers"]),
        (example("a z"), ["example-answers"]),
    ],
)
def test_worked_examples_are_run_on_the_engine(told: Example, found: list[str]) -> None:
    """What the author worked out by hand is what the engine computes."""
    assert codes(tried(told)) == found


def test_a_difference_shows_both_accounts() -> None:
    """What the example says stands beside what was computed, and the ledger below."""
    made = tried(example("b d", total=("5", "high"), half=(None, None)))

    [problem] = prove(made, compile_quiz(made))

    assert str(problem).splitlines() == [
        "content/quiz/quiz.md:1:1: error[example-differs]: " + problem.message,
        "    Mend the example, or the points, until both say the same.",
        "      score  example   engine",
        '      total  5 "high"  6 "high"',
        "      half   -         1",
        "      question  answer  points  counts in",
        "      x         b       2       total, half x 1/2",
        "      y         d       n.a.    total",
    ]


def test_a_band_alone_can_differ() -> None:
    """The message says which; where there is more, how much."""
    made = tried(
        example("a a", total=(None, "high")),
        example("a a", total=("4", "high"), half=("2", None)),
        example("d d", total=("3", "low")),
        example("a a", total=("none", None)),
    )

    messages = [problem.message for problem in prove(made, compile_quiz(made))]

    assert messages == [
        f"the example says {words}"
        for words in (
            'band "high" for "total", the engine finds "low"',
            '4 for "total", the engine computes 3, and 2 more differ',
            '3 for "total", the engine computes no score, and 1 more differs',
            'no score for "total", the engine computes 3',
        )
    ]


def test_what_is_hidden_or_ticked_is_told_in_the_ledger() -> None:
    """Nothing ticked is 0, several ticks are joined, points per factor are told."""
    hidden = question("z", [1, 2], when=({"x": ("b",)},))
    asked = [
        question("x", [1, 2]),
        question("t", [1, 2], is_multiple=True),
        hidden,
    ]
    total = score("total", {"x": 1, "t": 1})
    told = Example("x=a t=0", {"total": ExpectedScore(Fraction(9), None, HERE)}, HERE)

    made = quiz(asked, total, examples=[told])

    lines = str(prove(made, compile_quiz(made))[0]).splitlines()
    assert [line.split() for line in lines[-3:]] == [
        ["x", "a", "1", "total"],
        ["t", "0", "0", "total"],
        ["z", "-", "not", "asked", "-"],
    ]


def test_with_decimals_an_example_may_say_what_is_shown() -> None:
    """46.7 is right for 140/3 where one decimal is shown, and 46.6 is not."""
    asked = [question("x", [20, 100, None]), question("y", [20, 100])]
    asked.append(question("z", [20, 100]))
    total = score("total", {"x": 1, "y": 1, "z": 1}, method="mean", decimals=1)

    def found(value: str) -> list[str]:
        return codes(
            quiz(asked, total, examples=[example("a a b", total=(value, None))])
        )

    assert found("46.7") == found("140/3") == []
    assert found("46.6") == ["example-differs"]
