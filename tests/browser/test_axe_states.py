"""axe finds nothing in any state of a quiz, in any theme, width and scheme.

One visit meets all states, so that each is judged as it comes about.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from testkit.axe import WIDTHS, faults, faults_in
from testkit.reader import STATES, USED, USED_STATES
from testkit.showcase import QUIZ, THEMES
from testkit.small_quiz import SMALL
from testkit.static_server import StaticServer
from testkit.watch import Watch

BuiltSite = Callable[[str], Path]
Serve = Callable[..., StaticServer]

KEPT = r"^storage: (setItem\(kwispel:[a-z]+\)|localStorage )"

JUDGED = (STATES[1], STATES[-1], USED)
"""Those in which most is shown."""


@pytest.mark.parametrize("theme", THEMES)
def test_axe_finds_nothing_in_any_state(
    page: Page, built_site: BuiltSite, serve: Serve, watch: Watch, theme: str
) -> None:
    """On a phone, a tablet and a desk, by day and by night; and all fits the window."""
    watch.expect(KEPT)
    page.goto(serve(built_site(f"showcase-{theme}")).url(f"{SMALL}/"))
    found = []

    for state in USED_STATES:
        state.reach(page)
        told = faults_in(page, page.main_frame)
        found += [f"{state.name}, {fault}" for fault in told]

    assert found == []


def test_axe_finds_nothing_in_the_projects_own_quiz(
    page: Page, built_site: BuiltSite, serve: Serve, watch: Watch
) -> None:
    """Of the same parts, but with the texts that readers meet: each element of it."""
    watch.expect(KEPT)
    page.goto(serve(built_site("showcase-spiegel")).url(f"{QUIZ}/"))
    found = []

    for state in (*STATES, USED):
        state.reach(page)
        if state in JUDGED:
            found += [f"{state.name}, {fault}" for fault in faults(page.main_frame)]

    assert found == []


FAULTY = """<!doctype html><html lang="en"><head><title>A</title>
<meta name="viewport" content="width=device-width"><style>
  .a { color: #000; background: #fff }
  @media (prefers-color-scheme: dark) { .a:nth-child(3) { color: #eee } }
  @media (min-width: 40rem) and (max-width: 60rem) {
    button { all: unset; display: block; font-size: 8px; line-height: 9px } }
</style></head><body><main><h1 class="a">A</h1><p class="a">One</p><p class="a">Two</p>
<button class="a">B</button><button class="a">C</button></main></body></html>"""


def test_what_is_wrong_in_one_width_or_scheme_alone_is_told(page: Page) -> None:
    """Otherwise the tests above would prove nothing of the others."""
    page.set_content(FAULTY)

    found = list(faults_in(page, page.main_frame))

    places = {" ".join(fault.split()[:3]) for fault in found}
    assert places == {
        *(f"{width} dark: color-contrast:" for width in WIDTHS),
        "768 light: target-size:",
    }
    assert not any("One" in fault for fault in found)
