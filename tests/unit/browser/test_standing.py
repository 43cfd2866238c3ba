"""What a reader makes of scores: what stands out, and how far the next band is."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from kwispel.browser.standing import ahead, standing
from kwispel.compile import compile_quiz
from kwispel.core.outcome import outcome
from kwispel.core.ratio import Ratio
from testkit.quizzes import bands, question, quiz, score

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from kwispel.browser.standing import Ahead, Standing
    from kwispel.core.shapes import Answers, Result, Sheet
    from kwispel.model.questions import Question
    from kwispel.model.shapes import Band, Score

EACH = ("one", "two", "three")


def scored(
    asked: Sequence[Question], answers: Answers, total: Score | None, *factors: Score
) -> tuple[Sheet, Result]:
    """Compile a quiz of these parts, and score it."""
    sheet = compile_quiz(quiz(asked, total, *factors))
    found = outcome(sheet, answers)["result"]
    assert found
    return sheet, found


def ahead_of(asked: Sequence[Question], answers: Answers, total: Score) -> Ahead | None:
    """Say how far the next band of a total is."""
    sheet, found = scored(asked, answers, total)
    assert found["total"]
    return ahead(sheet["scores"][0], found["total"])


def standing_of(
    asked: Sequence[Question], answers: Answers, *factors: Score
) -> Standing | None:
    """Say which factors stand out."""
    sheet, found = scored(asked, answers, None, *factors)
    return standing(sheet, found["factors"])


def told(answers: str, **given: object) -> Ahead | None:
    """Say how far the next band is for three questions of 0 to 10 points, or n.a.

    Shape: an answer is its points, or n for n.a.
    """
    asked = [question(name, [*range(11), None]) for name in EACH]
    letters = {str(points): chr(ord("a") + points) for points in range(11)}
    chosen = [(letters | {"n": "l"})[word] for word in answers.split()]
    total = score("total", dict.fromkeys(EACH, 1), **given)
    return ahead_of(asked, dict(zip(EACH, chosen, strict=True)), total)


def above(name: str, limit: int) -> Band:
    """Make a band whose limit does not belong to it."""
    (made,) = bands(**{name: limit})
    return replace(made, is_above=True)


STRONG = bands(weak=None, strong=23)


@pytest.mark.parametrize(
    ("answers", "gap"), [("10 10 1", 2), ("10 10 2", 1), ("0 0 0", 23)]
)
def test_the_next_band_is_as_far_as_its_limit(answers: str, gap: int) -> None:
    """The gap is the limit less the score."""
    assert told(answers, bands=STRONG) == {
        "band": "strong",
        "gap": Ratio(gap),
        "told": "exactly",
    }


def test_nothing_is_ahead_in_the_highest_band() -> None:
    """The limit itself belongs to it."""
    assert told("10 10 3", bands=STRONG) is None


def test_only_the_first_band_ahead_is_told() -> None:
    """The one after that is no news yet."""
    found = told("1 1 1", bands=bands(weak=None, fair=10, strong=23))

    assert found == {"band": "fair", "gap": Ratio(7), "told": "exactly"}


PAST = (*bands(weak=None), above("strong", 23))


@pytest.mark.parametrize(
    ("answers", "given", "gap", "told_as"),
    [
        ("6 6 n", {}, 5, "beyond"),
        ("10 10 1", {"is_rounded": True}, 2, "beyond"),
        ("10 10 3", {"is_rounded": True}, 0, "next"),
    ],
    ids=["carried-over", "rounded", "on-it"],
)
def test_a_limit_that_is_not_its_bands_own_must_be_passed(
    answers: str, given: Mapping[str, object], gap: int, told_as: str
) -> None:
    """However little past it is enough, where scores have no steps."""
    found = told(answers, bands=PAST, **given)

    assert found == {"band": "strong", "gap": Ratio(gap), "told": told_as}


@pytest.mark.parametrize(("answers", "gap"), [("10 10 1", 3), ("10 10 3", 1)])
def test_whole_points_go_past_a_limit_by_one(answers: str, gap: int) -> None:
    """Nobody can have just over 23 of them."""
    found = told(answers, bands=PAST)

    assert found == {"band": "strong", "gap": Ratio(gap), "told": "exactly"}


def test_steps_are_as_long_as_what_points_come_to() -> None:
    """Half a point that counts five times is a step of two and a half."""
    asked = [question("one", [0, "0.5", 1, 20])]
    total = score("total", {"one": 1}, multiply=Fraction(5), decimals=1, bands=PAST)

    assert ahead_of(asked, {"one": "b"}, total) == {
        "band": "strong",
        "gap": Ratio(45, 2),
        "told": "exactly",
    }


def test_a_band_that_no_answer_can_bring_is_not_ahead() -> None:
    """The highest score does not pass a limit that it equals."""
    assert told("0 0 0", bands=(*bands(weak=None), above("strong", 30))) is None


def test_a_band_that_a_hook_alone_sets_is_passed_over() -> None:
    """It has no limit to be far from."""
    (hooked,) = bands(hooked=None)
    by_hook = replace(hooked, limit=None, by_hook=True)
    weak, strong = STRONG

    found = told("10 10 1", bands=(weak, by_hook, strong))

    assert found
    assert found["band"] == "strong"


def test_a_rounded_number_gives_a_rounded_gap_and_says_so() -> None:
    """6 and 7 of 20 carried over are 19.5 of 30; the page says 20."""
    found = told("6 7 n", bands=STRONG)

    assert found == {"band": "strong", "gap": Ratio(3), "told": "about"}


def test_decimals_are_told_exactly_as_far_as_they_are_shown() -> None:
    """With one decimal the same score is 19.5, and nothing is rounded."""
    found = told("6 7 n", bands=STRONG, decimals=1)

    assert found == {"band": "strong", "gap": Ratio(7, 2), "told": "exactly"}


def test_an_extra_digit_near_a_limit_leaves_the_gap_it_shows() -> None:
    """22.5 may not be shown as 23, and half a point is lacking."""
    found = told("10 5 n", bands=STRONG)

    assert found == {"band": "strong", "gap": Ratio(1, 2), "told": "exactly"}


def test_a_gap_that_rounds_to_nothing_is_the_next_thing() -> None:
    """22.2 is shown as 22, and the band begins at 22.25."""
    asked = [question("one", ["22.2", 0, 30])]
    total = score("total", {"one": 1}, bands=bands(weak=None, strong="22.25"))

    assert ahead_of(asked, {"one": "a"}, total) == {
        "band": "strong",
        "gap": Ratio(0),
        "told": "next",
    }


@pytest.mark.parametrize(
    ("given", "gap"),
    [
        ({"method": "mean", "bands": bands(weak=None, strong=8), "decimals": 1}, 1),
        ({"method": "percent", "bands": bands(weak=None, strong=80)}, 10),
        (
            {
                "multiply": Fraction(5, 2),
                "bands": bands(weak=None, strong=60),
                "decimals": 1,
            },
            "7.5",
        ),
        ({"multiply": Fraction(-1), "bands": bands(weak=None, strong=-20)}, 1),
        ({"missing": "shrink", "bands": STRONG}, 2),
    ],
    ids=["mean", "percent", "multiply", "turned", "shrink"],
)
def test_the_gap_is_on_the_scale_on_which_the_score_is_shown(
    given: Mapping[str, object], gap: Fraction | int | str
) -> None:
    """21 of 30 points is a mean of 7, and 70 percent."""
    found = told("7 7 7", **given)

    wanted = Fraction(gap)
    assert found
    assert found["gap"] == Ratio(wanted.numerator, wanted.denominator)


def test_the_limits_of_a_shrunk_scale_are_those_that_moved() -> None:
    """23 of 30 is 15 1/3 of 20."""
    found = told("7 7 n", bands=STRONG, missing="shrink")

    assert found == {"band": "strong", "gap": Ratio(4, 3), "told": "exactly"}


def test_nothing_is_ahead_of_no_score_and_without_bands() -> None:
    """There is nothing to be far from."""
    assert told("n n n", bands=STRONG) is None
    assert told("1 1 1") is None


def outstanding(answers: Mapping[str, str]) -> Standing | None:
    """Say what stands out of three factors of one question each, of 0 to 2 or n.a."""
    asked = [question(name, [0, 1, 2, None]) for name in EACH]
    factors = [score(f"f-{name}", {name: 1}) for name in EACH]
    return standing_of(asked, answers, *factors)


def test_the_highest_and_the_lowest_factor_stand_out() -> None:
    """What lies between them does not."""
    assert outstanding({"one": "b", "two": "c", "three": "a"}) == {
        "highest": ["f-two"],
        "lowest": ["f-three"],
    }


def test_factors_that_share_a_place_are_all_named() -> None:
    """No draw is decided by chance or order."""
    assert outstanding({"one": "c", "two": "a", "three": "c"}) == {
        "highest": ["f-one", "f-three"],
        "lowest": ["f-two"],
    }


def test_where_all_are_equal_all_are_both() -> None:
    """So that the page can say that none stands out."""
    found = outstanding(dict.fromkeys(EACH, "b"))

    assert found
    assert found["highest"] == found["lowest"]


def test_factors_without_a_score_are_not_compared() -> None:
    """N.a. is not low."""
    assert outstanding({"one": "d", "two": "a", "three": "b"}) == {
        "highest": ["f-three"],
        "lowest": ["f-two"],
    }
    assert outstanding({"one": "d", "two": "a", "three": "d"}) is None


def test_places_are_compared_exactly_and_not_as_points() -> None:
    """2 of 3 is further than 3 of 5, though it is less."""
    asked = [question("one", [0, 2, 3]), question("two", [0, 3, 5])]
    factors = [score("f-one", {"one": 1}), score("f-two", {"two": 1})]
    found = standing_of(asked, {"one": "b", "two": "b"}, *factors)

    assert found == {"highest": ["f-one"], "lowest": ["f-two"]}
