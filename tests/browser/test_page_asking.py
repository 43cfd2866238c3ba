"""Questions that are not always asked, several ticks, and what may stay open."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import compress, product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from kwispel.core.replies import replies
from testkit.heard import expect_heard
from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer
from testkit.styled import styled

if TYPE_CHECKING:
    from kwispel.core.shapes import Answers, Sheet

BuiltSite = Callable[[str], Path]
OpenPage = Callable[..., Page]

FOUND = """(patterns) => patterns.map((answers) => {
  for (const input of document.querySelectorAll("[data-question] input")) {
    input.checked = [answers[input.name]].flat().includes(input.value);
  }
  const asked = [...document.querySelectorAll("[data-question]")];
  return asked.filter((each) => !each.checkVisibility()).map((each) => each.id);
})"""
"""Fills the form in one way after another, and lists what is hidden each time."""


@pytest.fixture
def server(serve: Callable[..., StaticServer], built_site: BuiltSite) -> StaticServer:
    """Serve the site."""
    return serve(built_site("asking"))


@pytest.fixture
def quiz(page: Page, server: StaticServer) -> QuizPage:
    """Open the quiz whose questions hang on others."""
    page.goto(server.url("asking/"))
    opened = QuizPage(page)
    opened.expect_ready()
    return opened


def expect_asked(quiz: QuizPage, *names: str) -> None:
    """Wait until these questions are shown, and no others."""
    for name in ("work", "with", "often", "why", "style"):
        if name in names:
            expect(quiz.fieldset(name)).to_be_visible()
        else:
            expect(quiz.fieldset(name)).to_be_hidden()


def patterns(sheet: Sheet) -> Iterator[Answers]:
    """Give every way to fill in a form, nothing and contradictions included."""
    choices: list[list[list[str]]] = []
    for question in sheet["questions"]:
        ids = question["options"]
        if question.get("multiple"):
            ticks = product((False, True), repeat=len(ids))
            choices.append([list(compress(ids, each)) for each in ticks])
        else:
            choices.append([[], *([option] for option in ids)])
    for chosen in product(*choices):
        pairs = zip(sheet["questions"], chosen, strict=True)
        yield {
            question["id"]: ids if question.get("multiple") else ids[0]
            for question, ids in pairs
            if ids
        }


def test_what_css_hides_is_what_the_engine_does_not_ask(
    page: Page, quiz: QuizPage, server: StaticServer
) -> None:
    """However the form is filled in: chains, n.a. and contradictions included."""
    del quiz
    sheet: Sheet = json.loads(page.request.get(server.url("asking/quiz.json")).text())
    every = list(patterns(sheet))

    hidden = page.evaluate(FOUND, every)

    assert len(every) > 2000
    for answers, found in zip(every, hidden, strict=True):
        known = zip(sheet["questions"], replies(sheet, answers), strict=True)
        assert found == [f"q-{q['id']}" for q, r in known if r["state"] == "hidden"]


def test_questions_come_and_go_with_the_answers_they_hang_on(quiz: QuizPage) -> None:
    """What hangs on a hidden question goes with it, and comes back as it was."""
    expect_asked(quiz, "work", "style")
    quiz.choose({"work": "yes", "with": ["customers"], "often": "c"})
    expect_asked(quiz, "work", "with", "often", "why", "style")

    quiz.choose({"work": "no"})
    expect_asked(quiz, "work", "why", "style")

    quiz.choose({"work": "yes"})
    expect_asked(quiz, "work", "with", "often", "why", "style")
    expect(quiz.radio("with", "customers")).to_be_checked()


def test_hidden_answers_have_no_effect(quiz: QuizPage) -> None:
    """Neither on the score nor in what is told of it."""
    quiz.choose({"work": "yes", "with": ["customers"], "often": "c", "style": "giver"})

    quiz.score({"work": "no"})

    quiz.expect_score("\u22121", "company")
    for name in ("with", "often"):
        expect(quiz.root.locator(f'[data-ledger="{name}"]')).to_be_hidden()
        expect(quiz.root.locator(f'[data-result-question="{name}"]')).to_be_hidden()
    quiz.score({"work": "yes"})
    quiz.expect_score("3", "company")
    expect(quiz.root.locator('[data-ledger="with"]')).to_be_visible()


def test_only_what_is_asked_can_be_open(quiz: QuizPage) -> None:
    """A question that is hidden again leaves the list with its link."""
    quiz.submit()
    expect(quiz.part("errors")).to_be_visible()
    quiz.expect_open("work", "style")

    quiz.choose({"work": "yes", "with": ["customers"]})
    quiz.submit()
    expect(quiz.root.locator('[data-open-link="often"]')).to_be_visible()
    quiz.expect_open("often", "style")

    quiz.choose({"with": ["customers"]})
    expect(quiz.root.locator('[data-open-link="often"]')).to_be_hidden()
    quiz.expect_open("style")


def test_progress_counts_what_is_asked(page: Page, quiz: QuizPage) -> None:
    """Ticks count once, and hidden ones not at all."""
    expect_heard(page, "0 of 2 answered")

    quiz.choose({"work": "yes", "with": ["customers", "colleagues"]})
    expect_heard(page, "2 of 4 answered")
    expect(page.locator('[data-tick="why"]')).to_be_hidden()

    quiz.choose({"work": "no"})
    expect_heard(page, "1 of 3 answered")


def test_na_and_other_ticks_exclude_each_other_at_once(quiz: QuizPage) -> None:
    """Whichever was ticked last stays."""
    quiz.choose({"work": "yes", "with": ["customers", "animals", "secret"]})
    for option in ("customers", "animals"):
        expect(quiz.radio("with", option)).not_to_be_checked()
    expect(quiz.radio("with", "secret")).to_be_checked()

    quiz.choose({"with": ["forgotten"]})
    expect(quiz.radio("with", "secret")).not_to_be_checked()
    expect(quiz.radio("with", "forgotten")).to_be_checked()

    quiz.choose({"with": ["colleagues"]})
    expect(quiz.radio("with", "forgotten")).not_to_be_checked()
    expect(quiz.radio("with", "colleagues")).to_be_checked()


def test_a_contradiction_that_a_browser_brought_back_is_told_and_mended(
    quiz: QuizPage,
) -> None:
    """Without an event nobody has unticked anything; one click is enough then."""
    quiz.choose({"work": "yes", "with": ["animals"], "style": "giver"})
    quiz.radio("with", "secret").evaluate("box => { box.checked = true }")

    quiz.submit()

    opened = quiz.fieldset("with").locator("[data-kw=open]")
    expect(opened).to_have_text("One of the ticked answers rules out the others.")
    quiz.choose({"with": ["colleagues"]})
    expect(opened).to_be_hidden()
    quiz.score({"often": "a"})
    quiz.expect_score("1", "company")


def test_nothing_ticked_is_an_answer(quiz: QuizPage) -> None:
    """Of no points, and the result says so."""
    quiz.score({"work": "yes", "style": "giver"})

    quiz.expect_score("0", "company")
    row = quiz.root.locator('[data-ledger="with"]')
    expect(row.locator("[data-part=answer]")).to_have_text("nothing ticked")
    expect(row.locator("[data-part=value]")).to_have_text("0")


def test_each_tick_is_listed_with_its_advice(quiz: QuizPage) -> None:
    """In the order of the options, and no other advice."""
    quiz.score(
        {
            "work": "yes",
            "with": ["colleagues", "customers"],
            "often": "a",
            "style": "giver",
        }
    )
    quiz.expect_state("scored")

    answer = quiz.root.locator('[data-answer="with"]')
    expect(answer).to_have_text("Customers\nColleagues", use_inner_text=True)
    shown = quiz.root.locator("[data-advice]:visible")
    assert [each.get_attribute("data-advice") for each in shown.all()] == [
        "with/customers",
        "with/colleagues",
    ]


def test_what_may_stay_open_is_called_so_before_and_after(quiz: QuizPage) -> None:
    """It is no error, and the ledger says that it was left open."""
    expect(
        quiz.fieldset("why").get_by_text("You may leave this one open.")
    ).to_have_count(1)

    quiz.score({"work": "no", "style": "both"})

    quiz.expect_state("scored")
    row = quiz.root.locator('[data-ledger="why"]')
    expect(row.locator("[data-part=answer]")).to_have_text("left open")
    expect(row.locator("[data-part=value]")).to_have_text("\u2013")


def test_points_by_factor_stand_in_the_ledger(quiz: QuizPage) -> None:
    """What each factor got of the answer."""
    quiz.score({"work": "no", "style": "giver"})
    quiz.expect_state("scored")

    row = quiz.root.locator('[data-ledger="style"]')
    expect(row.locator("td").last).to_have_text("Giving 2, Taking \u22121")


def test_score_of_which_nothing_was_asked_counts_its_least_where_it_says_so(
    quiz: QuizPage,
) -> None:
    """A quiz without a total shows its factors alone."""
    quiz.score({"work": "no", "style": "taker"})

    quiz.expect_score("\u22121", "company")
    expect(quiz.root.locator('[data-score="total"]')).to_have_count(0)
    expect(quiz.part("status")).to_have_text("Your result is below.")


def test_limits_move_with_a_scale_that_shrinks(
    page: Page, server: StaticServer
) -> None:
    """In the table of bands and on the scale, and back again."""
    page.goto(server.url("limits/"))
    quiz = QuizPage(page)
    quiz.score({"ask": "c", "listen": "e", "wait": "none"})
    quiz.expect_score("6")
    limits = quiz.in_score("total", '[data-band-limit="high"]')
    for limit in limits.all():
        expect(limit).to_have_text("16/3")

    quiz.score({"wait": "a"})

    quiz.expect_score("6")
    for limit in limits.all():
        expect(limit).to_have_text("8")
    expect(quiz.in_score("total", styled(".kw-legend__limit")).nth(1)).to_have_text(
        "above 4"
    )


def test_why_there_is_no_score_is_told_by_the_rule(
    page: Page, server: StaticServer
) -> None:
    """One score refuses, another counts the least."""
    page.goto(server.url("limits/"))
    quiz = QuizPage(page)
    quiz.score({"ask": "e", "listen": "e", "wait": "none"})

    expect(quiz.in_score("whole", "p[data-kw=absent]")).to_contain_text(
        "every question needs an answer that counts"
    )
    expect(quiz.in_score("least", "[data-kw=partial]")).to_contain_text(
        "count as the least they can bring"
    )


def test_questions_come_and_go_without_scripts(
    open_page: OpenPage, server: StaticServer
) -> None:
    """CSS alone hides, so there is no advice to what is hidden either."""
    page = open_page(java_script_enabled=False)
    page.goto(server.url("asking/"))
    quiz = QuizPage(page)
    quiz.choose({"work": "yes", "with": ["customers"]})
    expect_asked(quiz, "work", "with", "often", "style")
    expect(page.locator('[data-advice="with/customers"]')).to_be_visible()

    quiz.choose({"work": "no", "style": "both"})

    expect_asked(quiz, "work", "why", "style")
    expect(page.locator('[data-advice="with/customers"]')).to_be_hidden()
    expect_heard(page, "Giving 1, on a scale from 0 to 2")
    expect_heard(page, "This score is no plain sum and needs scripts.")


def test_paper_has_every_question_and_says_when_it_is_asked(
    page: Page, quiz: QuizPage
) -> None:
    """On the screen the condition needs no words: it is seen to hold."""
    condition = page.get_by_text(
        "Only if you answered \u201cYes, daily.\u201d to question 1"
    )
    quiz.choose({"work": "yes"})
    expect(quiz.fieldset("with")).to_be_visible()
    expect(condition.first).to_be_hidden()

    quiz.choose({"work": "no"})
    page.emulate_media(media="print")

    expect_asked(quiz, "work", "with", "often", "why", "style")
    expect(condition.first).to_be_visible()
