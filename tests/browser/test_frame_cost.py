"""What a publisher's page pays for frames before its reader touches a quiz."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

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


def test_the_loader_makes_no_long_task(page: Page, publish: Serve) -> None:
    """None that the browser reports of the page itself.

    Another program may stop any task for a while, and is not likely to do so in each
    of several visits; what our script costs is there in all of them.
    """
    for _ in range(VISITS):
        visit(page, publish)
        if page.evaluate(OWN_LONG_TASKS) == 0:
            return
    raise AssertionError(f"a long task in each of {VISITS} visits")


def test_the_loader_leaves_nothing_in_the_page(page: Page, publish: Serve) -> None:
    """No element, no name, no attribute: only the height of each frame."""
    visit(page, publish)

    assert page.evaluate("document.querySelectorAll('body *').length") == FRAMES + 2
    assert page.evaluate("Object.keys(window).filter(n => /kwispel/i.test(n))") == []
    changed = page.evaluate("[...new Set(changes)]")
    assert changed == ["style"]
