"""Which option a key chooses."""

from __future__ import annotations

import pytest

from kwispel.browser.keys import NO_OPTION, option_of

WORDS = ["Never", "Now and then", "Often"]


@pytest.mark.parametrize(
    ("key", "at"), [("1", 0), ("3", 2), ("a", 0), ("c", 2), ("B", 1)]
)
def test_an_option_is_chosen_by_its_place(key: str, at: int) -> None:
    """By a digit or a letter, also where the keyboard locks capitals."""
    assert option_of(key, WORDS) == at


@pytest.mark.parametrize("key", ["4", "0", "d", "z", "Enter", "Tab", " ", "", "F1"])
def test_other_keys_choose_nothing(key: str) -> None:
    """Those beyond the last option, and those that mean something else."""
    assert option_of(key, WORDS) == NO_OPTION


def test_a_scale_of_digits_is_answered_by_what_it_says() -> None:
    """Who presses 7 on a scale from 0 to 10 means the 7, not the seventh."""
    scale = [str(number) for number in range(11)]

    assert option_of("7", scale) == 7
    assert option_of("0", scale) == 0
    assert option_of("g", scale) == 6
    assert option_of("1", ["0", "2", "4"]) == NO_OPTION


def test_labels_that_are_letters_are_answered_by_what_they_say() -> None:
    """Whatever their order."""
    assert option_of("a", ["C", "B", "A"]) == 2
    assert option_of("1", ["C", "B", "A"]) == 0
    assert option_of("d", ["C", "B", "A"]) == NO_OPTION


def test_no_more_than_nine_options_have_a_key() -> None:
    """The tenth has none: no key is two."""
    words = [f"Word {number}" for number in range(12)]

    assert option_of("9", words) == 8
    assert option_of("i", words) == 8
    assert option_of("j", words) == NO_OPTION
