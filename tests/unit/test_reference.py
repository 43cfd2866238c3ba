"""The engine against a second one, written apart and as literal as the rules."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from testkit.described import Described
from testkit.differential import core_outcome, sheet_of, without_code
from testkit.made import pairs
from testkit.reference import outcome as reference_outcome
from testkit.reference_values import Answers


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(pairs(8))
def test_the_core_agrees_with_the_reference(
    pair: tuple[Described, list[Answers]],
) -> None:
    """Whatever the quiz and the answers, both engines give the same outcome."""
    quiz, all_answers = pair
    sheet = sheet_of(quiz)

    for answers in all_answers:
        found = without_code(core_outcome(sheet, answers))
        assert found == reference_outcome(quiz, answers)
