"""What the reader goes through, as states: no page is needed for this."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

import pytest

from kwispel.browser.flow import begin, step
from kwispel.compile import compile_quiz
from kwispel.core.adjust import adjusting
from kwispel.core.score import scores_of
from testkit.quizzes import bands, question, quiz, score
from testkit.sample_pages import rules_quiz

if TYPE_CHECKING:
    from kwispel.browser.shapes import Found, State
    from kwispel.core.shapes import Answers, Sheet

POINTS = (1, 2, 3, None)
ALL_B = {"q1": "b", "q2": "b", "q3": "b"}
ALL_NA = {"q1": "d", "q2": "d", "q3": "d"}


def sheet(*, has_total: bool = True) -> Sheet:
    """Give three questions from 1 to 3 with n.a., a total, and a factor of two."""
    members = {"q1": 1, "q2": 1, "q3": 1}
    total = score("total", members, bands=bands(low=None, high=7))
    factor = score("care", {"q1": 1, "q2": 1})
    questions = [question(name, POINTS) for name in members]
    return compile_quiz(quiz(questions, total if has_total else None, factor))


def after(
    state: State,
    kind: Literal["submit", "answer", "reset"],
    answers: Answers | None = None,
) -> State:
    """Take one step."""
    return step(state, {"type": kind, "answers": answers or {}})


def scored(answers: Answers = ALL_B) -> State:
    """Give the state in which these answers have just been scored."""
    return after(begin(sheet()), "submit", answers)


def test_complete_answers_give_a_result() -> None:
    """The result is the engine's, and the reader is taken to it."""
    state = scored()

    assert state["result"]
    assert state["result"]["total"]
    assert state["result"]["total"]["text"] == "6"
    assert (state["say"], state["focus"], state["open"]) == ("scored", "result", [])


def raising(_result: object, _answers: object) -> None:
    """Fail as the hook of a careless author does."""
    raise KeyError("never")


def one_more(result: dict[str, Any], _answers: object) -> None:
    """Adjust the total."""
    result["total"]["value"] = result["total"]["value"] + 1


def test_a_hook_adjusts_the_result() -> None:
    """What is shown is what the hook made of it, after a reset too."""
    state = after(begin(sheet(), adjusting(one_more)), "submit", ALL_B)
    again = after(after(state, "reset"), "submit", ALL_B)

    for one in (state, again):
        assert one["result"]
        assert one["result"]["total"]
        assert one["result"]["total"]["text"] == "7"
        assert not one["unadjusted"]


def test_a_hook_that_fails_leaves_the_result_before_it() -> None:
    """The state says so; open questions are asked for as always."""
    state = after(begin(sheet(), adjusting(raising)), "submit", ALL_B)
    incomplete = after(begin(sheet(), adjusting(raising)), "submit", {})

    assert state["unadjusted"]
    assert state["result"]
    assert state["result"]["total"]
    assert state["result"]["total"]["text"] == "6"
    assert incomplete["open"] == ["q1", "q2", "q3"]


def test_a_hook_that_did_not_come_is_one_that_failed() -> None:
    """The sheet says that there should be one."""
    with_hook: Sheet = {**sheet(), "hook": True}

    assert after(begin(with_hook), "submit", ALL_B)["unadjusted"]


def test_only_what_is_open_is_named() -> None:
    """Readers were once told that a question was open which they had answered."""
    state = after(begin(sheet()), "submit", {"q2": "a"})

    assert state["open"] == ["q1", "q3"]
    assert (state["result"], state["focus"], state["say"]) == (None, "errors", "")


def test_an_answer_takes_its_question_off_the_list_at_once() -> None:
    """So that the list never names what has been answered since."""
    state = after(begin(sheet()), "submit", {"q2": "a"})

    state = after(state, "answer", {"q1": "d", "q2": "a"})

    assert state["open"] == ["q3"]
    assert (state["focus"], state["say"]) == ("", "")


def test_what_came_of_answers_is_not_computed_again() -> None:
    """Where it is known already it is taken as it is, in every detail."""
    earlier = scored()["result"]
    known: Found = {"outcome": {"open": [], "result": earlier}, "unadjusted": True}

    state = step(
        begin(sheet(), adjusting(raising)),
        {"type": "submit", "answers": ALL_B, "found": known},
    )

    assert state["result"] is earlier
    assert (state["unadjusted"], state["answers"]) == (True, ALL_B)


def test_an_answer_before_any_submission_accuses_nobody() -> None:
    """What is open is told when the reader asks for the score, not before."""
    assert after(begin(sheet()), "answer", {"q1": "a"}) == begin(sheet())


def test_a_result_closes_the_list_of_open_questions() -> None:
    """Answers that came without an event count as much as any other."""
    state = after(begin(sheet()), "submit")

    assert after(state, "submit", ALL_B)["open"] == []


def test_an_answer_that_no_option_has_leaves_its_question_open() -> None:
    """Whatever a page is made to hold, it is scored as the quiz has it or not."""
    assert after(begin(sheet()), "submit", {**ALL_B, "q1": "z"})["open"] == ["q1"]


