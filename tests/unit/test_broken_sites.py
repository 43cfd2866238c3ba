"""Every broken site is met with exactly the problems that are written beside it."""

from __future__ import annotations

from contextlib import chdir
from functools import cache
from pathlib import Path

import pytest

from kwispel.build import check_content
from kwispel.errors import BuildFailed, Problem
from kwispel.model.check import read_site

BROKEN = Path(__file__).parents[1] / "sites" / "broken"
FOLDERS = sorted(path for path in BROKEN.iterdir() if path.is_dir())


@cache
def checked(folder: Path) -> tuple[Problem, ...]:
    """Check a broken site as `kwispel check` does, from its own folder."""
    with chdir(folder):
        try:
            return check_content(Path("content")).warnings
        except BuildFailed as failed:
            return failed.problems


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_broken_site_is_told_what_is_wrong_with_it(folder: Path) -> None:
    """All problems come out at once, in file order, with place, words and hint."""
    expected = (folder / "expected.txt").read_text(encoding="utf-8")

    problems = checked(folder)

    assert "".join(f"{problem}\n" for problem in problems) == expected


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_broken_site_shows_the_code_that_it_is_named_after(folder: Path) -> None:
    """The folder's name is a code, and a code has a folder by its name."""
    problems = checked(folder)

    assert folder.name in {problem.code for problem in problems}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_quiz_with_an_error_is_left_out_of_the_site(folder: Path) -> None:
    """A quiz that does not hold together goes no further; one with warnings does.

    One that is right itself does too, so that its key is proved beside what is told of
    its translations.
    """
    site, problems = read_site(folder / "content", shown_from=folder)

    wrong = {p.place.file.split("/")[1] for p in problems if _is_in_quiz(p)}
    assert wrong.isdisjoint(quiz.id for quiz in site.quizzes)


def _is_in_quiz(problem: Problem) -> bool:
    is_about_original = not problem.code.startswith("translation-")
    is_error = problem.level == "error" and is_about_original
    return is_error and problem.place.file.count("/") > 1
