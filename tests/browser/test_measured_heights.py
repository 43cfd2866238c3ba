"""`kwispel build --measure` gives frames the height that their quizzes need."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Page

from kwispel.errors import BuildFailed
from kwispel.headless.heights import measured
from testkit.quiz_folder import Folder
from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer

OpenPage = Callable[..., Page]
Serve = Callable[..., StaticServer]
Built = tuple[Path, str]

ROOT = Path(__file__).parents[2]
URL = "https://quiz.example"
IDLE = '<!doctype html><title>A</title><form data-kw="quiz" data-state="idle"></form>'

pytestmark = pytest.mark.usefixtures("playwright")  # its driver needs a Node


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, browser_path: Path) -> Built:
    """Build a site with two quizzes of one question at a time, once."""
    dist = tmp_path_factory.mktemp("measured") / "dist"
    content = ROOT / "tests/sites/good/steps"
    done = subprocess.run(
        [
            *(sys.executable, "-m", "kwispel", "build", content, "-o", dist),
            *("--measure", "--browser", browser_path, "--base-url", URL),
        ],
        capture_output=True,
        text=True,
        check=True,
    )
    return dist, done.stdout


def heights(told: str) -> dict[str, int]:
    """Read the heights of frames by quiz, in what a build prints."""
    found = re.findall(rf'src="{URL}/([^"]+)/embed.html".* height="(\d+)"', told)
    return {quiz: int(height) for quiz, height in found}


def test_every_step_fits_in_its_frame(
    built: Built, open_page: OpenPage, serve: Serve
) -> None:
    """On a phone, without the loader; the highest leaves less than a row of tens."""
    page = open_page(viewport={"width": 360, "height": 800})
    server = serve(built[0])
    left = []
    for quiz, height in heights(built[1]).items():
        page.goto(server.url(f"{quiz}/embed.html"))
        QuizPage(page).expect_ready()
        for step in page.locator("[data-step]").all():
            step.evaluate(
                """shown => document.querySelectorAll("[data-step]").forEach(
                step => step.toggleAttribute("data-current", step === shown))"""
            )
            needed = page.locator("html").evaluate(
                "e => e.getBoundingClientRect().height"
            )
            left.append((quiz, height - needed))

    assert len({quiz for quiz, _ in left}) == 2
    assert all(spare >= 0 for _, spare in left), left
    for quiz in heights(built[1]):
        assert min(spare for each, spare in left if each == quiz) < 10


def test_the_height_is_the_same_wherever_it_is_told(built: Built) -> None:
    """On the page for publishers, which says how it came about, and in oEmbed."""
    dist, told = built
    quiz, height = next(iter(heights(told).items()))

    page = (dist / quiz / "embed/index.html").read_text(encoding="utf-8")
    answer = json.loads((dist / quiz / "oembed.json").read_text())

    assert f"height=&#34;{height}&#34;" in page
    assert f"The height of {height} pixels was measured" in page
    assert f'height="{height}"' in answer["html"]


def test_a_page_that_does_not_get_ready_is_told(
    tmp_path: Path, browser_path: Path
) -> None:
    """With what to look at; there is no height then."""
    quiz = Folder(tmp_path / "quiz").quiz()
    files = {f"{quiz.path}/embed.html": IDLE.encode()}

    with pytest.raises(BuildFailed) as failed, ThreadPoolExecutor(1) as thread:
        # Beside the loop of events that Playwright has in this thread.
        thread.submit(measured, [quiz], files, browser_path, 3).result()

    (problem,) = failed.value.problems
    assert problem.code == "page-not-measured"
    assert 'stays "idle"' in problem.message
