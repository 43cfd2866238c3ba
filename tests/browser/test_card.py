"""The action card: advice that a reader takes along, fills in, and keeps."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.card_page import ANSWERS, Card, OpenPage, scored
from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer
from testkit.watch import Watch

Serve = Callable[..., StaticServer]
BuiltSite = Callable[[str], Path]


@pytest.fixture
def site(serve: Serve, built_site: BuiltSite) -> StaticServer:
    """Serve a quiz with advice, and one without."""
    return serve(built_site("card"))


@pytest.fixture
def card(page: Page, site: StaticServer) -> Card:
    """Answer the quiz and give its card."""
    return scored(page, site.url("listening/"))


@pytest.fixture
def framed(page: Page, site: StaticServer, serve: Serve, tmp_path: Path) -> Card:
    """Give the card of a quiz in a frame that may do little."""
    (tmp_path / "index.html").write_text(
        "<!doctype html><title>News</title><iframe width=800 height=3000 "
        'sandbox="allow-scripts allow-popups" '
        f'src="{site.url("listening/embed.html")}"></iframe>',
        encoding="utf-8",
    )
    page.goto(serve(tmp_path, "127.0.0.1").url())
    quiz = QuizPage(page.frame_locator("iframe"))
    quiz.score(ANSWERS)
    quiz.expect_state("scored")
    return Card(quiz)


def test_a_card_begins_empty_and_says_how_it_is_filled(card: Card) -> None:
    """It has no actions before the reader has chosen any."""
    expect(card.root).to_be_visible()
    expect(card.quiz.part("card-intro")).to_be_visible()
    card.expect_actions()


def test_advice_comes_onto_the_card_in_short(card: Card) -> None:
    """With the situation that it is about, and a word to the reader where they are."""
    card.take("two")

    card.expect_actions("Say first what you heard.")
    expect(card.field(1, "about")).to_have_text("You are asked for advice.")
    expect(card.field(1, "when")).to_have_value("")
    expect(card.quiz.part("card-intro")).to_be_hidden()
    card.expect_said("It is on your action card.")
    expect(card.quiz.root.locator('[data-advice="two/a"]')).to_contain_text(
        "It is on your action card."
    )


def test_the_way_to_the_card_is_beside_the_box(card: Card) -> None:
    """It takes focus and view there."""
    card.take("one")
    card.press("to-card")

    expect(card.quiz.part("card-heading")).to_be_focused()
    expect(card.quiz.part("card-heading")).to_be_in_viewport()


def test_a_fourth_is_refused_kindly(card: Card) -> None:
    """In words, to see and to hear; what was on the card stays as it is."""
    card.take("one", "two", "three")
    card.field(1, "when").fill("Monday")
    card.take("four")

    card.expect_said("Three actions are plenty. Take one off the card first.")
    expect(card.pick("four/a")).not_to_be_checked()
    expect(card.pick("one/a")).to_be_checked()
    expect(card.field(1, "when")).to_have_value("Monday")
    expect(card.quiz.root.locator('[data-press="own"]')).to_be_hidden()


def test_unticking_takes_an_action_off(card: Card) -> None:
    """The others keep what was typed, and move up."""
    card.take("one", "two")
    card.field(2, "whom").fill("Ellen")
    card.take("one")

    card.expect_actions("Say first what you heard.")
    expect(card.field(1, "whom")).to_have_value("Ellen")
    card.expect_said("Taken off the card.")


def test_an_action_is_taken_off_on_the_card_too(card: Card) -> None:
    """Its box is unticked then, and focus is not lost."""
    card.take("one", "two")
    card.press("drop-1")

    card.expect_actions("Say first what you heard.")
    expect(card.pick("one/a")).not_to_be_checked()
    expect(card.pick("two/a")).to_be_checked()
    expect(card.quiz.part("card-heading")).to_be_focused()
    expect(card.quiz.part("status")).to_have_text("Taken off the card.")


def test_an_action_of_ones_own_needs_no_advice(page: Page, site: StaticServer) -> None:
    """So that a quiz without advice has a card, too."""
    page.goto(site.url("own/"))
    card = Card(QuizPage(page))
    card.quiz.score({"only": "a"})

    expect(card.root).to_contain_text("Write down up to three actions")
    card.press("own")
    expect(card.field(1, "what")).to_be_focused()
    card.field(1, "what").fill("Breathe.")
    card.press("own")

    card.expect_actions("Breathe.", "")


def test_a_new_result_keeps_what_was_typed_where_the_advice_still_applies(
    card: Card,
) -> None:
    """Other answers bring other advice, and what was meant for those is gone."""
    card.take("one", "two")
    card.field(1, "what").fill("My own words")
    card.field(2, "when").fill("Monday")
    card.quiz.score({"two": "b"})

    card.expect_actions("My own words")
    expect(card.pick("one/a")).to_be_checked()
    card.quiz.score({"two": "a"})

    card.expect_actions("My own words")
    expect(card.pick("two/a")).not_to_be_checked()


def test_a_link_to_a_result_costs_nothing_on_the_card(card: Card) -> None:
    """It may be opened in passing; back with the reader's own, all is as it was."""
    page = card.quiz.root.page
    card.quiz.score({"one": "b"})
    code = card.quiz.root.locator("[data-part=code]").text_content()
    card.quiz.score({"one": "a"})
    card.take("one")
    card.field(1, "whom").fill("Ellen")
    page.evaluate("code => { location.hash = `#r=${code}` }", code)
    expect(card.quiz.part("opened")).to_be_visible()

    card.press("put-back")

    expect(card.quiz.part("opened")).to_be_hidden()
    expect(card.field(1, "whom")).to_have_value("Ellen")
    expect(card.pick("one/a")).to_be_checked()


