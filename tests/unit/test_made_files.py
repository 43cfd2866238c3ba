"""Quizzes that Hypothesis made, written as an author would, and read again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings

from kwispel.compile import compile_quiz
from kwispel.model.check import read_quiz
from testkit.described import ONE, Described, Limit, Scored
from testkit.described_files import write_quiz
from testkit.differential import sheet_of
from testkit.made import quizzes


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(quizzes())
def test_files_and_description_compile_to_the_same_sheet(quiz: Described) -> None:
    """Reading, checking and compiling lose and change nothing of what was meant."""
    checked = replace(quiz, scores=tuple(_checked(one) for one in quiz.scores))

    with TemporaryDirectory() as name:
        write_quiz(checked, Path(name) / "quiz")
        site, problems = read_quiz("quiz", Path(name), shown_from=Path(name))

    assert [problem for problem in problems if problem.level == "error"] == []
    assert compile_quiz(site.quizzes[0]) == sheet_of(checked)


def _checked(scored: Scored) -> Scored:
    """Leave out what the engine takes and the checks refuse."""
    can_vary = len(set(scored.table)) > 1
    first = [replace(one, kind=_first_kind(one)) for one in scored.bands[:1]]
    later = [one for one in scored.bands[1:] if one.kind != "hook"]
    return replace(
        scored,
        multiply=scored.multiply or ONE,
        table=scored.table if can_vary else (),
        bands=(*first, *later),
    )


def _first_kind(limit: Limit) -> str:
    return "from" if limit.kind == "above" else limit.kind
