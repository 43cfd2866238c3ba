"""What a browser's PDF still lacks, and what it should not say."""

from __future__ import annotations

import io
import posixpath
import re

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import NameObject, TextStringObject

from kwispel.pdf.orders import Order

_NODE = re.compile(rb"\(node(\d{8,})\)")
"""The name of a part of the page: its number among all that the browser has seen."""


def finished(pdf: bytes, order: Order, *, root: str, base_url: str | None) -> bytes:
    """Give a PDF that says whose it is, and leads to pages that are there.

    Shape: root is where the browser took the site to be. Where the address of the site
    is not known, its pages are named as seen from the PDF.
    """
    reader = PdfReader(io.BytesIO(_renumbered(pdf)))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    writer.metadata = {**_kept(reader), **_description(order)}
    for page in writer.pages:
        _point(page, order, root, base_url)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _renumbered(pdf: bytes) -> bytes:
    """Give the parts of the page numbers from 1; order and lengths stay."""
    numbers = sorted({int(found) for found in _NODE.findall(pdf)})
    places = {number: place for place, number in enumerate(numbers, 1)}
    return _NODE.sub(
        lambda found: b"(node%0*d)" % (len(found[1]), places[int(found[1])]), pdf
    )


def _kept(reader: PdfReader) -> dict[str, str]:
    """Give what may stay of the browser's own; the hour would make each PDF another."""
    told = reader.metadata
    if told is None:
        return {}
    return {"/Title": told.title or "", "/Producer": told.producer or ""}


def _description(order: Order) -> dict[str, str]:
    """Give the entries of a PDF's information that a quiz has something for.

    Source: ISO 32000-1, 14.3.3.
    """
    entries = {
        "/Author": ", ".join(order.quiz.authors),
        "/Subject": order.quiz.description or "",
        "/Creator": "kwispel",
    }
    return {key: value for key, value in entries.items() if value}


def _point(page: PageObject, order: Order, root: str, base_url: str | None) -> None:
    """Have a page's links to the site lead to where it will be."""
    for annotation in page.annotations or ():
        action = annotation.get_object().get("/A")
        url = str(action.get_object().get("/URI", "")) if action else ""
        if action and url.startswith(root):
            address = _address(url.removeprefix(root), order, base_url)
            action.get_object()[NameObject("/URI")] = TextStringObject(address)


def _address(path: str, order: Order, base_url: str | None) -> str:
    if base_url is not None:
        return f"{base_url}/{path}"
    return posixpath.relpath(path or ".", posixpath.dirname(order.path))
