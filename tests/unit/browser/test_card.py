"""The action card, as plain data: what stands on it, what is shown, what is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kwispel.browser.card import (
    MOST,
    card_changes,
    card_text,
    first_sentence,
    still_advised,
    told_changes,
)
from kwispel.core.ratio import Ratio

if TYPE_CHECKING:
    from kwispel.browser.card import Action
    from kwispel.core.shapes import LedgerLine

ASK: Action = ["report/a", "A customer asks.", "Ask first.", "Monday", "Ellen"]
OWN: Action = ["", "", "Breathe.", "", ""]


def line(question: str, answer: str | list[str] | None) -> LedgerLine:
    """Make a line of a result's account."""
    return {
        "question": question,
        "state": "answered",
        "answer": answer,
        "value": Ratio(1),
        "min": Ratio(0),
        "max": Ratio(1),
        "left": Ratio(0),
        "feeds": [],
    }


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Ask on until you know. Then write.", "Ask on until you know."),
        ("Do you ask often enough? Try it.", "Do you ask often enough?"),
        ("Keep on doing this with all! And more.", "Keep on doing this with all!"),
        (
            "Ask e.g. what they need, and wait. More.",
            "Ask e.g. what they need, and wait.",
        ),
        ("No. Say what you mean by it. More.", "No. Say what you mean by it."),
        ("It takes 2.5 minutes and a half. More.", "It takes 2.5 minutes and a half."),
        ("Without an end", "Without an end"),
        ("", ""),
    ],
)
def test_an_advice_in_short_is_its_first_sentence(text: str, first: str) -> None:
    """One that is very short takes along the next; all of it where none ends."""
    assert first_sentence(text) == first


def test_a_new_result_keeps_what_still_applies() -> None:
    """What was typed stays with advice that is given again, and with own actions."""
    ledger = [line("report", "a"), line("desk", ["b", "c"]), line("open", None)]
    desk: Action = ["desk/c", "", "Wait.", "", ""]
    gone: Action = ["desk/a", "", "Wait.", "", ""]

    assert still_advised([ASK, gone, desk, OWN], ledger) == [ASK, desk, OWN]


def test_nothing_applies_without_a_result() -> None:
    """An action of the reader's own does, as long as there is a card."""
    assert still_advised([ASK], []) == []
    assert still_advised([OWN], []) == [OWN]


def shown(actions: list[Action]) -> dict[tuple[str, str], str]:
    """Give what is changed, by verb and selector; the last one holds."""
    return {(verb, place): value for verb, place, value in card_changes(actions)}


def test_each_action_gets_a_place_and_the_others_are_free() -> None:
    """What was in a place that is free now is gone from it."""
    made = shown([ASK, OWN])

    assert made["unmark", '[data-place="1"]'] == "data-free"
    assert made["unmark", '[data-place="2"]'] == "data-free"
    assert made["mark", '[data-place="3"]'] == "data-free"
    assert made["enter", '[data-place="1"] [data-kw="about"]'] == "A customer asks."
    assert made["enter", '[data-place="1"] [data-kw="what"]'] == "Ask first."
    assert made["enter", '[data-place="1"] [data-kw="when"]'] == "Monday"
    assert made["enter", '[data-place="1"] [data-kw="whom"]'] == "Ellen"
    assert made["enter", '[data-place="2"] [data-kw="what"]'] == "Breathe."
    assert made["enter", '[data-place="3"] [data-kw="what"]'] == ""


def test_boxes_say_what_is_on_the_card() -> None:
    """All are unticked first, also that of advice which was refused."""
    made = card_changes([ASK])

    assert made[0] == ("tick", '[data-kw="pick"]', "")
    assert ("tick", '[data-advice="report/a"] [data-kw="pick"]', "on") in made


@pytest.mark.parametrize(
    ("count", "intro", "own"),
    [(0, "show", "show"), (1, "hide", "show"), (MOST, "hide", "hide")],
)
def test_only_an_empty_card_explains_itself(count: int, intro: str, own: str) -> None:
    """And only one with room offers to add something."""
    made = card_changes([OWN] * count)

    assert (intro, '[data-kw="card-intro"]', "") in made
    assert (own, '[data-press="own"]', "") in made


def test_what_is_told_is_shown_where_the_reader_is_and_said() -> None:
    """The same words, once to see and once to hear."""
    made = told_changes("full", "[data-advice]")

    assert ("copy", '[data-kw="card-said"]', '[data-say="full"]') in made
    assert ("bring", '[data-kw="card-note"]', "[data-advice]") in made
    assert made[-1] == ("say", "", "full")


def test_the_card_as_text_leaves_out_what_is_not_filled_in() -> None:
    """It can be pasted anywhere: there are no signs in it that mean something."""
    words = ["My action card", "A quiz", "When", "With whom", "\u00a0: "]

    assert card_text([ASK, OWN], words) == (
        "My action card\nA quiz\n"
        "\n- Ask first.\n  A customer asks.\n"
        "  When\u00a0: Monday\n  With whom\u00a0: Ellen\n"
        "\n- Breathe.\n\n"
    )
