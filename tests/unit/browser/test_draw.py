"""What has to change on the page, as plain data."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from kwispel.browser.draw import changes, visit
from kwispel.browser.figures import NONE
from kwispel.browser.flow import begin, step
from kwispel.browser.layouts import LAYOUTS
from kwispel.compile import compile_quiz
from testkit.quizzes import bands, question, quiz, score
from testkit.sample_pages import rules_quiz

if TYPE_CHECKING:
    from kwispel.browser.shapes import Change, Signs, State
    from kwispel.core.shapes import Answers, Sheet

SIGNS: Signs = {"decimal": ",", "minus": "~", "colon": ": ", "digits": ""}
ALL_B = {"q1": "b", "q2": "b"}


def sheet() -> Sheet:
    """Give two questions from -1 to 1 with n.a., a total, and a mean of one decimal."""
    members = {"q1": 1, "q2": 1}
    total = score("total", members, bands=bands(low=None, high=Fraction(1, 3)))
    mean = score("mean", {"q1": 1}, method="mean", decimals=1)
    questions = [question(name, (-1, 0, 1, None)) for name in members]
    return compile_quiz(quiz(questions, total, mean))


def submitted(answers: Answers, state: State | None = None) -> State:
    """Give the state after these answers were submitted."""
    event = {"type": "submit", "answers": answers}
    return step(state or begin(sheet()), event)  # type: ignore[arg-type] # events are plain maps


def drawn(answers: Answers, *, before: State | None = None) -> list[Change]:
    """Give what changes on the page when these answers are submitted."""
    earlier = before or begin(sheet())
    return changes(earlier, submitted(answers, earlier), SIGNS, [])


def shown(made: list[Change]) -> set[str]:
    """Give each selector that is shown."""
    return {
        part
        for verb, selector, _ in made
        if verb == "show"
        for part in selector.split(",")
    }


def texts(made: list[Change], place: str) -> dict[str, str]:
    """Give what the slots below a place are filled with, by their name."""
    start = place + " [data-part="
    return {
        selector.removeprefix(start).rstrip("]"): text
        for verb, selector, text in made
        if verb == "fill" and selector.startswith(start)
    }


def test_nothing_changes_where_the_state_did_not() -> None:
    """An answer to a question that nobody asks about costs nothing."""
    state = begin(sheet())

    assert (
        changes(state, step(state, {"type": "answer", "answers": ALL_B}), SIGNS, [])
        == []
    )


def test_open_questions_are_shown_marked_and_described() -> None:
    """The list, the question itself and its radios say it."""
    made = drawn({"q1": "a"})

    assert {'[data-open-link="q2"]', '[id="open-q2"]', '[data-kw="errors"]'} <= shown(
        made
    )
    assert ("mark", '[data-question="q2"]', "data-open") in made
    assert (
        "copy",
        '[data-open-link="q2"] a',
        '[data-question="q2"] [data-kw=position],[data-question="q2"] [data-kw=stem]',
    ) in made
    assert ("describe", '[data-question="q2"] input', "open-q2") in made
    assert not any("q1" in selector for _, selector, _ in made)


@pytest.mark.parametrize(("answers", "count"), [({"q1": "a"}, "1"), ({}, "2")])
def test_the_open_questions_are_counted(answers: Answers, count: str) -> None:
    """The text is told how many, so that it can take the form that goes with it."""
    made = drawn(answers)

    assert ("count", '[data-kw="open-count"]', count) in made
    assert ("fill", '[data-kw="open-count"] [data-part=count]', count) in made


def test_open_questions_take_the_reader_to_the_list_in_silence() -> None:
    """The list has the focus, so the live region must not speak as well."""
    made = drawn({})

    assert made[-4:] == [
        ("settle", "", "ready"),
        ("focus", '[data-kw="errors"]', ""),
        ("reveal", '[data-kw="errors"]', ""),
        ("say", "", ""),
    ]


def test_an_answered_question_leaves_the_list_and_the_focus_alone() -> None:
    """Only what concerns that question changes, and the count."""
    before = submitted({})
    answered = step(before, {"type": "answer", "answers": {"q1": "a"}})

    made = changes(before, answered, SIGNS, [])

    assert made == [
        ("unmark", '[data-question="q1"]', "data-open"),
        ("hide", '[data-open-link="q1"],[id="open-q1"]', ""),
        ("undescribe", '[data-question="q1"] input', "open-q1"),
        ("count", '[data-kw="open-count"]', "1"),
        ("fill", '[data-kw="open-count"] [data-part=count]', "1"),
        ("show", '[data-kw="errors"]', ""),
    ]


def test_the_last_answer_closes_the_list() -> None:
    """A list of nothing is not shown."""
    before = submitted({"q1": "a"})
    answered = step(before, {"type": "answer", "answers": ALL_B})

    around = LAYOUTS["page"]["around"](before, answered, SIGNS)

    assert changes(before, answered, SIGNS, around)[-2:] == [
        ("hide", '[data-kw="errors"]', ""),
        ("entitle", "", ""),
    ]


def test_a_result_is_shown_and_takes_the_focus_before_it_is_told() -> None:
    """A screen reader says the heading first and the score after it."""
    made = drawn(ALL_B)

    assert '[data-kw="result"]' in shown(made)
    assert made[-4:] == [
        ("settle", "", "scored"),
        ("focus", '[data-kw="result-heading"]', ""),
        ("reveal", '[data-kw="result-heading"]', ""),
        ("say", "", "scored"),
    ]


def test_numbers_have_the_signs_of_the_locale() -> None:
    """Each score has as many decimals as its author asked for; percent has none."""
    made = drawn({"q1": "a", "q2": "b"})

    assert texts(made, '[data-score="total"]') == {
        "value": "~1",
        "min": "~2",
        "max": "2",
        "percent": "25",
        "answered": "2",
        "of": "2",
    }
    assert texts(made, '[data-score="mean"]')["value"] == "~1,0"
    assert texts(made, '[data-score="mean"]')["max"] == "1,0"


def test_only_what_applies_of_a_score_is_shown() -> None:
    """One band, and no remark that is not true."""
    made = drawn(ALL_B)

    assert {
        part for part in shown(made) if part.startswith('[data-score="total"]')
    } == {
        '[data-score="total"] [data-kw=present]',
        '[data-score="total"] [data-band="low"]',
        '[data-score="total"] [data-band-name="low"]',
        '[data-score="total"] [data-ahead="exactly"]',
    }


def test_all_else_was_hidden_before() -> None:
    """A second result must not leave anything of the first."""
    made = drawn(ALL_B)

    verb, selector, _ = made[0]

    assert verb == "hide"
    for part in ("band", "band-name", "advice", "present", "absent", "full", "partial"):
        assert part in selector


def test_full_marks_are_acknowledged() -> None:
    """The greatest score that can be had says so."""
    assert '[data-score="total"] [data-kw=full]' in shown(drawn({"q1": "c", "q2": "c"}))


def test_what_was_left_out_is_told() -> None:
    """Not applicable changes how a score came about, and the page says how."""
    made = drawn({"q1": "d", "q2": "c"})

    assert {
        '[data-score="total"] [data-kw=rescaled]',
        '[data-score="total"] [data-kw=partial]',
        '[data-score="mean"] [data-kw=absent]',
    } <= shown(made)
    assert '[data-score="mean"] [data-kw=present]' not in shown(made)
    assert texts(made, '[data-score="mean"]')["value"] == NONE


def test_score_and_limits_are_placed_on_the_scale() -> None:
    """From 0 to 100, with a point whatever the locale; 1/3 of -2 to 2 is at 58.33."""
    made = drawn(ALL_B)

    assert ("place", '[data-score="total"] [data-kw=marker]', "50.00") in made
    assert ("place", '[data-score="total"] [data-limit="low"]', "0.00") in made
    assert ("place", '[data-score="total"] [data-limit="high"]', "58.33") in made


def test_a_missing_score_has_no_place() -> None:
    """Nothing is drawn where nothing was found."""
    made = drawn({"q1": "d", "q2": "c"})

    assert not any(
        verb == "place" and '"mean"' in selector for verb, selector, _ in made
    )


def test_the_chosen_answer_has_its_advice_and_its_words() -> None:
    """The words are copied from the label that the reader chose."""
    made = drawn({"q1": "a", "q2": "b"})

    assert {'[data-advice="q1/a"]', '[data-advice="q2/b"]'} <= shown(made)
    assert (
        "copy",
        '[data-answer="q1"],[data-ledger="q1"] [data-part=answer]',
        'label[for="q-q1.a"] [data-kw=label]',
    ) in made


def test_the_ledger_holds_exact_numbers() -> None:
    """From them a reader recomputes the score; n.a. has none."""
    made = drawn({"q1": "d", "q2": "a"})

    assert texts(made, '[data-ledger="q1"]') == {
        "value": NONE,
        "min": "~1",
        "max": "1",
        "left": NONE,
    }
    assert texts(made, '[data-ledger="q2"]')["left"] == "2"


def test_what_left_something_to_gain_is_marked() -> None:
    """A best answer and n.a. leave nothing."""
    made = drawn({"q1": "c", "q2": "a"})

    assert ("mark", '[data-result-question="q2"]', "data-left") in made


def test_the_best_answers_leave_nothing_to_mark() -> None:
    """That there was no more to gain is marked instead."""
    made = drawn({"q1": "c", "q2": "c"})

    places = '[data-result-question="q1"],[data-result-question="q2"]'
    assert [change for change in made if change[0] == "mark"] == [
        ("mark", places, "data-full")
    ]


def test_what_changed_is_marked_and_told_with_both_scores() -> None:
    """The slots of what is told hold the score of now and of before."""
    made = drawn({"q1": "b", "q2": "c"}, before=submitted(ALL_B))

    assert (
        "mark",
        '[data-score="total"],[data-result-question="q2"]',
        "data-changed",
    ) in made
    assert texts(made, "[data-say]") == {
        "value": "1",
        "min": "~2",
        "max": "2",
        "before": "0",
    }
    assert made[-1] == ("say", "", "changed")


def test_marks_of_the_last_time_are_taken_away() -> None:
    """What is marked is what changed this time."""
    made = drawn(ALL_B, before=submitted(ALL_B))

    assert ("unmark", "[data-score],[data-result-question]", "data-changed") in made
    assert not any(
        change[2] == "data-changed" for change in made if change[0] == "mark"
    )


def test_a_stale_result_says_so_and_stops_when_it_is_not() -> None:
    """It follows the answers, without a word from the live region."""
    fresh = submitted(ALL_B)
    stale = step(fresh, {"type": "answer", "answers": {**ALL_B, "q1": "a"}})

    assert changes(fresh, stale, SIGNS, []) == [("show", '[data-kw="stale"]', "")]
    assert changes(stale, fresh, SIGNS, [])[0] == ("hide", '[data-kw="stale"]', "")


def test_reset_hides_the_result_and_goes_back_to_the_first_question() -> None:
    """What was scored is gone, and the reader is told."""
    before = submitted(ALL_B)

    made = changes(before, step(before, {"type": "reset", "answers": {}}), SIGNS, [])

    assert made == [
        ("hide", '[data-kw="result"]', ""),
        ("settle", "", "ready"),
        *visit("q1"),
        ("say", "", "reset"),
    ]


def test_a_quiz_without_a_total_is_drawn() -> None:
    """There is nothing of a total to show or to tell."""
    parts = quiz([question("q1", (1, 2))], None, score("care", {"q1": 1}))
    before = begin(compile_quiz(parts))

    made = changes(before, submitted({"q1": "a"}, before), SIGNS, [])

    assert '[data-score="care"] [data-kw=present]' in shown(made)
    assert not any("total" in selector for _, selector, _ in made)


def rules_sheet() -> Sheet:
    """Give the sheet of a quiz with what is rare: see `rules_quiz`."""
    return compile_quiz(rules_quiz())


def drawn_rules(answers: Answers, *, before: State | None = None) -> list[Change]:
    """Give what changes when these answers of that quiz are submitted."""
    earlier = before or begin(rules_sheet())
    return changes(earlier, submitted(answers, earlier), SIGNS, [])


def test_each_tick_is_copied_and_has_its_advice() -> None:
    """One change copies all labels."""
    made = drawn_rules({"several": ["a", "b"], "split": "a"})

    labels = ",".join(
        f'label[for="q-several.{option}"] [data-kw=label]' for option in "ab"
    )
    answer = '[data-answer="several"],[data-ledger="several"] [data-part=answer]'
    assert ("copy", answer, labels) in made
    assert {'[data-advice="several/a"]', '[data-advice="several/b"]'} <= shown(made)


@pytest.mark.parametrize(
    ("answers", "question_id", "word"),
    [
        ({"split": "a"}, "several", "none"),
        ({"several": ["a"], "split": "a"}, "perhaps", "open"),
    ],
)
def test_an_answer_without_a_label_is_told_in_a_word(
    answers: Answers, question_id: str, word: str
) -> None:
    """Nothing ticked, or left open."""
    copied = {s: source for verb, s, source in drawn_rules(answers) if verb == "copy"}
    answer = f'[data-answer="{question_id}"],[data-ledger="{question_id}"]'

    assert copied[f"{answer} [data-part=answer]"] == f'[data-word="{word}"]'


def test_nothing_is_said_of_a_question_that_was_not_asked() -> None:
    """Its rows are hidden, and shown again once it is asked."""
    rows = '[data-ledger="perhaps"],[data-result-question="perhaps"]'
    hidden = drawn_rules({"split": "a"})
    again = drawn_rules({"several": ["a"], "split": "a"})

    assert ("hide", rows, "") in hidden
    assert not any("perhaps" in s for verb, s, _ in hidden if verb in {"copy", "fill"})
    assert ("show", rows, "") in again
    assert ("hide", rows, "") not in again


def test_rows_of_a_quiz_that_asks_everything_are_left_alone() -> None:
    """What is always there needs no showing."""
    assert not any(
        selector.startswith("[data-ledger=") for selector in shown(drawn(ALL_B))
    )


def test_shares_of_an_answer_are_filled_after_the_last_ones_are_cleared() -> None:
    """An answer that brings nothing leaves none of the last time's behind."""
    made = drawn_rules({"split": "a"})
    filled = [change for change in made if "data-share" in change[1]]

    assert filled == [
        ("fill", "[data-share]", NONE),
        ("fill", '[data-ledger="split"] [data-share="giving"]', "2"),
        ("fill", '[data-ledger="split"] [data-share="taking"]', "~1"),
    ]


