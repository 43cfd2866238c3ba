"""What is kept on the device is codes with dates; nothing else there is ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kwispel.browser.kept import (
    MOST,
    last_before,
    nothing,
    read,
    used,
    with_result,
    written,
    year_after,
)
from kwispel.browser.link import key_of

if TYPE_CHECKING:
    from kwispel.browser.kept import Kept

TODAY = "2026-11-22"
FIRST = ("2026-03-01", "15RS-Z8X9-11EA-9Z3")
SECOND = ("2026-09-30", "15RS-ZRF6-23C1-86J")

DAYS = some.dates().map(lambda day: f"{day:%Y-%m-%d}".zfill(10))
CODES = some.text("0123456789ABCDEFGHJKMNPQRSTVWXYZ-", min_size=1)


def kept(*results: tuple[str, str]) -> Kept:
    """Keep these results for a year from today."""
    return {"until": "2027-11-22", "results": list(results)}


def test_a_quiz_has_a_key_of_its_own() -> None:
    """The one that the documentation names."""
    assert key_of("sums") == "kwispel:sums"


def test_what_is_written_is_dates_and_codes() -> None:
    """In the order in which they came, after the day on which they go."""
    text = written(kept(FIRST, SECOND))

    assert text.split("\n") == [
        "2027-11-22",
        "2026-03-01 15RS-Z8X9-11EA-9Z3",
        "2026-09-30 15RS-ZRF6-23C1-86J",
    ]


@given(some.lists(some.tuples(DAYS, CODES), max_size=5))
def test_what_was_written_is_read(results: list[tuple[str, str]]) -> None:
    """As it was."""
    assert read(written(kept(*results)), TODAY) == kept(*results)


def test_what_has_expired_is_nothing() -> None:
    """It lasts through its last day, and no longer."""
    text = written(kept(FIRST))

    assert read(text, "2027-11-22") == kept(FIRST)
    assert read(text, "2027-11-23") == nothing()


@given(some.text())
def test_whatever_stands_there_is_read(text: str) -> None:
    """Another program may have used the key: nothing raises, and only ours is taken."""
    found = read("2027-11-22\n" + text, TODAY)

    assert read(written(found), TODAY) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{}",
        "null",
        "2027",
        "tomorrow\n2026-03-01 15RS",
        "20271122",
        "\u0662027-11-22",
    ],
)
def test_what_does_not_begin_with_a_day_is_nothing(text: str) -> None:
    """It is not ours, or it is broken."""
    assert read(text, TODAY) == nothing()


@pytest.mark.parametrize(
    "line",
    ["", "2026-03-01", "2026-03-01  15RS", "2026-3-1 15RS", "2026-03-01 <b>", "x 15RS"],
)
def test_broken_lines_are_left_out(line: str) -> None:
    """The others stay."""
    text = f"2027-11-22\n{line}\n2026-03-01 15RS-Z8X9-11EA-9Z3"

    assert read(text, TODAY) == kept(FIRST)


def test_a_result_is_added_and_puts_off_the_end() -> None:
    """A year from today."""
    found = with_result({"until": "2026-12-01", "results": [FIRST]}, TODAY, "15RS")

    assert found == kept(FIRST, (TODAY, "15RS"))


def test_a_day_has_one_result() -> None:
    """Who changes an answer and asks again has not come back."""
    found = with_result(kept(FIRST, (TODAY, "15RS")), TODAY, "16RS")

    assert found == kept(FIRST, (TODAY, "16RS"))


def test_of_too_many_results_the_oldest_go() -> None:
    """The latest is always there."""
    many = [(f"2026-01-{day:02}", "15RS") for day in range(1, MOST + 1)]

    found = with_result(kept(*many), TODAY, "16RS")

    assert found["results"] == [*many[1:], (TODAY, "16RS")]


def test_use_puts_off_the_end() -> None:
    """Nothing else changes."""
    assert used({"until": "2026-11-23", "results": [FIRST]}, TODAY) == kept(FIRST)


@pytest.mark.parametrize(
    ("day", "later"),
    [("2026-11-22", "2027-11-22"), ("2028-02-29", "2029-02-28")],
)
def test_a_year_later_is_the_same_day(day: str, later: str) -> None:
    """Or the last of February."""
    assert year_after(day) == later


def test_the_last_time_was_another_day() -> None:
    """The latest of those before today; where there is none, there was no last time."""
    assert last_before(kept(FIRST, SECOND, (TODAY, "15RS")), TODAY) == SECOND
    assert last_before(kept((TODAY, "15RS")), TODAY) is None