def test_clearing_the_answers_clears_the_card(card: Card) -> None:
    """Nothing of it is left for the next reader."""
    card.take("one")
    card.field(1, "whom").fill("Ellen")
    card.quiz.reset()
    card.quiz.score(ANSWERS)

    card.expect_actions()
    expect(card.pick("one/a")).not_to_be_checked()
    expect(card.field(1, "whom")).to_have_value("")


def test_typing_on_the_card_changes_no_answer(card: Card) -> None:
    """The result does not become stale by it."""
    card.take("one")
    card.field(1, "whom").fill("Ellen")
    card.field(1, "whom").blur()

    expect(card.quiz.part("stale")).to_be_hidden()


def test_what_a_browser_fills_in_by_itself_is_typed_too(card: Card) -> None:
    """Chromium's autofill tells of a key without saying which; the watch looks on."""
    card.take("one")
    whom = card.field(1, "whom")

    whom.evaluate(
        "field => { const tell = (kind) =>"
        " field.dispatchEvent(new Event(kind, { bubbles: true }));"
        " tell('keydown'); field.value = 'Ellen'; tell('input'); tell('change') }"
    )
    card.take("two")

    expect(whom).to_have_value("Ellen")


def test_the_card_can_be_filled_in_by_keyboard(card: Card) -> None:
    """From the box to the last field, without a pointer."""
    keyboard = card.root.page.keyboard
    card.pick("one/a").focus()
    keyboard.press("Space")
    expect(card.field(1, "what")).not_to_have_value("")
    keyboard.press("Tab")
    keyboard.press("Enter")
    expect(card.quiz.part("card-heading")).to_be_focused()
    for text in ("Listen", "Monday", "Ellen"):
        keyboard.press("Tab")
        keyboard.press("Control+A")
        keyboard.type(text)

    expect(card.field(1, "what")).to_have_value("Listen")
    expect(card.field(1, "when")).to_have_value("Monday")
    expect(card.field(1, "whom")).to_have_value("Ellen")


def test_the_card_works_by_touch(open_page: OpenPage, site: StaticServer) -> None:
    """Boxes and buttons are large enough for a thumb, on a narrow screen too."""
    page = open_page(has_touch=True, viewport={"width": 320, "height": 700})
    card = scored(page, site.url("listening/"))
    card.pick("one/a").tap()
    card.expect_actions("Let them end, and count to three; then speak.")

    for control in card.root.locator("button:visible, textarea:visible").all():
        box = control.bounding_box()
        assert box is not None
        assert box["height"] >= 24


def test_a_screen_reader_tells_actions_apart(card: Card) -> None:
    """Each is a group with a name, and each field says what it is for."""
    card.take("one", "two")
    second = card.root.get_by_role("group", name="Action 2")

    fields = second.get_by_role("textbox")
    for at, name in enumerate(["What", "When (a date or an occasion)", "With whom"]):
        expect(fields.nth(at)).to_have_accessible_name(name)
    expect(second.get_by_role("button", name="Take off the card")).to_be_visible()
    name = "Put on my action card (Question 2 of 4)"
    expect(card.quiz.root.get_by_role("checkbox", name=name)).to_be_checked()


def test_a_frame_offers_only_what_it_may_do(framed: Card, watch: Watch) -> None:
    """It may not print or save; filling in and copying work."""
    watch.expect("console error: Permissions policy violation: The Clipboard API")
    framed.take("one")

    framed.expect_actions("Let them end, and count to three; then speak.")
    expect(framed.quiz.root.locator('[data-press="print-card"]')).to_be_hidden()
    expect(framed.quiz.part("card-again")).to_be_hidden()
    framed.press("copy-card")
    expect(framed.quiz.part("status")).to_have_text(re.compile("^Cop"))


def test_without_scripts_there_is_no_card(
    open_page: OpenPage, site: StaticServer
) -> None:
    """What the author offers is there."""
    page = open_page(java_script_enabled=False)
    page.goto(site.url("listening/"))
    quiz = QuizPage(page)

    expect(quiz.part("card")).to_be_hidden()
    expect(quiz.root.locator('[data-kw="picks"]:visible')).to_have_count(0)
    expect(quiz.part("next")).to_contain_text("The long silence")
    expect(quiz.part("next").get_by_role("link")).to_have_text(
        ["Without advice", "A page elsewhere", "ann@example.org"]
    )


def test_without_its_markup_there_is_a_result_and_no_card(
    page: Page, site: StaticServer, watch: Watch
) -> None:
    """It comes in a file of its own, which a network may lose; a theme may too."""
    watch.expect("console error: Failed to load resource")
    page.route("**/assets/late.*", lambda route: route.abort())

    card = scored(page, site.url("listening/"))

    expect(card.root).to_have_count(0)
    card.quiz.expect_score("0")


def test_nothing_on_the_card_is_kept_or_sent(card: Card, watch: Watch) -> None:
    """Whatever a reader writes on it."""
    card.take("one")
    card.field(1, "when").fill("Monday")

    assert watch.complaints() == []
