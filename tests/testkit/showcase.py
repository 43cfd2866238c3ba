"""A site with what is worth looking at, in any theme: for axe and for screenshots.

Its quizzes are the project's own, as a page and in steps, and one with questions of
every kind.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

QUIZ = "klantgerichtheid"
KINDS = "asking"
QUIZZES = (QUIZ, KINDS)
"""Those that are looked at; content/ comes along whole, for what links to the rest."""

THEMES = tuple(sorted(path.parent.name for path in ROOT.glob("themes/*/theme.toml")))


def write_showcase(content: Path, theme: str) -> None:
    """Write the content of the site."""
    shutil.copytree(ROOT / "content", content)
    shutil.copytree(ROOT / "tests/sites/good/asking/asking", content / KINDS)
    (content / "site.toml").write_text(
        f'title = "Showcase"\nlang = "nl"\ntheme = "{theme}"\n', encoding="utf-8"
    )


def build_showcase(folder: Path, theme: str) -> Path:
    """Build the site, and give where it is."""
    write_showcase(folder / "content", theme)
    command = [sys.executable, "-m", "kwispel", "build", folder / "content"]
    done = subprocess.run(
        [*command, "-o", folder / "dist"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "dist"
