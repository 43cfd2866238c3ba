"""What the page on the format shows can be written so."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest

from kwispel.errors import Place, Problem
from kwispel.model.check import read_site
from kwispel.source.advice_file import read_advice_file
from kwispel.source.question_file import read_question_file
from kwispel.source.shapes import Line, SourceFile
from kwispel.source.site_toml import read_site_toml

PAGE = Path(__file__).parents[2] / "docs/reference/format.md"
SNIPPETS: list[str] = re.findall(
    r"^```\w+\n(.*?)^```$", PAGE.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL
)
QUIZZES = [text for text in SNIPPETS if "\ntitle: " in text]
QUESTIONS = [
    text
    for text in SNIPPETS
    if re.search(r"^- \(|^scale: ", text, re.MULTILINE) and text not in QUIZZES
]
ADVICE = [text for text in SNIPPETS if "{#strong" in text]
SETTINGS = [text for text in SNIPPETS if "[publisher]" in text]


def as_file(text: str) -> SourceFile:
    """Give a text as a file that was read."""
    lines = enumerate(text.split("\n"), 1)
    placed = tuple(Line(line, Place("f", n)) for n, line in lines)
    return SourceFile("f", PurePosixPath("quiz/questions/one.md"), placed)


def test_the_page_shows_one_of_everything() -> None:
    """So that the tests below read something."""
    counts = (len(QUIZZES), len(QUESTIONS), len(ADVICE), len(SETTINGS))

    assert counts == (7, 8, 1, 1)


def test_the_smallest_quiz_of_the_page_is_whole(tmp_path: Path) -> None:
    """Its two files are all that it takes."""
    (tmp_path / "coffee/questions").mkdir(parents=True)
    (tmp_path / "coffee/quiz.md").write_text(QUIZZES[0], "utf-8")
    (tmp_path / "coffee/questions/01-morning.md").write_text(QUESTIONS[0], "utf-8")

    site, problems = read_site(tmp_path, shown_from=tmp_path)

    assert problems == ()
    assert [quiz.id for quiz in site.quizzes] == ["coffee"]


@pytest.mark.parametrize("key", ["terms", "perspectives"])
def test_terms_and_perspectives_are_written_as_the_page_shows(
    tmp_path: Path, key: str
) -> None:
    """Only the licence is missing."""
    [quiz] = [text for text in QUIZZES if f"\n{key}:" in text]
    [voiced] = [text for text in QUESTIONS if "\nvoices:" in text]
    question = voiced if key == "perspectives" else QUESTIONS[0]
    (tmp_path / "quiz/questions").mkdir(parents=True)
    (tmp_path / "quiz/quiz.md").write_text(quiz, "utf-8")
    (tmp_path / "quiz/questions/01-morning.md").write_text(question, "utf-8")

    _, problems = read_site(tmp_path, shown_from=tmp_path)

    assert [problem.code for problem in problems] == ["no-licence"]


def test_what_follows_on_a_result_is_written_as_the_page_shows(tmp_path: Path) -> None:
    """Only the licence is missing, and the quiz that is named by its id is there."""
    [quiz] = [text for text in QUIZZES if "\nrelated:" in text]
    for name in ("quiz", "speaking"):
        (tmp_path / f"{name}/questions").mkdir(parents=True)
        (tmp_path / f"{name}/quiz.md").write_text(QUIZZES[0], "utf-8")
        (tmp_path / f"{name}/questions/01-one.md").write_text(QUESTIONS[0], "utf-8")
    (tmp_path / "quiz/quiz.md").write_text(quiz, "utf-8")

    _, problems = read_site(tmp_path, shown_from=tmp_path)

    assert [problem.code for problem in problems] == ["no-licence"]


def test_every_key_of_the_larger_quiz_is_right(tmp_path: Path) -> None:
    """Only the questions are missing."""
    (tmp_path / "quiz").mkdir()
    (tmp_path / "quiz/quiz.md").write_text(QUIZZES[1], "utf-8")

    _, problems = read_site(tmp_path, shown_from=tmp_path)

    assert {problem.code for problem in problems} == {"no-questions", "unknown-band"}


@pytest.mark.parametrize("text", QUESTIONS)
def test_questions_of_the_page_can_be_read(text: str) -> None:
    """Each is a file of its own."""
    problems: list[Problem] = []

    assert read_question_file(as_file(text), problems)
    assert problems == []


@pytest.mark.parametrize("text", ADVICE)
def test_advice_of_the_page_can_be_read(text: str) -> None:
    """It has three bands."""
    problems: list[Problem] = []

    advice = read_advice_file(as_file(text), problems)

    assert problems == []
    assert advice is not None
    assert len(advice.bands) == 3


@pytest.mark.parametrize("text", SETTINGS)
def test_settings_of_the_page_can_be_read(text: str) -> None:
    """All of them at once."""
    problems: list[Problem] = []

    assert read_site_toml(as_file(text), problems)
    assert problems == []
