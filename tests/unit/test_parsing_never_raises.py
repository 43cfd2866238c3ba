"""Whatever an author writes becomes content or problems, never a traceback."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePosixPath

from hypothesis import given, settings
from hypothesis import strategies as st

from kwispel.errors import Place, Problem
from kwispel.model.check import read_site
from kwispel.source.advice_file import read_advice_file
from kwispel.source.characters import CONTROL
from kwispel.source.files import Content
from kwispel.source.prose import Typesetter
from kwispel.source.question_file import read_question_file
from kwispel.source.shapes import Line, SourceFile
from kwispel.source.site_toml import read_site_toml

# Signs that mean something somewhere, so that texts come near to the format.
SIGNS = st.sampled_from(
    [
        *("---\n", "# ", "- ", "(1) ", "(na) ", "(#a) ", "{#a}", "{reverse}", "from="),
        *("factor=", "title: ", "scale: a\n", "```\n", "    ", "\t", "\n", "\n\n"),
        *("[a](b)", "![a](b.png)", "<b>", "\\", '"', "'", ": ", "{", "}", "[", "]"),
        *("&a ", "*a", "!!x ", "1/0", "é", "😀", "\u00a0", "| a | b |\n|---|---|\n"),
    ]
)
FILES = st.lists(st.one_of(SIGNS, st.text(max_size=5)), max_size=40).map("".join)
TEXTS = FILES.map(lambda text: CONTROL.sub("", text))
"""What is left of files when they have been read: none has control characters."""


def as_file(text: str) -> SourceFile:
    """Give a text as a file that was read."""
    lines = text.split("\n")
    placed = tuple(Line(line, Place("f", n)) for n, line in enumerate(lines, 1))
    return SourceFile("f", PurePosixPath("quiz/questions/01-f.md"), placed)


def places_exist(file: SourceFile, problems: list[Problem]) -> bool:
    """Say whether every problem is at a character of the file, or at a line's end."""
    return all(
        1 <= p.place.line <= len(file.lines)
        and 1 <= p.place.column <= len(file.lines[p.place.line - 1].text) + 1
        for p in problems
    )


@given(TEXTS)
def test_any_text_can_be_a_question_file(text: str) -> None:
    """Its problems are at places that exist."""
    file = as_file(text)
    problems: list[Problem] = []

    read_question_file(file, problems)

    assert places_exist(file, problems)


@given(TEXTS)
def test_any_text_can_be_front_matter(text: str) -> None:
    """Its problems are at places that exist."""
    file = as_file(f"---\n{text}\n---\nDoes this hold?\n\n- (1) Yes\n")
    problems: list[Problem] = []

    read_question_file(file, problems)

    assert places_exist(file, problems)


@given(TEXTS)
def test_any_text_can_be_an_advice_file(text: str) -> None:
    """Its problems are at places that exist."""
    file = as_file(text)
    problems: list[Problem] = []

    read_advice_file(file, problems)

    assert places_exist(file, problems)


@given(TEXTS)
def test_any_text_can_be_settings(text: str) -> None:
    """Its problems are at places that exist."""
    file = as_file(text)
    problems: list[Problem] = []

    read_site_toml(file, problems)

    assert places_exist(file, problems)


@given(TEXTS)
def test_any_text_can_be_prose(text: str) -> None:
    """Its problems are at places that exist, and no tag comes out that runs."""
    file = as_file(text)
    problems: list[Problem] = []
    setter = Typesetter(Content(Path("/nowhere"), Path("/")), problems)

    html = setter.block(file.lines, PurePosixPath("quiz")) or ""
    label = setter.inline(file.lines[:1], PurePosixPath("quiz"))

    assert places_exist(file, problems)
    assert "<script" not in html + label.html
    assert "\x0e" not in html + label.html + label.text


@settings(max_examples=50)
@given(quiz=FILES, question=FILES, advice=FILES)
def test_any_three_texts_can_be_a_quiz(quiz: str, question: str, advice: str) -> None:
    """The whole way, from files to a quiz or problems."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder) / "content"
        (content / "quiz/questions").mkdir(parents=True)
        (content / "quiz/advice").mkdir()
        front_matter = "---\ntitle: A quiz\n" + quiz
        for name, text in {
            "quiz.md": front_matter,
            "questions/01-one.md": question,
            "advice/total.md": advice,
        }.items():
            path = content / "quiz" / name
            path.write_text(text, encoding="utf-8", newline="")

        site, problems = read_site(content, shown_from=content)

    assert bool(site.quizzes) is not any(p.level == "error" for p in problems)
