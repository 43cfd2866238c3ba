"""docs/how-to/count-readers.md does what it says, with stand-ins for the tools."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from testkit.publisher import ANSWERS, LOADER, TOTAL, expect_fit, frame_html, quiz_in
from testkit.static_server import StaticServer

Serve = Callable[..., StaticServer]

HOW_TO = Path(__file__).parents[2] / "docs/how-to/count-readers.md"
STAND_IN = "<script>calls = []; plausible = (...given) => calls.push(given)</script>"


def example(tool: str) -> str:
    """Give the markup that the page tells to paste for a tool."""
    section = HOW_TO.read_text(encoding="utf-8").partition(f"## {tool}\n")[2]
    found = re.search(r"```html\n(.*?)```", section, re.DOTALL)
    assert found
    return found[1]


@pytest.mark.parametrize(
    ("tool", "calls", "wanted"),
    [
        (
            "Matomo",
            "_paq",
            [["trackEvent", "Quiz", name, "mirror"] for name in ("start", "complete")],
        ),
        (
            "Plausible",
            "calls",
            [
                [f"Quiz {name}", {"props": {"quiz": "mirror"}}]
                for name in ("start", "complete")
            ],
        ),
    ],
)
def test_a_tool_counts_who_begins_and_who_completes(
    page: Page, publish: Serve, tool: str, calls: str, wanted: object
) -> None:
    """By the ten lines that the page gives."""
    page.goto(publish(STAND_IN + example(tool) + frame_html() + LOADER).url())
    expect_fit(page)

    quiz_in(page).score(ANSWERS)
    quiz_in(page).expect_score(TOTAL)

    page.wait_for_function(f"() => {calls}.length > 1")
    assert page.evaluate(calls) == wanted
