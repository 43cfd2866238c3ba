"""Write down what answers to a quiz mean, so that later changes cannot bend them."""

from __future__ import annotations

from pathlib import Path

from kwispel.errors import BuildFailed, Place, Problem
from kwispel.model.key.lock import lock_text
from kwispel.model.shapes import Quiz
from kwispel.replaced_file import replaced_file
from kwispel.source.folders import LOCK_FILE


def lock_quiz(quiz: Quiz, folder: Path) -> bool:
    """Write answers.lock in the quiz's folder; give whether it said something else.

    Shape: keys of earlier versions stay; a quiz whose key differs from the one that is
    locked for its version is not whole, and never gets here.
    Raises: BuildFailed where the file cannot be written.
    """
    path = folder / LOCK_FILE
    text = lock_text(quiz)
    try:
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            return False
        with replaced_file(path) as file:
            file.write(text)
    except OSError as error:
        problem = Problem(
            Place(str(path)),
            "cannot-write",
            f'"{LOCK_FILE}" cannot be written: {error.strerror}',
            "Make the folder writable, or take away what stands in the way.",
        )
        raise BuildFailed((problem,)) from error
    return True
