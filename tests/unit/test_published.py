"""Published instruments: their own examples, in our arithmetic."""

from __future__ import annotations

from pathlib import Path

import pytest

from kwispel.build import check_content
from kwispel.compile import compile_quiz
from kwispel.errors import BuildFailed
from kwispel.model.check import read_site
from testkit.vectors import vectors

SITES = Path(__file__).parents[1] / "sites"
PUBLISHED = SITES / "good" / "published"


@pytest.mark.parametrize("name", ["apgar", "phq-9", "rand-36"])
def test_a_vector_has_the_sheet_of_its_site(name: str) -> None:
    """What an author writes and what engines are held against stay one thing."""
    site, problems = read_site(PUBLISHED, shown_from=PUBLISHED)
    quizzes = {quiz.id: quiz for quiz in site.quizzes}

    assert problems == ()
    assert compile_quiz(quizzes[name]) == vectors()[name]["sheet"]


def test_every_published_instrument_agrees_with_its_own_example() -> None:
    """All of them have worked examples, of which the build says nothing."""
    checked = check_content(PUBLISHED)

    assert checked.warnings == ()
    assert all(quiz.examples for quiz in checked.site.quizzes)
    assert all(quiz.source and quiz.licence for quiz in checked.site.quizzes)
    assert len(checked.site.quizzes) == 5


def test_an_example_that_contradicts_its_key_is_noticed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """HL7's example of the PHQ-9 states 13, and its answers come to 10."""
    monkeypatch.chdir(SITES / "contradicted")
    expected = Path("expected.txt").read_text(encoding="utf-8")

    with pytest.raises(BuildFailed) as failed:
        check_content(Path("content"))

    assert "".join(f"{p}\n" for p in failed.value.problems) == expected
