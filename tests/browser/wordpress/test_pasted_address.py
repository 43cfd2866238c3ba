"""The bare address of a quiz, pasted in WordPress, becomes the quiz: no plugin."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from testkit.static_server import StaticServer
from testkit.wordpress import WordPress

OpenPage = Callable[..., Page]


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
    """Its preview is a link and a frame in a sandbox, and it takes it for no video."""
    told = wordpress.preview(quiz_site.url("mirror/"))

    assert told["title"] == "The mirror"
    assert told["provider_name"] == "Quizzes"
    assert 'sandbox="allow-scripts"' in told["html"]
    assert f'src="{quiz_site.url("mirror/embed.html")}#?secret=' in told["html"]
    assert f'width="600" height="{told["height"]}"' in told["html"]
