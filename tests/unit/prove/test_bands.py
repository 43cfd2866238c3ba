"""Bands are held against the scores that can be reached."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kwispel.compile import compile_quiz
from kwispel.errors import Place
from kwispel.model.shapes import Band, Hook, Quiz
from kwispel.prove import ways
from kwispel.prove.quiz import prove
from testkit.proofs import codes
from testkit.quizzes import bands, question, quiz, score

HOOK = Hook((), Place("content/quiz/scoring.py"))


def with_bands(*made: Band, **given: object) -> Quiz:
    """Make a quiz of two questions with values 1-3 and 2-6 and these bands."""
    questions = [question("x", [1, 2, 3, None]), question("y", [2, 4, 6])]
    return quiz(questions, score("total", {"x": 1, "y": 1}, bands=made, **given))


def above(name: str, limit: str, line: int) -> Band:
    """Make a band that its limit does not belong to."""
    [made] = bands(**{name: limit})
    return replace(made, is_above=True, place=Place(made.place.file, line))


def by_hook(name: str) -> Band:
    """Make a band that only a hook sets."""
    [made] = bands(**{name: None})
    return replace(made, by_hook=True)


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
        ((*bands(low=None), above("high", "8", 2)), []),
        ((*bands(low=None), above("high", "9", 2)), ["unreached-band"]),
        ((*bands(low=None), above("high", "3", 2)), []),
        ((*bands(low=None), above("high", "2", 2)), ["band-below-minimum"]),
        ((above("low", "2", 1), *bands(high=5)), ["band-below-minimum"]),
        ((above("low", "3", 1), *bands(high=5)), ["first-band-too-high"]),
        ((*bands(low=None, high=5), by_hook("other")), []),
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


def test_the_least_score_counts_with_what_is_hidden() -> None:
    """Two points and nothing hidden is less than one point and three."""
    trigger = question("t", [1, 2])
    member = question("x", [3, 4], when=({"t": ("a",)},))
    total = score("total", {"t": 1, "x": 1}, bands=bands(low=2, mid=4, high=5))
    early = replace(total, bands=bands(low=1, mid=4, high=5))

    assert codes(quiz([trigger, member], total)) == []
    assert codes(quiz([trigger, member], early)) == ["band-below-minimum"]


def test_rounded_scores_are_held_against_limits() -> None:
    """A half becomes one, which reaches a band from one."""
    total = score("total", {"x": 1}, bands=bands(low=None, high=1))
    made = quiz([question("x", [0, "1/2"])], total)
    rounding = quiz(made.questions, replace(total, is_rounded=True))

    assert codes(made) == ["unreached-band"]
    assert codes(rounding) == []


def test_an_intended_warning_is_silent() -> None:
    """The author has read and meant it."""
    made = with_bands(*bands(low=None, high=10))
    meant = quiz(made.questions, made.total, intended=["unreached-band"])

    assert codes(meant) == []


def test_bands_of_a_score_that_never_varies_are_refused() -> None:
    """Equal points give no score, hence no band."""
    total = score("total", {"x": 1}, bands=bands(only=None))

    assert codes(quiz([question("x", [2, 2])], total)) == ["unreached-band"]


@pytest.mark.parametrize(
    ("made", "found"),
    [
        (bands(low=4, high=5), []),
        (bands(low=2, high=5), []),
        (bands(low=None, high=10), ["unreached-band"]),
        (bands(low=None, high=3), ["unreached-band"]),
    ],
)
def test_before_a_hook_an_unreached_band_is_a_warning(
    made: tuple[Band, ...], found: list[str]
) -> None:
    """The hook may bring scores anywhere: limits are no errors then."""
    hooked = replace(with_bands(*made), hook=HOOK)

    problems = prove(hooked, compile_quiz(hooked))

    assert [problem.code for problem in problems] == found
    assert all(problem.level == "warning" for problem in problems)
    assert all("before the hook" in problem.message for problem in problems)


def test_a_score_that_never_varies_before_a_hook_is_a_warning() -> None:
    """The hook may be all that makes it vary."""
    total = score("total", {"x": 1}, bands=bands(only=None))
    hooked = replace(quiz([question("x", [2, 2])], total), hook=HOOK)

    [problem] = prove(hooked, compile_quiz(hooked))

    assert (problem.code, problem.level) == ("unreached-band", "warning")


def test_past_the_bounds_check_says_that_it_did_not_prove(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Minimum, maximum and limits are still held against each other."""
    monkeypatch.setattr(ways, "MOST_SCORES", 2)

    assert codes(with_bands(*bands(low=None, high=5))) == ["not-proved"]
    assert codes(with_bands(*bands(low=None, high=10))) == [
        "unreached-band",
        "not-proved",
    ]


def test_with_too_many_cases_nothing_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even the ends, so no limit is held against them."""
    asked = [question("x", [1, 2, 3]), question("y", [4, 5], when=({"x": ("a",)},))]
    made = quiz(asked, score("total", {"x": 1, "y": 1}, bands=bands(a=None, b=99)))
    monkeypatch.setattr(ways, "MOST_CASES", 1)

    [problem] = prove(made, compile_quiz(made))

    assert problem.code == "not-proved"
    assert "too many answers to prove anything" in problem.message


def test_numbers_that_no_browser_can_hold_are_refused() -> None:
    """Denominators that share nothing grow past JSON's whole numbers."""
    primes = (999983, 999979, 999961)
    questions = [question(f"q{p}", [f"1/{p}", 1]) for p in primes]
    made = quiz(questions, score("total", {q.id: 1 for q in questions}))

    assert codes(made) == ["points-too-fine"]


@pytest.mark.parametrize(
    ("options", "more", "found"),
    [
        (("a",), {}, []),
        (("b",), {}, ["never-asked"]),
        (("c",), {}, []),
        (("b",), {"is_multiple": True}, []),
    ],
)
def test_a_question_that_no_answers_bring_up_is_told(
    options: tuple[str, ...], more: dict[str, object], found: list[str]
) -> None:
    """`z` wants `y`, which is asked after `a` alone; n.a. brings up a question too."""
    asked = [
        question("x", [1, 2, None], **more),
        question("y", [1, 2], when=({"x": ("a", "c")},)),
        question("z", [1, 2], when=({"x": options, "y": ("b",)},)),
    ]

    made = quiz(asked, score("total", {"x": 1, "y": 1, "z": 1}))

    assert codes(made) == found
