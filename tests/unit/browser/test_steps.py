"""One question at a time, as states: no page is needed for this."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kwispel.browser.draw import changes
from kwispel.browser.draw_steps import step_changes
from kwispel.browser.steps import (
    RESULT,
    begin,
    entry_name,
    place_of,
    previous,
    resume,
    step,
)
from kwispel.compile import compile_quiz
from testkit.quizzes import bands, question, quiz, score

if TYPE_CHECKING:
    from kwispel.browser.shapes import Change, Happening, Signs, State
    from kwispel.core.shapes import Answers, Sheet

SIGNS: Signs = {"decimal": ".", "minus": "-", "colon": ": ", "digits": ""}
ALL = {"way": "a", "dog": "b", "far": "a", "rain": "a", "meet": ["a"], "home": "b"}


def sheet() -> Sheet:
    """Give a path: dog hangs on way, far on dog, rain on way; meet takes several."""
    asked = [
        question("way", (1, 0)),
        question("dog", (0, 1), when=({"way": ("a",)},)),
        question("far", (0, 2), when=({"dog": ("b",)},)),
        question("rain", (0, 1), when=({"way": ("b",)},), is_optional=True),
        question("meet", (1, 1, None), is_multiple=True),
        question("home", (0, 1, 2), when=({"meet": ("a", "b")},)),
    ]
    members = {each.id: 1 for each in asked}
    total = score("total", members, bands=bands(low=None, high=3))
    return compile_quiz(replace(quiz(asked, total), layout="steps"))


def after(
    state: State, kind: Happening, answers: Answers | None = None, to: str = ""
) -> State:
    """Take one step."""
    return step(state, {"type": kind, "answers": answers or {}, "to": to})


def at(place: str, answers: Answers | None = None) -> State:
    """Give the state in which a place has been gone to."""
    return after(begin(sheet()), "go", answers, place)


def scored(answers: Answers | None = None) -> State:
    """Give the state in which answers have just been scored."""
    return after(at("home", answers or ALL), "submit", answers or ALL)


def where(state: State) -> tuple[str, str, str]:
    """Give the place, what is around it, and where the reader is taken."""
    return state["at"], state["stage"], state["focus"]


def test_the_first_question_is_shown_at_first() -> None:
    """With all that belongs before it."""
    assert where(begin(sheet())) == ("way", "opening first", "")


def test_next_goes_on_once_there_is_an_answer() -> None:
    """The reader is taken to the next question, and told nothing else."""
    made = after(begin(sheet()), "next", {"way": "a"})

    assert where(made) == ("dog", "", "step")
    assert (made["open"], made["say"]) == ([], "")


def test_next_stays_where_an_answer_is_missing() -> None:
    """That question is open, and the reader is taken to what says so."""
    made = after(at("dog", {"way": "a"}), "next", {"way": "a"})

    assert where(made) == ("dog", "", "errors")
    assert made["open"] == ["dog"]


def test_next_passes_what_is_not_asked() -> None:
    """Back does too, on the same way."""
    answers: Answers = {"way": "b", "dog": "b"}
    made = after(begin(sheet()), "next", answers)

    assert made["at"] == "rain"
    assert previous(made, answers) == "way"
    assert after(made, "back", answers)["at"] == "way"


def test_optional_questions_and_ticks_need_no_answer() -> None:
    """Nothing chosen is what the reader says."""
    made = after(at("rain", {"way": "b"}), "next", {"way": "b"})

    assert made["at"] == "meet"
    assert after(made, "next", {"way": "b"})["at"] == RESULT


def test_the_last_question_gives_the_result() -> None:
    """As submitting does in any layout."""
    made = after(at("home", ALL), "next", ALL)

    assert where(made) == (RESULT, "result", "result")
    assert made["result"]
    assert made["say"] == "scored"


def test_back_from_the_first_question_leads_nowhere() -> None:
    """Nobody is taken anywhere."""
    made = after(begin(sheet()), "back")

    assert where(made) == ("way", "opening first", "")
    assert previous(made, {}) == ""


def test_moving_takes_back_what_was_said_of_another_question() -> None:
    """An error that the reader walked away from is none at the next place."""
    stuck = after(at("dog", {"way": "a"}), "next", {"way": "a"})

    assert after(stuck, "back", {"way": "a"})["open"] == []


def test_a_link_from_what_is_open_keeps_it_open() -> None:
    """The summary leads from one to the next."""
    stuck = after(at("meet", {"way": "a"}), "submit", {"way": "a", "meet": ["a"]})

    assert (stuck["at"], stuck["open"]) == ("dog", ["dog", "home"])
    gone = after(stuck, "go", {"way": "a", "meet": ["a"]}, "home")
    assert (gone["at"], gone["open"]) == ("home", ["dog", "home"])


def test_what_is_open_is_shown_where_the_reader_is_if_it_can_be() -> None:
    """Else at the first place."""
    answers: Answers = {"way": "a", "meet": ["a"]}

    assert after(at("home", answers), "submit", answers)["at"] == "home"
    assert after(at("meet", answers), "submit", answers)["at"] == "dog"


def test_the_button_gives_the_result_only_where_nothing_can_follow() -> None:
    """An answer that ends the quiz changes what the button says."""
    assert at("home", ALL)["stage"] == "final"
    assert at("meet", {**ALL, "meet": []})["stage"] == "final"
    ticked = after(at("meet", {**ALL, "meet": []}), "answer", ALL)
    assert ticked["stage"] == ""


def test_an_open_last_question_may_still_lead_on() -> None:
    """As long as an answer to it can call for another."""
    single = [
        question("one", (0, 1)),
        question("two", (0, 1), when=({"one": ("b",)},)),
    ]
    pair = compile_quiz(quiz(single, score("total", {"one": 1, "two": 1})))

    assert after(begin(pair), "answer")["stage"] == "opening first"
    assert after(begin(pair), "answer", {"one": "b"})["stage"] == "opening first"
    ended = after(begin(pair), "answer", {"one": "a"})
    assert (ended["stage"], ended["ahead"]) == ("opening first final", 0)


def test_ahead_is_never_more_than_it_says() -> None:
    """It counts what may be asked yet, and falls as answers rule questions out."""
    assert resume(begin(sheet()), "way", {})["ahead"] == 5
    assert at("way", {"way": "b"})["ahead"] == 3
    assert at("way", {"way": "a"})["ahead"] == 4
    assert at("dog", {"way": "a", "dog": "a"})["ahead"] == 2
    assert at("meet", {"way": "b"})["ahead"] == 1
    assert at("home", ALL)["ahead"] == 0


def test_a_place_that_is_not_asked_is_passed_in_the_direction_of_going() -> None:
    """So that the browser's back and forward never stop at nothing."""
    answers: Answers = {"way": "b", "meet": ["a"]}

    assert after(at("meet", answers), "pop", answers, "dog")["at"] == "way"
    assert after(at("way", answers), "pop", answers, "dog")["at"] == "rain"
    assert after(at("way", {"way": "b"}), "pop", {"way": "b"}, "home")["at"] == ("meet")


