"""Hooks in the reader's browser, under the policy of every page."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from testkit.quiz_page import QuizPage
from testkit.runtime_page import PROGRAMS, write_program_page
from testkit.static_server import StaticServer
from testkit.watch import Watch

Serve = Callable[..., StaticServer]

CAREFUL: dict[str, str | list[str]] = {"first": "c", "second": "c", "age": "a"}
RARE: dict[str, str | list[str]] = {
    f"q{n}": option for n, option in enumerate("bdbdbd", 1)
}


@pytest.fixture
def hooked(serve: Serve, built_site: Callable[[str], Path]) -> StaticServer:
    """Serve the quizzes that have hooks."""
    return serve(built_site("hook"))


@pytest.fixture
def care(page: Page, hooked: StaticServer) -> QuizPage:
    """Open the quiz whose hook does all that a hook can."""
    page.goto(hooked.url("care-2/"))
    return QuizPage(page)


@pytest.fixture
def rare(page: Page, hooked: StaticServer) -> QuizPage:
    """Open the quiz whose hook fails for some answers."""
    page.goto(hooked.url("rare/"))
    return QuizPage(page)


def test_both_pythons_compute_alike_with_exact_numbers(
    tmp_path: Path, serve: Serve, page: Page
) -> None:
    """Every operation that a hook may use, in both orders, and what it refuses."""
    spec = importlib.util.spec_from_file_location("ratios", PROGRAMS / "ratios.py")
    assert spec
    assert spec.loader
    ratios: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(ratios)
    write_program_page(tmp_path, "run_ratios", '<pre id="said"></pre>')

    page.goto(serve(tmp_path).url())

    said = (page.locator("#said").text_content() or "").split("\n")
    assert said == ratios.lines()


def test_a_table_takes_the_place_of_a_factor(care: QuizPage) -> None:
    """Value, range and band are those that the hook brought about."""
    care.score(CAREFUL)

    care.expect_score("65", "calm")
    expect(care.in_score("calm", "[data-part=max]").first).to_have_text("65")
    expect(care.in_score("calm", '[data-band="late"]')).to_be_visible()


def test_a_band_that_only_the_hook_sets_is_shown(care: QuizPage) -> None:
    """One answer can decide, whatever the score."""
    care.score({"first": "a", "second": "a", "age": "b"})

    expect(care.in_score("total", '[data-band="unsafe"]')).to_be_visible()
    expect(care.in_score("total", '[data-band="low"]')).to_be_hidden()


def test_a_line_that_the_hook_adds_is_text(care: QuizPage) -> None:
    """What an author writes there never becomes markup."""
    care.score({**CAREFUL, "signs": ["x", "y", "z"]})

    care.expect_score("3")
    expect(care.part("added").locator("li")).to_have_text(
        ["<b>3</b> signs: \u22120.75"]
    )
    expect(care.part("added").locator("b")).to_have_count(0)


def test_added_lines_go_when_there_are_none(care: QuizPage) -> None:
    """A second result does not show lines of the first."""
    care.score({**CAREFUL, "signs": ["x", "y", "z"]})
    expect(care.part("added")).to_be_visible()

    care.score({"signs": ["x", "y", "z"]})

    care.expect_score("4")
    expect(care.part("added")).to_be_hidden()


def test_a_hook_that_works_says_nothing_of_itself(care: QuizPage) -> None:
    """The note of failing stays hidden."""
    care.score(CAREFUL)

    care.expect_score("65", "calm")
    expect(care.part("unadjusted")).to_be_hidden()


def test_a_hook_that_fails_leaves_the_result_before_it(rare: QuizPage) -> None:
    """The reader gets a result, and is told what is missing from it."""
    rare.score(RARE)

    rare.expect_score("12")
    expect(rare.in_score("total", "[data-part=max]").first).to_have_text("24")
    expect(rare.part("unadjusted")).to_be_visible()
    rare.expect_state("scored")


def test_a_failing_hook_is_told_to_a_screen_reader_too(rare: QuizPage) -> None:
    """With the score, as one announcement."""
    rare.score(RARE)

    expect(rare.part("status")).to_contain_text("12")
    expect(rare.part("status")).to_contain_text(rare.part("unadjusted").inner_text())


def test_after_a_failure_the_hook_works_again(rare: QuizPage) -> None:
    """What went wrong once is no reason to give up."""
    rare.score(RARE)
    expect(rare.part("unadjusted")).to_be_visible()

    rare.score({"q1": "a"})

    rare.expect_score("12")
    expect(rare.in_score("total", "[data-part=max]").first).to_have_text("25")
    expect(rare.part("unadjusted")).to_be_hidden()


def test_clearing_takes_the_note_away(rare: QuizPage) -> None:
    """No result, nothing to be said of it."""
    rare.score(RARE)
    expect(rare.part("unadjusted")).to_be_visible()

    rare.reset()

    rare.expect_ready()
    expect(rare.part("unadjusted")).to_be_hidden()


def test_a_hook_that_does_not_load_keeps_no_other_from_working(
    page: Page,
    serve: Serve,
    built_site: Callable[[str], Path],
    tmp_path: Path,
    watch: Watch,
) -> None:
    """The quiz without its hook scores without it, and says so."""
    watch.expect("(?s)console error: .*")
    site = tmp_path / "site"
    built = built_site("hook")
    for path in built.rglob("*"):
        if path.is_file():
            copy = site / path.relative_to(built)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(path.read_bytes())
    (runtime,) = (site / "assets").glob("runtime.*.js")
    script = runtime.read_text(encoding="utf-8")
    wrong = script.replace('addModule("hook_rare"', 'nothing("hook_rare"')
    assert wrong != script
    runtime.write_text(wrong, encoding="utf-8")
    server = serve(site)

    page.goto(server.url("rare/"))
    QuizPage(page).score({**RARE, "q1": "a"})
    QuizPage(page).expect_score("11")
    expect(QuizPage(page).part("unadjusted")).to_be_visible()
    page.goto(server.url("care-2/"))
    QuizPage(page).score(CAREFUL)

    QuizPage(page).expect_score("65", "calm")
