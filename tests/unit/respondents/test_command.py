"""`kwispel score --csv`: what goes where, and how it ends."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest
from click.testing import Result

from kwispel.model.check import read_quiz
from kwispel.model.shapes import Quiz
from kwispel.respondents.refused import Refused
from testkit.command_line import run
from testkit.respondents import scored, two_questions

SITES = Path(__file__).parents[2] / "sites" / "good"
SUS = str(SITES / "sus" / "sus")
NAMES = ",".join(f"sus{number}" for number in range(1, 11))


def score(*arguments: object) -> Result:
    """Run `kwispel score`."""
    return run("score", *arguments)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Give a file of two respondents."""
    path = tmp_path / "answers of all.csv"
    path.write_text(f"who,{NAMES}\nAnn,e,d,b,a,b,c,b,d,e,b\nBo,a,e,a,e,a,e,a,e,a,e\n")
    return path


def test_a_file_of_respondents_becomes_a_table_of_scores(table: Path) -> None:
    """The first row is the published example of the system usability scale."""
    result = score(SUS, "--csv", table)

    assert result.exit_code == 0
    assert result.stdout.splitlines()[1:] == [
        "Ann,55,ok,46.875,,87.5,",
        "Bo,0,poor,0,,0,",
    ]


def test_rows_that_do_not_fit_end_in_1(table: Path) -> None:
    """They are told on stderr, and are not in the table."""
    table.write_text(table.read_text() + "Cy,e,d\n")

    result = score(SUS, f"--csv={table}")

    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 3
    assert result.stderr == (
        "row 4: 3 cells to 11 columns\n2 scored; 1 row does not fit and is left out\n"
    )


def test_a_file_that_cannot_be_scored_ends_in_1(table: Path) -> None:
    """With a sentence, and nothing on stdout."""
    table.write_text("a,b\n1,2\n")

    result = score(SUS, "--csv", table)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith("Error: no column is named after a question")


@pytest.mark.parametrize(
    "args",
    [
        [],
        ["a b", "--csv", __file__],
        ["a b", "--stats"],
        ["a b", "-o", "x.csv"],
        ["--csv", "nowhere.csv"],
        ["--csv", "."],
    ],
)
def test_what_does_not_go_together_is_wrong_usage(args: list[str]) -> None:
    """As is a file that is not there."""
    assert score(SUS, *args).exit_code == 2


def test_the_table_goes_to_a_file_where_one_is_named(table: Path) -> None:
    """Then statistics are what is on stdout."""
    output = table.with_name("scores.csv")
    output.write_text("old")

    result = score(SUS, "--csv", table, "-o", output, "--stats")

    assert result.exit_code == 0
    assert output.read_text().splitlines()[1] == "Ann,55,ok,46.875,,87.5,"
    assert result.stdout.splitlines()[1].split()[:3] == ["total", "2", "27.500"]
    assert sorted(path.name for path in table.parent.iterdir()) == [
        "answers of all.csv",
        "scores.csv",
    ]


def test_a_run_that_breaks_off_leaves_the_old_file(table: Path) -> None:
    """And nothing beside it."""
    output = table.with_name("scores.csv")
    output.write_text("old")
    table.write_text("a,b\n1,2\n")

    result = score(SUS, "--csv", table, "-o", output)

    assert result.exit_code == 1
    assert output.read_text() == "old"
    assert len(list(table.parent.iterdir())) == 2


def test_a_file_that_cannot_be_written_is_told(table: Path) -> None:
    """With its name, and what the system says."""
    output = table.parent / "no" / "scores.csv"

    result = score(SUS, "--csv", table, "-o", output)

    assert result.exit_code == 1
    assert result.stderr == f"Error: {output}: No such file or directory\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has it")
def test_a_full_disk_is_told(table: Path) -> None:
    """Linux has a device that is always full."""
    result = score(SUS, "--csv", table, "-o", "/dev/full")

    assert result.exit_code == 1
    assert result.stderr == "Error: /dev/full: No space left on device\n"


def test_scores_never_replace_the_answers(table: Path) -> None:
    """The answers would be lost."""
    with pytest.raises(Refused, match="has the answers"):
        scored(two_questions(), table, output=table)


def test_a_device_is_written_to(table: Path) -> None:
    """It cannot be replaced by a file."""
    assert score(SUS, "--csv", table, "-o", "/dev/null").exit_code == 0
    assert not Path("/dev/null").is_file()


def test_a_long_file_takes_no_more_memory_than_a_short_one(tmp_path: Path) -> None:
    """Rows come and go."""
    peaks = [peak(tmp_path, rows) for rows in (2_000, 2_000, 16_000)]

    assert peaks[2] < peaks[1] * 1.5


def peak(tmp_path: Path, rows: int) -> int:
    """Give the most memory that scoring so many rows takes, output aside."""
    table, output = tmp_path / "answers.csv", tmp_path / "scores.csv"
    with table.open("w") as file:
        file.write("who,q1,q2\n")
        file.writelines(f"{number},b,{'abc'[number % 3]}\n" for number in range(rows))
    tracemalloc.start()
    scored(two_questions(), table, output=output, stats=True)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


HOOK = """
GIFTS = {"b": 1}

def adjust(result, answers):
    result["total"]["value"] += GIFTS[answers["one"]]
    result["ledger"].append({"question": None, "answer": "gift", "value": 1})
"""


def hooked(tmp_path: Path) -> Path:
    """Give a quiz of one question of 0, 1 or 2 points, with a hook that gives one."""
    quiz = tmp_path / "quiz"
    (quiz / "questions").mkdir(parents=True)
    (quiz / "quiz.md").write_text("---\ntitle: A quiz\nlicence: CC0-1.0\n---\n")
    question = "Ask.\n\n- (0) No\n- (1) Partly\n- (2) Yes\n- (na) Not here\n"
    (quiz / "questions/one.md").write_text(question)
    (quiz / "scoring.py").write_text(HOOK)
    return quiz


def test_every_row_goes_through_the_hook(tmp_path: Path) -> None:
    """Statistics are of what it gave; where it fails, that respondent is reported."""
    quiz = check_hooked(tmp_path)
    table = tmp_path / "answers.csv"
    table.write_text("one\nb\nb\na\nb\n")

    made = scored(quiz, table, stats=True)

    assert made.lines == ["total,total_band", "2,", "2,", "2,"]
    assert made.told[0].startswith("row 4: ")
    assert "KeyError" in made.told[0]
    assert made.told[-1].splitlines()[1].split()[:4] == ["total", "3", "2.00", "0.00"]


def test_objects_have_the_lines_that_a_hook_wrote(tmp_path: Path) -> None:
    """They are the whole result."""
    quiz = check_hooked(tmp_path)
    table = tmp_path / "answers.csv"
    table.write_text("one\nb\n")

    (made,) = scored(quiz, table, as_json=True).objects

    assert made["row"] == 2
    assert made["total"]["value"] == 2
    assert made["ledger"][-1]["answer"] == "gift"


def check_hooked(tmp_path: Path) -> Quiz:
    """Read the quiz with a hook; it fails on purpose, so it is not proved."""
    folder = hooked(tmp_path)
    site, problems = read_quiz(str(folder), tmp_path, shown_from=tmp_path)
    assert problems == ()
    return site.quizzes[0]
