"""What a page prints: its pages as text, and whether anything is cut off."""

from __future__ import annotations

import io
from pathlib import Path

from playwright.sync_api import Page
from pypdf import PdfReader


def printed(page: Page, *, paper: str = "A4") -> list[str]:
    """Print a page as its reader would, without backgrounds; give the text of each."""
    return pages_of(page.pdf(format=paper, print_background=False, tagged=True))


def pages_of(pdf: bytes | Path) -> list[str]:
    """Give the text of each page of a PDF, with one space for any white space."""
    source = io.BytesIO(pdf) if isinstance(pdf, bytes) else pdf
    pages = PdfReader(source, strict=True).pages
    return [" ".join(each.extract_text().split()) for each in pages]
