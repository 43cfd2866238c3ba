"""What is proved about a quiz before anybody takes it."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwispel.compile import compile_quiz
from kwispel.core.outcome import outcome
from kwispel.model.shapes import Band, Example, ExpectedScore, Quiz
from kwispel.prove import distribution as distribution_module
from kwispel.prove.distribution import distribution
from kwispel.prove.quiz import prove
from testkit.quizzes import HERE, Number, bands, question, quiz, score

rows = st.lists(st.integers(-4, 4), min_size=2, max_size=3)
tables = st.lists(rows, min_size=1, max_size=4)


def codes(made: Quiz) -> list[str]:
    """Prove a quiz, and give the codes of what was found."""
    return [problem.code for problem in prove(made, compile_quiz(made))]


def with_bands(*made: Band, **given: object) -> Quiz:
    """Make a quiz of two questions with values 1-3 and 2-6 and these bands."""
    questions = [question("x", [1, 2, 3, None]), question("y", [2, 4, 6])]
    return quiz(questions, score("total", {"x": 1, "y": 1}, bands=made, **given))


@given(tables)
def test_the_distribution_counts_every_pattern_of_answers(
    worth: list[list[int]],
) -> None:
    """Convolution finds what trying out all patterns finds."""
    questions = [question(f"q{i}", row) for i, row in enumerate(worth)]
    made = quiz(questions, score("total", {q.id: 1 for q in questions}))
    sheet = compile_quiz(made)

    found = distribution(sheet["scores"][0])

    counted: dict[Fraction, int] = {}
    for pattern in product(*(q.options for q in questions)):
        letters = {q.id: o.id for q, o in zip(questions, pattern, strict=True)}
        result = outcome(sheet, letters)["result"]
        value = result["total"]["value"] if result and result["total"] else None
        if value is not None:
            key = Fraction(value.n, value.d)
            counted[key] = counted.get(key, 0) + 1
    if found is None:
        assert all(min(row) == max(row) for row in worth)
    else:
        told = {Fraction(v.n, v.d): n for v, n in found.patterns.items()}
        assert told == counted
        assert list(told) == sorted(told)
        assert (found.least, found.most) == (min(found.patterns), max(found.patterns))


def test_a_negative_factor_turns_the_distribution_round() -> None:
    """Scores still rise from least to most."""
    made = quiz(
        [question("x", [1, 2])], score("total", {"x": 1}, multiply=Fraction(-1))
    )

    found = distribution(compile_quiz(made)["scores"][0])

    assert found is not None
    assert (found.least, found.most) == (-2, -1)


@pytest.mark.parametrize(
    ("made", "found"),
    [
        (bands(low=None, high=5), []),
        (bands(low=3, high=9), []),
        (bands(low=4, high=5), ["first-band-too-high"]),
        (bands(low=2, high=5), ["band-below-minimum"]),
        (bands(low=None, high=1), ["band-below-minimum"]),
        (bands(low=None, high=10), ["unreached-band"]),
        (bands(low=None, high=3), ["unreached-band"]),
        (bands(low=None, mid="7/2", high="15/4"), ["unreached-band"]),
    ],
)
def test_bands_and_reachable_scores_fit_together(
    made: tuple[Band, ...], found: list[str]
) -> None:
    """Every score has a band and every band a score."""
    assert codes(with_bands(*made)) == found


def test_a_problem_with_a_band_is_told_at_its_heading() -> None:
    """The place is the band's, in the advice file."""
    made = with_bands(*bands(low=None, high=10))

    [problem] = prove(made, compile_quiz(made))

    assert str(problem.place) == "content/quiz/advice/total.md:2:1"
    assert '"high" is never reached: the greatest possible score is 9' in str(problem)


def test_an_intended_warning_is_silent() -> None:
    """The author has read and meant it."""
    made = with_bands(*bands(low=None, high=10))
    meant = quiz(made.questions, made.total, intended=["unreached-band"])

    assert codes(meant) == []


def test_bands_of_a_score_that_never_varies_are_refused() -> None:
    """Equal points give no score, hence no band."""
    total = score("total", {"x": 1}, bands=bands(only=None))

    assert codes(quiz([question("x", [2, 2])], total)) == ["unreached-band"]


