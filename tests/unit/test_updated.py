"""`updated` is the day that an author tells, and nothing else is taken for one."""

from __future__ import annotations

from datetime import date

import pytest

from testkit.quiz_folder import QUESTION, Folder


def test_a_quiz_has_the_day_that_its_author_tells(folder: Folder) -> None:
    """Or none."""
    assert folder.quiz().updated is None

    folder.front_matter("updated: 2028-02-29")

    assert folder.quiz().updated == date(2028, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-02-29", "2026-2-1", "20260201", "2026-W06-7", "0000-01-01"),
        *(
            "1 May 2026",
            "01-05-2026",
            "2026-05",
            "\uff12026-05-01",
            "2026-05-01T12:00:00Z",
        ),
    ],
)
def test_no_day_of_the_calendar(folder: Folder, text: str) -> None:
    """Other ways to write one differ from country to country, or have an hour."""
    folder.front_matter(f'updated: "{text}"')

    assert folder.codes() == ["bad-date"]


def test_a_list_is_no_day(folder: Folder) -> None:
    """It is told as any other value of a wrong kind is."""
    folder.front_matter("updated: [2026-05-01]")

    assert folder.codes() == ["wrong-type"]


def test_a_translation_may_have_a_day_of_its_own(folder: Folder) -> None:
    """Without one it has that of the original."""
    folder.front_matter("lang: nl\nupdated: 2026-05-01")
    for tag in ("en", "de"):
        folder.write(f"questions/01-one.{tag}.md", QUESTION)
    folder.write("quiz.en.md", "---\ntitle: English\nupdated: 2026-05-20\n---\n")
    folder.write("quiz.de.md", "---\ntitle: Deutsch\n---\n")

    days = {one.lang: one.updated for one in folder.quiz().translations}

    assert days == {"de": date(2026, 5, 1), "en": date(2026, 5, 20)}
