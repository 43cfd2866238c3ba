"""What the documentation says is held by a test is: the tests that it names exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DEFINED = re.compile(r"^def (test_\w+)\(", re.MULTILINE)
NAMED = re.compile(r"`(test_\w+)`")
PAGES = ("privacy.md", "security.md")


def named(page: str) -> list[tuple[str, list[str]]]:
    """Give each row of the tables of a page that has tests, and their names."""
    text = (ROOT / "docs/reference" / page).read_text(encoding="utf-8")
    rows = [line for line in text.splitlines() if line.startswith("|")]
    at = next(n for n, row in enumerate(rows) if row.rstrip("| ").endswith("test"))
    return [(row, NAMED.findall(row)) for row in rows[at + 2 :]]


@pytest.mark.parametrize("page", PAGES)
def test_every_row_names_tests_that_exist(page: str) -> None:
    """A row without one would be a promise that nothing holds."""
    files = (ROOT / "tests").rglob("test_*.py")
    known = {
        name
        for path in files
        for name in DEFINED.findall(path.read_text(encoding="utf-8"))
    }

    rows = named(page)

    assert len(rows) >= 10
    for row, tests in rows:
        assert tests, row
        assert set(tests) <= known, row
