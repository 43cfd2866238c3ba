"""Run vectors in the reader's browser: from a block of JSON into a pre element."""

from javascript import JSON

from browser import document
from kwispel.browser.data import parse_json
from kwispel.core.outcome import outcome
from kwispel.core.plain import plain


def start() -> None:
    """Score every case of every vector and write the outcomes as JSON."""
    vectors = parse_json(document["vectors"].textContent)
    outcomes = [
        [plain(outcome(vector["sheet"], case["answers"])) for case in vector["cases"]]
        for vector in vectors
    ]
    document["outcomes"].textContent = JSON.stringify(outcomes)
