"""Three engines on what Hypothesis makes: CPython, the browser and the reference.

Another seed in each run, which follows from that of pytest-randomly. A failure tells
the smallest pair that it found, and its seed, with which benchmarks/differential.py
makes the same pairs again; that also takes the test to a million pairs.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from playwright.sync_api import Page

from testkit.differential import made, smallest
from testkit.differential_page import disagreements_in_browser

BATCHES = 20
QUIZZES = 50
EACH = 20
"""Twenty thousand pairs of a quiz and answers in all."""


@pytest.mark.parametrize("batch", range(BATCHES))
def test_three_engines_agree(batch: int, tmp_path: Path, page: Page) -> None:
    """Whatever the quiz and the answers are, the outcome is exactly the same."""
    seed = random.getrandbits(32) + batch
    quizzes = made(seed, QUIZZES, EACH)
    assert sum(len(one.answers) for one in quizzes) == QUIZZES * EACH
    told = list(disagreements_in_browser(quizzes, page, tmp_path))

    assert not told, f"{len(told)} of seed {seed}; the smallest:\n{smallest(told)}"
