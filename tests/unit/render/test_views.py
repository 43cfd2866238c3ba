"""What templates see has been thought out before it reaches them."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from markupsafe import Markup as Html

from kwispel.core.ratio import Ratio
from kwispel.model.shapes import Band, MinimumAnswered, Quiz
from kwispel.render.context import QuizView
from kwispel.render.context_scores import ScoreView
from kwispel.render.conventions import conventions, listed
from kwispel.render.credit import licence_link
from kwispel.render.numbers import Numbers
from kwispel.render.policy import inline
from kwispel.render.prose import Setting, count_words
from testkit.quizzes import bands, question, quiz, score
from testkit.sample_pages import sample_pages_of

DUTCH = Numbers(conventions("nl"))


def view(made: Quiz) -> QuizView:
    """Give a quiz as templates see it."""
    seen = sample_pages_of(made)[f"{made.id}/index.html"].quiz
    assert seen
    return seen


def total(**given: object) -> ScoreView:
    """Give the total of a quiz of two questions, 1 to 10 points each."""
    asked = [question("q", [1, 10]), question("r", [1, 10])]
    seen = view(quiz(asked, score("total", {"q": 1, "r": 1}, **given))).total
    assert seen
    return seen


def test_first_band_begins_where_the_engine_says_that_the_score_does() -> None:
    """A band without a limit is told with the least that can be had."""
    assert [b.limit_html for b in total(bands=bands(low=None, high="12.5")).bands] == [
        "from 2 points",
        "from 12.5 points",
    ]


def test_limit_of_one_point_is_singular() -> None:
    """From 1 point, not points."""
    asked = [question("q", [0, 2])]
    made = score("total", {"q": 1}, bands=bands(low=None, one=1))
    seen = view(quiz(asked, made)).total

    assert seen
    assert [b.limit_html for b in seen.bands] == ["from 0 points", "from 1 point"]


def test_limit_of_a_mean_is_not_told_in_points() -> None:
    """A mean of points is not a number of points."""
    assert [
        b.limit_html for b in total(method="mean", bands=bands(low=None, high=5)).bands
    ] == ["from 1", "from 5"]


def test_a_limit_that_is_not_in_its_band_is_told_so() -> None:
    """In words as well; a band that only a hook sets has none to tell."""
    made = replaced(bands(low=None, middle=1, high=5, odd=None), odd="by_hook")
    closed = replaced(made, middle="is_above", high="is_above")

    assert [b.limit_html for b in total(bands=closed).bands] == [
        *("from 2 points", "above 1 point", "above 5 points", ""),
    ]
    assert [b.limit_html for b in total(method="mean", bands=closed).bands] == [
        *("from 1", "above 1", "above 5", ""),
    ]


def replaced(made: tuple[Band, ...], **claims: str) -> tuple[Band, ...]:
    """Let a claim be true of some bands."""
    return tuple(
        replace(band, **{claims[band.id]: True}) if band.id in claims else band
        for band in made
    )


def test_limits_are_placed_on_the_scale() -> None:
    """From 0 to 100 between the least and the greatest score."""
    limits = total(bands=bands(low=None, middle=11, high=20)).scale.limits

    assert [(limit.band, limit.place) for limit in limits] == [
        ("middle", "50.00"),
        ("high", "100.00"),
    ]


def test_labels_that_would_touch_are_left_out() -> None:
    """Neither the ends nor two limits may print over each other."""
    limits = total(bands=bands(low=None, a=3, b=8, c=9, d=19)).scale.limits

    assert [limit.label for limit in limits] == ["", "8", "", ""]


@pytest.mark.parametrize(("decimals", "size"), [(0, "short"), (1, "long"), (2, "long")])
def test_long_numbers_are_drawn_smaller(decimals: int, size: str) -> None:
    """The size follows the longest number that can come."""
    assert total(decimals=decimals).scale.size == size


@pytest.mark.parametrize(
    ("keys", "recipe"),
    [
        ({}, "The points added up."),
        ({"method": "mean"}, "The average of the points."),
        (
            {"multiply": Fraction(5, 2), "add": Fraction(-25)},
            "The points added up. Then times 2.5. Then 25 is taken away.",
        ),
    ],
)
def test_recipe_tells_how_to_compute_a_score(
    keys: dict[str, object], recipe: str
) -> None:
    """A reader can do it with pencil and paper."""
    assert total(**keys).recipe == recipe


def test_members_are_told_with_their_weights() -> None:
    """All questions, or which ones, and how often each counts."""
    asked = [question(name, [1, 2]) for name in ("q", "r", "s")]
    factors = (score("f", {"q": 1}), score("g", {"q": 1, "s": Fraction(1, 3)}))
    seen = view(quiz(asked, score("total", {"q": 1, "r": 1, "s": 1}), *factors))

    assert [each.members for each in (seen.total, *seen.factors) if each] == [
        "All questions.",
        "Question 1.",
        "Questions 1 and 3 (counts 1/3 times).",
    ]


def test_scores_that_are_computed_alike_share_a_recipe() -> None:
    """What is the same is said once."""
    made = view(
        quiz([question("q", [1, 2])], score("total", {"q": 1}), score("f", {"q": 1}))
    )

    assert [len(recipe.scores) for recipe in made.recipes] == [2]


def test_points_are_those_after_reverse() -> None:
    """The key tells what an answer is worth, not what the author wrote."""
    asked = question("q", [1, 2, 5, None], reverse=True)
    options = view(quiz([asked], score("total", {"q": 1}))).questions[0].options

    assert [option.points for option in options] == [
        "5 points",
        "4 points",
        "1 point",
        "is left out",
    ]


def test_shortened_scale_is_explained_only_where_it_can_happen() -> None:
    """A quiz without n.a. does not explain n.a."""
    without = view(quiz([question("q", [1, 2])], score("total", {"q": 1})))
    with_na = view(quiz([question("q", [1, 4, None])], score("total", {"q": 1})))

    assert without.plain.not_applicable is None
    assert "from 1 to 4" in (with_na.plain.not_applicable or "")
    assert "times 3, and add 1" in (with_na.plain.not_applicable or "")


def least_told(least: MinimumAnswered, *, points: list[int | None]) -> list[str]:
    """Give what is said of the least of a total of three questions."""
    asked = [question(name, points) for name in ("q", "r", "s")]
    made = score("total", {"q": 1, "r": 1, "s": 1}, minimum_answered=least)
    seen = view(quiz(asked, made))
    assert seen.total
    told = [seen.total.members, seen.plain.not_applicable or ""]
    return [text for text in told if re.search(r"[Aa]t least \d", text)]


@pytest.mark.parametrize(
    ("least", "count"),
    [
        (MinimumAnswered(share=Fraction(1, 2)), 2),
        (MinimumAnswered(count=3), 3),
        (MinimumAnswered(count=2, share=Fraction(1)), 3),
        (MinimumAnswered(count=3, share=Fraction(1, 3)), 3),
    ],
)
def test_least_number_of_answers_is_told(least: MinimumAnswered, count: int) -> None:
    """Who computes by hand knows when there is no score; a part is rounded up."""
    recipe, plain = least_told(least, points=[1, 4, None])

    assert recipe == f"All questions. At least {count} must count."
    assert plain.endswith(f"only if at least {count} of the 3 questions count.")


@pytest.mark.parametrize(
    ("least", "points"),
    [
        (MinimumAnswered(), [1, 4, None]),
        (MinimumAnswered(share=Fraction(1, 3)), [1, 4, None]),
        (MinimumAnswered(count=3), [1, 4]),
    ],
)
def test_least_number_of_answers_is_not_told_where_it_says_nothing(
    least: MinimumAnswered, points: list[int | None]
) -> None:
    """One answer is the least there is, and without n.a. all are answered."""
    assert least_told(least, points=points) == []


def test_quiz_without_a_total_says_nothing_of_a_score() -> None:
    """Where there are factors alone, the live region names no number."""
    seen = view(quiz([question("q", [1, 2], weight=0)], None, score("f", {"q": 1})))

    assert seen.total is None
    assert seen.plain.score_html is None
    assert "data-part" not in "".join(say.text_html for say in seen.says[:2])


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (Fraction(5, 2), "2,5"),
        (Fraction(-3), "\u22123"),
        (Fraction(1, 3), "1/3"),
        (Ratio(7), "7"),
    ],
)
def test_number_is_written_exactly_with_the_signs_of_its_language(
    number: Fraction | Ratio, text: str
) -> None:
    """A decimal comma and a true minus; no rounding."""
    assert DUTCH.exact(number) == text


@pytest.mark.parametrize(
    ("lang", "count", "text"),
    [
        ("nl", 0, ""),
        ("nl", 1, "1"),
        ("nl", 2, "1 en 2"),
        ("nl", 4, "1, 2, 3 en 4"),
        ("en", 3, "1, 2 and 3"),
        ("en-US", 3, "1, 2, and 3"),
        ("ar", 3, "1 \u06482 \u06483"),
    ],
)
def test_list_is_joined_as_one_says_it(lang: str, count: int, text: str) -> None:
    """Commas, and a word before the last, as the language has it."""
    items = [str(number) for number in range(1, count + 1)]

    assert listed(items, conventions(lang).both) == text


@pytest.mark.parametrize(
    ("licence", "link"),
    [
        ("CC-BY-4.0", ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")),
        (
            "CC-BY-NC-SA-3.0",
            ("CC BY-NC-SA 3.0", "https://creativecommons.org/licenses/by-nc-sa/3.0/"),
        ),
        (
            "CC0-1.0",
            ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
        ),
        ("MIT", ("MIT", None)),
        (None, (None, None)),
    ],
)
def test_licence_links_to_its_deed(
    licence: str | None, link: tuple[str | None, str | None]
) -> None:
    """Creative Commons licences have addresses that follow from their names."""
    assert licence_link(licence) == link


def test_headings_in_prose_follow_the_heading_above_them() -> None:
    """Prose comes with its headings from level 4 on; no level is skipped."""
    prose = Html("<h4>A</h4><p>x</p><h5>B</h5>")

    assert Setting({}).put(prose, under=1) == "<h2>A</h2><p>x</p><h3>B</h3>"
    assert Setting({}).put(prose, under=5) == "<h6>A</h6><p>x</p><h6>B</h6>"


def test_words_are_counted_without_their_markup() -> None:
    """What a reader reads, for how long it takes."""
    assert count_words(Html('<p>Two <em class="a b">words</em></p>')) == 2
    assert count_words(None) == 0


def test_inline_text_cannot_end_its_element() -> None:
    """A theme whose style holds `</style>` stops the build."""
    with pytest.raises(ValueError, match="end its element"):
        inline("a{}</style><script>")


def test_extent_grows_with_the_words() -> None:
    """Short quizzes take a minute, long ones more."""
    short = quiz([question("q", [1, 2])], score("total", {"q": 1}))
    long = replace(short, intro_html=Html(" ").join(["word"] * 900))

    assert view(short).extent == "1 question, one minute"
    assert view(long).extent == "1 question, about 5 minutes"
