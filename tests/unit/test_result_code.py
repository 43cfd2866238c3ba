"""Result codes: read out, typed in again, damaged and made up."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kwispel.core.outcome import outcome
from kwispel.core.replay import BETWEEN, READ_AS, read_code, replay
from kwispel.core.replies import replies, still_open
from kwispel.core.result_code import ALPHABET, result_code
from testkit.fragments import damaged_codes, hostile_texts

if TYPE_CHECKING:
    from kwispel.core.shapes import Answers, Condition, Sheet, SheetQuestion


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Give sheets with every kind of question; no score is needed for a code."""
    questions: list[SheetQuestion] = []
    for number in range(draw(st.integers(1, 8))):
        size = draw(st.integers(1, 6))
        points: list[int | None] = [*draw(st.lists(points_of, min_size=size)), 1]
        question: SheetQuestion = {
            "id": f"q{number}",
            "options": [f"o{at}" for at in range(len(points))],
            "points": points,
            "unit": 1,
            "multiple": draw(st.booleans()),
            "optional": draw(st.booleans()),
        }
        if question["multiple"]:
            question["optional"] = False
        if questions and draw(st.booleans()):
            question["when"] = draw(st.lists(conditions_on(questions), min_size=1))
        questions.append(question)
    return {
        "quiz": draw(st.text("abc-_0", min_size=1)),
        "version": draw(st.integers(1, 10**6)),
        "questions": questions,
        "scores": [],
        "key": draw(st.integers(0, 2**20 - 1)),
    }


points_of = st.one_of(st.none(), st.integers(-3, 3))


def conditions_on(earlier: list[SheetQuestion]) -> st.SearchStrategy[list[Condition]]:
    """Give conditions on questions that come before."""

    def on(position: int) -> st.SearchStrategy[Condition]:
        options = st.integers(0, len(earlier[position]["options"]) - 1)
        made = {
            "question": st.just(position),
            "options": st.lists(options, min_size=1, max_size=2),
        }
        return st.fixed_dictionaries(made)  # type: ignore[return-value] # keys of a TypedDict

    return st.lists(st.integers(0, len(earlier) - 1).flatmap(on), min_size=1)


@st.composite
def answered(draw: st.DrawFn) -> tuple[Sheet, Answers]:
    """Give a sheet with answers that leave nothing open."""
    sheet = draw(sheets())
    answers: dict[str, str | list[str]] = {}
    for question in sheet["questions"]:
        options = question["options"]
        pairs = zip(options, question["points"], strict=True)
        na = [option for option, worth in pairs if worth is None]
        if question.get("multiple"):
            others = [option for option in options if option not in na]
            ticks = st.lists(st.sampled_from(others), unique=True)
            answers[question["id"]] = draw(
                st.one_of(ticks, st.sampled_from([[one] for one in na] or [[]]))
            )
        elif not (question.get("optional") and draw(st.booleans())):
            answers[question["id"]] = draw(st.sampled_from(options))
    return sheet, answers


REFUSALS = {"", "damaged", "other-quiz", "other-version", "other-key"}


def letters_of(text: str) -> str:
    """Give what counts in a code, in one way of writing."""
    letters = [sign.upper() for sign in text if sign not in BETWEEN]
    return "".join(READ_AS.get(letter, letter) for letter in letters)


def code_of(sheet: Sheet, answers: Answers) -> str:
    """Give the code of answers."""
    code = result_code(sheet, replies(sheet, answers))
    assert code
    return code


@given(answered())
def test_a_code_gives_back_what_was_answered(one: tuple[Sheet, Answers]) -> None:
    """The reader who types a code in is told the same as the first time."""
    sheet, answers = one
    assert still_open(sheet, replies(sheet, answers)) == []

    found = replay(sheet, code_of(sheet, answers))

    assert found["refused"] == ""
    assert replies(sheet, found["answers"]) == replies(sheet, answers)


@given(answered())
def test_a_code_may_be_typed_as_people_type(
    one: tuple[Sheet, Answers],
) -> None:
    """Small letters, spaces, other hyphens, and letters taken for digits."""
    sheet, answers = one
    code = code_of(sheet, answers)

    typed = code.lower().replace("-", " \u2013 ").replace("0", "o").replace("1", "l")

    assert replay(sheet, typed) == replay(sheet, code)


