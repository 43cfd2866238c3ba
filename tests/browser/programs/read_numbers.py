"""Read JSON and say what came out, each with its type."""

from browser import document
from kwispel.browser.data import parse_json


def start() -> None:
    """Write what was read, or why it was not."""
    try:
        read = parse_json(document["data"].textContent)
        said = ", ".join(f"{type(x).__name__} {x}" for x in read["a"])
    except ValueError as error:
        said = str(error)
    document["said"].textContent = said
