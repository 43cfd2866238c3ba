"""The compiled core in a browser, on what Hypothesis made."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from playwright.sync_api import Page

from testkit.differential import Made, Outcome, disagreements
from testkit.runtime_page import write_program_page

PATIENCE_MS = 240_000
"""A batch takes seconds, and a page counts as loaded when it is done with it."""


def disagreements_in_browser(
    batch: Sequence[Made], page: Page, folder: Path
) -> Iterator[str]:
    """Tell where CPython, the browser and the reference differ on a batch."""
    for one, found in zip(batch, _outcomes(batch, page, folder), strict=True):
        yield from disagreements(one, found)


def _outcomes(batch: Sequence[Made], page: Page, folder: Path) -> list[list[Outcome]]:
    """Score a batch in a page that is opened for it."""
    vectors = [
        {"sheet": one.sheet, "cases": [{"answers": given} for given in one.answers]}
        for one in batch
    ]
    data = json.dumps(vectors).replace("<", "\\u003c")
    block = f'<script type="application/json" id="vectors">{data}</script>'
    # Hidden, because to lay a megabyte of text out takes longer than to score it.
    path = write_program_page(
        folder, "run_vectors", block + '<pre id="outcomes" hidden></pre>'
    )
    page.goto(path.as_uri(), timeout=PATIENCE_MS)
    outcomes: list[list[Outcome]] = json.loads(
        page.locator("#outcomes").text_content() or ""
    )
    return outcomes
