"""Of each quiz in each language a form is printed, and the result of an example."""

from __future__ import annotations

from pathlib import Path

from kwispel.build import check_content
from kwispel.pdf.orders import Order, orders, without_result
from kwispel.replay import NotReplayed, replay_code

SITES = Path(__file__).parents[2] / "sites/good"


def ordered(name: str) -> tuple[Order, ...]:
    """Give what is printed of a site."""
    checked = check_content(SITES / name)
    return orders(checked.site, checked.sheets)


def test_each_language_has_a_form_and_a_result() -> None:
    """Beside the page that they are printed from."""
    paths = [(order.path, order.page, order.state) for order in ordered("translated")]

    assert paths[:4] == [
        ("talen/form.pdf", "talen/index.html", "ready"),
        ("talen/result.pdf", "talen/index.html", "scored"),
        ("en/talen/form.pdf", "en/talen/index.html", "ready"),
        ("en/talen/result.pdf", "en/talen/index.html", "scored"),
    ]
    assert len(paths) == 6


def test_result_is_that_of_the_first_example() -> None:
    """In every language, with the answers that the author has worked out."""
    checked = check_content(SITES / "translated")
    known = [(quiz, checked.sheets[quiz.id]) for quiz in checked.site.quizzes]

    printed = [
        replay_code(order.fragment, known)
        for order in ordered("translated")
        if order.state == "scored"
    ]

    told = [one.result for one in printed if not isinstance(one, NotReplayed)]
    assert [one["total"] and one["total"]["text"] for one in told] == ["3.5"] * 3


def test_quiz_without_an_example_has_no_result() -> None:
    """Answers that nobody has thought of would be a strange specimen."""
    site = check_content(SITES / "behaviour").site

    assert [order.path for order in ordered("behaviour")] == [
        "mirror/form.pdf",
        "names/form.pdf",
    ]
    assert without_result(site) == site.quizzes


def test_example_of_a_quiz_with_a_hook_has_a_code() -> None:
    """The page runs the hook; the code needs it not."""
    states = [(order.quiz.id, order.state) for order in ordered("hook")]

    assert ("care-2", "scored") in states
