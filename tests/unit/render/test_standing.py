"""The next band in words, and the factors as one chart."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from kwispel.model.shapes import Hook, Quiz, Score
from kwispel.render.context_scores import ProfileView
from testkit.markup import Markup
from testkit.quizzes import HERE, bands, question, quiz, score
from testkit.sample_pages import (
    many_quiz,
    packaged_theme,
    page_text,
    sample_pages_of,
    sample_site,
)
from testkit.styled import styled_markup

LIMITS = bands(low=None, high=3)


def told(total: Score, points: tuple[int | None, ...] = (1, 2, 3)) -> list[str]:
    """Name the ways to tell of the next band that a page of this total has."""
    names = list(total.members)
    made = quiz([question(name, points) for name in names], total)
    return named(made)


def named(made: Quiz) -> list[str]:
    """Name the ways to tell of the next band that a page has."""
    page = Markup(page_text("quiz/index.html", sample_site(made)))
    return [way["data-ahead"] for way in page.having("data-ahead")]


def test_whole_sums_can_always_tell_exactly() -> None:
    """Nothing that they cannot need stands in the page."""
    assert told(score("total", {"q": 1, "r": 1}, bands=LIMITS)) == ["exactly"]


def test_sums_with_na_may_have_to_round() -> None:
    """What is carried over need not be a whole number."""
    found = told(score("total", {"q": 1, "r": 1}, bands=LIMITS), (1, 2, None))

    assert found == ["exactly", "about", "next"]


def test_limits_that_must_be_passed_are_told_otherwise() -> None:
    """Just over so many points, or anything more; whole points go past by one."""
    low, high = LIMITS
    past = (low, replace(high, is_above=True))
    mean = score("total", {"q": 1}, method="mean", is_rounded=True, bands=past)
    carried = score("total", {"q": 1, "r": 1}, bands=past)
    refused = told(replace(carried, missing="refuse"), (1, 2, None))

    assert told(mean) == ["beyond", "next"]
    assert told(carried, (1, 2, None)) == ["exactly", "about", "beyond", "next"]
    assert "beyond" not in refused


def test_on_the_way_down_it_is_the_other_limits_that_must_be_passed() -> None:
    """From 3 on it is high, so that one must come below 3."""
    low, high = LIMITS
    mean = score(
        "total",
        {"q": 1},
        method="mean",
        is_rounded=True,
        better="low",
        bands=LIMITS,
    )

    assert told(mean) == ["beyond", "next"]
    assert told(replace(mean, bands=(low, replace(high, is_above=True)))) == ["exactly"]
    assert told(score("total", {"q": 1}, better="low", bands=LIMITS)) == ["exactly"]


def test_nothing_is_told_where_no_end_is_better() -> None:
    """There is nowhere to go."""
    assert told(score("total", {"q": 1}, better="neither", bands=LIMITS)) == []


def test_rounded_scores_are_what_is_shown() -> None:
    """There is nothing to be about."""
    total = score("total", {"q": 1}, method="mean", is_rounded=True, bands=LIMITS)

    assert told(total) == ["exactly"]


def test_nothing_is_told_without_a_band_to_reach_or_with_a_hook() -> None:
    """A hook may give another band to other answers."""
    total = score("total", {"q": 1}, bands=LIMITS)
    hooked = replace(quiz([question("q", [1, 2, 3])], total), hook=Hook((), HERE))

    assert told(score("total", {"q": 1}, bands=bands(only=None))) == []
    assert named(hooked) == []


def test_scores_that_count_no_points_tell_a_number() -> None:
    """A mean of 2.5 is not two and a half points."""
    mean = score("total", {"q": 1}, method="mean", decimals=1, bands=LIMITS)
    text = page_text(
        "quiz/index.html", sample_site(quiz([question("q", [1, 4])], mean))
    )
    points = page_text("sums/index.html")

    assert '<span data-part="count"></span> more to “' in text
    assert '<span data-part="count"></span> more points to “' in points


def profile_of(
    count: int, *, radar: str = "auto", fixed: int = 0
) -> ProfileView | None:
    """Give the profile of so many factors, of which the first ones cannot vary."""
    names = [f"q{at}" for at in range(count)]
    asked = [
        question(name, [1, 1] if at < fixed else [0, 1], weight=Fraction(0))
        for at, name in enumerate(names)
    ]
    factors = [score(f"f-{name}", {name: 1}) for name in names]
    pages = sample_pages_of(quiz(asked, None, *factors), radar=radar)
    found = pages["quiz/index.html"].quiz
    assert found
    return found.profile


def test_one_factor_has_nothing_beside_it() -> None:
    """Two are a profile."""
    assert profile_of(1) is None
    assert profile_of(2) is not None


@pytest.mark.parametrize(
    ("count", "is_drawn"), [(4, False), (5, True), (12, True), (13, False)]
)
def test_radar_is_for_five_to_twelve_factors(count: int, *, is_drawn: bool) -> None:
    """Fewer make no shape, and of more nobody can read it."""
    profile = profile_of(count)

    assert profile
    assert (profile.radar is not None) == is_drawn


def test_radar_is_left_out_where_it_is_not_wanted_or_makes_no_sense() -> None:
    """A factor that cannot vary has no place between its ends."""
    unwanted, senseless = profile_of(5, radar="never"), profile_of(5, fixed=1)

    assert unwanted
    assert senseless
    assert unwanted.radar is None
    assert senseless.radar is None


def test_axes_begin_at_the_top_and_go_round_clockwise() -> None:
    """The axes that are drawn and those of the shape are the same ones."""
    found = sample_pages_of(many_quiz())["many/index.html"].quiz
    assert found
    assert found.profile
    radar = found.profile.radar

    assert radar
    assert radar.ends == "0,-1000 951,-309 588,809 -588,809 -951,-309"
    assert [axis.angle for axis in radar.axes] == ["-90", "-18", "54", "126", "198"]
    assert [axis.upright for axis in radar.axes] == ["90", "18", "-54", "-126", "-198"]


def test_radar_is_named_and_described() -> None:
    """What it shows stands in the table too, and each axis is a row of it."""
    text = page_text("many/index.html", sample_site(many_quiz()))
    page = Markup(text)
    (svg,) = (each for each in page.having("role", "img"))

    assert svg["aria-labelledby"] == "radar-title radar-note"
    assert 'id="radar-title"' in text
    assert 'id="radar-note"' in text
    rows = [
        each["data-score"]
        for each in page.having("class", styled_markup("kw-profile__row"))
    ]
    assert rows == ["f-one", "f-two", "f-three", "f-four", "f-five"]


def test_profile_says_all_of_a_factor_that_has_no_texts() -> None:
    """Its own part is for the plain mode alone; told factors keep theirs."""
    asked = [question(name, [0, 1, None]) for name in ("q", "r")]
    factors = [score("bare", {"q": 1}), score("told", {"r": 1}, bands=LIMITS)]
    page = Markup(
        page_text("quiz/index.html", sample_site(quiz(asked, None, *factors)))
    )

    assert len(page.having("class", styled_markup("kw-factor kw-plain"))) == 1
    assert len(page.having("class", styled_markup("kw-factor"))) == 1
    assert len(page.having("class", styled_markup("kw-profile__why"))) == 1


def test_theme_has_a_say_in_the_radar() -> None:
    """As a theme option, so that a site chooses it for all of its quizzes."""
    assert packaged_theme().options["radar"] == "auto"
    assert packaged_theme(radar="never").options["radar"] == "never"
