"""The engine in CPython against every vector."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from kwispel.core.outcome import outcome
from kwispel.core.plain import plain
from testkit.vectors import case_differences, vectors

CASES = [
    pytest.param(vector["sheet"], case, id=f"{name}-{number}")
    for name, vector in vectors().items()
    for number, case in enumerate(vector["cases"], 1)
]
SCORING = Path(__file__).parents[2] / "docs/reference/scoring.md"


@pytest.mark.parametrize("name", vectors())
def test_vectors_name_their_rule_and_where_it_stands(name: str) -> None:
    """Parts of scoring.md that a vector names are there."""
    vector = vectors()[name]
    parts = re.findall(r"scoring\.md, ([^;]+)", vector["source"])
    headings = re.findall(r"^##+ (.+)$", SCORING.read_text("utf-8"), re.MULTILINE)

    assert vector["rule"]
    assert vector["source"]
    assert [
        part
        for named in parts
        for part in named.split(" and ")
        if not any(heading.startswith(part) for heading in headings)
    ] == []


@pytest.mark.parametrize(("sheet", "case"), CASES)
def test_cpython_reproduces_every_vector(sheet: Any, case: Any) -> None:  # noqa: ANN401 - JSON
    """What a vector says is what the engine computes, exactly."""
    found: Any = plain(outcome(sheet, case["answers"]))

    assert case_differences(case, found) == []


def test_a_vector_that_is_wrong_is_noticed() -> None:
    """The comparison itself can fail, in value and in type."""
    vector = vectors()["sus"]
    found: Any = plain(outcome(vector["sheet"], vector["cases"][0]["answers"]))

    for wrong in ({"value": "56/1"}, {"answered": "10"}, {"band": None}, {"no": 1}):
        assert case_differences({"total": wrong}, found)
