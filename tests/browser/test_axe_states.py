"""axe finds nothing in any state, in the packaged theme, at every width.

One visit meets all states of a quiz, so that each is judged as it comes about.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from testkit.axe import EACH, IN_TURN, faults_in
from testkit.reader import states_of
from testkit.showcase import QUIZ, QUIZZES
from testkit.static_server import StaticServer

BuiltSite = Callable[[str], Path]
Serve = Callable[..., StaticServer]


@pytest.mark.parametrize("quiz", QUIZZES)
def test_axe_finds_nothing_in_any_state(
    page: Page, built_site: BuiltSite, serve: Serve, quiz: str
) -> None:
    """On a phone, a tablet and a desk, by day and by night; and all fits the window.

    The other quizzes are of the same parts, and seen at the ends of the scale only.
    """
    modes = EACH if quiz == QUIZ else IN_TURN
    page.goto(serve(built_site("showcase-spiegel")).url(f"{quiz}/"))
    found = []

    for state in states_of(quiz):
        state.reach(page)
        told = faults_in(page, page.main_frame, modes)
        found += [f"{state.name}, {fault}" for fault in told]

    assert found == []
