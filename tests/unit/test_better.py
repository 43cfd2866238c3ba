"""Which end of a score is the better one, as files say it, and what hangs on it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kwispel.compile import compile_quiz
from kwispel.model.check import read_site
from kwispel.model.check_better import opposed_scores
from kwispel.model.key.fingerprint import key_of
from kwispel.model.shapes import Better, Quiz
from testkit.quiz_folder import Folder
from testkit.quizzes import question, quiz, score

GOOD = Path(__file__).parents[1] / "sites" / "good" / "better"
FACTORS = """
factors:
  first: {title: First}
  second: {title: Second, better: neither}
"""
QUESTIONS = "# One? {#one factor=first}\n\n- (0) No\n- (1) Yes\n"
MORE = QUESTIONS + "\n# Two? {#two factor=second}\n\n- (0) No\n- (1) Yes\n"
ADVISED = "Does this hold?\n\n- (0) No\n- (1) Yes\n\n  Have a rest.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Give a quiz of two questions."""
    made = Folder(tmp_path)
    made.write("questions/01-one.md", MORE)
    return made


def ends(made: Quiz) -> list[Better]:
    """Give the better end of each score, the total's first."""
    return [each.better for each in made.scores]


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("", ["high", "high", "neither"]),
        ("better: low", ["low", "low", "neither"]),
        ("better: low\nscoring: {better: neither}", ["neither", "low", "neither"]),
        (
            "scoring: {better: low}\nintended: opposed-scores",
            ["low", "high", "neither"],
        ),
    ],
)
def test_a_score_has_its_own_better_end_or_that_of_the_quiz(
    folder: Folder, settings: str, expected: list[str]
) -> None:
    """High, where nobody says anything."""
    folder.front_matter(settings + FACTORS)

    assert ends(folder.quiz()) == expected


def test_the_sheet_says_it_only_where_it_is_not_high(folder: Folder) -> None:
    """Quizzes that do not use it pay nothing in the page."""
    folder.front_matter(FACTORS)
    total, first, second = compile_quiz(folder.quiz())["scores"]

    assert "better" not in total
    assert "better" not in first
    assert second["better"] == "neither"


def test_another_better_end_gives_answers_no_other_meaning(folder: Folder) -> None:
    """Scores and bands stay: old links show what they showed, in better words."""
    folder.front_matter(FACTORS)
    before = key_of(folder.quiz())
    folder.front_matter("better: low" + FACTORS)

    assert key_of(folder.quiz()) == before


def test_translations_have_the_better_ends_of_their_original() -> None:
    """They are no texts, and need not be said again."""
    site, problems = read_site(GOOD, shown_from=GOOD)
    strain = next(each for each in site.quizzes if each.id == "strain")

    assert problems == ()
    assert ends(strain) == ["low"] * 4
    assert [ends(each) for each in strain.translations] == [["low"] * 4]


@pytest.mark.parametrize(
    ("better", "codes"), [("high", ["no-advice"]), ("low", []), ("neither", [])]
)
def test_advice_is_missed_where_there_is_something_to_gain(
    folder: Folder, better: str, codes: list[str]
) -> None:
    """Who has no complaint needs none; where no end is better nobody gains."""
    folder.front_matter(f"better: {better}")
    folder.write("questions/01-one.md", ADVISED)

    assert folder.codes() == codes


def test_advice_is_missed_for_the_worst_answer_where_low_is_better(
    folder: Folder,
) -> None:
    """It is the one with most points."""
    folder.front_matter("better: low")
    swapped = ADVISED.replace("(0)", "(2)")
    folder.write("questions/01-one.md", swapped)

    assert folder.codes() == ["no-advice"]


def opposed(
    total: Better, factor: Better, weight: int, *, is_even: bool = False
) -> int:
    """Count the warnings of a factor that counts a question of the total so often."""
    asked = question("q", [1, 1] if is_even else [0, 1])
    made = quiz(
        [asked, question("other", [0, 1])],
        score("total", {"q": 1, "other": 1}, better=total),
        score("f", {"q": weight}, better=factor),
    )
    return len(list(opposed_scores(made.scores, made.questions)))


@pytest.mark.parametrize(
    ("total", "factor", "weight", "count"),
    [
        ("high", "low", 1, 1),
        ("low", "high", 1, 1),
        ("high", "low", -1, 0),
        ("low", "low", 1, 0),
        ("high", "high", -1, 0),
        ("neither", "low", 1, 0),
    ],
)
def test_scores_with_other_better_ends_may_not_move_the_same_way(
    total: Better, factor: Better, weight: int, count: int
) -> None:
    """Where they mean the same the author knew what the weight was for."""
    assert opposed(total, factor, weight) == count


def test_scores_are_opposed_only_by_what_can_move_both() -> None:
    """A question that always brings the same moves none; points apart may be meant."""
    total = score("total", {"q": 1}, better="high")
    factor = score("f", {"r": 1}, better="low")
    apart = quiz([question("q", [0, 1]), question("r", [0, 1])], total, factor)
    split = question("q", [0, 1])
    options = tuple(
        replace(option, shares={"f": option.points or 0}) for option in split.options
    )
    shared = replace(split, options=options)

    assert opposed("high", "low", 1, is_even=True) == 0
    assert list(opposed_scores(apart.scores, apart.questions)) == []
    both = [total, score("f", {"q": 1}, better="low")]
    assert list(opposed_scores(both, [shared])) == []
