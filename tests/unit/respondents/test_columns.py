"""Which column is which: by the names in the header."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kwispel.model.shapes import Quiz
from kwispel.respondents.refused import Refused
from testkit.quizzes import question, quiz, score
from testkit.respondents import Scored, scored, two_questions


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Give the path of a file to write."""
    return tmp_path / "answers.csv"


def read(table: Path, text: str, made: Quiz | None = None, **given: bool) -> Scored:
    """Write a file and score it."""
    table.write_text(text, encoding="utf-8")
    return scored(made or two_questions(), table, **given)


def test_columns_are_found_by_name_in_any_order(table: Path) -> None:
    """The others are carried along in theirs, spaces around names aside."""
    made = read(table, 'b, q2 ,a,"q1"\n1,c,2,b\n')

    assert made.lines == ["b,a,total,total_band,warmth,warmth_band", "1,2,3,high,2,"]


def test_a_column_that_all_must_answer_cannot_be_missing(table: Path) -> None:
    """One sentence says so, before any row is looked at."""
    with pytest.raises(Refused) as refused:
        read(table, "who,q1,Q2\nAnn,x,y\n")

    assert str(refused.value) == (
        'no column is named after question "q2" ("Q2" nearly is)'
    )


def test_a_column_that_answers_another_question_is_not_meant(table: Path) -> None:
    """However much their names look alike."""
    asked = [question(name, [0, 1]) for name in ("item1", "item10")]
    made = quiz(asked, score("total", {"item1": 1, "item10": 1}))

    with pytest.raises(Refused) as refused:
        read(table, "item1\na\n", made)

    assert str(refused.value) == 'no column is named after question "item10"'


def test_columns_that_answer_nothing_are_told_together(table: Path) -> None:
    """A file of another quiz is not told question by question."""
    with pytest.raises(Refused) as refused:
        read(table, "a,b,c,d,e,f\n1,2,3,4,5,6\n")

    assert str(refused.value) == (
        "no column is named after a question of the quiz: the first row has"
        ' "a", "b", "c", "d", "e" and so on, and the questions are "q1", "q2"'
    )


def test_two_columns_cannot_answer_one_question(table: Path) -> None:
    """Nobody could know which counts."""
    with pytest.raises(Refused, match='2 columns are named after question "q1"'):
        read(table, "q1,q2,q1\na,b,c\n")


def test_a_question_that_may_stay_open_needs_no_column(table: Path) -> None:
    """It is told, as it may be a slip."""
    asked = [question("q1", [0, 2]), question("q2", [0, 2], is_optional=True)]
    made = read(table, "q1,Q2\nb,b\n", quiz(asked, score("total", {"q1": 1, "q2": 1})))

    assert made.lines == ["Q2,total,total_band", "b,4,"]
    nearly = 'no column is named after question "q2" ("Q2" nearly is)'
    assert made.told == [f"{nearly}: it counts as left open"]


def test_a_question_that_may_be_hidden_needs_no_column(table: Path) -> None:
    """Those to whom it was put do not fit then."""
    first = question("q1", [0, 2])
    second = replace(question("q2", [0, 2]), when=({"q1": ("b",)},))
    total = score("total", {"q1": 1, "q2": 1})
    made = read(table, "q1\na\nb\n", quiz([first, second], total))

    assert made.lines[1:] == ["0,"]
    assert made.told[1:] == [
        'row 3: question "q2" is open, and must be answered',
        "1 scored; 1 row does not fit and is left out",
    ]


def test_a_column_of_scores_gives_way_to_one_that_is_carried(table: Path) -> None:
    """A table that was scored before keeps its columns; the new ones are numbered."""
    made = read(table, "total,total_2,q1,q2,x,x\n9,8,b,c,1,2\n")

    assert made.lines == [
        "total,total_2,x,x,total_3,total_band,warmth,warmth_band",
        "9,8,1,2,3,high,2,",
    ]
    assert made.told == ['there is a column "total" already: see "total_3"']


def test_objects_have_a_name_for_each_carried_column(table: Path) -> None:
    """Two of one name would hide each other."""
    (made,) = read(table, "x,q1,q2,x,\n1,b,c,2,\n", as_json=True).objects

    assert made["carried"] == {"x": "1", "x_2": "2"}


def test_carried_cells_stay_as_they_are(table: Path) -> None:
    """They are the publisher's own, formulas and spaces too."""
    made = read(table, "who,q1,q2\n =1+1 ,b,c\n@x,b,c\n-1,b,c\n")

    assert [line.split(",")[0] for line in made.lines[1:]] == [" =1+1 ", "@x", "-1"]
