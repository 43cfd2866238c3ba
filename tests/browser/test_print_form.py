"""Before it is scored, a quiz is printed as a form with a strip and a key."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.papers import printed
from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer
from testkit.styled import styled

OpenPage = Callable[..., Page]
BuiltSite = Callable[[str], Path]
Serve = Callable[..., StaticServer]
Visit = Callable[..., Page]

FORM = "klantgerichtheid/"
FORM_PAGES = 4


@pytest.fixture
def visit(open_page: OpenPage, built_site: BuiltSite, serve: Serve) -> Visit:
    """Give a function that opens a quiz of a built site and waits until it is ready."""

    def visit_one(path: str = FORM, site: str = "content", **options: object) -> Page:
        page = open_page(**options)
        page.goto(serve(built_site(site)).url(path))
        if options.get("java_script_enabled", True):
            QuizPage(page).expect_ready()
        return page

    return visit_one


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("path", [FORM, f"en/{FORM}"])
def test_form_is_four_pages_and_the_key_one_more(
    visit: Visit, path: str, paper: str
) -> None:
    """Two sheets to hand out, and one to keep."""
    pages = printed(visit(path), paper=paper)

    assert len(pages) == FORM_PAGES + 1
    assert "Redactie kwispel" in pages[-1] or "Kwispel editors" in pages[-1]


def test_every_question_is_there_with_its_letters(visit: Visit) -> None:
    """And nothing that only a screen needs."""
    page = visit()

    form = " ".join(printed(page)[:FORM_PAGES])

    for question in page.locator(styled(".kw-question__text")).all_text_contents():
        assert question in form
    assert "a Ik vraag welke beslissing hij met dit rapport wil nemen." in form
    assert "d In mijn werk hoef ik geen aanvragen of verzoeken af te wijzen" in form
    for idle in ("Bekijk uw uitslag", "Wis alle", "in uw browser", "English"):
        assert idle not in form


def test_strip_has_a_box_for_each_question_and_asks_no_name(visit: Visit) -> None:
    """It is anonymous, and can be known again."""
    last = printed(visit())[FORM_PAGES - 1]

    assert "Antwoordstrook: de letters van uw antwoorden 1 2 3 4 5 6 7 8 9 10" in last
    assert "een naam is niet nodig" in last


def test_key_stands_on_its_page_alone(visit: Visit) -> None:
    """Points by letter, what feeds what, the bands, the recipe and the credit."""
    *form, key = printed(visit())

    assert key.count("a 3 b 1 c 2") == 3
    assert "4 a 2 b 1 c 3 d \N{EN DASH}" in key
    assert "Totaal Alle vragen. Minstens 5 moeten meetellen." in key
    assert "Nee zeggen Vragen 4 en 9." in key
    assert "Schaal van 10 tot 30. vanaf 10 punten Snel afgehandeld" in key
    assert "Reken zo om: trek van de som het begin van de kortere schaal af" in key
    assert "Licentie: CC BY 4.0. Versie 2." in key
    assert not any("vanaf 23 punten" in page for page in form)


def test_key_of_a_quiz_with_a_hook_says_what_paper_cannot(visit: Visit) -> None:
    """The rest of it still holds."""
    key = printed(visit("care-2/", "hook"))[-1]

    assert "Paper cannot follow that rule of the test\u2019s own" in key


def test_conditions_stand_in_words_and_all_questions_are_there(visit: Visit) -> None:
    """Paper cannot hide."""
    form = printed(visit("asking/", "asking"))[0]

    assert "Only if you answered “Customers” or “Colleagues” to question 2." in form
    assert "You may choose more than one answer." in form
    assert "What are you?" in form


def test_points_per_factor_have_a_list_each(visit: Visit) -> None:
    """One number cannot say what two factors get."""
    key = printed(visit("kinds/", "kinds"))[-1]

    assert "Total 2 a 1 b 2.5 c \N{MINUS SIGN}1 d \N{EN DASH} e \N{EN DASH}" in key
    assert "5 a 2 b 0 6" in key.partition("Effort")[2]


def test_points_of_view_can_be_ticked_on_the_strip(visit: Visit) -> None:
    """The form speaks in the voice that was chosen on the screen."""
    page = visit("blik/", "voices")
    page.locator('[data-perspective="klant"]').check(force=True)

    form = printed(page)[0]

    assert "Antwoordstrook: de letters van uw antwoorden Ikzelf Een collega De" in form
    assert "Wat merkt een klant ervan?" in form


def test_answers_given_so_far_are_marked(visit: Visit) -> None:
    """Who goes on with a pencil need not begin again; clearing gives an empty form."""
    page = visit()
    QuizPage(page).choose({"rapport": "a"})
    page.emulate_media(media="print")
    marks = page.locator(".kw-question").first.locator("input")

    borders = marks.evaluate_all(
        "(all) => all.map((i) => getComputedStyle(i).borderTopWidth)"
    )

    assert float(borders[0].removesuffix("px")) > 4 * float(
        borders[1].removesuffix("px")
    )
    assert borders[1] == borders[2]


def test_without_scripts_the_same_form_is_printed(visit: Visit) -> None:
    """The result that stands open there waits for answers."""
    assert printed(visit(java_script_enabled=False)) == printed(visit())


def test_without_scripts_answers_print_the_score_instead_of_the_key(
    visit: Visit,
) -> None:
    """The page has worked it out."""
    page = visit(java_script_enabled=False)
    QuizPage(page).choose({"rapport": "a"})

    pages = " ".join(printed(page))

    assert "Uw score: 3, op een schaal van 1 tot 3." in pages
    assert "Scoresleutel" not in pages


@pytest.mark.parametrize(
    "options", [{"color_scheme": "dark"}, {"forced_colors": "active"}]
)
def test_paper_is_white_whatever_the_screen_is(
    visit: Visit, options: dict[str, str]
) -> None:
    """A reader's dark scheme costs no ink."""
    page = visit(**options)
    page.emulate_media(media="print")
    colour = "getComputedStyle(document.documentElement)"

    assert page.evaluate(f"{colour}.backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate(f"{colour}.color") == "rgb(0, 0, 0)"


def test_nothing_of_paper_is_on_the_screen(visit: Visit) -> None:
    """Nor does a screen reader meet it."""
    expect(visit().locator('[data-kw="paper"]')).to_be_hidden()
