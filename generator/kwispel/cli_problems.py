"""What keeps a command from being done, told in the terminal."""

from __future__ import annotations

import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kwispel.errors import BuildFailed

if TYPE_CHECKING:
    from kwispel.build import CheckedQuiz

FAILED = 1
"""Exit code where the content, or the answers, have a problem."""


@contextmanager
def problems_told() -> Generator[None]:
    """Print what kept a build from being done, and exit."""
    from kwispel.runtime.load import NoRuntime

    try:
        yield
    except NoRuntime as missing:
        raise click.UsageError(str(missing)) from missing
    except BuildFailed as failed:
        for problem in failed.problems:
            click.echo(problem, err=True)
        sys.exit(FAILED)


def checked_quiz(quiz: str, content: Path) -> CheckedQuiz:
    """Give a quiz that holds together; print what is wrong with others, and exit."""
    from kwispel.build import check_quiz

    with problems_told():
        return check_quiz(quiz, content)


def counted(quizzes: int) -> str:
    """Give a number of quizzes in words."""
    return f"{quizzes} {'quiz' if quizzes == 1 else 'quizzes'}"
