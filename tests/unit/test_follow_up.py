"""What an author offers after the result is read, translated, and complete."""

from __future__ import annotations

from pathlib import Path

import pytest

from kwispel.model.check import read_quiz, read_site
from kwispel.model.follow_up import (
    Contact,
    FollowUp,
    RelatedPage,
    RelatedQuiz,
    Work,
)
from kwispel.model.shapes import Quiz
from testkit.quiz_folder import QUESTION, Folder

ALL = """\
lang: nl
terms: {role: klant}
related:
  - quiz-2
  - {title: "Voor een {role}", url: "https://example.org/een#twee"}
contact: {name: Ann, email: ann.o'neill+tests@mail.example.org, url: "https://example.org"}
reading:
  - {title: Een boek, authors: [Ann, Ben], note: Uitverkocht.}
  - {title: Nog een, url: "mailto:bestel@example.org"}
retake: 30"""


@pytest.fixture
def other(folder: Folder) -> Folder:
    """Give the folder of a site with a second quiz, which the first may name."""
    path = folder.path / "quiz-2"
    (path / "questions").mkdir(parents=True)
    (path / "quiz.md").write_text("---\ntitle: Two\nlicence: no\n---\n", "utf-8")
    (path / "questions/01-one.md").write_text(QUESTION, "utf-8")
    return folder


def translated(folder: Folder, settings: str) -> tuple[Quiz, list[str]]:
    """Give the English translation with these settings, and what is said of it."""
    folder.write("quiz.en.md", f"---\ntitle: A quiz\n{settings}\n---\n")
    folder.write("questions/01-one.en.md", QUESTION)
    quiz, problems = folder.read()
    assert quiz is not None
    return quiz.translations[0], [problem.code for problem in problems]


def test_a_quiz_that_says_nothing_has_a_day_to_be_taken_again(folder: Folder) -> None:
    """Ninety days on, without anything to go on with."""
    assert folder.quiz().follow_up == FollowUp((), None, (), 90)


def test_what_is_said_is_kept_in_order(other: Folder) -> None:
    """Terms are written out in texts; addresses stay as they are."""
    other.front_matter(ALL)

    read = other.quiz().follow_up

    related, page = read.related
    assert isinstance(related, RelatedQuiz)
    assert related.id == "quiz-2"
    assert page == RelatedPage("Voor een klant", "https://example.org/een#twee")
    assert read.contact == Contact(
        "Ann", "ann.o'neill+tests@mail.example.org", "https://example.org"
    )
    assert read.reading == (
        Work("Een boek", ("Ann", "Ben"), None, "Uitverkocht."),
        Work("Nog een", (), "mailto:bestel@example.org", None),
    )
    assert read.retake_days == 30


@pytest.mark.parametrize(
    "email",
    ["ann", "ann@", "@example.org", "ann@example", "a b@example.org", "a@-b.org"],
)
def test_no_e_mail_address(folder: Folder, email: str) -> None:
    """One needs a name, a sign, and a domain with a point."""
    folder.front_matter(f'contact: {{name: Ann, email: "{email}"}}')

    assert folder.codes() == ["bad-email"]


@pytest.mark.parametrize(
    "url",
    [
        *("data:text/html,x", "//example.org", "HTTP://", "mailto:"),
        *("mailto:a@b.org?x=y", "mailto:a?cc=b@c.org", "mailto:a%0Acc=b@c.org"),
    ],
)
def test_no_address_for_a_link(folder: Folder, url: str) -> None:
    """Schemes other than http, https and mailto lead nowhere that a link may go."""
    folder.front_matter(f'reading: [{{title: A book, url: "{url}"}}]')

    assert folder.codes() == ["bad-address"]


@pytest.mark.parametrize("days", [1, 3650])
def test_days_until_a_retake_have_bounds(folder: Folder, days: int) -> None:
    """From a day to ten years."""
    folder.front_matter(f"retake: {days}")

    assert folder.quiz().follow_up.retake_days == days


def test_a_translation_keeps_what_it_does_not_say_itself(other: Folder) -> None:
    """An address and an author are the same in each language, texts are its own."""
    other.front_matter(ALL)

    english, said = translated(
        other,
        """\
terms: {role: customer}
related:
  - quiz-2
  - {title: "For a {role}"}
contact: {name: Anne}
reading:
  - {note: Out of print.}
  - {title: Another, note: In Dutch.}""",
    )

    assert said == []
    assert english.follow_up.related[1] == RelatedPage(
        "For a customer", "https://example.org/een#twee"
    )
    assert english.follow_up.contact == Contact(
        "Anne", "ann.o'neill+tests@mail.example.org", "https://example.org"
    )
    assert english.follow_up.reading == (
        Work("Een boek", ("Ann", "Ben"), None, "Out of print."),
        Work("Another", (), "mailto:bestel@example.org", "In Dutch."),
    )
    assert english.follow_up.retake_days == 30


def test_nothing_has_to_be_translated_where_there_are_no_texts(other: Folder) -> None:
    """A name, an id and the title of a book hold in any language."""
    other.front_matter(
        "lang: nl\nrelated: [quiz-2]\ncontact: {name: Ann, email: a@example.org}\n"
        "reading: [{title: Een boek}]"
    )

    english, said = translated(other, "")

    assert said == []
    assert english.follow_up.contact == Contact("Ann", "a@example.org", None)
    assert [one.title for one in english.follow_up.reading] == ["Een boek"]


@pytest.mark.parametrize("key", ["related: x", "contact: x", "reading: x"])
def test_a_translation_of_another_kind_is_told(other: Folder, key: str) -> None:
    """A word where the original has a map or a list."""
    other.front_matter(ALL)
    other.write("quiz.en.md", f"---\ntitle: A quiz\nterms: {{role: x}}\n{key}\n---\n")
    other.write("questions/01-one.en.md", QUESTION)

    quiz, problems = other.read()

    assert quiz is not None
    assert quiz.translations == ()
    assert "wrong-type" in {problem.code for problem in problems}


def test_one_quiz_is_read_without_a_look_at_those_it_names(other: Folder) -> None:
    """It can be scored while the other one is still to be written."""
    other.front_matter("related: [later]")

    site, problems = read_quiz("quiz", other.path, shown_from=Path())

    assert problems == ()
    assert [quiz.id for quiz in site.quizzes] == ["quiz"]


def test_a_quiz_with_an_error_is_known_all_the_same(other: Folder) -> None:
    """Its own error is told, and not that the site does not have it."""
    other.front_matter("related: [quiz-2]")
    (other.path / "quiz-2/quiz.md").write_text("---\nlicence: no\n---\n", "utf-8")

    _, problems = read_site(other.path, shown_from=other.path)

    assert [problem.code for problem in problems] == ["missing-key"]
