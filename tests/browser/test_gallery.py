"""The gallery in a browser: it needs no script, and shows what it promises."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.axe import faults
from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer
from testkit.styled import styled

OpenPage = Callable[..., Page]
Serve = Callable[..., StaticServer]
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with its gallery."""
    dist = tmp_path_factory.mktemp("gallery") / "dist"
    tiny = ROOT / "tests/sites/good/tiny"
    command = [sys.executable, "-m", "kwispel", "build", str(tiny), "-o", str(dist)]
    subprocess.run([*command, "--gallery"], check=True, capture_output=True, cwd=ROOT)
    return dist


@pytest.fixture
def server(serve: Serve, site: Path) -> StaticServer:
    """Serve it."""
    return serve(site)


def leave_out_but(page: Page, site: Path, theme: str, component: str) -> None:
    """Leave out the frames of other components: without lazy loading hundreds come."""
    file = site / "gallery" / f"{theme}.html"
    others = re.compile(rf'<iframe src="{theme}/(?!{component}-\d)[^>]*></iframe>')
    few = others.sub("", file.read_text(encoding="utf-8"))
    assert f'<iframe src="{theme}/{component}-1-' in few
    page.route(
        f"**/gallery/{theme}.html",
        lambda route: route.fulfill(content_type="text/html", body=few),
    )


def test_frames_are_as_high_as_what_they_show(page: Page, server: StaticServer) -> None:
    """An example is seen whole; the watch sees that no policy is broken."""
    page.goto(server.url("gallery/krant.html"))
    frame = page.locator("#opening .light .narrow iframe").first
    frame.scroll_into_view_if_needed()
    inside = frame.content_frame.locator("html")

    expect(inside).to_have_attribute("data-granted", "")
    box = frame.bounding_box()
    assert box
    assert box["height"] >= inside.evaluate("e => e.scrollHeight") > 200


def test_narrow_is_a_telephone_and_wide_a_desk(
    page: Page, server: StaticServer
) -> None:
    """So that what a theme says of windows is seen."""
    page.set_viewport_size({"width": 1600, "height": 900})
    page.goto(server.url("gallery/spiegel.html"))
    example = page.locator("#option .example").first
    example.scroll_into_view_if_needed()
    narrow, wide = example.locator(".light iframe").all()

    widths = []
    for frame in (narrow, wide):
        inside = frame.content_frame.locator(styled(".kw-option__label"))
        expect(inside).to_be_visible()
        widths.append(inside.evaluate("() => innerWidth"))

    assert widths[0] == 360
    assert widths[1] >= 960


def test_scheme_and_window_are_switched_without_a_script(
    open_page: OpenPage, server: StaticServer, site: Path
) -> None:
    """By radios and CSS."""
    page = open_page(java_script_enabled=False)
    leave_out_but(page, site, "overheid", "option")
    page.goto(server.url("gallery/overheid.html"))
    example = page.locator("#option .example").first
    expect(example.locator("iframe:visible")).to_have_count(2)

    page.get_by_role("radio", name="both").first.check()
    expect(example.locator("iframe:visible")).to_have_count(4)
    page.get_by_role("radio", name="narrow").check()
    expect(example.locator("iframe:visible")).to_have_count(2)
    page.get_by_role("radio", name="dark").check()

    expect(example.locator("iframe:visible")).to_have_count(1)
    expect(example.locator("iframe:visible")).to_have_attribute(
        "src", "overheid/option-1-dark.html"
    )


def test_gallery_is_seen_from_a_disk(page: Page, site: Path) -> None:
    """Whoever built it may just open it."""
    leave_out_but(page, site, "spiegel", "about")
    page.goto((site / "gallery/spiegel.html").as_uri())
    frame = page.locator("#about .light iframe").first

    expect(frame.content_frame.locator(".kw-about")).to_be_visible()


def test_sample_quizzes_work(page: Page, server: StaticServer) -> None:
    """The whole pages of a theme are pages like those of readers."""
    page.goto(server.url("gallery/krant/pages/many/"))
    quiz = QuizPage(page)
    for fieldset in quiz.root.locator("fieldset[data-question]").all():
        fieldset.locator("label").last.click()

    quiz.submit()

    quiz.expect_score("12")


@pytest.mark.parametrize("name", ["index", "spiegel"])
def test_axe_finds_nothing_in_the_gallery(
    page: Page, server: StaticServer, name: str
) -> None:
    """Authors read it too; what is in its frames is judged where readers meet it."""
    page.goto(server.url(f"gallery/{name}.html"))

    assert faults(page.main_frame) == []
    page.emulate_media(color_scheme="dark")
    assert faults(page.main_frame) == []