def test_past_the_bound_check_says_that_it_did_not_prove(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Minimum, maximum and limits are still held against each other."""
    monkeypatch.setattr(distribution_module, "MOST_SCORES", 2)

    assert codes(with_bands(*bands(low=None, high=5))) == ["not-proved"]
    assert codes(with_bands(*bands(low=None, high=10))) == ["unreached-band"]


def test_numbers_that_no_browser_can_hold_are_refused() -> None:
    """Denominators that share nothing grow past JSON's whole numbers."""
    primes = (999983, 999979, 999961)
    questions = [question(f"q{p}", [f"1/{p}", 1]) for p in primes]
    made = quiz(questions, score("total", {q.id: 1 for q in questions}))

    assert codes(made) == ["points-too-fine"]


def balanced(*rows: list[int], intended: tuple[str, ...] = ()) -> Quiz:
    """Make a quiz of these rows of points with a bottom and a top band."""
    questions = [question(f"q{i}", row) for i, row in enumerate(rows)]
    top = sum(max(row) for row in rows)
    made = bands(low=None, mid=min(map(min, rows)) * len(rows) + 1, high=top)
    total = score("total", {q.id: 1 for q in questions}, bands=made)
    return quiz(questions, total, intended=intended)


def test_a_letter_that_always_wins_is_told() -> None:
    """The first option is the best everywhere, though orders differ."""
    [problem] = prove(*both(balanced([3, 1, 2], [3, 2, 1])))

    assert problem.code == "same-letter"
    assert problem.level == "warning"
    assert "option 1 lands in the top band" in problem.message


def test_a_quiz_that_does_not_try_to_balance_is_left_alone() -> None:
    """Where all questions rise, the last letter is meant to be the top."""
    assert codes(balanced([1, 2, 3], [1, 2, 3])) == []
    assert codes(balanced([3, 1, 2], [3, 2, 1], intended=("same-letter",))) == []
    assert codes(balanced([1, 2, 3], [3, 1, 2])) == []


def test_an_na_in_another_place_is_no_other_order() -> None:
    """Points that only rise have one order, with n.a. among them or not."""
    rows: list[list[Number | None]] = [[1, 2, 3], [None, 1, 3], [1, 3]]
    asked = [question(f"q{i}", row) for i, row in enumerate(rows)]
    made = bands(low=None, mid=4, high=9)
    total = score("total", {q.id: 1 for q in asked}, bands=made)

    assert codes(quiz(asked, total)) == []


def both(made: Quiz) -> tuple[Quiz, object]:
    """Give a quiz with its sheet."""
    return made, compile_quiz(made)


def example(answers: str, **said: tuple[str | None, str | None]) -> Example:
    """Make a worked example."""
    expected = {
        name: ExpectedScore(None if value is None else Fraction(value), band, HERE)
        for name, (value, band) in said.items()
    }
    return Example(answers=answers, expected=expected, place=HERE)


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (example("a a", total=("3", "low")), []),
        (example("na a"), ["example-answers"]),
        (example("d b", total=("6", "high")), []),
        (example("a a", total=("4", None)), ["example-differs"]),
        (example("a a", total=(None, "high")), ["example-differs"]),
        (example("a a", total=("4", "high")), ["example-differs"] * 2),
        (example("a", total=("3", "low")), ["example-answers"]),
        (example("a z"), ["example-answers"]),
    ],
)
def test_worked_examples_are_run_on_the_engine(told: Example, found: list[str]) -> None:
    """What the author worked out by hand is what the engine computes."""
    made = with_bands(*bands(low=None, high=5))

    assert codes(quiz(made.questions, made.total, examples=[told])) == found


def test_with_decimals_an_example_may_say_what_is_shown() -> None:
    """46.7 is right for 140/3 where one decimal is shown, and 46.6 is not."""
    questions = [question("x", [20, 100, None]), question("y", [20, 100])]
    questions.append(question("z", [20, 100]))
    total = score("total", {"x": 1, "y": 1, "z": 1}, method="mean", decimals=1)

    def tried(value: str) -> list[str]:
        told = example("a a b", total=(value, None))
        return codes(quiz(questions, total, examples=[told]))

    assert tried("46.7") == tried("140/3") == []
    assert tried("46.6") == ["example-differs"]
