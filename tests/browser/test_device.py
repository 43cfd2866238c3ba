"""What the page can do with the device, asked for one by one."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, expect

from testkit.runtime_page import PROGRAMS, write_program_page
from testkit.static_server import StaticServer
from testkit.watch import Watch

Serve = Callable[..., StaticServer]
OpenPage = Callable[..., Page]

ASKED = re.findall(
    r'^    "([\w-]+)": ', (PROGRAMS / "try_device.py").read_text(), re.MULTILINE
)
SAID = (
    '<div data-kw="quiz-root"><form data-kw="quiz" data-quiz="{}"></form></div>'
    '<pre id="said"></pre>'
)
"""On a page without any quiz the device is somebody else's."""

BUTTONS = "".join(f'<button id="{name}">{name}</button>' for name in ASKED)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a page with a button for everything, and a sandboxed frame around it."""
    write_program_page(tmp_path, "try_device", BUTTONS + SAID)
    (tmp_path / "frame.html").write_text(
        '<!doctype html><iframe sandbox="allow-scripts" src="index.html"></iframe>',
        encoding="utf-8",
    )
    return tmp_path


@pytest.fixture
def device(folder: Path, serve: Serve, page: Page) -> Page:
    """Open the page."""
    page.goto(serve(folder).url("index.html?a=1#r=0"))
    return page


def rig(page: Page, script: str) -> None:
    """Make the browser another than it is."""
    page.evaluate(f"() => {{ {script} }}")


def expect_said(where: Page | FrameLocator, button: str, said: str) -> None:
    """Click on a button, and wait for what the program says then."""
    where.locator(f"#{button}").click()
    expect(where.locator("#said")).to_have_text(said)


def test_the_address_is_told_without_query_and_fragment(device: Page) -> None:
    """What somebody added to it is nobody else's business."""
    expect_said(device, "address", device.url.split("?")[0])


def test_a_fragment_is_heard_of_and_cleared(device: Page) -> None:
    """The query stays, and so does the place in the history."""
    entries = device.evaluate("history.length")
    device.evaluate("location.hash = '#r=1'")
    expect(device.locator("#said")).to_have_text("fragment #r=1")

    expect_said(device, "clear", "")

    assert device.url.endswith("index.html?a=1")
    assert device.evaluate("history.length") == entries + 1


def test_entries_are_told_by_name(device: Page) -> None:
    """Back and forward lead to entries that were added, each with its name."""
    expect_said(device, "name", "asked")
    expect_said(device, "add", "asked")

    device.go_back()
    expect(device.locator("#said")).to_have_text("entry first")
    device.go_forward()
    expect(device.locator("#said")).to_have_text("entry second")
    assert device.url.endswith("#r=0")


def test_a_name_outlives_the_fragment(device: Page) -> None:
    """To take the fragment away does not make an entry nameless."""
    expect_said(device, "name", "asked")
    expect_said(device, "clear", "")

    assert device.evaluate("history.state") == "first"


def test_texts_are_kept_and_forgotten(device: Page, watch: Watch) -> None:
    """Under the one key that was given."""
    watch.expect(r"storage: setItem\(key\)")

    expect_said(device, "can-keep", "True")
    expect_said(device, "kept", "[]")
    expect_said(device, "keep", "True text")
    expect_said(device, "forget", "[]")


def test_to_ask_whether_keeping_works_keeps_nothing(device: Page) -> None:
    """The watch finds nothing afterwards."""
    expect_said(device, "can-keep", "True")


def test_a_full_device_keeps_nothing_and_says_so(device: Page) -> None:
    """The browser throws, the program does not."""
    rig(device, "Storage.prototype.setItem = () => { throw new DOMException() }")

    expect_said(device, "keep", "False ")


def test_a_sandbox_keeps_nothing(folder: Path, serve: Serve, page: Page) -> None:
    """There the storage throws when it is touched."""
    page.goto(serve(folder).url("frame.html"))
    frame = page.frame_locator("iframe")

    expect_said(frame, "sandboxed", "True True")
    expect_said(frame, "can-keep", "False")
    expect_said(frame, "kept", "[]")
    expect_said(frame, "keep", "False ")
    expect_said(frame, "forget", "[]")


def test_a_browser_that_forbids_storage_is_believed(device: Page) -> None:
    """Somebody may have switched it off."""
    own = "window.own = Object.getOwnPropertyDescriptor(window, 'localStorage')"
    refusing = "{ configurable: true, get: () => { throw new DOMException() } }"
    rig(device, f"{own}; Object.defineProperty(window, 'localStorage', {refusing})")

    expect_said(device, "can-keep", "False")

    # The watch looks into it at the end.
    rig(device, "Object.defineProperty(window, 'localStorage', window.own)")


