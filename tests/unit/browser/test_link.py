"""Links to results are read, and refused, before anything on the page changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kwispel.browser.flow import begin, step
from kwispel.browser.link import SIGN, code_in, link_to
from kwispel.browser.opened import (
    code_in_text,
    left_changes,
    opened,
    opened_changes,
    refused_changes,
)
from kwispel.compile import compile_quiz
from kwispel.core.outcome import outcome
from kwispel.core.replay import BETWEEN
from kwispel.core.replay import replay as read
from kwispel.core.result_code import ALPHABET
from testkit.sample_pages import mean_quiz, rules_quiz, sum_quiz

if TYPE_CHECKING:
    from kwispel.core.shapes import Replay, Sheet

REFUSALS = ("damaged", "other-quiz", "other-version", "other-key")

SHEET: Sheet = {**compile_quiz(sum_quiz()), "key": 12345}
ANSWERS = {"first": "b", "second": "a"}


def code_of(sheet: Sheet = SHEET) -> str:
    """Give the code of the answers."""
    result = outcome(sheet, ANSWERS)["result"]
    assert result
    assert result["code"]
    return result["code"]


def read_fragment(fragment: str, *, is_alone: bool = True) -> Replay | None:
    """Read a fragment of the quiz's address."""
    return opened(SHEET, fragment, is_alone=is_alone)


def test_a_link_brings_the_answers_that_made_it() -> None:
    """What was answered is what the form gets."""
    found = read_fragment(SIGN + code_of())

    assert found == {"refused": "", "answers": ANSWERS}


@pytest.mark.parametrize(
    "fragment", ["", "#", "#result", "#R=1", "#r", "r=1", "#q-r=1"]
)
def test_other_fragments_are_no_links_to_results(fragment: str) -> None:
    """They belong to the page, or to somebody else."""
    assert code_in(fragment) is None
    assert read_fragment(fragment) is None


@pytest.mark.parametrize(
    ("sheet", "refused"),
    [
        ({**SHEET, "quiz": "others"}, "other-quiz"),
        ({**SHEET, "version": 7}, "other-version"),
        ({**SHEET, "key": 54321}, "other-key"),
    ],
)
def test_a_link_of_something_else_is_refused_for_what_it_is(
    sheet: Sheet, refused: str
) -> None:
    """Another quiz, another version, another key: each is a reason of its own."""
    assert read_fragment(SIGN + code_of(sheet)) == {"refused": refused, "answers": {}}


def test_an_empty_link_is_damaged() -> None:
    """Somebody lost the code on the way."""
    assert read_fragment(SIGN) == {"refused": "damaged", "answers": {}}


def test_beside_other_quizzes_a_link_of_one_is_none_to_the_others() -> None:
    """It is theirs to open; what is damaged each of them says."""
    others = SIGN + code_of({**SHEET, "quiz": "others"})

    assert read_fragment(others, is_alone=False) is None
    assert read_fragment(SIGN + "x", is_alone=False)


def inserted(at: int, text: str) -> str:
    """Put a text into a code that is right without it."""
    return code_of()[:at] + text + code_of()[at:]


LETTERS = some.text(some.sampled_from(ALPHABET + BETWEEN + "ILOU"))
HOSTILE = some.one_of(
    some.text(),
    LETTERS,
    some.builds(lambda text: code_of() + text, some.text(min_size=1)),
    some.builds(
        lambda at, new: code_of()[:at] + new + code_of()[at:],
        some.integers(0, 20),
        some.text(max_size=3),
    ),
    some.sampled_from(["<img src=x onerror=alert(1)>", "%00", "\ud800", "1" * 100_000]),
)


@given(HOSTILE)
def test_whatever_is_in_a_fragment_brings_a_quizs_answers_or_none(text: str) -> None:
    """Nothing raises; only what the quiz offers comes through; all of it is scored."""
    found = read_fragment(SIGN + text)

    assert found
    if found["refused"]:
        assert found["refused"] in REFUSALS
        assert found["answers"] == {}
    else:
        result = outcome(SHEET, found["answers"])["result"]
        assert result
        assert read(SHEET, result["code"] or "")["answers"] == found["answers"]


