"""`kwispel build --pdf` makes of each quiz a form, and mostly a result, as PDF."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from testkit.papers import pages_of
from testkit.pdf_site import SHOWN, build, write_content
from testkit.static_server import StaticServer
from testkit.written import files_in

Serve = Callable[..., StaticServer]
Built = tuple[Path, "subprocess.CompletedProcess[str]"]

A4_POINTS = (595, 842)
pytestmark = pytest.mark.usefixtures("playwright")  # its driver needs a Node

PDFS = [
    "en/ik/form.pdf",
    "en/ik/result.pdf",
    "ik/form.pdf",
    "ik/result.pdf",
    "rust/form.pdf",
]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, browser_path: Path) -> Built:
    """Build a small site once, with a content folder whose name is hard to quote."""
    folder = tmp_path_factory.mktemp("pdf")
    content = write_content(folder / "mijn “inhoud” & co")
    done = build(content, folder / "dist met spatie", browser_path)
    assert done.returncode == 0, done.stderr
    return folder / "dist met spatie", done


def opened(built: Built, name: str) -> PdfReader:
    """Open a PDF of the site."""
    return PdfReader(built[0] / name, strict=True)


def test_site_has_a_form_of_each_page_and_a_result_of_each_example(
    built: Built,
) -> None:
    """Each is told when it is there, and so is why one is not."""
    dist, done = built

    assert sorted(name for name in files_in(dist) if name.endswith(".pdf")) == PDFS
    assert "no result.pdf of rust: it has no worked example\n" in done.stderr
    assert "printed rust/form.pdf (5 of 5)\n" in done.stderr
    assert f"  print: {dist / 'en/ik/form.pdf'}\n" in done.stdout


def test_same_content_gives_the_same_bytes(
    built: Built, tmp_path: Path, browser_path: Path
) -> None:
    """Also in another folder, at another hour."""
    again = build(write_content(tmp_path / "content"), tmp_path / "d", browser_path)

    assert again.returncode == 0, again.stderr
    assert files_in(tmp_path / "d") == files_in(built[0])


@pytest.mark.parametrize("name", PDFS)
def test_pdf_is_tagged_and_tells_its_language(built: Built, name: str) -> None:
    """A screen reader knows what is a heading, and how to say it."""
    root: Any = opened(built, name).trailer["/Root"]

    assert root["/MarkInfo"]["/Marked"]
    assert root["/StructTreeRoot"]["/K"]
    assert root["/Lang"] == ("en" if name.startswith("en/") else "nl")
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]


@pytest.mark.parametrize("name", PDFS)
def test_pdf_is_on_a4(built: Built, name: str) -> None:
    """Where a theme's style says nothing else."""
    sizes = {
        (round(float(page.mediabox.width)), round(float(page.mediabox.height)))
        for page in opened(built, name).pages
    }

    assert [
        abs(found - wanted) <= 1
        for size in sizes
        for found, wanted in zip(size, A4_POINTS, strict=True)
    ] == [True, True]


def test_pdf_says_whose_it_is_and_not_when_it_was_made(built: Built) -> None:
    """A title with every sign comes out as it was written."""
    told = opened(built, "ik/form.pdf").metadata

    assert told is not None
    assert (told.title, told.author, told.creator) == (SHOWN, "Zoë, Li 李", "kwispel")
    assert told.creation_date is None
    assert told.modification_date is None


def test_form_has_the_questions_the_strip_and_the_key(built: Built) -> None:
    """The last on a page of its own."""
    *form, key = pages_of(built[0] / "en/ik/form.pdf")

    assert "Do you laugh?" in form[0]
    assert "Answer strip" in " ".join(form)
    assert "Scoring key I myself" in key


def test_result_is_the_one_of_the_example(built: Built) -> None:
    """Scored by the page itself; the form is gone."""
    printed = " ".join(pages_of(built[0] / "ik/result.pdf"))

    assert "Uw score is 1, op een schaal van 0 tot 1." in printed
    assert "Ga zo door." in printed
    assert "Antwoordstrook" not in printed


def test_headings_are_bookmarks(built: Built) -> None:
    """The key is found at once."""
    titles = str(opened(built, "en/ik/form.pdf").outline)

    assert "Scoring key" in titles


def test_links_to_the_form_stand_on_its_page_and_on_the_contents(
    built: Built, page: Page, serve: Serve
) -> None:
    """And not on paper, nor in a frame."""
    server = serve(built[0])
    page.goto(server.url("en/ik/"))
    link = page.get_by_role("link", name="Paper form (PDF)")

    expect(link).to_have_attribute("href", "form.pdf")
    page.emulate_media(media="print")
    expect(link).to_be_hidden()
    page.emulate_media(media="screen")
    page.goto(server.url("en/ik/embed.html"))
    expect(page.locator('[href$=".pdf"]')).to_have_count(0)
    page.goto(server.url(""))
    assert page.locator('[href$=".pdf"]').evaluate_all(
        "(links) => links.map((link) => link.getAttribute('href'))"
    ) == ["ik/form.pdf", "rust/form.pdf"]
