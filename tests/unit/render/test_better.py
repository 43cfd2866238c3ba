"""What a page says where a high score is not the better one."""

from __future__ import annotations

import pytest

from kwispel.model.shapes import Better, Quiz
from testkit.markup import Markup
from testkit.quizzes import bands, question, quiz, score
from testkit.sample_pages import advised, page_text, sample_pages_of, sample_site

HIGHER = "A higher score is more favourable here."
LOWER = "A lower score is more favourable here."
NEITHER = "A high score is no better here than a low one, and no worse."
GAINS = (
    "Where there is most to gain comes first.",
    "something left to gain",
    "To gain",
)
WEIGHS = ("What weighs most comes first.", "with room for improvement", "To improve")


def made(total: Better | None, *factors: Better) -> Quiz:
    """Make a quiz whose scores have these better ends."""
    names = [f"q{at}" for at, _ in enumerate(factors)] or ["q0"]
    each = [
        score(f"f-{name}", {name: 1}, better=better)
        for name, better in zip(names, factors, strict=False)
    ]
    limits = bands(low=None, high=1)
    counted = total and score(
        "total", dict.fromkeys(names, 1), better=total, bands=limits
    )
    weight = 1 if total else 0
    asked = [advised(question(name, [0, 1], weight=weight)) for name in names]
    return quiz(asked, counted or None, *each)


def text_of(total: Better | None, *factors: Better) -> str:
    """Give the page of such a quiz, the parts that come late with it."""
    return page_text("quiz/index.html", sample_site(made(total, *factors)))


def result_of(total: Better | None, *factors: Better) -> str:
    """Give what of such a page is no paper."""
    return text_of(total, *factors).partition('data-kw="paper"')[0]


def test_a_page_where_high_is_better_need_not_say_so() -> None:
    """It is what readers expect."""
    text = text_of("high", "high", "high")

    assert not any(sentence in text for sentence in (HIGHER, LOWER, NEITHER))
    assert all(words in text for words in GAINS)
    assert not any(words in text for words in WEIGHS)


@pytest.mark.parametrize(("better", "told"), [("low", LOWER), ("neither", NEITHER)])
def test_where_all_scores_are_read_alike_the_page_says_so_once(
    better: Better, told: str
) -> None:
    """At the total, or before the factors where there is none."""
    assert result_of(better, better, better).count(told) == 1
    assert result_of(None, better, better).count(told) == 1
    assert result_of(None, better).count(told) == 1


def test_where_scores_are_read_in_other_ways_each_says_so() -> None:
    """Nobody has to guess which is which."""
    text = result_of("neither", "low", "high", "high")

    assert [text.count(told) for told in (NEITHER, LOWER, HIGHER)] == [1, 1, 2]


@pytest.mark.parametrize(
    ("ends", "count"), [(("low", "low"), 1), ((None, "low", "low"), 1)]
)
def test_the_scoring_key_on_paper_says_it_too(
    ends: tuple[Better | None, ...], count: int
) -> None:
    """A trainer reads the bands there without the page."""
    _, _, paper = text_of(*ends).partition('data-kw="paper"')

    assert paper.count(LOWER) == count


def test_complaints_are_nothing_to_gain() -> None:
    """The heaviest come first, and there is room for improvement."""
    text = text_of("low", "low", "low")

    assert all(words in text for words in WEIGHS)
    assert not any(words in text for words in GAINS)


def test_where_no_end_is_better_nothing_is_ranked_and_nothing_is_left() -> None:
    """Neither in the advice nor in the account of the score."""
    text = text_of("neither", "neither", "neither")
    parts = {element["data-part"] for element in Markup(text).having("data-part")}

    assert not any(words in text for words in (*GAINS, *WEIGHS))
    assert "left" not in parts
    assert 'data-kw="advices"' not in text
    assert 'data-kw="ranked"' not in text


@pytest.mark.parametrize(
    ("better", "told"),
    [
        ("high", "All there was to get: this scale has no higher score."),
        ("low", "This is the lowest score on this scale, and the most favourable."),
    ],
)
def test_the_best_score_is_told_in_words_that_fit(better: Better, told: str) -> None:
    """Nobody has got all complaints there were to get."""
    assert told in text_of(better)


def test_where_no_end_is_better_there_is_no_best_score() -> None:
    """No place in the page waits to tell it."""
    assert 'data-kw="full"' not in text_of("neither", "neither")


@pytest.mark.parametrize(
    ("factors", "best", "worst"),
    [
        (("high", "high"), "Highest factor", "Lowest factor"),
        (("low", "low"), "Most favourable factor", "Least favourable factor"),
        (("low", "high"), "Most favourable factor", "Least favourable factor"),
        (("neither", "neither"), "Highest factor", "Lowest factor"),
        (("low", "neither"), "Highest factor", "Lowest factor"),
    ],
)
def test_what_stands_out_is_called_what_it_is(
    factors: tuple[Better, ...], best: str, worst: str
) -> None:
    """High and low judge nobody; where a low score is better they would mislead."""
    text = text_of(None, *factors)
    highest, _, rest = text.partition('data-standing="lowest"')

    assert best in highest
    assert worst in rest
    assert "none of them stands out" in rest


@pytest.mark.parametrize(
    ("better", "told"),
    [
        ("high", '<span data-part="count"></span> more point to “'),
        ("low", "” begins <span data-part="),
    ],
)
def test_the_next_band_lies_on_the_way_to_the_better_end(
    better: Better, told: str
) -> None:
    """Nobody is told how many points are missing to the gravest band."""
    text = text_of(better)

    assert told in text
    assert ("more point to" in text) == (better == "high")


@pytest.mark.parametrize(
    ("ends", "is_drawn"),
    [(("low",) * 5, True), (("neither",) * 5, True), (("low", *["high"] * 4), False)],
)
def test_a_radar_is_drawn_only_where_all_its_rays_mean_the_same(
    ends: tuple[Better, ...], *, is_drawn: bool
) -> None:
    """A shape in which out is good on one ray and bad on the next tells nothing."""
    found = sample_pages_of(made(None, *ends))["quiz/index.html"].quiz

    assert found
    assert found.profile
    assert (found.profile.radar is not None) == is_drawn
