"""A quiz in whichever engine, as a reader meets it: real clicks and real keys."""

from __future__ import annotations

from collections.abc import Mapping

from testkit.engines.engine import Engine, wait_for

_STATE_IS = """
const form = document.querySelector("form[data-kw=quiz]");
return form && form.dataset.state === arguments[0];
"""
_SHOWN = """
return [...document.querySelectorAll(arguments[0])]
  .filter((e) => e.checkVisibility ? e.checkVisibility() : e.offsetParent)
  .map((e) => e.textContent.trim());
"""


def label(question: str, option: str) -> str:
    """Select the label of an option."""
    return f'label[for="q-{question}.{option}"]'


def answer(engine: Engine, answers: Mapping[str, str]) -> None:
    """Click on the label of each option."""
    for question, option in answers.items():
        engine.click(label(question, option))


def submit(engine: Engine) -> None:
    """Ask for the result."""
    engine.click("button[type=submit]")


def expect_state(engine: Engine, state: str) -> None:
    """Wait until the form says that it is in this state."""
    wait_for(engine, _STATE_IS, state)


def shown(engine: Engine, selector: str) -> list[str]:
    """Give the texts of what is there to see, in order."""
    return list(engine.run(_SHOWN, selector))


def expect_score(engine: Engine, value: str) -> None:
    """Wait for a result, and find this score wherever it is shown."""
    expect_state(engine, "scored")
    values = shown(engine, '[data-score="total"] [data-part="value"]')
    assert values, "no score is shown"
    assert set(values) == {value}
