"""What `check --report` tells: plots, words, and the whole of it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from kwispel.compile import compile_quiz
from kwispel.errors import Place
from kwispel.model.shapes import Hook, Quiz
from kwispel.prove import ways
from kwispel.prove.plot import ASCII, plot
from kwispel.prove.report import Paper, report_text
from kwispel.prove.words import count_text, number_text, percent_text, several
from testkit.quizzes import bands, question, quiz, score

HOOK = Hook((), Place("content/quiz/scoring.py"))


def small(**given: object) -> Quiz:
    """Make a quiz with scores from 0 to 4, and two bands."""
    asked = [question("x", [0, 1, 2, None]), question("y", [0, 1, 2])]
    made = bands(low=None, high=3)
    return quiz(asked, score("total", {"x": 1, "y": 1}, bands=made, **given))


def told(made: Quiz, paper: Paper | None = None) -> str:
    """Report on a quiz."""
    return report_text(made, compile_quiz(made), paper or Paper())


def rows(report: str) -> list[list[str]]:
    """Give the words of each line."""
    return [line.split() for line in report.splitlines()]


def test_a_report_tells_of_a_score_all_there_is() -> None:
    """Spread, bands with shares, careless readers, and what each question decides."""
    assert told(small()).splitlines() == [
        "A quiz",
        "quiz, version 1: 2 questions",
        "",
        "Total (2 questions)",
        "───────────────────",
        "Proved over 9 patterns of complete answers.",
        "Scores from 0 to 4.",
        "",
        "          ███",
        "      ███ ███ ███",
        "  ███ ███ ███ ███ ███",
        "  ┴───────────┴───┴───",
        "  0           3   4",
        "",
        "  band  starts   share                 patterns",
        "  low   from 0  66.7 %  █████████████         6",
        "  high  from 3  33.3 %  ███████               3",
        "",
        "  who does not read           score  band",
        "  clicks at random: the mean      2",
        "    standard deviation         1.15",
        "    median                        2",
        "  always a                        0  low",
        "  always b                        2  low",
        "  always c                        4  high",
        "  always the middle answer        2  low",
        "",
        "  what a question decides, of the range",
        "  50.0 %  x, y",
    ]


def test_where_blocks_cannot_be_written_the_report_is_plain() -> None:
    """An encoding without them gets ASCII, and a question mark for other characters."""
    made = replace(small(), title="Ère")

    report = told(made, Paper(encoding="ascii"))

    assert report.isascii()
    assert report.startswith("?re")
    assert "  ### ### ### ### ###\n  +-----------+---+---" in report


def test_a_report_says_what_it_could_not_prove(monkeypatch: pytest.MonkeyPatch) -> None:
    """Minimum and maximum are told where they are known, and no shares."""
    monkeypatch.setattr(ways, "MOST_SCORES", 2)
    bounded = told(small())
    made = small()
    later = replace(made.questions[1], when=({"x": ("a",)},))
    monkeypatch.setattr(ways, "MOST_CASES", 1)
    unknown = told(replace(made, questions=(made.questions[0], later)))

    assert "Not proved, there are too many possibilities: minimum and" in bounded
    assert "Scores from 0 to 4." in bounded
    assert "  low   from 0\n  high  from 3\n" in bounded
    assert "nothing is known." in unknown
    assert "  low   at the minimum\n" in unknown


def test_a_report_on_a_quiz_with_a_hook_says_what_it_is_about() -> None:
    """Its figures are those before the hook, and a band may be the hook's alone."""
    made = small()
    assert made.total is not None
    low, high = made.total.bands
    total = replace(
        made.total,
        bands=(low, replace(high, is_above=True), replace(low, id="z", by_hook=True)),
    )

    report = told(replace(made, total=total, hook=HOOK))

    assert "scoring.py adjusts the result; all that follows is before that." in report
    assert ["high", "above", "3", "11.1", "%", "██", "1"] in rows(report)
    assert ["z", "by", "the", "hook"] in rows(report)


