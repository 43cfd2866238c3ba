"""Answers as they are typed, and what is said of those that do not fit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kwispel.compile import compile_quiz
from kwispel.model.answers import parse_answers, word_of
from kwispel.model.check import read_site
from testkit.quizzes import question, quiz, score

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet

GOOD = Path(__file__).parents[1] / "sites" / "good"


def sheet_of(name: str) -> Sheet:
    """Give the sheet of a good site's quiz."""
    site, _ = read_site(GOOD / name, shown_from=GOOD / name)
    return compile_quiz(site.quizzes[0])


@pytest.fixture(scope="module")
def tiny() -> Sheet:
    """Give a quiz of two questions with two options each."""
    return sheet_of("tiny")


@pytest.fixture(scope="module")
def kinds() -> Sheet:
    """Give a quiz of eight questions of every kind, of which some may be hidden."""
    return sheet_of("kinds")


@pytest.mark.parametrize(
    "text", ["a b", "  a   b  ", "first=a second=b", "second=b first=a"]
)
def test_answers_are_given_in_order_or_by_name(tiny: Sheet, text: str) -> None:
    """Both ways say the same."""
    assert parse_answers(tiny, text) == {"first": "a", "second": "b"}


@pytest.mark.parametrize(
    ("answer", "word"), [("a", "a"), (["a", "c"], "a+c"), ([], "0"), (None, "-")]
)
def test_an_answer_is_written_as_it_is_typed(
    answer: str | list[str] | None, word: str
) -> None:
    """Nothing ticked is an answer, and a question left open has none."""
    assert word_of(answer) == word


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", ["too few answers: 0 answers to 2 questions"]),
        ("a", ["too few answers: 1 answer to 2 questions"]),
        ("a b a", ["too many answers: 3 answers to 2 questions"]),
        ("a c", ['question "second" has no option "c", only a, b']),
        (
            "A 0",
            [
                'question "first" has no option "A", only a, b',
                'question "second" has no option "0", only a, b',
            ],
        ),
        ("a -", ['question "second" is open, and must be answered']),
        ("a+b a", ['question "first" takes one option, and "a+b" names several']),
        ("first=a", ['question "second" is open, and must be answered']),
        ("first=a second=-", ['question "second" is open, and must be answered']),
        ("first=a first=b", ['question "first" is answered twice']),
        ("first=a b", ['"b" is no pair of a question and an option']),
        ("first=a third=a", ['there is no question "third", only first, second']),
        ("first=a second=", ['question "second" has no option "", only a, b']),
    ],
)
def test_what_does_not_fit_is_said_in_sentences(
    tiny: Sheet, text: str, sentences: list[str]
) -> None:
    """All of it at once; nothing is scored half."""
    assert parse_answers(tiny, text) == sentences


def test_several_ticks_are_joined_and_none_is_a_nought(kinds: Sheet) -> None:
    """What is ticked is a list; where nothing is, there is no answer to keep."""
    answers = parse_answers(kinds, "yes b+a 0 a - - sometimes d")

    assert answers == {
        "gate": "yes",
        "channels": ["b", "a"],
        "conflict": "a",
        "habit": "sometimes",
        "ticks": ["d"],
    }


def test_an_optional_question_may_stay_open(kinds: Sheet) -> None:
    """With a hyphen in order, or left out of pairs, or named with a hyphen."""
    expected = {"gate": "yes"}

    assert parse_answers(kinds, "yes 0 0 - - - - 0") == expected
    assert parse_answers(kinds, "gate=yes") == expected
    assert parse_answers(kinds, "gate=yes conflict=- channels=0") == expected


@pytest.mark.parametrize("word", ["-", "0", "a", "a+b", "anything", "z+z"])
def test_anything_holds_the_place_of_a_hidden_question(kinds: Sheet, word: str) -> None:
    """It is not asked, so that nothing said of it counts."""
    answers = parse_answers(kinds, f"c {word} 0 - {word} {word} - 0")

    assert answers == {"gate": "c"}


def test_a_hidden_question_may_hide_another(kinds: Sheet) -> None:
    """What was written for it does not make the next one be asked."""
    assert parse_answers(kinds, "c a 0 b a a - 0") == {"gate": "c", "conflict": "b"}


def test_a_pair_for_a_hidden_question_is_told(kinds: Sheet) -> None:
    """Whoever names a question means its answer to count."""
    sentence = 'question "{}" is not asked after these answers: leave it out'

    assert parse_answers(kinds, "gate=c channels=a more=a+b follow=-") == [
        sentence.format("channels"),
        sentence.format("more"),
    ]


def test_no_pair_is_called_hidden_by_an_answer_that_does_not_fit(
    kinds: Sheet,
) -> None:
    """Once that is mended, the other may well be asked."""
    assert parse_answers(kinds, "gate=yess channels=a") == [
        'question "gate" has no option "yess", only yes, no, c'
    ]


@pytest.mark.parametrize(
    ("ticks", "sentence"),
    [
        ("a+a", 'question "channels" has "a" ticked twice'),
        ("a+z", 'question "channels" has no option "z", only a, b, c, d, e'),
        ("a+", 'question "channels" has no option "", only a, b, c, d, e'),
        ("a+0", 'question "channels" has no option "0", only a, b, c, d, e'),
        ("a+d", 'option "d" of question "channels" is n.a., and excludes the others'),
        ("-", 'question "channels" takes "0" where nothing is ticked'),
    ],
)
def test_ticks_that_do_not_fit_are_told(
    kinds: Sheet, ticks: str, sentence: str
) -> None:
    """In order and in pairs alike."""
    assert parse_answers(kinds, f"yes {ticks} 0 - - - - 0") == [sentence]
    assert parse_answers(kinds, f"gate=yes channels={ticks}") == [sentence]


def test_two_options_of_na_exclude_each_other(kinds: Sheet) -> None:
    """Each takes the question out of every score, for another reason."""
    sentences = parse_answers(kinds, "gate=yes channels=d+e")

    assert sentences == [
        'option "d" of question "channels" is n.a., and excludes the others',
        'option "e" of question "channels" is n.a., and excludes the others',
    ]


def test_a_nought_may_be_an_option_of_a_single_choice() -> None:
    """There nothing else is meant by it."""
    zero = question("x", [0, 1])
    made = compile_quiz(quiz([zero], score("total", {"x": 1})))
    made["questions"][0]["options"] = ["0", "1"]

    assert parse_answers(made, "0") == {"x": "0"}