def test_a_place_that_answers_hide_is_left() -> None:
    """Whoever changed them: nobody stands before a question that is not asked."""
    made = after(at("far", ALL), "answer", {"way": "b"})

    assert made["at"] == "rain"


def test_after_a_result_the_button_gives_the_next_one() -> None:
    """From any question; the others can be looked at on the way."""
    back = after(scored(), "go", ALL, "way")

    assert where(back) == ("way", "first final more", "step")
    assert back["result"]
    assert after(back, "forward", ALL)["at"] == "dog"
    changed = {**ALL, "way": "b"}
    again = after(after(back, "answer", changed), "next", changed)
    assert (again["at"], again["say"]) == (RESULT, "changed")


def test_a_change_that_asks_for_more_is_followed_first() -> None:
    """What the new answer calls for is open, and the reader is taken there."""
    few: Answers = {"way": "b", "meet": []}
    back = after(after(at("meet", few), "submit", few), "go", few, "way")

    changed: Answers = {"way": "a", "meet": []}
    made = after(after(back, "answer", changed), "next", changed)

    assert (made["at"], made["open"], made["focus"]) == ("dog", ["dog"], "errors")


def test_returning_to_the_result_shows_it_or_its_successor() -> None:
    """It is computed anew where an answer was changed, and only there."""
    first = scored()
    same = after(after(first, "go", ALL, "way"), "pop", ALL, RESULT)
    changed = {**ALL, "home": "c"}
    other = after(after(first, "go", ALL, "home"), "answer", changed)

    assert same["result"] is first["result"]
    assert where(same) == (RESULT, "result", "result")
    assert same["say"] == ""
    made = after(other, "pop", changed, RESULT)
    assert made["at"] == RESULT
    assert made["before"] is first["result"]


