"""A row of answers comes to what the same answers come to by themselves."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwispel.compile import compile_quiz
from kwispel.core.outcome import outcome
from kwispel.core.ratio import Ratio
from kwispel.core.replies import replies
from kwispel.core.tally import tally
from kwispel.model.answers import fit_answers
from kwispel.model.shapes import Quiz
from kwispel.report import result_data
from kwispel.respondents.cells import MOST_KEPT, Question
from kwispel.respondents.packed import pack, packed_shares, unpack
from kwispel.respondents.scorer import MOST_KEPT as MOST_SCORES
from kwispel.respondents.scorer import Scorer
from kwispel.respondents.written import value_text
from testkit.quiz_strategies import quizzes
from testkit.quizzes import question, quiz, score
from testkit.respondents import scored, two_questions

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet, Tally

wholes = st.integers(-(2**55), 2**55)
words = st.lists(
    st.sampled_from(["-", "0", "a", "b", "c", "d", "a+b", "b+c", "x", "a+a", ""]),
    min_size=4,
    max_size=4,
)


def tallies() -> st.SearchStrategy[Tally]:
    """Make tallies of any numbers that a sheet can hold."""
    keys = (
        *("points", "low", "high", "weight", "answered", "asked_low", "asked_high"),
        *("asked_weight", "asked", "hidden_low", "hidden_high"),
    )
    return st.fixed_dictionaries(dict.fromkeys(keys, wholes))  # type: ignore[arg-type, return-value] # keys of a TypedDict


@given(tallies())
def test_a_tally_comes_out_as_it_was_packed(added: Tally) -> None:
    """Negative numbers too."""
    assert unpack(pack(added)) == added


@given(st.lists(tallies(), min_size=1, max_size=60))
def test_packed_tallies_add_up(several: list[Tally]) -> None:
    """The sum of the numbers is the number of the sum."""
    summed = unpack(sum(pack(added) for added in several))

    for key in ("points", "asked", "hidden_high"):
        assert summed[key] == sum(added[key] for added in several)


@given(quizzes(), st.data())
def test_the_tally_of_a_quiz_is_the_sum_of_those_of_its_questions(
    made: Quiz, data: st.DataObject
) -> None:
    """So that a row can be added up cell by cell."""
    sheet = compile_quiz(made)
    known = replies(
        sheet, {q["id"]: data.draw(choices(q["options"])) for q in sheet["questions"]}
    )

    shares = [packed_shares(sheet, at, reply) for at, reply in enumerate(known)]

    for at, each in enumerate(sheet["scores"]):
        assert unpack(sum(share[at] for share in shares)) == tally(each, known)


def choices(options: list[str]) -> st.SearchStrategy[str | list[str]]:
    """Make an answer of either kind."""
    one = st.sampled_from(options)
    return one | st.lists(one, max_size=2, unique=True)


@given(quizzes(), st.lists(words, min_size=1, max_size=3))
def test_a_row_comes_to_what_its_answers_come_to(
    made: Quiz, rows: list[list[str]]
) -> None:
    """Whatever a quiz is made of, and whatever stands in a row: scores or sentences."""
    sheet = compile_quiz(made)
    scorer = Scorer(sheet, lambda _: ())
    for row in rows:
        cells = row[: len(sheet["questions"])]
        said = scorer.read(cells)
        faults = [fault for each in said for fault in each.faults]

        assert expected(sheet, cells) == (
            faults or [each.score for each in scorer.scores(said)]
        )


def expected(sheet: Sheet, cells: list[str]) -> object:
    """Give the sentences or scores of one set of answers."""
    pairs = zip(sheet["questions"], cells, strict=True)
    answers = fit_answers(sheet, {q["id"]: cell or "-" for q, cell in pairs})
    if isinstance(answers, list):
        return answers
    result = outcome(sheet, answers)["result"]
    assert result is not None
    made = {"total": result["total"], **result["factors"]}
    return [made[each["id"]] for each in sheet["scores"]]


@pytest.mark.parametrize(
    ("cell", "fault"), [("", "open"), ("-", "open"), ("B", "no option")]
)
def test_an_empty_cell_leaves_a_question_open(
    tmp_path: Path, cell: str, fault: str
) -> None:
    """As a hyphen does; ids are written in small letters."""
    table = tmp_path / "answers.csv"
    table.write_text(f"q1,q2\n b ,{cell}\n")

    made = scored(two_questions(), table)

    assert fault in made.told[0]


@pytest.mark.parametrize(
    ("cell", "points"), [("0", 0), ("a", 1), ("a+b", 3), (" b + a ", 3), ("c", None)]
)
def test_ticks_are_joined_with_a_plus(
    tmp_path: Path, cell: str, points: int | None
) -> None:
    """Nothing ticked is 0, as an empty cell may mean that nobody answered."""
    table = tmp_path / "answers.csv"
    table.write_text(f"q1\n{cell}\n\n-\n")
    ticks = replace(question("q1", [1, 2, None]), is_multiple=True)

    made = scored(quiz([ticks], score("total", {"q1": 1})), table)

    assert made.lines[1:] == ["," if points is None else f"{points},"]
    assert 'question "q1" takes "0" where nothing is ticked' in made.told[0]


@pytest.mark.parametrize("answers", ["b c", "d b", "d d"])
def test_an_object_is_what_score_json_prints(tmp_path: Path, answers: str) -> None:
    """With the row and what was carried along before it."""
    table = tmp_path / "answers.csv"
    table.write_text("q1,who,q2\n" + answers.replace(" ", ",Ann,") + "\n")
    sheet = compile_quiz(two_questions())
    one = outcome(sheet, dict(zip(("q1", "q2"), answers.split(), strict=True)))[
        "result"
    ]
    assert one is not None

    (made,) = scored(two_questions(), table, as_json=True).objects

    assert made.pop("row") == 2
    assert made.pop("carried") == {"who": "Ann"}
    assert list(made) == list(one)
    assert made == json.loads(json.dumps(result_data(one)))


def test_a_quiz_without_a_total_has_none_in_its_objects(tmp_path: Path) -> None:
    """As in `score --json`."""
    table = tmp_path / "answers.csv"
    table.write_text("q1\nb\nx\n")
    made = quiz([question("q1", [0, 1])], None, score("f", {"q1": 1}))

    first, second = scored(made, table, as_json=True).objects

    assert first["total"] is None
    assert first["factors"]["f"]["value"] == 1
    assert second == {
        "row": 3,
        "error": 'question "q1" has no option "x", only a, b',
    }


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (Ratio(5, 2), "2.5"),
        (Ratio(-1, 8), "-0.125"),
        (Ratio(10, 3), "3.3333333333333335"),
        (Ratio(1, 2**20), "0.00000095367431640625"),
    ],
)
def test_a_value_is_exact_where_it_ends(value: Ratio | None, text: str) -> None:
    """Otherwise it is the nearest double, and with no score the cell is empty."""
    assert value_text(value) == text


def test_what_is_remembered_has_an_end() -> None:
    """Cells and scores that never repeat do not fill the memory, and are scored."""
    asked = [question(f"q{at}", range(9)) for at in range(4)]
    weighed = {f"q{at}": Fraction(9**at) for at in range(4)}
    scorer = Scorer(compile_quiz(quiz(asked, score("total", weighed))), lambda _: ())

    for number in range(MOST_SCORES + 100):
        said = scorer.read([chr(97 + number // 9**at % 9) for at in range(4)])
        assert scorer.scores(said)[0].score["value"] == number

    column = Question(compile_quiz(two_questions()), 0)
    for number in range(MOST_KEPT + 100):
        assert column.read(f"x{number}").faults
    assert column.read("b").points == (1, 0)
