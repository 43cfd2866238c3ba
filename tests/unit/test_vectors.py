"""The engine in CPython against every vector."""

from __future__ import annotations

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


@pytest.mark.parametrize(("sheet", "case"), CASES)
def test_cpython_reproduces_every_vector(sheet: Any, case: Any) -> None:  # noqa: ANN401
    """What a vector says is what the engine computes, exactly."""
    found: Any = plain(outcome(sheet, case["answers"]))

    assert case_differences(case, found) == []


def test_a_vector_that_is_wrong_is_noticed() -> None:
    """The comparison itself can fail, in value and in type."""
    vector = vectors()["sus"]
    found: Any = plain(outcome(vector["sheet"], vector["cases"][0]["answers"]))

    for wrong in ({"value": "56/1"}, {"answered": "10"}, {"band": None}, {"no": 1}):
        assert case_differences({"total": wrong}, found)
