"""Run the smallest program that shows that it ran."""

from browser import document


def start() -> None:
    """Greet."""
    document["said"].textContent = "hello"
