"""A reminder is what RFC 5545 asks for, whatever a reader has typed."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwispel.browser.calendar import calendar_text

if TYPE_CHECKING:
    from kwispel.browser.calendar import Reminder

FOLD = re.compile("\r\n[ \t]")
TYPED = st.text(st.characters(codec="utf-8"), max_size=300)


def reminder(**given: str) -> Reminder:
    """Make a reminder that says this."""
    made: Reminder = {
        "quiz": "listening",
        "moment": "2026-11-22T10:05:09.123Z",
        "day": "2027-02-20",
        "title": "Again: a quiz",
        "text": "Ask on.",
        "url": "https://example.org/listening/",
    }
    return {**made, **given}  # type: ignore[typeddict-item] # keys by name


def event(text: str) -> icalendar.Event:
    """Give the one event of a calendar."""
    [found] = icalendar.Calendar.from_ical(text).events
    return found


def lines(text: str) -> list[str]:
    """Give the lines of a calendar, put together where they were broken."""
    return FOLD.sub("", text).split("\r\n")


def test_a_calendar_reads_what_was_meant() -> None:
    """An event that takes the whole day and leaves it free, with an alarm."""
    read = event(calendar_text(reminder()))

    assert read.start == dt.date(2027, 2, 20)
    assert read.stamp == dt.datetime(2026, 11, 22, 10, 5, 9, tzinfo=dt.UTC)
    assert read["UID"] == "listening-2026-11-22T10:05:09.123Z@kwispel"
    assert read["SUMMARY"] == "Again: a quiz"
    assert read["DESCRIPTION"] == "Ask on."
    assert read["URL"] == "https://example.org/listening/"
    assert read["TRANSP"] == "TRANSPARENT"


def test_the_alarm_goes_off_at_nine() -> None:
    """On the day itself: at midnight nobody is helped."""
    [alarm] = event(calendar_text(reminder())).alarms.times

    assert alarm.trigger == dt.datetime(2027, 2, 20, 9)  # noqa: DTZ001 - wherever the reader is


def test_the_file_has_all_that_the_standard_requires() -> None:
    """In a calendar, an event and an alarm; nothing that it forbids stands twice."""
    text = calendar_text(reminder())
    names = [re.split("[:;]", line)[0] for line in lines(text)]

    assert lines(text)[:3] == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//kwispel//kwispel//EN",
    ]
    assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY"} <= set(names)
    assert {"ACTION", "TRIGGER"} <= set(names)
    assert names.count("UID") == 1
    assert icalendar.Calendar.from_ical(text).errors == []


def test_each_line_ends_in_both_signs() -> None:
    """Carriage return and line feed, the last line too, and neither alone."""
    text = calendar_text(reminder(text="one\ntwo\r\nthree"))

    assert text.endswith("END:VCALENDAR\r\n")
    assert not re.search(r"(?<!\r)\n|\r(?!\n)", text)
    assert r"DESCRIPTION:one\ntwo\nthree" in lines(text)


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("a, b; c", r"a\, b\; c"),
        (r"C:\new", r"C:\\new"),
        ("1: 2", "1: 2"),
        ("tab\there", "tab here"),
        ("bell\x07 del\x7f", "bell del"),
        ("END:VEVENT\nBEGIN:VEVENT", r"END:VEVENT\nBEGIN:VEVENT"),
    ],
)
def test_signs_that_mean_something_are_escaped(typed: str, written: str) -> None:
    """In a text nothing that a reader types becomes a property of its own."""
    text = calendar_text(reminder(text=typed))

    assert "DESCRIPTION:" + written in lines(text)


@pytest.mark.parametrize("sign", ["a", "é", "€", "😀", "\u0301"])
def test_long_lines_are_broken_at_75_octets(sign: str) -> None:
    """As late as may be, counted in UTF-8, and never within a character."""
    text = calendar_text(reminder(title=sign * 200))
    octets = [len(line.encode()) for line in text.split("\r\n")]
    broken = text.split("SUMMARY:")[1].split("\r\nDESCRIPTION:")[0]

    assert max(octets) <= 75
    assert FOLD.sub("", broken) == sign * 200
    assert all(
        len(line.encode()) > 75 - 4 for line in ("SUMMARY:" + broken).split("\r\n")[:-1]
    )


@given(TYPED, TYPED)
def test_whatever_is_typed_is_read_again(title: str, text: str) -> None:
    """But for control characters, and kinds of line ends."""
    made = calendar_text(reminder(title=title, text=text))

    assert max(len(line.encode()) for line in made.split("\r\n")) <= 75
    assert len(lines(made)) == 19
    assert str(event(made)["SUMMARY"]) == plain(title)
    assert str(event(made)["DESCRIPTION"]) == plain(text)


def plain(typed: str) -> str:
    """Give a text as a calendar may hold it."""
    unbroken = typed.replace("\r\n", "\n").replace("\t", " ")
    return re.sub("[\x00-\x09\x0b-\x1f\x7f]", "", unbroken)
