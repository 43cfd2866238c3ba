"""A site whose quizzes are there as one file each, with something of everything."""

from __future__ import annotations

import shutil
from pathlib import Path

GOOD = Path(__file__).parents[1] / "sites/good"

HOOK = "care-2"
PICTURE = "full"
STEPS = "walk"
TRANSLATED = "en/talen"
VOICES = "blik"
QUIZZES = (HOOK, PICTURE, STEPS, TRANSLATED, VOICES)
"""By their paths in the site: one with a hook, one with a picture and a file to save,
one of a question at a time, one translated, and one in several voices."""

_COPIED = (
    "hook/care-2",
    "full/full",
    "full/_shared",
    "steps/walk",
    "translated/talen",
    "voices/blik",
)


def write_file_content(content: Path) -> None:
    """Write the content of the site, which does not know its address."""
    for folder in _COPIED:
        shutil.copytree(GOOD / folder, content / Path(folder).name)
    (content / "site.toml").write_text('title = "Files"\nlang = "nl"\n')


def file_of(quiz: str) -> str:
    """Give the path of a quiz's file in the site."""
    return f"{quiz}/{quiz.rpartition('/')[2]}.html"
