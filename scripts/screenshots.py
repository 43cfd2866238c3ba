"""Take pictures of every state that a reader meets, and put them on one sheet.

Run as `make screenshots`, or as `python scripts/screenshots.py --theme spiegel --width
360` for some of them. They land in build/screenshots, as
THEME/QUIZ/STATE-WIDTH-SCHEME.png, with index.html to look through.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "tests")]

from playwright.sync_api import Browser, Page, expect, sync_playwright  # noqa: E402

import find_browser  # noqa: E402
from contact_sheet import contact_sheet  # noqa: E402
from readme_pictures import PICTURES, take_readme_pictures  # noqa: E402
from testkit.reader import STATES, State, answer_all, states_of  # noqa: E402
from testkit.showcase import QUIZZES, THEMES, build_showcase  # noqa: E402
from testkit.static_server import StaticServer  # noqa: E402

PLACE = ROOT / "build/screenshots"
WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")
HEIGHT = 800
PAPER_WIDTH = 794
"""A4 at 96 pixels an inch."""


@dataclass(frozen=True, slots=True)
class Series:
    """Pictures of one quiz in one theme."""

    browser: Browser
    server: StaticServer
    theme: str
    quiz: str

    def open(self, width: int, *, scripts: bool = True) -> Page:
        """Open the quiz in a window of this width."""
        page = self.browser.new_page(
            viewport={"width": width, "height": HEIGHT},
            java_script_enabled=scripts,
            reduced_motion="reduce",
        )
        page.goto(self.server.url(f"{self.quiz}/"))
        return page

    def take(self, page: Page, name: str) -> Path:
        """Take a picture of a whole page."""
        path = PLACE / self.theme / self.quiz / f"{name}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        page.mouse.move(0, 0)
        page.screenshot(path=path, full_page=True, animations="disabled")
        return path


def on_screens(series: Series, widths: tuple[int, ...]) -> Iterator[Path]:
    """Take the states of a visit, at each width, by day and by night."""
    for width in widths:
        page = series.open(width)
        for state in states_of(series.quiz):
            yield from in_both_schemes(series, page, state, width)
        page.close()


def in_both_schemes(
    series: Series, page: Page, state: State, width: int
) -> Iterator[Path]:
    """Take one state."""
    state.reach(page)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        yield series.take(page, f"{state.name}-{width}-{scheme}")


def on_paper(series: Series) -> Iterator[Path]:
    """Take the form and the result as they are printed."""
    page = series.open(PAPER_WIDTH)
    page.emulate_media(media="print")
    yield series.take(page, "paper-form")
    page.emulate_media(media="screen")
    STATES[0].reach(page)
    answer_all(page)
    next(state for state in STATES if state.name == "result").reach(page)
    page.emulate_media(media="print")
    yield series.take(page, "paper-result")
    page.close()


def without_scripts(series: Series) -> Iterator[Path]:
    """Take the page as it counts by itself, after the first answer to each question."""
    page = series.open(WIDTHS[0], scripts=False)
    for question in page.locator("fieldset[data-question]:visible").all():
        question.locator("label").first.click()
    yield series.take(page, f"plain-{WIDTHS[0]}-light")
    page.close()


def all_series(chosen: argparse.Namespace, browser: Browser) -> Iterator[Path]:
    """Take all pictures that were asked for."""
    for theme in chosen.theme or THEMES:
        with tempfile.TemporaryDirectory() as folder:
            server = StaticServer(build_showcase(Path(folder), theme))
            for quiz in chosen.quiz or QUIZZES:
                series = Series(browser, server, theme, quiz)
                yield from on_screens(series, tuple(chosen.width or WIDTHS))
                yield from on_paper(series)
                yield from without_scripts(series)
            server.close()


def for_readme(browser: Browser) -> Iterator[Path]:
    """Take the pictures of README."""
    with tempfile.TemporaryDirectory() as folder:
        servers = {
            theme: StaticServer(build_showcase(Path(folder) / theme, theme))
            for theme in {picture.theme for picture in PICTURES}
        }
        yield from take_readme_pictures(browser, servers)
        for server in servers.values():
            server.close()


def main() -> None:
    """Take the pictures, and tell where they are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--theme", action="append", choices=THEMES)
    parser.add_argument("--quiz", action="append", choices=list(QUIZZES))
    parser.add_argument("--width", action="append", type=int)
    parser.add_argument("--readme", action="store_true", help="those of README alone")
    chosen = parser.parse_args()
    os.environ["PLAYWRIGHT_NODEJS_PATH"] = str(find_browser.node_for_playwright())
    expect.set_options(timeout=30_000)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=find_browser.installed_browser(),
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        if chosen.readme:
            taken, place = list(for_readme(browser)), ROOT / "docs/images"
        else:
            shutil.rmtree(PLACE, ignore_errors=True)
            taken, place = list(all_series(chosen, browser)), PLACE / "index.html"
            place.write_text(contact_sheet(PLACE, taken), encoding="utf-8")
        browser.close()
    sys.stdout.write(f"{len(taken)} pictures: {place}\n")


if __name__ == "__main__":
    main()
