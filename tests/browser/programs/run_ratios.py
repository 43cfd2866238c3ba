"""Run ratios.py in the reader's browser."""

from ratios import lines

from browser import document


def start() -> None:
    """Write what the program says into the page."""
    document["said"].textContent = "\n".join(lines())
