"""What a hook may do with a result, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest

from kwispel.compile import compile_quiz
from kwispel.core.adjust import adjusting
from kwispel.core.handed import HookError
from kwispel.core.outcome import outcome
from kwispel.core.plain import plain
from testkit.quizzes import bands, question, quiz, score

Adjust = Callable[[dict[str, Any], dict[str, Any]], object]

QUESTIONS = [question(name, (0, 2, None)) for name in ("q1", "q2")]
MEMBERS = {"q1": 1, "q2": 1}


def adjusted(
    adjust: Adjust, answers: dict[str, str | list[str]] | None = None, **keys: object
) -> dict[str, Any]:
    """Score two questions from 0 to 2, with a factor of both, through a hook."""
    total = score("total", MEMBERS, bands=bands(low=None, high=3), **keys)
    sheet = compile_quiz(quiz(QUESTIONS, total, score("care", MEMBERS)))
    given = {"q1": "b", "q2": "a"} if answers is None else answers
    result = outcome(sheet, given, adjusting(adjust))["result"]
    assert result
    return dict(result)


def test_a_set_value_brings_percent_text_and_band() -> None:
    """What hangs on the score is computed again."""

    def adjust(result: dict[str, Any], _: dict[str, Any]) -> None:
        result["total"]["value"] = result["total"]["value"] + 1

    total = adjusted(adjust)["total"]

    assert (total["exact"], total["text"], total["band"]) == ("3/1", "3", "high")
    assert total["percent"] == 75


def test_what_is_not_set_stays_as_the_engine_made_it() -> None:
    """A hook that only looks changes nothing."""
    before = adjusted(lambda _result, _answers: None)

    looked = adjusted(lambda result, _: result["total"]["value"] * 2)

    assert plain(looked) == plain(before)


def test_an_assigned_band_stands_even_where_it_is_the_same() -> None:
    """The band is not found again, and its limits play no part in the text."""

    def adjust(result: dict[str, Any], _: dict[str, Any]) -> None:
        total = result["total"]
        total["band"] = total["band"]
        total["value"] = total["max"] - total["max"] / 400

    total = adjusted(adjust)["total"]

    assert (total["text"], total["band"]) == ("4", "low")


def test_without_an_assigned_band_the_text_keeps_to_its_side() -> None:
    """2.99 is below 3, and is shown so."""

    def adjust(result: dict[str, Any], _: dict[str, Any]) -> None:
        result["total"]["value"] = result["total"]["max"] * 299 / 400

    total = adjusted(adjust)["total"]

    assert (total["text"], total["band"]) == ("2.99", "low")


def test_a_new_range_moves_percent_and_the_first_band() -> None:
    """A first band without a limit starts at the new minimum."""

    def adjust(result: dict[str, Any], _: dict[str, Any]) -> None:
        result["total"].update(min=-2, max=8)

    total = adjusted(adjust)["total"]

    assert (total["percent"], total["bands"][0]["from"]) == (40, -2)


def test_a_score_can_be_taken_away_and_given() -> None:
    """None is no score; where there was none, a hook can set one."""

    def swap(result: dict[str, Any], _: dict[str, Any]) -> None:
        total = result["total"]
        total["value"] = 1 if total["value"] is None else None

    taken = adjusted(swap)["total"]
    given = adjusted(swap, {"q1": "c", "q2": "c"})["total"]

    assert [taken[key] for key in ("value", "exact", "text", "percent", "band")] == (
        [None] * 5
    )
    assert (given["exact"], given["text"], given["band"]) == ("1/1", "1", "low")


def test_round_holds_for_what_a_hook_sets() -> None:
    """A publisher that bands on the rounded number still does."""

    def adjust(result: dict[str, Any], _: dict[str, Any]) -> None:
        total = result["total"]
        total.update(value=total["value"] * 5 / 4, max=total["max"] + total["max"] / 8)

    total = adjusted(adjust, is_rounded=True)["total"]
    nothing = adjusted(
        lambda result, _: result["total"].update(value=None), is_rounded=True
    )["total"]

    assert (total["exact"], repr(total["max"]), total["band"]) == ("3/1", "5/1", "high")
    assert nothing["value"] is None


def test_factors_can_be_set_and_a_quiz_can_lack_a_total() -> None:
    """Each score is adjusted by itself."""

    def adjust(result: dict[str, Any], _: dict[str, Any]) -> None:
        assert result["total"] is None
        result["factors"]["care"]["value"] = 0

    sheet = compile_quiz(quiz(QUESTIONS, None, score("care", MEMBERS)))
    result = outcome(sheet, {"q1": "b", "q2": "b"}, adjusting(adjust))["result"]

    assert result
    assert result["total"] is None
    assert result["factors"]["care"]["text"] == "0"


def test_answers_are_those_that_count() -> None:
    """N.a. and open are absent; several ticks are a tuple, none an empty one."""
    seen: list[dict[str, Any]] = []
    questions = [
        question("one", (0, 1)),
        question("na", (0, None)),
        question("open", (0, 1), is_optional=True),
        question("two", (0, 1), is_multiple=True),
        question("none", (0, 1), is_multiple=True),
        question("hidden", (0, 1), when=({"one": ("b",)},)),
    ]
    total = score("total", {one.id: 1 for one in questions})
    sheet = compile_quiz(quiz(questions, total))
    answers: dict[str, str | list[str]] = {"one": "a", "na": "b", "two": ["b", "a"]}

    outcome(sheet, answers, adjusting(lambda _, given: seen.append(given)))

    assert seen == [{"one": "a", "two": ("a", "b"), "none": ()}]


def test_a_line_is_added_to_the_ledger() -> None:
    """It gets the keys of every line, and the old lines stay as they are."""

    def adjust(result: dict[str, Any], _: dict[str, Any]) -> None:
        result["ledger"] += [{"question": None, "answer": "Bonus", "value": 1}]
        result["ledger"].append({"answer": "A remark"})

    ledger = adjusted(adjust)["ledger"]

    assert [line["question"] for line in ledger] == ["q1", "q2", None, None]
    assert plain(ledger[2]) == {
        "question": None,
        "state": "answered",
        "answer": "Bonus",
        "value": "1/1",
        "min": None,
        "max": None,
        "left": None,
        "feeds": [],
    }
    assert ledger[3]["value"] is None


FORBIDDEN: dict[str, Adjust] = {
    "above the maximum": lambda r, _: r["total"].update(value=5),
    "below the minimum": lambda r, _: r["total"].update(value=-1),
    "minimum above maximum": lambda r, _: r["total"].update(value=None, min=5),
    "no such band": lambda r, _: r["total"].update(band="middle"),
    "band without score": lambda r, _: r["total"].update(value=None, band="low"),
    "float": lambda r, _: r["total"].update(value=1.5),
    "fraction of another kind": lambda r, _: r["total"].update(value=Fraction(1, 2)),
    "truth": lambda r, _: r["total"].update(value=True),
    "text": lambda r, _: r["total"].update(value="1"),
    "no minimum": lambda r, _: r["total"].update(min=None),
    "too long a number": lambda r, _: r["total"].update(max=10**300),
    "answered": lambda r, _: r["total"].update(answered=1),
    "of": lambda r, _: r["total"].update({"of": 1}),
    "percent": lambda r, _: r["total"].__setitem__("percent", 1),
    "bands": lambda r, _: r["total"].__setitem__("bands", []),
    "a band's limit": lambda r, _: r["total"]["bands"][1].__setitem__("from", 1),
    "new key": lambda r, _: r["total"].setdefault("extra", 1),
    "merged key": lambda r, _: r["total"].__ior__({"extra": 1}),
    "popped": lambda r, _: r["total"].pop("band"),
    "deleted": lambda r, _: r["total"].__delitem__("band"),
    "popped item": lambda r, _: r.popitem(),
    "cleared": lambda r, _: r["factors"].clear(),
    "another total": lambda r, _: r.__setitem__("total", {}),
    "new factor": lambda r, _: r["factors"].update(other={}),
    "version": lambda r, _: r.__setitem__("version", 2),
    "ledger emptied": lambda r, _: r["ledger"].clear(),
    "ledger turned": lambda r, _: r["ledger"].reverse(),
    "line before": lambda r, _: r["ledger"].insert(0, {"answer": "a"}),
    "line changed": lambda r, _: r["ledger"][0].update(value=1),
    "no dict": lambda r, _: r["ledger"].append("a"),
    "line with a key": lambda r, _: r["ledger"].append({"answer": "a", "min": 0}),
    "line of a question": lambda r, _: r["ledger"].append(
        {"question": "q1", "answer": "a"}
    ),
    "no text": lambda r, _: r["ledger"].append({"value": 1}),
    "empty text": lambda r, _: r["ledger"].append({"answer": " "}),
    "long text": lambda r, _: r["ledger"].append({"answer": "a" * 501}),
    "float in a line": lambda r, _: r["ledger"].append({"answer": "a", "value": 0.5}),
    "many lines": lambda r, _: r["ledger"].extend([{"answer": "a"}] * 51),
}


@pytest.mark.parametrize("adjust", FORBIDDEN.values(), ids=FORBIDDEN)
def test_all_else_is_refused(adjust: Adjust) -> None:
    """A result that could not be is an error, and never shown."""
    with pytest.raises(HookError):
        adjusted(adjust)


def test_what_is_there_may_be_asked_for_in_any_way() -> None:
    """A key that stands is given by setdefault, and set by `|=` and update."""

    def adjust(result: dict[str, Any], _: dict[str, Any]) -> None:
        total = result["total"]
        assert total.setdefault("value", 0) == 2
        total |= {"value": 1}
        assert total["value"] == 1

    assert adjusted(adjust)["total"]["exact"] == "1/1"


def test_a_way_round_the_notes_has_no_effect() -> None:
    """What was set past them is as if it had not been."""

    def adjust(result: dict[str, Any], _: dict[str, Any]) -> None:
        dict.update(result["total"], value=4, answered=9)

    assert plain(adjusted(adjust)) == plain(adjusted(lambda _r, _a: None))
