"""`score: shared`: the site around the quiz gets the total, and nobody else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from testkit.publisher import LOADER, SANDBOX, expect_fit, quiz_in
from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer

Serve = Callable[..., StaticServer]
BuiltSite = Callable[[str], Path]

QUIZ = "pass-on"
ANSWERS = {"first": "c", "second": "c", "third": "b"}
SCORE = {"value": "8/3", "min": "1", "max": "3", "percent": "250/3", "band": "closed"}
NONE = {"value": None, "min": "1", "max": "3", "percent": None, "band": None}
TOLD = "Your score is passed on"

LISTEN = """<script>
heard = []; onmessage = ({ data }) => heard.push(data);
events = []; addEventListener("kwispel-complete", (e) => events.push(e.detail));
</script>"""
FRAME = (
    f'<iframe src="ORIGIN/{QUIZ}/embed.html" title="Pass on" width="100%" '
    f'height="300" sandbox="{SANDBOX}" data-kwispel></iframe>'
)
ID = {"kwispel": 1, "id": "kwispel-1"}
EVENT = {**ID, "type": "event", "quiz": QUIZ}
DONE = {"quiz": QUIZ, "name": "complete"}


@pytest.fixture
def quizzes(serve: Serve, built_site: BuiltSite) -> StaticServer:
    """Serve the quiz that shares its score, on a host of its own."""
    return serve(built_site("shared"), "127.0.0.1")


@pytest.fixture
def quiz(page: Page, publish: Serve) -> QuizPage:
    """Open the quiz on a publisher's page."""
    page.goto(publish(LISTEN + FRAME + LOADER).url())
    expect_fit(page)
    return quiz_in(page)


def told(page: Page) -> list[dict[str, Any]]:
    """Give what the frame has said but how high it is and where to look."""
    heard = page.evaluate("heard")
    return [one for one in heard if one["type"] not in {"height", "scroll"}]


def test_the_total_is_all_that_is_added(page: Page, quiz: QuizPage) -> None:
    """Exactly, and once: what is tried out after that is the reader's own."""
    expect(quiz.part("privacy")).to_contain_text(TOLD)

    quiz.score(ANSWERS)
    quiz.expect_score("2.7")
    expect_fit(page)
    quiz.score({"third": "a"})
    quiz.expect_score("2.3")
    expect_fit(page)

    assert told(page) == [
        {"kwispel": 1, "type": "ready"},
        {**EVENT, "name": "start"},
        {**EVENT, "name": "complete", "score": SCORE},
    ]
    heard = [one for one in page.evaluate("heard") if one not in told(page)]
    assert {frozenset(one) for one in heard} == {
        frozenset({*ID, "type", "height"}),
        frozenset({*ID, "type", "top"}),
    }
    assert page.evaluate("events") == [{**DONE, "score": SCORE}]


def test_what_there_is_not_is_null(page: Page, quiz: QuizPage) -> None:
    """Who has forgotten everything has no score."""
    quiz.score(dict.fromkeys(ANSWERS, "d"))
    quiz.expect_state("scored")

    page.wait_for_function("() => events.length")
    assert told(page)[-1] == {**EVENT, "name": "complete", "score": NONE}


def test_nothing_is_passed_on_from_the_quizs_own_page(
    page: Page, quizzes: StaticServer
) -> None:
    """No site is around it."""
    page.goto(quizzes.url(f"{QUIZ}/"))
    quiz = QuizPage(page)
    page.evaluate("addEventListener('kw-scored', (e) => { detail = e.detail })")

    quiz.score(ANSWERS)
    quiz.expect_score("2.7")

    expect(quiz.part("privacy")).not_to_contain_text(TOLD)
    assert page.evaluate("detail") == []
