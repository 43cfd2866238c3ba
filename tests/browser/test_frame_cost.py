"""What a publisher's page pays for quizzes before its reader touches one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page

from testkit.host_page import element_html, quiz_of
from testkit.publisher import LOADER, expect_fit, frame_html, quiz_in
from testkit.static_server import StaticServer

Serve = Callable[..., StaticServer]

WATCH = """<script>
long = [];
new PerformanceObserver((list) => long.push(...list.getEntries())).observe(
  { type: "longtask", buffered: true });
changes = [];
new MutationObserver((list) => {
  for (const { attributeName } of list) changes.push(attributeName);
}).observe(document, { attributes: true, subtree: true });
</script>"""
QUIZ = "klantgerichtheid"
FRAMES = 4
VISITS = 5
OWN_LONG_TASKS = """async () => {
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return long.filter((task) => task.name === "self").length;
}"""


def visit(page: Page, publish: Serve) -> None:
    """Open a page with several quizzes, and wait until all of them stand."""
    page.goto(publish(WATCH + frame_html() * FRAMES + LOADER).url())
    for number in range(FRAMES):
        quiz_in(page, number).expect_ready()
        expect_fit(page, number)


def visit_element(page: Page, publish: Serve, origin: str) -> None:
    """Open a page that has a quiz of many questions in itself; wait until it stands."""
    element = element_html(QUIZ).replace('src="', f'src="{origin}/')
    script = f'<script async src="{origin}/element.js"></script>'
    page.goto(publish(WATCH + element + script).url())
    quiz_of(page)


def expect_no_long_task(page: Page, visit_page: Callable[[], None]) -> None:
    """Expect a visit without a long task of the page's own.

    Another program may stop any task for a while, and is not likely to do so in each
    of several visits; what our script costs is there in all of them.
    """
    for _ in range(VISITS):
        visit_page()
        if page.evaluate(OWN_LONG_TASKS) == 0:
            return
    raise AssertionError(f"a long task in each of {VISITS} visits")


def test_the_loader_makes_no_long_task(page: Page, publish: Serve) -> None:
    """None that the browser reports of the page itself."""
    expect_no_long_task(page, lambda: visit(page, publish))


def test_the_element_makes_no_long_task(
    page: Page, publish: Serve, serve: Serve, built_site: Callable[[str], Path]
) -> None:
    """Though the quiz stands in the page; its runtime waits for the reader."""
    site = serve(built_site("content"))
    site.headers["Access-Control-Allow-Origin"] = "*"

    expect_no_long_task(page, lambda: visit_element(page, publish, site.origin))

    assert not [path for path in site.asked_for if "runtime" in path]


def test_the_loader_leaves_nothing_in_the_page(page: Page, publish: Serve) -> None:
    """No element, no name, no attribute: only the height of each frame."""
    visit(page, publish)

    assert page.evaluate("document.querySelectorAll('body *').length") == FRAMES + 2
    assert page.evaluate("Object.keys(window).filter(n => /kwispel/i.test(n))") == []
    changed = page.evaluate("[...new Set(changes)]")
    assert changed == ["style"]
