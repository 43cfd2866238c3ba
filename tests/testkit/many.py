"""Content folders with as many small quizzes as a test needs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kwispel.known import Order
from kwispel.rebuild import Rebuilt, rebuild

QUESTIONS = """# First

How is *it*?

- (0) Bad

  Mend it.

- (1) Good, like [this](../picture.png)
"""


def write_site(content: Path, names: Iterable[str]) -> None:
    """Write a site of these quizzes."""
    content.mkdir()
    (content / "site.toml").write_text('title = "Many"\nlang = "en"\n', "utf-8")
    for name in names:
        write_quiz(content / name, name)


def write_quiz(folder: Path, title: str, *, more: str = "") -> None:
    """Write a quiz of one question, with a picture."""
    (folder / "questions").mkdir(parents=True)
    head = f"---\ntitle: Quiz {title}\nlicence: CC0-1.0\n{more}---\n"
    (folder / "quiz.md").write_text(f"{head}\nAbout {title}.\n", "utf-8")
    (folder / "questions/all.md").write_text(QUESTIONS, "utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG picture")


def rebuilt(content: Path, dist: Path, **given: object) -> Rebuilt:
    """Build what has changed, which can be done."""
    found = rebuild(Order(content, dist, **given))  # type: ignore[arg-type] # by name
    assert found is not None
    return found


def site_bytes(dist: Path) -> dict[str, bytes]:
    """Give every file of a site."""
    return {
        path.relative_to(dist).as_posix(): path.read_bytes()
        for path in sorted(dist.rglob("*"))
        if path.is_file()
    }
