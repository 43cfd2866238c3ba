"""Once it is scored, a quiz is printed as its result, on two pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.papers import printed
from testkit.quiz_page import QuizPage
from testkit.showcase import build_showcase
from testkit.static_server import StaticServer
from testkit.styled import styled

OpenPage = Callable[..., Page]
BuiltSite = Callable[[str], Path]
Serve = Callable[..., StaticServer]
Scored = Callable[..., Page]

RESULTS = {
    "the lowest": "b a a b a a c b c b",
    "the highest": "a b c c b b a a b a",
    "the middle": "c c b a c c b c a c",
    "the friendliest": "b a b a c c c c c c",
    "on a limit": "a b b a b c b c a c",
    "one n.a.": "a b c c b d b a c c",
    "two n.a.": "a b b a b c d c d b",
    "half n.a., factors without a score": "c c c d b d d d d b",
}

ALL_OF_THIRTY = "1J2X-J6XZ-10P0-SMR6-EWS9-3M9"

CHOOSE = """(letters) => {
    document.querySelectorAll("fieldset[data-question]").forEach((question, at) =>
        question.querySelector(`[value="${letters[at]}"]`).click())
}"""

BEYOND_THE_PAPER = """() => {
    const paper = document.querySelector("main").getBoundingClientRect();
    return [...document.querySelectorAll(".kw-quiz *")].filter((element) => {
        const box = element.getBoundingClientRect();
        const seen = box.width > 1 && box.height > 1;
        return seen && (box.right > paper.right + 1 || box.left < paper.left - 1);
    }).map((element) => element.className.baseVal ?? element.className);
}"""


def scored_page(page: Page, answers: str) -> Page:
    """Answer an opened quiz, and ask for the result."""
    quiz = QuizPage(page)
    quiz.expect_ready()
    page.evaluate(CHOOSE, answers.split())
    quiz.submit()
    quiz.expect_state("scored")
    return page


@pytest.fixture
def scored(open_page: OpenPage, built_site: BuiltSite, serve: Serve) -> Scored:
    """Give a function that opens the project's own quiz and asks for a result."""

    def score(answers: str, language: str = "", **options: object) -> Page:
        page = open_page(**options)
        page.goto(serve(built_site("content")).url(f"{language}klantgerichtheid/"))
        return scored_page(page, answers)

    return score


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("answers", RESULTS.values(), ids=RESULTS)
def test_result_is_two_pages(scored: Scored, answers: str, language: str) -> None:
    """Whatever it is, and however long its texts are."""
    assert len(printed(scored(answers, language))) == 2


@pytest.mark.parametrize("language", ["", "en/"])
def test_result_of_thirty_questions_is_two_pages(
    open_page: OpenPage, built_site: BuiltSite, serve: Serve, language: str
) -> None:
    """The ledger is longer, and as ever the first three pieces of advice are shown."""
    page = open_page()
    site = serve(built_site("content"))
    page.goto(site.url(f"{language}klantgerichtheid-uitgebreid/#r={ALL_OF_THIRTY}"))
    QuizPage(page).expect_state("scored")

    assert len(printed(page)) == 2


@pytest.mark.parametrize("theme", ["krant", "overheid"])
def test_result_is_two_pages_in_each_theme(
    theme: str, tmp_path: Path, open_page: OpenPage, serve: Serve
) -> None:
    """Here with the longest texts."""
    page = open_page()
    page.goto(serve(build_showcase(tmp_path, theme)).url("en/klantgerichtheid/"))

    assert len(printed(scored_page(page, RESULTS["the friendliest"]))) == 2


def test_first_page_says_where_one_stands(scored: Scored) -> None:
    """Title, score, band in words, how far the next is, and every factor."""
    first, _ = printed(scored(RESULTS["the middle"]))

    assert "Hoe klantgericht werkt u?" in first
    assert "Uw score is 20, op een schaal van 10 tot 30." in first
    assert "Klantgericht zolang het past" in first
    assert "Nog 3 punten tot ‘De klant als vertrekpunt’." in first  # noqa: RUF001
    for factor in ("Beloven en nakomen", "Nee zeggen", "In de spiegel kijken"):
        assert factor in first


def test_second_page_says_what_to_do(scored: Scored) -> None:
    """Three advices that leave most to gain, the ledger, the code and the credit."""
    _, second = printed(scored(RESULTS["on a limit"]))

    assert second.count("Uw antwoord, er is nog iets te winnen") == 3
    assert second.count("Punten ") == 10
    assert "Uw antwoorden als code: " in second
    assert "CC BY 4.0" in second
    assert "Redactie kwispel" in second


def test_paper_has_nothing_that_only_a_screen_needs(scored: Scored) -> None:
    """No button, no box, no notice, no form and no key."""
    text = " ".join(printed(scored(RESULTS["the middle"])))

    for idle in ("Bekijk", "Wis alle", "Toon", "in uw browser", "Scoresleutel"):
        assert idle not in text


def test_what_the_reader_unfolded_is_on_paper_too(scored: Scored) -> None:
    """Paper follows the screen: all advice, and the background that was opened."""
    page = scored(RESULTS["the middle"])
    page.locator("[data-kw=unfold]").click()
    page.locator(styled(".kw-details summary:visible")).first.click()

    text = " ".join(printed(page))

    assert text.count("Uw antwoord, er is nog iets te winnen") == 10
    assert text.count("Achtergrond bij deze vraag") == 1


@pytest.mark.parametrize("paper_px", [658, 680])
def test_nothing_of_it_runs_off_the_paper(scored: Scored, paper_px: int) -> None:
    """Within the margins of A4, and of Letter."""
    page = scored(RESULTS["two n.a."], viewport={"width": paper_px, "height": 1000})
    page.emulate_media(media="print")

    beyond = page.evaluate(BEYOND_THE_PAPER)

    # The horizon runs from edge to edge, and the paper cuts it.
    assert [name for name in beyond if "horizon" not in name] == []


def test_cleared_page_prints_the_form_again(scored: Scored) -> None:
    """There is no result any more."""
    page = scored(RESULTS["the middle"])
    QuizPage(page).reset()
    expect(page.locator("#result")).to_be_hidden()

    assert "Scoresleutel" in printed(page)[-1]


def test_filled_card_is_a_page_of_its_own(scored: Scored) -> None:
    """To be taken along: the result keeps its two."""
    page = scored(RESULTS["the middle"])
    for box in page.locator("[data-kw=pick]:visible").all():
        box.check()
    page.locator("[data-kw=whom]:visible").first.fill("Karim")

    *result, card = printed(page)

    assert len(result) == 2
    assert "Mijn actiekaart" not in " ".join(result)
    assert "Mijn actiekaart" in card
    assert "Karim" in card


def test_address_of_a_link_can_be_read(scored: Scored) -> None:
    """Nobody can follow a link on paper."""
    _, second = printed(scored(RESULTS["the middle"]))

    assert "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)" in second


def test_empty_card_is_not_printed(scored: Scored) -> None:
    """It would take a page from what there is to read."""
    assert "Mijn actiekaart" not in printed(scored(RESULTS["the middle"]))[1]