def test_a_report_counts_who_gets_no_score() -> None:
    """Where the only member is hidden there is none, and somebody may never vary."""
    asked = [question("t", [0, 0, 0]), question("x", [1, 2], when=({"t": ("a",)},))]
    made = quiz(asked, score("total", {"x": 1}), score("f", {"t": 1}))

    report = told(made)

    assert "2 questions, 1 of them with a when" in report
    assert "50.0 % of the patterns get no score." in report
    assert ["always", "b", "none"] in rows(report)
    assert ["0.0", "%", "t"] in rows(report)


def test_readers_of_the_middle_are_two_where_there_are_two_middles() -> None:
    """With four options one takes the second in points, and one the third."""
    made = quiz([question("x", [0, 1, 2, 3])], score("total", {"x": 1}))

    report = told(made)

    assert ["the", "lower", "middle", "answer", "1"] in rows(report)
    assert ["the", "upper", "middle", "answer", "2"] in rows(report)


def test_names_of_questions_are_wrapped() -> None:
    """Those with an equal part stand together, the largest part first."""
    asked = [question(f"question-{i}", [0, 1]) for i in range(9)]
    asked.append(question("large", [0, 9]))
    made = quiz(asked, score("total", {one.id: 1 for one in asked}))

    report = told(made, Paper(width=40))

    assert report.endswith(
        "  50.0 %  large\n"
        "   5.6 %  question-0, question-1,\n"
        "          question-2, question-3,\n"
        "          question-4, question-5,\n"
        "          question-6, question-7,\n"
        "          question-8"
    )


def test_a_terminal_of_no_width_gets_a_report_all_the_same() -> None:
    """Its lines are broken there; nothing fails."""
    assert "█" in told(small(), Paper(width=1))


def test_bars_stand_for_equally_many_scores() -> None:
    """Ten scores in six columns are two a column, so that no bar is higher by that."""
    patterns = {Fraction(score): 1 for score in range(10)}

    drawn = plot(patterns, {Fraction(0): "0", Fraction(9): "9"}, width=6)

    assert drawn == ["█████", "█████", "█████", "┴───┴", "0   9"]


def test_scores_that_cannot_be_reached_leave_a_gap() -> None:
    """The scale is even: halves and wholes alike."""
    patterns = {Fraction(0): 1, Fraction(1, 2): 2, Fraction(2): 8}

    drawn = plot(patterns, {Fraction(0): "0", Fraction(1): "1"}, width=11, marks=ASCII)

    assert drawn == ["        #", "        #", ". :     #", "+---+-----", "0   1"]


def test_limits_outside_or_too_near_are_not_written() -> None:
    """There is no room for a number beside a longer one, nor a place past the end."""
    patterns = {Fraction(score): 1 for score in range(100)}
    limits = {Fraction(n): str(n) for n in (-1, 0, 1, 50, 51, 200)}

    drawn = plot(patterns, limits, width=100)

    assert drawn[-2].count("┴") == 4
    assert drawn[-1] == f"0{'':49}50"


def test_one_score_is_one_bar() -> None:
    """Also where it is all there is."""
    assert plot({Fraction(3): 7}, {Fraction(3): "3"}, width=9, marks=ASCII) == [
        *["###"] * 3,
        "+---",
        "3",
    ]


@pytest.mark.parametrize(
    ("share", "text"),
    [
        ("0", "0.0 %"),
        ("1/10000", "<0.1 %"),
        ("1/2000", "0.1 %"),
        ("1/3", "33.3 %"),
        ("1/8", "12.5 %"),
        ("9999/10000", ">99.9 %"),
        ("1", "100.0 %"),
    ],
)
def test_what_is_not_nothing_is_not_told_as_nothing(share: str, text: str) -> None:
    """And what is not all is not told as all."""
    assert percent_text(Fraction(share)) == text


def test_counts_are_short_and_numbers_exact_where_they_end() -> None:
    """Large counts are powers, their digits cut off; zeros at the end are left out."""
    assert count_text(59049) == "59,049"
    assert count_text(7**60) == "5.0e50"
    assert several(1, "pattern") == "1 pattern"
    assert number_text(Fraction(40)) == "40"
    assert number_text(Fraction(5, 2)) == "2.5"
    assert number_text(Fraction(-1, 3)) == "-0.33"
