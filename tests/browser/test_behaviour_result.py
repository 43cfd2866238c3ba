"""What the page says of a result, the first time and after."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer

Serve = Callable[..., StaticServer]

ANSWERS = {"first": "c", "second": "b", "third": "a"}


@pytest.fixture
def quiz(page: Page, serve: Serve, built_site: Callable[[str], Path]) -> QuizPage:
    """Open the quiz."""
    page.goto(serve(built_site("behaviour")).url("mirror/"))
    return QuizPage(page)


def visible(quiz: QuizPage, selector: str, attribute: str) -> list[str]:
    """List the values of an attribute of what is visible."""
    found = quiz.root.locator(f"{selector}:visible").all()
    return [element.get_attribute(attribute) or "" for element in found]


def test_the_total_is_told_with_its_range(quiz: QuizPage) -> None:
    """A number says nothing without the scale it is on."""
    quiz.score(ANSWERS)

    quiz.expect_score("6")
    expect(quiz.in_score("total", "[data-part=min]").first).to_have_text("3")
    expect(quiz.in_score("total", "[data-part=max]").first).to_have_text("9")


def test_each_score_shows_its_one_band(quiz: QuizPage) -> None:
    """Of all that is said in advance only what applies is seen."""
    quiz.score(ANSWERS)

    total = '[data-score="total"] [data-band]'
    listening = '[data-score="listening"] [data-band]'
    assert visible(quiz, total, "data-band") == ["window"]
    assert visible(quiz, listening, "data-band") == ["open"]
    quiz.expect_score("2.5", "listening")


def test_the_marker_and_the_limits_stand_where_they_are(quiz: QuizPage) -> None:
    """6 is halfway 3 and 9; a window opens at 5, a mirror at 8."""
    quiz.score(ANSWERS)
    quiz.expect_score("6")

    def place(part: str) -> str | None:
        return quiz.in_score("total", part).first.get_attribute("transform")

    assert place("[data-kw=marker]") == "translate(50.00 0)"
    assert place("[data-limit=window]") == "translate(33.33 0)"
    assert place("[data-limit=mirror]") == "translate(83.33 0)"


def test_the_advice_is_that_to_the_chosen_answers(quiz: QuizPage) -> None:
    """And only to those; the best option of this quiz has none."""
    quiz.score(ANSWERS)

    quiz.expect_score("6")
    assert visible(quiz, "[data-advice]", "data-advice") == ["third/a", "second/b"]
    expect(quiz.root.locator("[data-answer=second]")).to_have_text("I waited second.")


def test_where_there_was_more_to_gain_is_marked(quiz: QuizPage) -> None:
    """The question with the best answer is not."""
    quiz.score(ANSWERS)

    quiz.expect_score("6")
    parts = quiz.root.locator("[data-result-question][data-left]").all()
    left = [part.get_attribute("data-result-question") for part in parts]
    assert left == ["third", "second"]


def test_the_ledger_can_be_checked_with_pencil_and_paper(quiz: QuizPage) -> None:
    """Answer, points, range and what was left, for each question."""
    quiz.score({**ANSWERS, "second": "d"})

    quiz.expect_score("6")
    rows = {
        name: quiz.root.locator(f"[data-ledger={name}] [data-part]").all_text_contents()
        for name in ANSWERS
    }
    assert rows == {
        "first": ["I listened first.", "3", "1", "3", "0"],
        "second": ["There was no second conversation.", "–", "1", "3", "–"],  # noqa: RUF001 - the en dash is the rule
        "third": ["I talked third.", "1", "1", "3", "2"],
    }


def test_the_result_gets_the_focus_and_comes_into_view(quiz: QuizPage) -> None:
    """The reader is where the answer to the question is."""
    quiz.score(ANSWERS)

    expect(quiz.part("result-heading")).to_be_focused()
    expect(quiz.part("result-heading")).to_be_in_viewport()
    quiz.expect_state("scored")


def test_the_result_is_told_once_in_words(quiz: QuizPage) -> None:
    """In the one live region, with number, range and band, and no more than once."""
    said = quiz.root.locator("[data-say=scored]")
    said.evaluate("element => element.prepend('\\n   ')")

    quiz.score(ANSWERS)

    status = quiz.part("status")
    expect(status).to_contain_text("6")
    expect(status).to_contain_text("A window")
    text = status.text_content() or ""
    assert text == " ".join(text.split())
    assert quiz.root.locator("[aria-live], [role=status], [role=alert]").count() == 1


def test_not_applicable_is_told(quiz: QuizPage) -> None:
    """From how many the score comes, and that it was carried over."""
    quiz.score({"first": "c", "second": "a", "third": "d"})

    quiz.expect_score("6")
    expect(quiz.in_score("total", "[data-kw=partial]")).to_be_visible()
    expect(quiz.in_score("total", "[data-kw=rescaled]")).to_be_visible()
    expect(quiz.in_score("listening", "[data-kw=partial]")).to_be_hidden()


def test_too_little_gives_no_score_but_a_result(quiz: QuizPage) -> None:
    """What cannot be said is not said, and why is told."""
    quiz.score({"first": "d", "second": "d", "third": "d"})

    expect(quiz.part("result")).to_be_visible()
    expect(quiz.in_score("total", "[data-kw=absent]")).to_be_visible()
    expect(quiz.in_score("total", "[data-kw=present]")).to_be_hidden()
    assert visible(quiz, "[data-band]", "data-band") == []
    no_score = quiz.root.locator("[data-say=no-score]").text_content() or ""
    expect(quiz.part("status")).to_have_text(no_score)


def test_full_marks_are_acknowledged(quiz: QuizPage) -> None:
    """And only full marks."""
    quiz.score({"first": "c", "second": "c", "third": "c"})
    quiz.expect_score("9")
    expect(quiz.in_score("total", "[data-kw=full]")).to_be_visible()

    quiz.score({"third": "b"})

    quiz.expect_score("8")
    expect(quiz.in_score("total", "[data-kw=full]")).to_be_hidden()
    expect(quiz.in_score("listening", "[data-kw=full]")).to_be_visible()


def test_another_answer_makes_the_result_stale_until_it_is_scored(
    quiz: QuizPage,
) -> None:
    """Back to the scored answer is as good as scoring again."""
    quiz.score(ANSWERS)
    stale = quiz.part("stale")
    expect(stale).to_be_hidden()

    quiz.choose({"third": "c"})
    expect(stale).to_be_visible()
    quiz.choose({"third": "a"})
    expect(stale).to_be_hidden()

    quiz.score({"third": "c"})
    quiz.expect_score("8")
    expect(stale).to_be_hidden()


def test_what_changed_is_shown_and_told(quiz: QuizPage) -> None:
    """Score, band, advice and ledger; what is told has the score of before, too."""
    quiz.score(ANSWERS)
    quiz.expect_score("6")
    assert quiz.root.locator("[data-changed]").count() == 0

    quiz.score({"third": "c"})

    quiz.expect_score("8")
    assert visible(quiz, '[data-score="total"] [data-band]', "data-band") == ["mirror"]
    assert visible(quiz, "[data-advice]", "data-advice") == ["second/b"]
    expect(quiz.root.locator("[data-ledger=third] [data-part=value]")).to_have_text("3")
    expect(quiz.root.locator('[data-score="total"]')).to_have_attribute(
        "data-changed", ""
    )
    changed = quiz.root.locator("[data-result-question][data-changed]")
    expect(changed).to_have_attribute("data-result-question", "third")
    assert quiz.root.locator('[data-score="listening"][data-changed]').count() == 0
    for number in ("8", "6", "A mirror"):
        expect(quiz.part("status")).to_contain_text(number)


def test_other_answers_with_the_same_score_are_told_as_such(quiz: QuizPage) -> None:
    """What is marked is what differs: two questions, not the total."""
    quiz.score(ANSWERS)
    quiz.expect_score("6")

    quiz.score({"first": "b", "second": "c"})

    same = quiz.root.locator("[data-say=same]")
    expect(quiz.part("status")).to_have_text(same.text_content() or "")
    assert quiz.root.locator("[data-result-question][data-changed]").count() == 2
    assert quiz.root.locator("[data-score][data-changed]").count() == 0


def test_the_same_answers_again_change_nothing(quiz: QuizPage) -> None:
    """And the page says so, for who expected a change."""
    quiz.score(ANSWERS)
    quiz.expect_score("6")

    quiz.submit()

    unchanged = quiz.root.locator("[data-say=unchanged]")
    expect(quiz.part("status")).to_have_text(unchanged.text_content() or "")
    assert quiz.root.locator("[data-changed]").count() == 0


def test_an_open_question_leaves_the_last_result_but_stale(quiz: QuizPage) -> None:
    """A form can be emptied by a program, too; what was found is not taken away."""
    quiz.score(ANSWERS)
    quiz.expect_score("6")
    quiz.radio("first", "c").evaluate("radio => { radio.checked = false }")

    quiz.submit()

    quiz.expect_open("first")
    quiz.expect_score("6")
    expect(quiz.part("stale")).to_be_visible()


def test_reset_clears_everything_and_says_so(quiz: QuizPage) -> None:
    """No answer, no result, no list; the reader is back at the first question."""
    quiz.score(ANSWERS)
    quiz.expect_score("6")
    quiz.choose({"third": "c"})

    quiz.reset()

    expect(quiz.root.locator("input:checked")).to_have_count(0)
    for kind in ("result", "errors", "stale"):
        expect(quiz.part(kind)).to_be_hidden()
    quiz.expect_ready()
    expect(quiz.radio("first", "a")).to_be_focused()
    reset = quiz.root.locator("[data-say=reset]").text_content() or ""
    expect(quiz.part("status")).to_have_text(reset)


def test_after_reset_a_result_is_a_first_one(quiz: QuizPage) -> None:
    """It is not compared with what was cleared."""
    quiz.score(ANSWERS)
    quiz.expect_score("6")
    quiz.reset()

    quiz.score({**ANSWERS, "third": "c"})

    quiz.expect_score("8")
    assert quiz.root.locator("[data-changed]").count() == 0


def test_reset_clears_the_list_of_open_questions(quiz: QuizPage) -> None:
    """With every mark and description that came with it."""
    quiz.submit()
    expect(quiz.part("errors")).to_be_visible()

    quiz.reset()

    expect(quiz.part("errors")).to_be_hidden()
    assert quiz.root.locator("fieldset[data-open]").count() == 0
    assert quiz.root.locator("input[aria-describedby]").count() == 0