def test_reset_begins_anew() -> None:
    """At the first question, whatever the form still held at that moment."""
    made = after(scored(), "reset", ALL)

    assert where(made) == ("way", "opening first", "step")
    assert made["result"] is None
    assert made["say"] == "reset"


def test_a_page_that_comes_back_stands_where_it_stood_and_says_nothing() -> None:
    """Neither focus nor telling: the reader only loaded it."""
    assert where(resume(begin(sheet()), "meet", ALL)) == ("meet", "", "")
    result = resume(begin(sheet()), RESULT, ALL)
    assert where(result) == (RESULT, "result", "")
    assert result["result"]
    assert result["say"] == ""


def test_a_place_before_which_answers_were_lost_is_not_gone_to() -> None:
    """The first question that is open again is."""
    made = resume(begin(sheet()), "meet", {"way": "a"})

    assert where(made) == ("dog", "", "")
    assert made["open"] == []


def test_a_result_whose_answers_were_lost_comes_back_as_what_is_open() -> None:
    """Without blaming anybody for it."""
    made = resume(begin(sheet()), RESULT, {})

    assert where(made) == ("way", "opening first", "")
    assert made["open"] == []


def drawn(before: State, made: State) -> list[Change]:
    """Give what changes on the page."""
    return changes(before, made, SIGNS, step_changes(before, made, SIGNS))


def test_a_step_is_shown_named_and_focused() -> None:
    """The old one goes before the new one comes, and the focus comes last."""
    before = at("meet", ALL)
    made = drawn(before, after(before, "next", ALL))

    assert made == [
        ("unmark", "[data-step],[data-tick]", "data-current"),
        ("mark", '[data-step="home"],[data-tick="home"]', "data-current"),
        ("stage", "", "final"),
        ("hide", '[data-kw="ahead"]', ""),
        ("show", '[data-kw="none-ahead"]', ""),
        ("fill", '[data-kw="ahead"] [data-part=count]', "0"),
        ("entitle", '[data-step="home"]', ""),
        ("settle", "", "ready"),
        ("focus", '[data-question="home"]', ""),
        ("reveal", '[data-kw="trail"]', ""),
        ("say", "", ""),
    ]


def test_a_result_takes_the_last_question_away() -> None:
    """The heading of the result names the page."""
    before = at("home", ALL)
    made = drawn(before, after(before, "next", ALL))

    assert ("unmark", "[data-step],[data-tick]", "data-current") in made
    assert ("stage", "", "result") in made
    assert ("entitle", '[data-kw="result-heading"]', "") in made


def test_an_error_is_named_in_the_title() -> None:
    """As long as it is one."""
    answers: Answers = {"way": "a"}
    before = at("dog", answers)
    stuck = after(before, "next", answers)
    answered = after(stuck, "answer", {**answers, "dog": "a"})

    assert ("entitle", '[data-step="dog"]', "error") in drawn(before, stuck)
    assert ("entitle", '[data-step="dog"]', "") in drawn(stuck, answered)


def test_an_entry_of_the_history_names_its_place_and_the_one_before() -> None:
    """So that the button for going back can tell where the browser's would lead."""
    assert entry_name("quiz", "home", "meet") == "quiz/home/meet"
    assert entry_name("quiz", RESULT, "home") == "quiz/./home"
    assert place_of("quiz/./home", "quiz") == RESULT
    assert place_of("quiz/home/meet", "other") == ""
    assert place_of("", "quiz") == ""
