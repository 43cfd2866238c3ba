"""What the fuzzing does at random, and what it leaves out of what failed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


@pytest.fixture(scope="module")
def plans() -> Iterator[ModuleType]:
    """Give what makes the visits, whose name is no package's."""
    sys.path.insert(0, str(BENCHMARKS))
    import fuzz_plans  # noqa: PLC0415 - found there alone

    yield fuzz_plans
    sys.path.remove(str(BENCHMARKS))


@pytest.fixture(scope="module")
def quizzes(plans: ModuleType) -> list[Any]:
    """Give two quizzes that can be visited."""
    return [plans.Quiz("/a/", ("15RS-NMS0",)), plans.Quiz("/b/", ("1234-5678",))]


def planned(plans: ModuleType, quizzes: list[Any], seed: int) -> list[Any]:
    """Give the first visits of a seed."""
    return [plans.plan(seed, number, quizzes) for number in range(30)]


def test_seed_gives_the_same_visits(plans: ModuleType, quizzes: list[Any]) -> None:
    """What failed once can be done again, and another seed does something else."""
    once = planned(plans, quizzes, 7)

    assert planned(plans, quizzes, 7) == once
    assert planned(plans, quizzes, 8) != once


def test_visits_do_everything(plans: ModuleType, quizzes: list[Any]) -> None:
    """Thirty visits leave no kind of action out."""
    visits = planned(plans, quizzes, 0)

    done = {one.kind for visit in visits for one in visit.actions}
    assert done == set(plans.WEIGHTS)


def test_what_failed_is_cut_down_to_what_makes_it_fail(
    plans: ModuleType, quizzes: list[Any]
) -> None:
    """Two actions that fail together are all that is left of a long visit."""
    long = max(planned(plans, quizzes, 0), key=lambda visit: len(visit.actions))
    guilty = (long.actions[3], long.actions[-2])

    def fails(tried: Any) -> bool:  # noqa: ANN401 - a plan, of no package
        return set(guilty) <= set(tried.actions)

    short = plans.shortened(long, fails, lambda: False)
    assert short == replace(long, actions=guilty)


def test_nothing_is_tried_once_the_time_is_over(
    plans: ModuleType, quizzes: list[Any]
) -> None:
    """A page that takes long to fail does not stop the fuzzing."""
    given = planned(plans, quizzes, 0)[0]

    def fails(_: Any) -> bool:  # noqa: ANN401 - a plan, of no package
        raise AssertionError

    assert plans.shortened(given, fails, lambda: True) is given
