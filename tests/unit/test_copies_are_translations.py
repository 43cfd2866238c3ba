"""Copies of all files of a quiz are a translation of it, whatever the quiz uses."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from kwispel.compile import compile_quiz
from kwispel.model.check import read_quiz

SITES = Path(__file__).parents[1] / "sites"
FOLDERS = sorted(
    file.parent
    for file in SITES.glob("good/*/*/quiz.md")
    if not list(file.parent.glob("quiz.*.md"))
)
# Points, na and ids of options; not a year in a list of sources.
MARKER = re.compile(r"^( {0,3}(?:[-*+]|[0-9]+[.)])[ \t]+)\((?!#)[^()]*\)", re.MULTILINE)


def name(folder: Path) -> str:
    """Give a quiz with its site."""
    return f"{folder.parent.name}/{folder.name}"


def translate(folder: Path, to: Path, *, keeps_markers: bool) -> Path:
    """Copy a site, and each file of the quiz beside itself as Esperanto."""
    site = shutil.copytree(folder.parent, to / "site")
    quiz = site / folder.name
    questions = list(quiz.glob("questions/*.md"))
    for file in (quiz / "quiz.md", *questions, *quiz.glob("advice/*.md")):
        text = file.read_bytes().decode()
        if file in questions and not keeps_markers:
            text = MARKER.sub(r"\1( )", text)
        text = re.sub(r"^lang: .*$", "lang: eo", text, flags=re.MULTILINE)
        file.with_name(f"{file.stem}.eo.md").write_bytes(text.encode())
    return quiz


@pytest.mark.parametrize("keeps_markers", [True, False], ids=["markers", "empty"])
@pytest.mark.parametrize("folder", FOLDERS, ids=name)
def test_copies_of_all_files_are_a_translation(
    folder: Path, tmp_path: Path, *, keeps_markers: bool
) -> None:
    """Nothing is missing in it and nothing differs, and its sheet is the same."""
    before = read_quiz(str(folder), folder.parent, shown_from=folder)[1]
    copy = translate(folder, tmp_path, keeps_markers=keeps_markers)

    site, problems = read_quiz(str(copy), copy.parent, shown_from=copy)

    [quiz] = site.quizzes
    [translation] = quiz.translations
    own = [p for p in problems if ".eo.md" in p.place.file]
    assert [p for p in own if p.level == "error" or p.code == "not-translated"] == []
    assert len(problems) - len(own) == len(before)
    assert compile_quiz(translation) == compile_quiz(quiz)
