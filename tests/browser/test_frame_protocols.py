"""What WordPress and AMP hear of a frame, in words of their own."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from testkit.publisher import (
    ANSWERS,
    FIRST_PX,
    LISTEN,
    TOTAL,
    content_height,
    deliver,
    frame_height,
    frame_html,
    quiz_in,
)
from testkit.static_server import StaticServer
from testkit.styled import styled

Serve = Callable[..., StaticServer]

SECRET = "aB3dE5gH7j"  # noqa: S105 - it opens nothing
LEAST_PX, MOST_PX = 200, 1000
WORDPRESS = f"""<script>
heard = [];
addEventListener("message", ({{ source, data }}) => {{
  const frame = document.querySelector("iframe");
  heard.push(data);
  if (source !== frame.contentWindow || data.secret !== "{SECRET}") return;
  frame.removeAttribute("style");
  if (data.message !== "height") return;
  frame.height = Math.min(Math.max(parseInt(data.value, 10), {LEAST_PX}), {MOST_PX});
}});
</script>"""
"""Does what the script of WordPress does with heights."""

HIDDEN = 'style="position: absolute; visibility: hidden"'
READY = {"kwispel": 1, "type": "ready"}
SIZE = {"sentinel": "amp", "type": "embed-size"}


def with_fragment(html: str, fragment: str) -> str:
    """Have a frame open its page with a fragment."""
    return html.replace("embed.html", f"embed.html{fragment}")


def expect_clamped(page: Page) -> None:
    """Wait until the frame has all that WordPress gives."""
    page.wait_for_function(
        "most => document.querySelector('iframe').clientHeight === most", arg=MOST_PX
    )


def told(height: object) -> dict[str, object]:
    """Give what WordPress is to hear of a height."""
    return {"message": "height", "value": height, "secret": SECRET}


def test_wordpress_hears_the_height_and_nothing_else(
    page: Page, publish: Serve
) -> None:
    """By the secret that it gave; it shows the frame when it has heard of it."""
    frame = frame_html(attributes=HIDDEN, sandbox="allow-scripts")
    page.goto(publish(WORDPRESS + with_fragment(frame, f"#?secret={SECRET}")).url())
    expect_clamped(page)
    expect(page.locator("iframe")).to_be_visible()

    quiz_in(page).score(ANSWERS)
    quiz_in(page).expect_score(TOTAL)

    last = told(content_height(page))
    page.wait_for_function(
        "last => JSON.stringify(heard.at(-1)) === JSON.stringify(last)", arg=last
    )
    heard = page.evaluate("heard")
    assert all(one in (READY, told(one.get("value"))) for one in heard)


def test_what_wordpress_cuts_off_can_be_scrolled_to(page: Page, publish: Serve) -> None:
    """It gives 1,000 pixels at most, and knows nothing of grants."""
    frame = with_fragment(frame_html(sandbox="allow-scripts"), f"#?secret={SECRET}")
    page.goto(publish(WORDPRESS + frame).url())
    expect_clamped(page)

    quiz_in(page).score(ANSWERS)
    quiz_in(page).expect_score(TOTAL)

    assert content_height(page) > MOST_PX
    content = page.frame_locator("iframe").locator("html")
    expect(content).not_to_have_css("overflow", "hidden")
    end = page.frame_locator("iframe").locator(styled(".kw-about__version a"))
    end.scroll_into_view_if_needed()
    expect(end).to_be_in_viewport()


def test_wordpress_may_give_the_secret_late(page: Page, publish: Serve) -> None:
    """Its script adds it to the address of a frame that is there already."""
    page.goto(publish(WORDPRESS + frame_html()).url())
    quiz_in(page).expect_ready()
    assert frame_height(page.locator("iframe")) == FIRST_PX

    page.evaluate(
        "secret => { document.querySelector('iframe').src += '#?secret=' + secret }",
        SECRET,
    )

    expect_clamped(page)


def test_wordpress_may_ask_again(page: Page, publish: Serve) -> None:
    """Whoever does not know the secret asks in vain."""
    page.goto(publish(with_fragment(frame_html(), f"#?secret={SECRET}")).url())
    quiz_in(page).expect_ready()
    page.evaluate("() => { heard = []; onmessage = e => heard.push(e.data) }")
    wrong: list[object] = [
        {"message": "ready", "secret": secret}
        for secret in ("", SECRET[1:], SECRET + "k", [SECRET], None)
    ]
    frame = page.frames[1]

    deliver(wrong, teller=page.main_frame, to=frame, name="frames[0]")
    deliver([], teller=frame, to=page.main_frame)
    assert page.evaluate("heard") == ["the last"]
    ready = {"message": "ready", "secret": SECRET}
    deliver([ready], teller=page.main_frame, to=frame, name="frames[0]")

    page.wait_for_function("() => heard.length > 1")
    assert page.evaluate("heard.slice(1)") == [told(content_height(page))]


def test_amp_hears_the_height_and_that_all_is_there(page: Page, publish: Serve) -> None:
    """Where the address says that the page around the frame is one of AMP."""
    frame = with_fragment(frame_html(sandbox="allow-scripts"), "#amp=1")
    page.goto(publish(LISTEN + frame).url())

    quiz_in(page).score(ANSWERS)
    quiz_in(page).expect_score(TOTAL)

    last = {**SIZE, "height": content_height(page)}
    page.wait_for_function(
        "last => heard.some(one => JSON.stringify(one) === JSON.stringify(last))",
        arg=last,
    )
    heard = page.evaluate("heard")
    ready = {"sentinel": "amp", "type": "embed-ready"}
    assert ready in heard
    sizes = [one for one in heard if one not in (READY, ready)]
    assert all(one == {**SIZE, "height": one["height"]} for one in sizes)
