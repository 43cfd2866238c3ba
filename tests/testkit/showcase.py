"""A site with what is worth looking at, in any theme: for axe and for screenshots.

Its quizzes are the project's own, as a page and in steps, one with questions of every
kind, and one that is read from right to left.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from testkit.built import build
from testkit.small_quiz import write_small

ROOT = Path(__file__).parents[2]

QUIZ = "klantgerichtheid"
STEPS = "stappen"
KINDS = "asking"
RIGHT_TO_LEFT = "ar/feedback"
QUIZZES = (QUIZ, STEPS, KINDS, RIGHT_TO_LEFT)
"""Those that are looked at; content/ comes along whole, for what links to the rest."""

THEMES = tuple(sorted(path.parent.name for path in ROOT.glob("themes/*/theme.toml")))


def write_showcase(content: Path, theme: str) -> None:
    """Write the content of the site."""
    good = ROOT / "tests/sites/good"
    shutil.copytree(ROOT / "content", content)
    shutil.copytree(good / "asking/asking", content / KINDS)
    shutil.copytree(good / "directions/feedback", content / "feedback")
    write_steps(content)
    write_small(content)
    (content / "site.toml").write_text(
        f'title = "kwispel"\nlang = "nl"\ntheme = "{theme}"\n', encoding="utf-8"
    )


def write_steps(content: Path) -> None:
    """Copy the project's own quiz, and have it show one question at a time."""
    without = shutil.ignore_patterns("answers.lock")
    shutil.copytree(content / QUIZ, content / STEPS, ignore=without)
    quiz = content / STEPS / "quiz.md"
    text = quiz.read_text(encoding="utf-8")
    quiz.write_text(text.replace("---\n", "---\nlayout: steps\n", 1), encoding="utf-8")


def build_showcase(folder: Path, theme: str) -> Path:
    """Build the site, and give where it is."""
    write_showcase(folder / "content", theme)
    return build(folder / "content", folder / "dist")
