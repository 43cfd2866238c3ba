"""Conditions as selectors: what hides a question, and what is too long to be one."""

from __future__ import annotations

from kwispel.compile import compile_quiz
from kwispel.model.questions import Question
from kwispel.render.conditions import LONGEST, asked_selectors
from kwispel.render.conventions import conventions
from kwispel.render.rules import quiz_rules
from kwispel.render.tally import tally
from testkit.quizzes import question, quiz, score

FIRST = question("q", [1, 2, None])


def selectors(*asked: Question) -> dict[str, str]:
    """Give the selectors of a quiz of these questions."""
    made = quiz(asked, score("total", {each.id: 1 for each in asked}))
    return dict(asked_selectors(compile_quiz(made)))


def test_question_that_is_always_asked_has_no_selector() -> None:
    """It is never hidden."""
    assert selectors(FIRST) == {}


def test_any_of_several_options_will_do() -> None:
    """n.a. is an option as any other."""
    hanging = question("r", [1, 2], when=({"q": ("b", "c")},))

    assert selectors(FIRST, hanging) == {"r": r":has(#q-q\.b:checked,#q-q\.c:checked)"}


def test_what_hangs_on_a_hidden_question_is_hidden_with_it() -> None:
    """A chain holds as long as each link does; no link stands there twice."""
    second = question("r", [1, 2], when=({"q": ("a",)},))
    third = question("s", [1, 2], when=({"q": ("a",), "r": ("b",)},))

    assert selectors(FIRST, second, third)["s"] == (
        r":has(#q-q\.a:checked):has(#q-r\.b:checked)"
    )


def test_one_of_several_alternatives_is_enough() -> None:
    """Each is a selector of its own."""
    second = question("r", [1, 2])
    third = question("s", [1, 2], when=({"q": ("a",)}, {"r": ("b",)}))

    assert selectors(FIRST, second, third)["s"] == (
        r":is(:has(#q-q\.a:checked),:has(#q-r\.b:checked))"
    )


def test_na_beside_another_tick_holds_for_nothing() -> None:
    """That is no answer, and neither of the two then counts as chosen."""
    several = question("q", [1, 2, None], is_multiple=True)
    tick = question("r", [1, 2], when=({"q": ("a",)},))
    none = question("s", [1, 2], when=({"q": ("c",)},))
    either = question("t", [1, 2], when=({"q": ("a", "c")},))
    found = selectors(several, tick, none, either)

    assert found["r"] == r":has(#q-q\.a:checked):not(:has(#q-q\.c:checked))"
    assert found["s"] == (
        r":has(#q-q\.c:checked):not(:has(#q-q\.a:checked,#q-q\.b:checked))"
    )
    assert found["t"] == f":is({found['r']},{found['s']})"


def test_selector_that_grows_too_long_is_left_out() -> None:
    """Its question is always shown, and says in words when it is asked."""
    asked = [question("q0", [1, 2])]
    for number in range(1, 20):
        earlier = [each.id for each in asked]
        when = tuple({name: ("a",)} for name in earlier)
        asked.append(question(f"q{number}", [1, 2], when=when))
    made = quiz(asked, score("total", {each.id: 1 for each in asked}))
    sheet = compile_quiz(made)
    found = asked_selectors(sheet)
    css = quiz_rules(made, tally(sheet), found, conventions("en"))

    assert "q2" in found
    assert "q19" not in found
    assert all(len(selector) <= LONGEST for selector in found.values())
    assert '[data-when="q2"]' in css
    assert "q19" not in css.partition("@media screen")[2]