@given(answered(), st.data())
def test_one_wrong_letter_is_noticed(
    one: tuple[Sheet, Answers], data: st.DataObject
) -> None:
    """No slip of one letter gives another result; it gives none."""
    sheet, answers = one
    code = code_of(sheet, answers).replace("-", "")
    at = data.draw(st.integers(0, len(code) - 1))
    letter = data.draw(st.sampled_from(ALPHABET.replace(code[at], "")))

    wrong = code[:at] + letter + code[at + 1 :]

    assert read_code(wrong) is None


@given(answered(), st.data())
def test_two_letters_that_changed_places_are_noticed(
    one: tuple[Sheet, Answers], data: st.DataObject
) -> None:
    """The commonest slip after a wrong letter."""
    sheet, answers = one
    code = code_of(sheet, answers).replace("-", "")
    at = data.draw(st.integers(0, len(code) - 2))

    turned = code[:at] + code[at + 1] + code[at] + code[at + 2 :]

    assert turned == code or read_code(turned) is None


@settings(max_examples=100)
@given(answered(), st.data())
def test_whatever_is_typed_is_answers_or_a_refusal(
    one: tuple[Sheet, Answers], data: st.DataObject
) -> None:
    """Of 10,000 texts none raises, and what is accepted is the code of its answers."""
    sheet, answers = one
    code = code_of(sheet, answers)
    texts = data.draw(st.lists(hostile_texts(code), min_size=10, max_size=10))
    seed = data.draw(st.integers(0, 2**32))

    for text in texts + damaged_codes(code, 90, seed):
        found = replay(sheet, text)

        assert found["refused"] in REFUSALS
        if found["refused"]:
            assert found["answers"] == {}
        else:
            told = code_of(sheet, found["answers"])
            assert letters_of(text) == letters_of(told)


@given(answered(), st.lists(st.integers(0, 31), min_size=1, max_size=12))
def test_a_code_is_the_only_one_of_its_answers(
    one: tuple[Sheet, Answers], body: list[int]
) -> None:
    """Made-up letters with right checks are refused, or are what kwispel would say."""
    sheet, answers = one
    code = code_of(sheet, answers).replace("-", "")
    head = read_code(code)
    assert head
    length = len(head["body"])
    start = [ALPHABET.index(letter) for letter in code[: len(code) - length - 2]]

    made_up = with_check([*start, *body])

    found = replay(sheet, made_up)
    if found["refused"] == "":
        assert code_of(sheet, found["answers"]).replace("-", "") == made_up


def with_check(digits: list[int]) -> str:
    """Write digits with the two check letters that fit them."""
    remainder = 0
    for digit in digits:
        remainder = (remainder * 32 + digit) % 1021
    whole = [*digits, remainder // 32, remainder % 32]
    return "".join(ALPHABET[digit] for digit in whole)


SHEET: Sheet = {
    "quiz": "stairs",
    "version": 3,
    "questions": [
        {"id": "up", "options": ["a", "b"], "points": [0, 1], "unit": 1},
    ],
    "scores": [],
    "key": 5,
}


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        ({"quiz": "lift"}, "other-quiz"),
        ({"version": 4}, "other-version"),
        ({"key": 6}, "other-key"),
    ],
)
def test_a_code_of_another_quiz_version_or_key_is_told_so(
    change: dict[str, object], refused: str
) -> None:
    """Answers to other questions are never scored."""
    code = code_of(SHEET, {"up": "b"})

    assert replay({**SHEET, **change}, code)["refused"] == refused  # type: ignore[typeddict-item] # any key


def test_a_sheet_without_a_key_makes_no_code() -> None:
    """A code that says nothing of the key could be scored by another one."""
    keyless: Sheet = {**SHEET}
    del keyless["key"]

    result = outcome(keyless, {"up": "a"})["result"]

    assert result
    assert result["code"] is None
    assert replay(keyless, code_of(SHEET, {"up": "a"}))["refused"] == "other-key"


@pytest.mark.parametrize("text", ["", "-", "1", "1" * 5000, "U" * 12, "<b>", "15RS\0"])
def test_what_is_no_code_is_damaged(text: str) -> None:
    """Too short, too long, and letters that no code has."""
    assert replay(SHEET, text)["refused"] == "damaged"


def test_a_version_that_never_ends_is_damaged() -> None:
    """Every letter after the key may say that the version goes on."""
    assert read_code(with_check([1, *[0] * 7, 31, 31])) is None
