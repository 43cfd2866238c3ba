"""The bare address of a quiz, pasted in WordPress, becomes the quiz: no plugin."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from testkit.publisher import ANSWERS, TOTAL, content_height, quiz_in
from testkit.static_server import StaticServer
from testkit.wordpress import MOST_IN_WORDPRESS_PX, WordPress

OpenPage = Callable[..., Page]


def expect_sized(page: Page, number: int = 0) -> Locator:
    """Wait until a frame is as high as it asked for, or as WordPress allows."""
    frame = page.locator("iframe").nth(number)
    page.wait_for_function(
        "([frame, height]) => frame.clientHeight === height && !frame.style.clip",
        arg=[
            frame.element_handle(),
            min(content_height(page, number), MOST_IN_WORDPRESS_PX),
        ],
    )
    return frame


@pytest.mark.parametrize("post", ["mirror", "block"])
def test_a_pasted_address_becomes_the_quiz(
    page: Page, wordpress: WordPress, post: str
) -> None:
    """In the old editor as in the new one: sized, in a sandbox, and it scores."""
    page.goto(wordpress.posts[post])

    frame = expect_sized(page)
    expect(frame).to_have_attribute("sandbox", "allow-scripts")
    expect(page.locator("blockquote")).to_be_hidden()
    assert frame.evaluate("frame => frame.clientWidth === frame.parentNode.clientWidth")
    quiz_in(page).take(ANSWERS)
    quiz_in(page).expect_score(TOTAL)


def test_what_is_higher_than_wordpress_allows_is_within_reach(
    page: Page, wordpress: WordPress
) -> None:
    """The quiz has no leave to hide its scrollbar, and brings the result into view."""
    page.goto(wordpress.posts["mirror"])
    expect_sized(page)
    assert content_height(page) > MOST_IN_WORDPRESS_PX

    quiz = quiz_in(page)
    quiz.take_at_once(ANSWERS)

    expect(quiz.part("result-heading")).to_be_focused()
    expect(quiz.in_score("total", "[data-part=value]").first).to_be_in_viewport()
    html = page.frame_locator("iframe").locator("html")
    expect(html).not_to_have_css("overflow", "hidden")
    last = quiz.root.locator("a:visible, button:visible").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()


def test_a_translation_has_an_address_of_its_own(
    page: Page, wordpress: WordPress
) -> None:
    """It is that language which appears, and scores."""
    page.goto(wordpress.posts["english"])

    expect_sized(page)
    frame = page.frame_locator("iframe")
    expect(frame.locator("html")).to_have_attribute("lang", "en")
    quiz_in(page).take_at_once({"stuk": "b", "twee": "some", "meer-2": "c"})
    quiz_in(page).expect_score("3.5")


def test_another_language_is_sized_too(page: Page, wordpress: WordPress) -> None:
    """WordPress hears the page, too, that a reader goes to within the frame."""
    page.goto(wordpress.posts["english"])
    frame = expect_sized(page)
    frame.evaluate("frame => { frame.height = 300; }")

    page.frame_locator("iframe").locator("a[hreflang=nl]").click()

    html = page.frame_locator("iframe").locator("html")
    expect(html).to_have_attribute("lang", "nl")
    expect_sized(page)


def test_two_quizzes_in_a_post_go_their_own_ways(
    page: Page, wordpress: WordPress
) -> None:
    """Each has a size of its own, and the result of one is not that of the other."""
    page.goto(wordpress.posts["both"])
    expect_sized(page)
    expect_sized(page, 1)

    quiz_in(page).take_at_once(ANSWERS)

    quiz_in(page).expect_score(TOTAL)
    expect_sized(page)
    quiz_in(page, 1).expect_state("idle")


def test_without_scripts_there_is_the_link(
    open_page: OpenPage, wordpress: WordPress, quiz_site: StaticServer
) -> None:
    """WordPress shows what stands in for the frame until the frame has spoken."""
    page = open_page(java_script_enabled=False)

    page.goto(wordpress.posts["english"])

    link = page.locator("blockquote a")
    expect(link).to_have_text("How do you read?")
    expect(link).to_have_attribute("href", quiz_site.url("en/talen/"))
    expect(page.locator("iframe")).to_have_css("position", "absolute")


def test_the_block_editor_is_told_the_same(
    wordpress: WordPress, quiz_site: StaticServer
) -> None:
    """A link and a frame in a sandbox."""
    told = wordpress.preview(quiz_site.url("mirror/"))

    assert told["title"] == "The mirror"
    assert told["provider_name"] == "Quizzes"
    assert 'sandbox="allow-scripts"' in told["html"]
    assert f'src="{quiz_site.url("mirror/embed.html")}#?secret=' in told["html"]
    assert f'width="100%" height="{told["height"]}"' in told["html"]


def test_the_block_editor_shows_the_quiz_as_it_is(
    browser: Browser, wordpress: WordPress, quiz_site: StaticServer
) -> None:
    """It does not take the frame for a video, which it would keep in its shape.

    A user who writes has cookies, and WordPress asks other hosts for pictures: so this
    page is not watched.
    """
    page = browser.new_page()
    wordpress.log_in(page)
    page.goto(f"{wordpress.origin}/wp-admin/post-new.php")

    page.evaluate(
        """url => {
          const block = wp.blocks.createBlock("core/embed", { url });
          wp.data.dispatch("core/block-editor").insertBlocks(block);
        }""",
        quiz_site.url("mirror/"),
    )

    expect(quiz_in(page).form).to_be_visible()
    saved = page.wait_for_function(
        """() => {
          const saved = wp.data.select("core/editor").getEditedPostContent();
          return saved.includes("is-type-wp-embed") && saved;
        }"""
    ).json_value()
    page.close()
    assert "aspect" not in saved
