"""A publisher's page with a quiz in a frame, and what the two say to each other."""

from __future__ import annotations

from playwright.sync_api import Frame, Locator, Page, expect

from testkit.quiz_page import QuizPage

ANSWERS = {"first": "c", "second": "c", "third": "b"}
"""What is answered in the quiz "mirror", and what it comes to."""

TOTAL = "8"
SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
FIRST_PX = 300


def frame_html(attributes: str = "data-kwispel", sandbox: str = SANDBOX) -> str:
    """Write a frame as `kwispel embed` tells to paste it."""
    return (
        f'<iframe src="ORIGIN/mirror/embed.html" title="The mirror" width="100%" '
        f'height="{FIRST_PX}" sandbox="{sandbox}" {attributes}></iframe>'
    )


MINE = {"kwispel": 1, "type": "height", "id": "kwispel-1", "height": 777}
"""A message that the loader accepts from the first frame."""

LISTEN = "<script>heard = []; onmessage = e => heard.push(e.data)</script>"
"""Has the page keep whatever it is told."""

LOADER = '<script async src="ORIGIN/embed.js"></script>'


def deliver(
    messages: list[object], *, teller: Frame, to: Frame, name: str = "parent"
) -> None:
    """Post messages, and wait until they have all been heard, and a parent has acted.

    Shape: name is what the teller calls the window of the other.
    """
    to.evaluate(
        """() => {
          window.allHeard = new Promise((done) => {
            addEventListener("message", (event) => {
              if (event.data === "the last") done();
            });
          });
        }"""
    )
    teller.evaluate(
        f"messages => messages.forEach(message => {name}.postMessage(message, '*'))",
        [*messages, "the last"],
    )
    # Not wait_for_function, which would have to look for it again and again.
    to.evaluate("() => window.allHeard")
    if name == "parent":
        # It serves its frames once a picture.
        to.evaluate("() => new Promise((done) => requestAnimationFrame(done))")


def quiz_in(page: Page | Locator, number: int = 0) -> QuizPage:
    """Give the quiz in a frame of a page, or of a part of it."""
    return QuizPage(page.frame_locator("iframe").nth(number))


def content_height(page: Page, number: int = 0) -> int:
    """Measure how high the page in a frame is."""
    return int(
        page.frame_locator("iframe")
        .nth(number)
        .locator("html")
        .evaluate("html => Math.ceil(html.getBoundingClientRect().height)")
    )


def frame_height(frame: Locator) -> int:
    """Measure how high a frame is."""
    return int(frame.evaluate("frame => frame.clientHeight"))


def expect_fit(page: Page, number: int = 0) -> int:
    """Wait until a frame is as high as what is in it, and give that height."""
    content = page.frame_locator("iframe").nth(number).locator("html")
    expect(content).to_have_css("overflow", "hidden")
    frame = page.locator("iframe").nth(number)
    page.wait_for_function(
        "([frame, height]) => frame.clientHeight === height",
        arg=[frame.element_handle(), content_height(page, number)],
    )
    return frame_height(frame)


def origin_of_quizzes(page: Page) -> str:
    """Give the origin that the loader came from."""
    return str(
        page.locator("script[src]").evaluate("script => new URL(script.src).origin")
    )
