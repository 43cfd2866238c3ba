"""Every page keeps what docs/reference/page.md promises to its behaviour."""

from __future__ import annotations

from dataclasses import replace

import pytest

from testkit.markup import Markup
from testkit.quizzes import question, quiz, score
from testkit.sample_pages import page_text, sample_site
from testkit.styled import styled_markup

PATHS = ["sums/index.html", "sums/embed.html", "means/index.html"]
ONCE = [
    "quiz-root",
    "quiz",
    "sheet",
    "errors",
    "pending",
    "failed",
    "result",
    "result-heading",
    "ledger",
    "stale",
    "status",
]


@pytest.fixture(params=PATHS)
def page(request: pytest.FixtureRequest) -> Markup:
    """Give a page taken apart."""
    return Markup(page_text(request.param))


@pytest.mark.parametrize("part", ONCE)
def test_part_is_there_once(page: Markup, part: str) -> None:
    """The parts that a page has one of."""
    assert len(page.having("data-kw", part)) == 1


@pytest.mark.parametrize("part", ["errors", "pending", "failed", "result", "stale"])
def test_what_is_said_later_is_hidden_at_first(page: Markup, part: str) -> None:
    """Before scoring nothing is open, pending, failed, scored or stale."""
    assert "hidden" in page.having("data-kw", part)[0]


def test_form_carries_what_the_runtime_reads(page: Markup) -> None:
    """Quiz, version, state, signs of numbers, and where the runtime is."""
    form = page.having("data-kw", "quiz")[0]

    assert form["data-state"] == "idle"
    assert form["data-version"] in {"1", "3"}
    assert form["data-decimal"] == "."
    assert form["data-minus"] == "\u2212"
    assert form["data-runtime"].startswith("../assets/runtime.")
    assert form["data-more"].startswith("../assets/more.")


def test_question_is_a_fieldset_of_radios_with_labels() -> None:
    """Each radio has the question's name, the option's value and a label of its own."""
    page = Markup(page_text("sums/index.html"))
    radios = page.having("type", "radio")

    assert [(r["name"], r["value"]) for r in radios] == [
        *(("first", option) for option in "abc"),
        *(("second", option) for option in "abc"),
    ]
    assert [r["id"] for r in radios] == [f"q-{r['name']}.{r['value']}" for r in radios]
    assert [label["for"] for label in page.having("for")] == [r["id"] for r in radios]
    assert [f["id"] for f in page.having("data-question")] == ["q-first", "q-second"]
    assert [o["id"] for o in page.having("data-kw", "open")] == [
        "open-first",
        "open-second",
    ]


def test_form_has_one_button_for_each_purpose(page: Markup) -> None:
    """One submits, one resets."""
    assert len(page.having("type", "submit")) == 1
    assert len(page.having("type", "reset")) == 1


def test_summary_has_a_hidden_link_to_each_first_radio() -> None:
    """Only the questions that are open are named, and the link leads to a radio."""
    page = Markup(page_text("sums/index.html"))
    entries = page.having("data-open-link")
    links = {
        link.get("href")
        for link in page.having("class", styled_markup("kw-errors__link"))
    }
    named = page.having("data-kw", "position") + page.having("data-kw", "stem")

    assert [entry["data-open-link"] for entry in entries] == ["first", "second"]
    assert all("hidden" in entry for entry in entries)
    assert links == {"#q-first.a", "#q-second.a"}
    assert len(named) == 2 * len(entries), "the runtime finds the words of each"


def test_every_score_has_its_bands_and_its_scale() -> None:
    """Bands are hidden, each is named once more, and each limit has its mark."""
    page = Markup(page_text("sums/index.html"))

    assert [s["data-score"] for s in page.having("data-score")] == ["total", "alone"]
    bands = page.having("data-band")
    assert [band["data-band"] for band in bands] == ["low", "high", "weak", "strong"]
    assert all("hidden" in band for band in bands)
    assert [n["data-band-name"] for n in page.having("data-band-name")] == [
        "low",
        "high",
    ]
    assert [n["data-limit"] for n in page.having("data-limit")] == ["high", "strong"]
    assert len(page.having("data-kw", "marker")) == 2


@pytest.mark.parametrize("part", ["absent", "partial", "rescaled", "full"])
def test_every_score_can_tell_how_it_came_about(part: str) -> None:
    """The total and each factor have every one of these, hidden at first."""
    page = Markup(page_text("sums/index.html"))
    parts = page.having("data-kw", part)

    assert len(parts) == len(page.having("data-score")) == 2
    assert all("hidden" in each for each in parts)


def test_carrying_over_is_explained_in_the_total() -> None:
    """Once is enough; a factor says in short that it happened there too."""
    text = page_text("sums/index.html")

    assert text.count("Your place on the scale of the others") == 1
    assert text.count("Carried over to the whole scale.") == 1


def test_carrying_over_is_explained_in_each_factor_where_there_is_no_total() -> None:
    """There is no other place to learn what happened."""
    asked = [question(name, [1, 2, None], weight=0) for name in ("x", "y")]
    factors = [score(name, {"x": 1, "y": 1}) for name in ("f", "g")]
    text = page_text("quiz/index.html", sample_site(quiz(asked, None, *factors)))

    assert text.count("Your place on the scale of the others") == 2
    assert "Carried over to the whole scale." not in text


def test_highest_total_is_acknowledged_and_highest_factor_only_stated() -> None:
    """Whether more of a factor is better, as of stress, nobody but its author knows."""
    text = page_text("sums/index.html")

    assert text.count("All there was to get: this scale has no higher score.") == 1
    assert text.count("This is the highest score on this scale.") == 1


def test_every_advice_and_every_question_has_its_place_in_the_result() -> None:
    """Advice is hidden until its option was chosen."""
    page = Markup(page_text("sums/index.html"))
    advice = page.having("data-advice")

    assert [a["data-advice"] for a in advice] == ["first/a", "first/b", "first/c"]
    assert all("hidden" in a for a in advice)
    for name in ("data-result-question", "data-answer", "data-ledger"):
        assert [e[name] for e in page.having(name)] == ["first", "second"]


def test_live_region_has_a_text_for_everything_it_may_say(page: Markup) -> None:
    """One live region; what it says stands hidden in the page."""
    assert len(page.having("role", "status")) == 1
    assert [say["data-say"] for say in page.having("data-say")] == [
        "scored",
        "changed",
        "same",
        "unchanged",
        "no-score",
        "reset",
        "picked",
        "dropped",
        "full",
        "copied",
        "refused",
        "reminded",
    ]


def test_no_ids_of_questions_and_options_make_two_elements_share_one() -> None:
    """Names that only differ in where the hyphen belongs, and the name "open"."""
    asked = [question(name, [1, 2, 3]) for name in ("x", "x-a", "a", "open", "x-open")]
    first = replace(asked[0].options[1], id="open")
    second = replace(asked[0].options[2], id="a-b")
    asked[0] = replace(asked[0], options=(asked[0].options[0], first, second))
    made = quiz(asked, score("total", {each.id: 1 for each in asked}))

    ids = Markup(page_text("quiz/index.html", sample_site(made))).ids()

    assert sorted(ids) == sorted(set(ids))
