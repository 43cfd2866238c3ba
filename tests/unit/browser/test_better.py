"""What a reader makes of scores of which a high one is not the better one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from kwispel.browser.draw_result import result_changes
from kwispel.browser.flow import begin, step
from kwispel.browser.order import gain_order
from kwispel.browser.standing import ahead, standing
from kwispel.compile import compile_quiz
from kwispel.core.outcome import outcome
from kwispel.core.ratio import Ratio
from testkit.quizzes import bands, question, quiz, score

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kwispel.browser.shapes import Signs
    from kwispel.browser.standing import Ahead, Standing
    from kwispel.core.shapes import Better
    from kwispel.model.shapes import Band, Quiz

EACH = ("one", "two", "three")
SEVERITY = bands(mild=None, moderate=10, severe=20)
SIGNS: Signs = {"decimal": ".", "minus": "-", "digits": ""}


def letter(points: str) -> str:
    """Give the option that brings points of 0 to 10, or n for n.a."""
    return "l" if points == "n" else chr(ord("a") + int(points))


def total_of(**given: object) -> Quiz:
    """Make a quiz of three questions of 0 to 10 points, or n.a."""
    asked = [question(name, [*range(11), None]) for name in EACH]
    return quiz(asked, score("total", dict.fromkeys(EACH, 1), **given))


def answers_of(points: str) -> dict[str, str]:
    """Give answers that bring points, a word for each question."""
    return dict(zip(EACH, [letter(word) for word in points.split()], strict=True))


def told(points: str, **given: object) -> Ahead | None:
    """Say how far the next band is where a low score is the better one."""
    sheet = compile_quiz(total_of(**({"better": "low", "bands": SEVERITY} | given)))
    found = outcome(sheet, answers_of(points))["result"]
    assert found
    assert found["total"]
    return ahead(sheet["scores"][0], found["total"])


def closed_above(*limits: int) -> tuple[Band, ...]:
    """Make bands whose limits belong to the band below."""
    first, *others = bands(mild=None, **{f"b{at}": at for at in limits})
    return first, *(replace(other, is_above=True) for other in others)


@pytest.mark.parametrize(
    ("points", "band", "gap"),
    [
        ("7 7 7", "moderate", 2),
        ("10 10 10", "moderate", 11),
        ("7 7 6", "moderate", 1),
        ("4 4 4", "mild", 3),
    ],
)
def test_the_next_band_lies_below_where_low_is_better(
    points: str, band: str, gap: int
) -> None:
    """21 is in the band from 20 on; 19 is the first score that is not."""
    assert told(points) == {"band": band, "gap": Ratio(gap), "told": "exactly"}


def test_nothing_is_ahead_in_the_lowest_band() -> None:
    """There is none to come down to."""
    assert told("3 3 3") is None


def test_a_limit_that_belongs_to_the_band_below_is_far_enough() -> None:
    """Above 20 it is severe, so that 20 is not."""
    found = told("7 7 7", bands=closed_above(20))

    assert found == {"band": "mild", "gap": Ratio(1), "told": "exactly"}


@pytest.mark.parametrize(
    ("given", "gap", "told_as"),
    [
        ({"method": "mean", "bands": bands(mild=None, severe=6)}, 1, "beyond"),
        ({"method": "mean", "bands": bands(mild=None, severe=7)}, 0, "next"),
        ({"is_rounded": True}, 1, "beyond"),
    ],
)
def test_scores_without_steps_must_come_below_the_limit(
    given: Mapping[str, object], gap: int, told_as: str
) -> None:
    """Anything less is enough, however little."""
    found = told("7 7 7", **given)

    assert found
    assert (found["gap"], found["told"]) == (Ratio(gap), told_as)


def test_a_rounded_number_gives_a_rounded_gap_downwards_too() -> None:
    """7 and 8 of 20 carried over are 22.5 of 30, which the page shows as 23."""
    found = told("7 8 n")

    assert found == {"band": "moderate", "gap": Ratio(3), "told": "about"}


def test_a_band_below_that_answers_cannot_reach_is_not_ahead() -> None:
    """All the way down is still on the limit."""
    assert told("10 0 0", bands=bands(mild=-5, severe=0)) is None


def test_bands_that_a_hook_alone_sets_are_passed_over_downwards() -> None:
    """They have no limit to come below, and from them none can be told."""
    mild, _, severe = SEVERITY
    by_hook = replace(mild, id="hooked", by_hook=True)

    found = told("7 7 7", bands=(mild, by_hook, severe))

    assert found
    assert found["band"] == "mild"


def test_without_a_score_nothing_is_below() -> None:
    """There is nothing to come down from."""
    assert told("n n n") is None
    assert told("1 1 1", bands=()) is None


def test_where_no_end_is_better_there_is_no_next_band() -> None:
    """There is nowhere to go."""
    assert told("7 7 7", better="neither") is None
    assert told("4 4 4", better="neither") is None


def outstanding(points: str, *ends: Better) -> Standing | None:
    """Say which of three factors stand out, with these better ends."""
    asked = [question(name, [*range(11), None]) for name in EACH]
    factors = [
        score(f"f-{name}", {name: 1}, better=better)
        for name, better in zip(EACH, ends, strict=True)
    ]
    sheet = compile_quiz(quiz(asked, None, *factors))
    found = outcome(sheet, answers_of(points))["result"]
    assert found
    return standing(sheet, found["factors"])


@pytest.mark.parametrize(
    ("ends", "highest", "lowest"),
    [
        (("high", "high", "high"), "f-one", "f-three"),
        (("low", "low", "low"), "f-three", "f-one"),
        (("low", "high", "low"), "f-two", "f-one"),
        (("neither", "neither", "neither"), "f-one", "f-three"),
        (("low", "neither", "high"), "f-one", "f-three"),
    ],
)
def test_factors_stand_out_by_their_better_ends_where_all_have_one(
    ends: tuple[Better, Better, Better], highest: str, lowest: str
) -> None:
    """9, 8 and 4 of 10; 4 complaints are better than 9, and 8 strengths best of all."""
    found = outstanding("9 8 4", *ends)

    assert found == {"highest": [highest], "lowest": [lowest]}


def test_factors_as_near_to_other_better_ends_are_equal() -> None:
    """3 complaints of 10 are as good as 7 strengths."""
    found = outstanding("3 7 n", "low", "high", "low")

    assert found == {"highest": ["f-one", "f-two"], "lowest": ["f-one", "f-two"]}


def order(made: Quiz, points: str) -> list[str]:
    """Give the questions by what is left to gain."""
    sheet = compile_quiz(made)
    result = outcome(sheet, answers_of(points))["result"]
    assert result
    return gain_order(sheet, result["ledger"])


def test_what_weighs_most_comes_first_where_low_is_better() -> None:
    """Nothing is left where there is no complaint."""
    assert order(total_of(better="low"), "0 3 8") == ["three", "two", "one"]


def test_where_no_end_is_better_the_questions_keep_their_order() -> None:
    """None of them comes before another."""
    assert order(total_of(better="neither"), "9 3 8") == list(EACH)


def test_a_factor_ranks_what_the_total_does_not_judge() -> None:
    """It is the first score that the question feeds and that has a better end."""
    made = total_of(better="neither")
    factor = score("f", {"one": 1, "three": 1}, better="low")

    assert order(replace(made, factors=(factor,)), "2 9 8") == ["three", "one", "two"]


@pytest.mark.parametrize(
    ("better", "points", "is_full"),
    [
        ("low", "0 0 0", True),
        ("low", "10 10 10", False),
        ("high", "0 0 0", False),
        ("high", "10 10 10", True),
        ("neither", "0 0 0", False),
        ("neither", "10 10 10", False),
        ("low", "n n n", False),
    ],
)
def test_only_the_best_score_is_told_to_be_the_best(
    better: Better, points: str, *, is_full: bool
) -> None:
    """That is the least where low is better; where no end is, none is the best."""
    state = begin(compile_quiz(total_of(better=better)))
    state = step(state, {"type": "submit", "answers": answers_of(points)})

    made = result_changes(state, SIGNS)
    shown = ",".join([selector for verb, selector, _ in made if verb == "show"])

    assert ("[data-kw=full]" in shown) == is_full