def test_a_file_has_no_origin_and_is_no_sandbox(folder: Path, page: Page) -> None:
    """It can print, but shares its storage with every other file."""
    page.goto((folder / "index.html").as_uri())

    expect_said(page, "sandboxed", "True False")
    expect_said(page, "can-keep", "False")


def test_a_text_gets_onto_the_clipboard(
    folder: Path, serve: Serve, open_page: OpenPage
) -> None:
    """Where the browser allows it."""
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(serve(folder).url())

    expect_said(page, "copy", "copied")

    assert page.evaluate("navigator.clipboard.readText()") == "copied text"


def test_a_refused_clipboard_is_told(
    folder: Path, serve: Serve, page: Page, watch: Watch
) -> None:
    """By the browser, for a frame or at the reader's wish."""
    watch.expect("console error: .*Clipboard API has been blocked")
    page.goto(serve(folder).url("frame.html"))

    expect_said(page.frame_locator("iframe"), "copy", "refused")


def test_a_browser_without_clipboard_refuses(device: Page) -> None:
    """On an insecure page there is none."""
    rig(device, "delete Navigator.prototype.clipboard")

    expect_said(device, "copy", "refused")


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("Promise.resolve()", "asked"),
        ("Promise.reject(new DOMException('', 'AbortError'))", "asked"),
        ("Promise.reject(new DOMException('', 'NotAllowedError'))", "refused"),
    ],
)
def test_sharing_says_when_it_is_refused(device: Page, outcome: str, said: str) -> None:
    """A reader who closes the sheet did not want to share."""
    rig(
        device,
        f"navigator.share = (data) => {{ window.data = data; return {outcome} }}",
    )
    rig(device, "delete Navigator.prototype.canShare")

    expect_said(device, "can-share", "True")
    expect_said(device, "share", said)

    shared = {"title": "title", "text": "text", "url": "https://example.org/"}
    assert device.evaluate("window.data") == shared


def test_a_browser_may_not_share_everything(device: Page) -> None:
    """It has no sheet at all, or one that this page may not use."""
    rig(device, "delete Navigator.prototype.share")
    expect_said(device, "can-share", "False")

    rig(device, "navigator.share = () => 0; navigator.canShare = () => false")
    expect_said(device, "can-share", "False")


def test_the_printer_is_asked_for(device: Page) -> None:
    """Through the browser's own dialogue."""
    rig(device, "window.print = () => { window.printed = true }")

    device.locator("#print").click()

    device.wait_for_function("() => window.printed === true")


def test_a_text_is_downloaded_as_a_file(device: Page, tmp_path: Path) -> None:
    """With its name, in UTF-8, without asking a server for anything."""
    with device.expect_download() as downloading:
        device.locator("#download").click()

    downloading.value.save_as(tmp_path / "saved")
    assert downloading.value.suggested_filename == "é.txt"
    assert (tmp_path / "saved").read_text("utf-8") == "two\nlinés"


def test_days_are_the_readers_own(
    open_page: OpenPage, folder: Path, serve: Serve
) -> None:
    """Not those of Greenwich: half past eleven in the evening is still today."""
    page = open_page(timezone_id="America/New_York")
    page.goto(serve(folder).url())
    page.clock.set_fixed_time("2026-11-23T04:30:00Z")

    expect_said(page, "day", "2026-11-22 2027-02-20")
    expect_said(page, "moment", "2026-11-23T04:30:00.000Z")


def test_days_are_written_in_the_readers_language(device: Page) -> None:
    """Where the language is one; else the day stands as it is."""
    rig(device, "document.documentElement.lang = 'nl'")
    expect_said(device, "words", "9 januari 2026")

    rig(device, "document.documentElement.lang = 'not a language'")
    expect_said(device, "words", "2026-01-09")


def test_days_in_english_are_british_as_the_interface_is(device: Page) -> None:
    """A page that names another English has that."""
    rig(device, "document.documentElement.lang = 'en'")
    expect_said(device, "words", "9 January 2026")

    rig(device, "document.documentElement.lang = 'en-US'")
    expect_said(device, "words", "January 9, 2026")


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("fa-u-ca-gregory", "9 \u0698\u0627\u0646\u0648\u06cc\u0647\u0654 2026"),
        ("ar", "9 \u064a\u0646\u0627\u064a\u0631 2026"),
    ],
)
def test_days_have_the_digits_of_the_page(device: Page, lang: str, told: str) -> None:
    """Those from 0 to 9, where the page's numbers have no others."""
    rig(device, f"document.documentElement.lang = '{lang}'")

    expect_said(device, "words", told)
