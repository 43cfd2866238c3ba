"""A built site works in a sub-folder of a host, and under its old paths."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kwispel.build import build_site
from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer

Serve = Callable[..., StaticServer]

CONTENT = Path(__file__).parents[1] / "sites/good/behaviour"
BELOW = "our/tests"
RENAMED = '\n[redirects]\nold = "mirror"\nolder = "old"\n"tests.html" = "/"\n'
ANSWERS = {"first": "a", "second": "a", "third": "a"}


@pytest.fixture(scope="module")
def host_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder of a host with a site in a sub-folder, which has old paths."""
    folder = tmp_path_factory.mktemp("below")
    shutil.copytree(CONTENT, folder / "content")
    with (folder / "content/site.toml").open("a", encoding="utf-8") as settings:
        settings.write(RENAMED)
    build_site(folder / "content", folder / "host" / BELOW)
    return folder / "host"


@pytest.fixture
def site(serve: Serve, host_folder: Path) -> StaticServer:
    """Serve it."""
    return serve(host_folder)


def test_a_site_in_a_sub_folder_asks_for_nothing_outside(
    page: Page, site: StaticServer
) -> None:
    """From the list of quizzes to a result, and in a frame."""
    page.goto(site.url(f"{BELOW}/"))
    page.get_by_role("link", name="Mirror").first.click()
    quiz = QuizPage(page)
    quiz.score(ANSWERS)
    expect(quiz.part("result")).to_be_visible()
    page.goto(site.url(f"{BELOW}/mirror/embed.html"))
    QuizPage(page).score(ANSWERS)

    expect(QuizPage(page).part("result")).to_be_visible()
    assert [path for path in site.asked_for if not path.startswith(f"/{BELOW}/")] == []


def test_an_old_path_keeps_what_stands_behind_the_sign(
    page: Page, site: StaticServer
) -> None:
    """A link to a result is one after the quiz has moved; also by two old paths."""
    page.goto(site.url(f"{BELOW}/older/#r=1234"))

    expect(page).to_have_url(site.url(f"{BELOW}/mirror/index.html#r=1234"))
    expect(QuizPage(page).part("link")).to_be_visible()


def test_an_old_path_is_none_to_go_back_to(page: Page, site: StaticServer) -> None:
    """Who goes back comes to where they were before."""
    page.goto(site.url(f"{BELOW}/"))
    page.goto(site.url(f"{BELOW}/old/"))
    expect(page).to_have_url(site.url(f"{BELOW}/mirror/index.html"))

    page.go_back()

    expect(page).to_have_url(site.url(f"{BELOW}/"))


def test_frames_of_an_old_path_show_the_quiz(
    page: Page, site: StaticServer, serve: Serve, tmp_path: Path
) -> None:
    """In the sandbox that publishers paste, which allows scripts and no more."""
    address = site.url(f"{BELOW}/old/embed.html")
    frame = f'<iframe sandbox="allow-scripts" title="Quiz" src="{address}"></iframe>'
    page_of_another = f"<!doctype html><html lang=en><title>News</title>{frame}"
    (tmp_path / "index.html").write_text(page_of_another, encoding="utf-8")
    page.goto(serve(tmp_path).url())

    quiz = QuizPage(page.frame_locator("iframe"))

    expect(quiz.form).to_be_visible()
    assert f"/{BELOW}/mirror/embed.html" in site.asked_for


def test_an_old_page_leads_to_the_list_of_quizzes(
    page: Page, site: StaticServer
) -> None:
    """Any page may have moved."""
    page.goto(site.url(f"{BELOW}/tests.html"))

    expect(page).to_have_url(site.url(f"{BELOW}/index.html"))


def test_without_scripts_an_old_path_leads_on_too(
    open_page: Callable[..., Page], site: StaticServer
) -> None:
    """The fragment is lost then, and nothing could read it."""
    page = open_page(java_script_enabled=False)
    page.goto(site.url(f"{BELOW}/old/"))

    expect(page).to_have_url(site.url(f"{BELOW}/mirror/index.html"))
