"""What keeps a PDF from being made, told as a problem."""

from __future__ import annotations

from kwispel.errors import Problem
from kwispel.model.shapes import Quiz


def not_printed(quiz: Quiz, order_path: str, reason: str) -> Problem:
    """Tell that a page is not as it should be on paper."""
    return Problem(
        quiz.place,
        "page-not-printed",
        f'"{order_path}" cannot be made: {reason}',
        "Open the page with `kwispel serve` and look at the browser's console.",
    )
