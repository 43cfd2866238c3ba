"""A page says what there is to visit; whatever it says, nothing else is visited."""

from __future__ import annotations

import pytest

from kwispel.check_host.page import (
    MOST_QUIZZES,
    changed_scripts,
    lasting_files,
    quiz_folders,
)

SITE = "https://example.org/t/"


def linked(*links: str) -> str:
    """Write a page with these links."""
    return "".join(f'<a href="{link}">Quiz</a>' for link in links)


def test_quizzes_are_what_a_page_links_to() -> None:
    """In every language, each once."""
    page = linked("sus/index.html", "en/sus/index.html", "sus/index.html", "other.html")

    assert quiz_folders(page, SITE) == [f"{SITE}sus/", f"{SITE}en/sus/"]


@pytest.mark.parametrize(
    "link",
    [
        "https://evil.example/a/index.html",
        "//evil.example/index.html",
        "../index.html",
        "a/../../b/index.html",
        "/elsewhere/index.html",
        "http://[/index.html",
        "a%2f..%2f/index.html",
        "javascript:alert(1)/index.html",
        "a\\b/index.html",
        "&#104;ttps://evil.example/index.html",
    ],
)
def test_no_page_leads_out_of_its_site(link: str) -> None:
    """Whoever looks at one host asks no other for anything."""
    assert quiz_folders(linked(link), SITE) == []


def test_a_page_without_an_end_of_quizzes_is_visited_in_part() -> None:
    """So that nobody is kept busy for ever."""
    page = linked(*(f"q{number}/index.html" for number in range(10_000)))

    assert len(quiz_folders(page, SITE)) == MOST_QUIZZES


def test_files_are_known_by_their_hashes() -> None:
    """Other names in assets/ are nobody's that lasts."""
    page = 'src="../assets/runtime.0123456789ab.js" href="../assets/other.css"'

    assert lasting_files(page, SITE) == [f"{SITE}assets/runtime.0123456789ab.js"]


def test_a_long_page_of_nonsense_is_read_in_one_go() -> None:
    """Nothing in it makes reading start again."""
    for nonsense in ('href="', "<script>", "assets/a.", '<link rel="canonical" href="'):
        page = nonsense * (2_000_000 // len(nonsense))

        assert quiz_folders(page, SITE) == []
        assert lasting_files(page, SITE) == []
        assert not changed_scripts(page)
