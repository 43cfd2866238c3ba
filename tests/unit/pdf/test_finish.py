"""A finished PDF says whose it is, leads to the site, and hides the hour."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Link
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, TextStringObject

from kwispel.model.shapes import Quiz
from kwispel.pdf.finish import finished
from kwispel.pdf.orders import Order
from testkit.quiz_folder import Folder

ROOT = "https://nowhere.invalid/"
TITLE = "Wél ⟨ok⟩ (1)"


@pytest.fixture
def quiz(folder: Folder) -> Quiz:
    """Give a quiz by two authors."""
    return replace(folder.quiz(), authors=("Zoë", "Li 李"), description="Kort.")


def browsers_pdf(
    url: str = ROOT,
    hour: str = "D:20300101000000+00'00'",
    parts: tuple[str, ...] = (),
) -> bytes:
    """Give a PDF as a browser makes it: a page with a link, named parts, the hour."""
    writer = PdfWriter()
    writer.add_blank_page(595, 842)
    writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url=url))
    writer.metadata = {"/Title": TITLE, "/CreationDate": hour, "/ModDate": hour}
    writer.root_object[NameObject("/MarkInfo")] = DictionaryObject(
        {
            NameObject("/Kept"): TextStringObject("yes"),
            NameObject("/Parts"): ArrayObject(map(TextStringObject, parts)),
        }
    )
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def read(quiz: Quiz, pdf: bytes, base_url: str | None = None) -> PdfReader:
    """Finish a PDF and open it."""
    order = Order(quiz, "en/quiz/form.pdf", "en/quiz/index.html", "", "ready")
    made = finished(pdf, order, root=ROOT, base_url=base_url)
    return PdfReader(io.BytesIO(made), strict=True)


def link(pdf: PdfReader) -> str:
    """Give where the link of a PDF leads."""
    (annotation,) = pdf.pages[0].annotations or ()
    return str(annotation.get_object()["/A"]["/URI"])


def test_title_author_and_subject_are_told(quiz: Quiz) -> None:
    """In any letters."""
    told = read(quiz, browsers_pdf()).metadata

    assert told is not None
    assert (told.title, told.author, told.subject, told.creator) == (
        TITLE,
        "Zoë, Li 李",
        "Kort.",
        "kwispel",
    )


def test_hour_makes_no_difference(quiz: Quiz) -> None:
    """Two builds of the same content give the same bytes."""
    order = Order(quiz, "quiz/form.pdf", "quiz/index.html", "", "ready")

    first, second = (
        finished(browsers_pdf(hour=hour), order, root=ROOT, base_url=None)
        for hour in ("D:20300101000000Z", "D:20310202020202Z")
    )

    assert first == second
    assert b"CreationDate" not in first


def test_parts_are_numbered_from_one_in_their_order(quiz: Quiz) -> None:
    """A browser counts on from whatever it has seen before."""
    order = Order(quiz, "quiz/form.pdf", "quiz/index.html", "", "ready")

    first, second = (
        finished(
            browsers_pdf(parts=(f"node{n + 9:08}", f"node{n:08}")),
            order,
            root=ROOT,
            base_url=None,
        )
        for n in (228, 990)
    )

    assert first == second
    assert first.index(b"(node00000002)") < first.index(b"(node00000001)")


def test_what_the_browser_marked_stays(quiz: Quiz) -> None:
    """A tagged PDF is still tagged."""
    pdf = read(quiz, browsers_pdf())

    assert pdf.trailer["/Root"]["/MarkInfo"]["/Kept"] == "yes"


def test_link_to_the_site_leads_to_its_address(quiz: Quiz) -> None:
    """It works wherever the PDF is taken."""
    pdf = browsers_pdf(f"{ROOT}other/index.html")

    assert (
        link(read(quiz, pdf, "https://exämple.org/q"))
        == "https://exämple.org/q/other/index.html"
    )


@pytest.mark.parametrize(
    ("page", "seen"),
    [
        ("en/quiz/index.html", "index.html"),
        ("other/index.html", "../../other/index.html"),
        ("", "../.."),
    ],
)
def test_link_to_a_site_without_an_address_is_seen_from_the_pdf(
    quiz: Quiz, page: str, seen: str
) -> None:
    """It works on the site itself, wherever that will be."""
    assert link(read(quiz, browsers_pdf(f"{ROOT}{page}"))) == seen


def test_link_to_another_site_stays(quiz: Quiz) -> None:
    """Literature is where it was."""
    url = "https://example.org/a"

    assert link(read(quiz, browsers_pdf(url), "https://example.com")) == url
