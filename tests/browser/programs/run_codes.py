"""Read result codes in the reader's browser: what each says, as JSON."""

from javascript import JSON

from browser import document
from kwispel.browser.data import parse_json
from kwispel.core.replay import replay


def start() -> None:
    """Replay every code with every sheet."""
    given = parse_json(document["codes"].textContent)
    said = [
        [replay(sheet, code) for code in given["codes"]] for sheet in given["sheets"]
    ]
    document["said"].textContent = JSON.stringify(said)
