"""A site of many quizzes takes as much work for each as a site of few."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kwispel.compile import compile_quiz
from kwispel.model.shapes import Quiz
from kwispel.publish.embed_page import embed_leaves
from kwispel.publish.shapes import Release
from kwispel.render.leaves import leaves
from testkit.sample_pages import (
    SCRIPTS,
    packaged_theme,
    sample_pages_of,
    sample_site,
    sum_quiz,
)


class Counted(tuple[Quiz, ...]):  # noqa: SLOT001 # it counts
    """The quizzes of a site, which count how often all of them are looked through."""

    looks = 0

    def __iter__(self) -> Iterator[Quiz]:
        """Look through the quizzes once more."""
        self.looks += 1
        return super().__iter__()


def quizzes(number: int) -> Counted:
    """Give so many quizzes."""
    return Counted(replace(sum_quiz(), id=f"quiz-{n}") for n in range(number))


def looks_for(number: int) -> int:
    """Count how often the pages of so many quizzes make a build look at all."""
    found = quizzes(number)
    site, theme = sample_site(quizzes=found), packaged_theme()
    sheets = {each.id: compile_quiz(each) for each in tuple(found)}
    heights = {each.path: 800 for each in tuple(found)}
    found.looks = 0

    pages = list(leaves(site, sheets, theme=theme, scripts=SCRIPTS))
    ways = list(embed_leaves(Release(site, sheets, theme, {}, heights)))

    assert len(pages) + len(ways) == 1 + 3 * number
    return found.looks


def test_no_page_of_a_quiz_goes_through_all_quizzes() -> None:
    """Else a site of twice as many would take four times as long."""
    assert looks_for(6) == looks_for(2) > 0


def test_the_contents_page_alone_has_cards() -> None:
    """No other page of a theme prints them."""
    cards = {
        path: len(page.site.quizzes)
        for path, page in sample_pages_of(*quizzes(2)).items()
    }

    assert cards == {
        "index.html": 2,
        "quiz-0/index.html": 0,
        "quiz-0/embed.html": 0,
        "quiz-1/index.html": 0,
        "quiz-1/embed.html": 0,
    }