def test_limits_are_told_anew_where_they_move() -> None:
    """In the shrunk scale; where they do not move nothing is told."""
    made = drawn_rules({"several": ["c"], "split": "a"})
    told = {s: text for verb, s, text in made if verb == "fill" and "band-limit" in s}

    assert told == {
        '[data-score="giving"] [data-band-limit="low"]': "0",
        '[data-score="giving"] [data-band-limit="high"]': "1,2",
    }
    assert not any("band-limit" in selector for _, selector, _ in drawn(ALL_B))


def test_score_of_which_nothing_was_asked_says_that_and_not_that_too_little_was() -> (
    None
):
    """It is nobody's fault."""
    absent = shown(drawn_rules({"split": "a"}))

    assert '[data-score="rare"] [data-kw=unasked]' in absent
    assert '[data-score="rare"] [data-kw=absent]' not in absent


def test_top_of_what_was_answered_is_the_highest_only_where_all_was() -> None:
    """The range of a mean is that of the answered; another may reach higher."""
    questions = [question("q1", (0, 1)), question("q2", (0, 9, None))]
    mean = score("total", {"q1": 1, "q2": 1}, method="mean")
    full = '[data-score="total"] [data-kw=full]'
    found = []
    for answers in ({"q1": "b", "q2": "c"}, {"q1": "b", "q2": "b"}):
        state = begin(compile_quiz(quiz(questions, mean)))
        found.append(
            full in shown(changes(state, submitted(answers, state), SIGNS, []))
        )

    assert found == [False, True]
