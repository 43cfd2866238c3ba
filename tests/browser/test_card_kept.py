"""The action card leaves the page: as text, for the calendar, on paper."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Page, expect

from testkit.card_page import Card, OpenPage, scored
from testkit.static_server import StaticServer

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


def test_the_card_is_copied_as_text(open_page: OpenPage, site: StaticServer) -> None:
    """With the address of the quiz, and without what was not filled in."""
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    card = scored(page, site.url("listening/index.html"))
    card.take("one")
    card.field(1, "when").fill("Monday")
    card.press("copy-card")
    card.expect_said("Copied.")

    assert page.evaluate("navigator.clipboard.readText()").splitlines() == [
        "My action card",
        "How do you listen?",
        "",
        "- Let them end, and count to three; then speak.",
        "  Somebody talks, and goes on.",
        "  When: Monday",
        "",
        site.url("listening/"),
    ]


def test_without_a_clipboard_the_text_is_selected_and_copied(card: Card) -> None:
    """Pages without https have none; the older way works there."""
    card.root.page.evaluate("() => { delete Navigator.prototype.clipboard }")
    card.take("one")
    card.press("copy-card")

    expect(card.quiz.part("status")).to_have_text("Copied.")
    expect(card.quiz.part("card-copy")).to_be_focused()


def test_where_copying_is_forbidden_the_text_is_there_to_take(card: Card) -> None:
    """Selected, so that one key copies it."""
    page = card.root.page
    page.evaluate(
        "() => { navigator.clipboard.writeText = () => Promise.reject(Error());"
        " document.execCommand = () => false }"
    )
    card.take("one")
    card.press("copy-card")

    expect(card.quiz.part("card-copy")).to_be_focused()
    assert "Let them end" in page.evaluate("getSelection().toString()")
    expect(card.quiz.part("status")).to_have_text(re.compile("Copying does not work"))


def reminder(card: Card) -> icalendar.Event:
    """Save the reminder, and give the event in it."""
    with card.root.page.expect_download() as saving:
        card.press("remind")
    assert saving.value.suggested_filename == "listening.ics"
    content = saving.value.path().read_bytes()
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    [event] = icalendar.Calendar.from_ical(content).events
    return event


def test_a_reminder_is_saved_for_the_calendar(card: Card) -> None:
    """On the day that the author proposes, with the actions as they stand."""
    card.take("one")
    card.field(1, "whom").fill("Ellen, José; all 😀")
    read = reminder(card)

    assert read.start == dt.datetime.now().date() + dt.timedelta(days=30)  # noqa: DTZ005 - the reader's own day
    assert read["SUMMARY"] == "Take again: How do you listen?"
    assert "With whom: Ellen, José; all 😀\n" in read["DESCRIPTION"]
    assert read["URL"].endswith("/listening/")
    card.expect_said(
        "The reminder has been saved as a file. Open it to put it into your calendar."
    )


def test_the_reader_chooses_the_day_of_the_reminder(card: Card) -> None:
    """Without one it is the day that was proposed."""
    card.quiz.part("again").fill("2031-02-03")
    assert reminder(card).start == dt.date(2031, 2, 3)

    card.quiz.part("again").fill("")
    assert reminder(card).start != dt.date(2031, 2, 3)


def test_a_year_has_four_digits_as_in_calendars(card: Card) -> None:
    """A slip of the finger makes no date that no calendar can read."""
    field = card.quiz.part("again")
    field.press("0")
    field.page.keyboard.type("1022031")
    field.page.keyboard.type("7")

    assert len(field.input_value()) == len("2031-01-02")
    assert isinstance(reminder(card).start, dt.date)


def test_on_paper_the_card_is_text_with_lines_to_write_on(card: Card) -> None:
    """No buttons; what is empty has room, and places that are not used are gone."""
    card.take("one")
    card.field(1, "whom").fill("Ellen")
    page = card.root.page
    page.emulate_media(media="print")

    drawn = page.evaluate(
        """() => [...document.querySelectorAll('[data-place="1"] [data-text]')]
          .filter((box) => box.querySelector("textarea"))
          .map((box) => [getComputedStyle(box, "::after").visibility,
            box.getAttribute("data-text"), box.offsetHeight > 20])"""
    )
    assert drawn == [
        ["visible", "Let them end, and count to three; then speak.", True],
        ["visible", "", True],
        ["visible", "Ellen", True],
    ]
    expect(card.root.locator("button:visible")).to_have_count(0)
    expect(card.root.locator("[data-place]:visible")).to_have_count(1)


def test_an_empty_card_printed_alone_has_room_for_three_actions(card: Card) -> None:
    """For who would rather write by hand; with the result it would be a page more."""
    page = card.root.page
    page.evaluate("() => { window.print = () => {} }")
    page.emulate_media(media="print")
    expect(card.root).to_be_hidden()

    page.emulate_media(media="screen")
    card.press("print-card")
    page.emulate_media(media="print")

    expect(card.root.locator("[data-place]:visible")).to_have_count(3)


def test_the_card_can_be_printed_alone(card: Card) -> None:
    """While it is, the rest of the page is not on paper; afterwards all is again."""
    page = card.root.page
    page.evaluate(
        """() => { window.print = () => {
          window.asked = document.documentElement.getAttribute("data-print"); } }"""
    )
    card.press("print-card")
    page.wait_for_function("() => window.asked")  # what is pressed may come later
    assert page.evaluate("window.asked") == "card"
    page.emulate_media(media="print")

    expect(card.root).to_be_visible()
    expect(card.quiz.root.locator("h1")).to_be_hidden()
    expect(card.quiz.part("result-heading")).to_be_hidden()
    page.evaluate("() => { window.dispatchEvent(new Event('afterprint')) }")
    expect(card.quiz.part("result-heading")).to_be_visible()
