"""What a page shows of where to go from the result."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kwispel.model.follow_up import (
    Contact,
    FollowUp,
    RelatedPage,
    RelatedQuiz,
    Work,
)
from kwispel.model.shapes import Quiz
from kwispel.render.context_follow_up import ContactView, RelatedView, WorkView
from testkit.markup import Markup
from testkit.quizzes import HERE
from testkit.sample_pages import (
    mean_quiz,
    page_text,
    sample_pages_of,
    sample_site,
    spoken_quiz,
    sum_quiz,
)

OFFERED = FollowUp(
    related=(
        RelatedQuiz("spoken", HERE),
        RelatedPage("Elsewhere <b>", "https://example.org/?a=1&b=2"),
    ),
    contact=Contact("Ann", "ann%o'neill@example.org", "https://www.example.org/ann/"),
    reading=(
        Work("A book", ("Ann", "Ben"), None, "Out of print."),
        Work("A page", (), "mailto:order@example.org", None),
    ),
    retake_days=30,
)


def offering(quiz: Quiz) -> Quiz:
    """Give a quiz all that can be offered, in each of its languages."""
    translations = tuple(offering(each) for each in quiz.translations)
    return replace(quiz, follow_up=OFFERED, translations=translations)


def test_a_quiz_is_named_with_what_a_reader_chooses_by() -> None:
    """Its title, description and length, in the words of the page."""
    page = sample_pages_of(offering(sum_quiz()), spoken_quiz())["sums/index.html"]
    assert page.quiz is not None

    first, second = page.quiz.follow_up.related

    assert first == RelatedView(
        "../en/spoken/index.html",
        "",
        "Spoken",
        "Two questions.",
        "2 questions, one minute",
    )
    assert second == RelatedView(
        "https://example.org/?a=1&b=2", "", "Elsewhere <b>", None, ""
    )


@pytest.mark.parametrize(
    ("path", "url", "lang"),
    [
        ("spoken/index.html", "../sums/index.html", "en"),
        ("en/spoken/index.html", "../../sums/index.html", ""),
    ],
)
def test_a_quiz_in_another_language_says_so(path: str, url: str, lang: str) -> None:
    """Where there is no translation, the original is better than nothing."""
    related = FollowUp(related=(RelatedQuiz("sums", HERE),))
    made = spoken_quiz()
    english = replace(made.translations[0], follow_up=related)
    spoken = replace(made, follow_up=related, translations=(english,))
    page = sample_pages_of(sum_quiz(), spoken)[path]
    assert page.quiz is not None

    [view] = page.quiz.follow_up.related

    assert (view.url, view.lang) == (url, lang)


def test_contact_and_reading_are_as_one_writes_them() -> None:
    """An e-mail address is escaped in the link alone."""
    page = sample_pages_of(offering(sum_quiz()), spoken_quiz())["sums/index.html"]
    assert page.quiz is not None

    view = page.quiz.follow_up

    assert view.contact == ContactView(
        "Ann",
        (
            ("mailto:ann%25o%27neill@example.org", "ann%o'neill@example.org"),
            ("https://www.example.org/ann/", "example.org/ann"),
        ),
    )
    assert view.reading == (
        WorkView("A book", "Ann and Ben", "", "Out of print."),
        WorkView("A page", "", "mailto:order@example.org", None),
    )


def test_without_scripts_there_is_no_card() -> None:
    """What the author offers is shown all the same, where there is anything."""
    site = sample_site(offering(sum_quiz()), spoken_quiz(), mean_quiz())
    full = Markup(page_text("sums/index.html", site))
    bare = Markup(page_text("means/index.html", site))

    assert ["hidden" in each for each in full.having("data-kw", "next")] == [False]
    assert ["hidden" in each for each in bare.having("data-kw", "next")] == [True]
    for page in (full, bare):
        assert all("hidden" in each for each in page.having("data-kw", "card"))
        assert all("hidden" in each for each in page.having("data-kw", "picks"))


def test_links_in_a_frame_open_beside_it() -> None:
    """A frame is no place to go elsewhere in."""
    site = sample_site(offering(sum_quiz()), spoken_quiz())
    links = {
        name: [
            (a["href"], a.get("target"), a.get("rel"))
            for a in Markup(page_text(f"sums/{name}", site)).having("href")
            if a["href"] in {"../en/spoken/index.html", "https://www.example.org/ann/"}
            and "hreflang" not in a
        ]
        for name in ("index.html", "embed.html")
    }

    assert [each[1:] for each in links["index.html"]] == [(None, None)] * 2
    assert [each[1:] for each in links["embed.html"]] == [("_blank", "noopener")] * 2


def test_each_piece_of_advice_can_be_taken_along() -> None:
    """By a box of its own, which tells to a screen reader what it belongs to."""
    page = Markup(page_text("sums/index.html"))

    assert len(page.having("data-advice")) == 3
    assert len(page.having("data-kw", "pick")) == 3


def test_the_day_of_the_reminder_is_the_authors() -> None:
    """As many days ahead as the quiz says."""
    page = Markup(
        page_text("sums/index.html", sample_site(offering(sum_quiz()), spoken_quiz()))
    )

    [field] = page.having("data-days")

    assert (field["data-days"], field["data-summary"]) == (
        "30",
        'Take again: Sums & "signs"',
    )


def test_one_quiz_alone_is_shown_without_those_it_names() -> None:
    """`kwispel serve` may show it while the others are not read."""
    page = sample_pages_of(offering(sum_quiz()))["sums/index.html"]
    assert page.quiz is not None

    assert [one.title for one in page.quiz.follow_up.related] == ["Elsewhere <b>"]