def test_another_answer_makes_a_result_stale() -> None:
    """The reader is told that what is shown is no longer what is answered."""
    state = after(scored(), "answer", {**ALL_B, "q1": "c"})

    assert state["stale"]
    assert state["result"] is not None


def test_the_same_answers_again_make_a_result_fresh() -> None:
    """Going back to what was scored makes the shown result right again."""
    state = after(scored(), "answer", {**ALL_B, "q1": "c"})

    assert not after(state, "answer", ALL_B)["stale"]


def test_a_result_stays_but_is_stale_when_a_question_is_open() -> None:
    """An earlier result is not taken from the reader by a later gap."""
    earlier = scored()

    state = after(earlier, "submit", {"q1": "b"})

    assert state["result"] is earlier["result"]
    assert (state["stale"], state["open"]) == (True, ["q2", "q3"])


@pytest.mark.parametrize(
    ("answers", "scores_changed", "questions_changed", "say"),
    [
        (ALL_B, [], [], "unchanged"),
        ({**ALL_B, "q1": "c"}, ["total", "care"], ["q1"], "changed"),
        ({**ALL_B, "q3": "c"}, ["total"], ["q3"], "changed"),
        ({**ALL_B, "q1": "c", "q2": "a"}, [], ["q1", "q2"], "same"),
        ({**ALL_B, "q1": "c", "q3": "a"}, ["care"], ["q1", "q3"], "same"),
        (ALL_NA, ["total", "care"], ["q1", "q2", "q3"], "no-score"),
    ],
)
def test_scoring_again_tells_what_changed(
    answers: Answers, scores_changed: list[str], questions_changed: list[str], say: str
) -> None:
    """Scores count as changed by what they show, questions by their answer."""
    state = after(scored(), "submit", answers)

    assert state["changed_scores"] == scores_changed
    assert state["changed_questions"] == questions_changed
    assert state["say"] == say


def test_the_first_result_has_nothing_to_differ_from() -> None:
    """Nothing is marked as changed when there was nothing before."""
    state = scored()

    assert (state["changed_scores"], state["changed_questions"]) == ([], [])
    assert state["before"] is None


def test_a_gap_in_between_does_not_hide_what_changed() -> None:
    """What counts is the last result that was shown."""
    state = after(scored(), "submit", {"q1": "c"})

    state = after(state, "submit", {**ALL_B, "q1": "c"})

    assert (state["changed_questions"], state["say"]) == (["q1"], "changed")


def test_nothing_to_score_is_told_as_such() -> None:
    """A result without a score is a result, and says so."""
    assert scored(ALL_NA)["say"] == "no-score"


def test_a_score_after_none_is_told_as_a_first() -> None:
    """There is no number before it to compare it with."""
    assert after(scored(ALL_NA), "submit", ALL_B)["say"] == "scored"


def test_without_a_total_the_factors_say_whether_it_changed() -> None:
    """A quiz may have factors alone."""
    first = after(begin(sheet(has_total=False)), "submit", ALL_B)

    changed = after(first, "submit", {**ALL_B, "q1": "c"})
    same = after(first, "submit", {**ALL_B, "q3": "c"})

    assert [s["say"] for s in (first, changed, same)] == ["scored", "changed", "same"]


def test_reset_is_a_new_beginning() -> None:
    """Nothing of what was answered or scored is left."""
    state = after(after(scored(), "submit", {"q1": "b"}), "reset", ALL_B)

    assert state == {**begin(sheet()), "say": "reset", "focus": "start"}


def test_a_step_leaves_the_earlier_state_as_it_was() -> None:
    """What changed is found by comparing, so the past must not move."""
    state = begin(sheet())

    after(state, "submit", ALL_B)

    assert state == begin(sheet())


def test_scores_are_the_total_and_the_factors() -> None:
    """All that a result says of scores, by one name each."""
    with_total = scored()["result"]
    without = after(begin(sheet(has_total=False)), "submit", ALL_B)["result"]

    assert with_total
    assert without
    assert (list(scores_of(with_total)), list(scores_of(without))) == (
        ["total", "care"],
        ["care"],
    )


def test_a_question_that_is_no_longer_asked_is_no_longer_open() -> None:
    """Nor is one whose answer is none of its options taken for answered."""
    asked = [question("q1", (1, 2)), question("q2", (1, 2), when=({"q1": ("a",)},))]
    made = compile_quiz(quiz(asked, score("total", {"q1": 1, "q2": 1})))
    state = after(begin(made), "submit", {"q1": "a"})
    assert state["open"] == ["q2"]

    assert after(state, "answer", {"q1": "a", "q2": "z"})["open"] == ["q2"]
    assert after(state, "answer", {"q1": "b"})["open"] == []


def test_what_is_hidden_or_asked_anew_has_changed() -> None:
    """Though its own ticks are what they were."""
    answers: Answers = {"several": ["a"], "perhaps": "b", "split": "a"}
    state = after(begin(compile_quiz(rules_quiz())), "submit", answers)

    state = after(state, "submit", {**answers, "several": []})

    assert state["changed_questions"] == ["several", "perhaps"]
