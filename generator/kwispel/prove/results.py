"""The scores of a result, by the ids that a quiz knows them by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kwispel.core.outcome import TOTAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kwispel.core.shapes import Result, Score


def scores_by_id(result: Result) -> Mapping[str, Score | None]:
    """Give the total first, None where the quiz has none, and then the factors."""
    return {TOTAL: result["total"], **result["factors"]}
