"""What hosts are told to send lets the right pages frame a quiz, and its files come."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from kwispel.publish.headers import ISOLATED, common_headers
from testkit.quiz_page import QuizPage
from testkit.sample_pages import sample_site
from testkit.static_server import StaticServer
from testkit.watch import Watch

Publish = Callable[..., StaticServer]

FRAME = '<iframe title=Quiz {} src="ORIGIN/mirror/embed.html"></iframe>'
ANSWERS = {"first": "a", "second": "a", "third": "a"}


@pytest.mark.parametrize("sandbox", ["", 'sandbox="allow-scripts"'])
def test_an_isolated_page_frames_a_quiz_that_scores(
    page: Page, publish: Publish, quizzes: StaticServer, sandbox: str
) -> None:
    """A page gets SharedArrayBuffer only where all that it loads agrees to it."""
    quizzes.headers |= {**common_headers(sample_site()), **ISOLATED}
    host = publish(FRAME.format(sandbox))
    host.headers |= {**ISOLATED, "Cross-Origin-Opener-Policy": "same-origin"}
    page.goto(host.url())
    quiz = QuizPage(page.frame_locator("iframe"))

    quiz.score(ANSWERS)

    expect(quiz.part("result")).to_be_visible()
    assert page.evaluate("crossOriginIsolated")


def test_a_list_of_sites_lets_in_these_alone(
    page: Page, publish: Publish, quizzes: StaticServer, watch: Watch
) -> None:
    """As browsers read the policy that the site has sent."""
    host = publish(FRAME.format(""))
    named = sample_site(embed_origins=(host.origin,))
    others = sample_site(embed_origins=("https://example.org",))

    quizzes.headers |= common_headers(named)
    page.goto(host.url())
    expect(QuizPage(page.frame_locator("iframe")).form).to_be_visible()
    quizzes.headers |= common_headers(others)
    watch.expect("frame-ancestors")
    with page.expect_console_message(lambda said: "frame-ancestors" in said.text):
        page.reload()

    expect(QuizPage(page.frame_locator("iframe")).form).to_have_count(0)
