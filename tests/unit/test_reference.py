"""The engine against a second one, written apart and as literal as the rules."""

from __future__ import annotations

import json
import re

from hypothesis import HealthCheck, given, settings

from testkit.described import Described
from testkit.differential import (
    core_outcome,
    disagreements,
    made,
    sheet_of,
    smallest,
    without_code,
)
from testkit.kinds import KINDS, kinds
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


def test_every_kind_is_made() -> None:
    """What is compared holds every rule and every hard case, not only the easy ones."""
    found = {kind for one in made(seed=0, quizzes=500, each=5) for kind in kinds(one)}

    assert sorted(KINDS - found) == []


def test_sheets_of_made_quizzes_fit_json() -> None:
    """No point or weight is greater than the checks allow."""
    text = json.dumps([one.sheet for one in made(seed=1, quizzes=200, each=1)])

    assert max(int(digits) for digits in re.findall(r"\d+", text)) < 2**53


def test_a_difference_is_told() -> None:
    """The comparison can fail: of one outcome that is wrong it says where."""
    one = made(seed=2, quizzes=20, each=3)[-1]
    wrong = [core_outcome(one.sheet, answers) for answers in one.answers]
    wrong[1] = {"open": ["nobody"], "result": None}

    told = list(disagreements(one, wrong))

    assert len(told) == 1
    assert told[0].startswith("the browser differs from CPython:\nresult.open")
    assert smallest([*told, "shorter"]) == "shorter"