@given(HOSTILE)
def test_nothing_of_a_fragment_gets_into_the_page(text: str) -> None:
    """What is changed is the same for every fragment that is refused alike."""
    found = read_fragment(SIGN + text)

    assert found
    if found["refused"]:
        expected = [c for why in REFUSALS for c in refused_changes(why)]
        assert all(c in expected for c in refused_changes(found["refused"]))


@given(some.data())
def test_every_result_can_be_linked_to(data: some.DataObject) -> None:
    """With ticks, with questions left open, with questions that were not asked."""
    sheet: Sheet = {**compile_quiz(rules_quiz()), "key": 1}
    answers = {
        "several": data.draw(some.sampled_from([["a"], ["b"], ["a", "b"], ["c"]])),
        "perhaps": data.draw(some.sampled_from(["a", "b", "c"])),
        "split": data.draw(some.sampled_from(["a", "b"])),
    }
    result = outcome(sheet, answers)["result"]
    assert result
    assert result["code"]

    found = opened(sheet, SIGN + result["code"], is_alone=True)

    assert found
    again = outcome(sheet, found["answers"])["result"]
    assert again == result


@pytest.mark.parametrize(
    ("page", "link"),
    [
        ("https://example.org/quiz/", "https://example.org/quiz/#r=15RS"),
        ("https://example.org/quiz/index.html", "https://example.org/quiz/#r=15RS"),
        ("https://example.org/quiz.html", "https://example.org/quiz.html#r=15RS"),
        ("file:///home/quiz/index.html", "file:///home/quiz/index.html#r=15RS"),
    ],
)
def test_a_link_is_as_short_as_can_be(page: str, link: str) -> None:
    """A server finds the page by its folder, a disk does not."""
    assert link_to(page, "15RS") == link


@pytest.mark.parametrize(
    "text",
    [
        "15RS-Z8X9",
        "  15RS-Z8X9\n",
        "https://example.org/quiz/#r=15RS-Z8X9",
        "See https://example.org/#r=1 or https://example.org/quiz/#r=15RS-Z8X9 ",
    ],
)
def test_a_code_is_found_in_what_a_reader_pastes(text: str) -> None:
    """A code, or a whole link with what came along."""
    assert code_in_text(text) == "15RS-Z8X9"


def test_what_a_link_displaced_can_be_put_back() -> None:
    """The button is there when it has something to bring back, and only then."""
    button = '[data-press="put-back"]'

    assert any(c[0] == "show" and button in c[1] for c in opened_changes(ANSWERS))
    assert not any(c[0] == "show" and button in c[1] for c in opened_changes({}))


def test_what_was_said_of_a_link_is_taken_back() -> None:
    """All that is shown for a link is hidden after it, and the other way round."""
    left = {
        (verb, part) for verb, parts, _ in left_changes() for part in parts.split(",")
    }

    assert left == {
        ("hide", '[data-kw="link"]'),
        ("hide", '[data-kw="opened"]'),
        ("show", '[data-kw="result"] > [data-voice]'),
    }


def test_a_result_from_a_link_is_compared_with_nothing() -> None:
    """What was scored before may be somebody else's."""
    sheet = compile_quiz(mean_quiz())
    first = step(begin(sheet), {"type": "submit", "answers": {"only": "a"}})

    state = step(first, {"type": "open", "answers": {"only": "c"}})

    assert state["result"]
    assert state["before"] is None
    assert (state["say"], state["focus"]) == ("scored", "opened")
    assert state["changed_scores"] == []


def test_answers_that_are_put_back_are_answers_that_are_not_scored() -> None:
    """The reader goes on where the link came in between, and nothing is said."""
    sheet = compile_quiz(mean_quiz())
    first = step(begin(sheet), {"type": "open", "answers": {"only": "c"}})

    state = step(first, {"type": "return", "answers": {"only": "a"}})

    assert state == {**begin(sheet), "focus": "start"}
