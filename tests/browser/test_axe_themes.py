"""axe finds nothing in any state of any other theme."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from testkit.axe import IN_TURN, faults_in
from testkit.reader import STATES
from testkit.showcase import QUIZ, THEMES
from testkit.static_server import StaticServer

BuiltSite = Callable[[str], Path]
Serve = Callable[..., StaticServer]


@pytest.mark.parametrize("theme", sorted({*THEMES} - {"spiegel"}))
def test_axe_finds_nothing_in_any_state_of_a_theme(
    page: Page, built_site: BuiltSite, serve: Serve, theme: str
) -> None:
    """The narrowest page by day and the widest by night: templates are shared."""
    page.goto(serve(built_site(f"showcase-{theme}")).url(f"{QUIZ}/"))
    found = []

    for state in STATES:
        state.reach(page)
        told = faults_in(page, page.main_frame, IN_TURN)
        found += [f"{state.name}, {fault}" for fault in told]

    assert found == []
