"""Set prose: Markdown in, safe HTML out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from html import unescape
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.treeprocessors import Treeprocessor
from markupsafe import Markup

from kwispel.errors import Problem
from kwispel.source import keys
from kwispel.source.assets import (
    ASSET_SCHEME,
    LINK_SCHEMES,
    Address,
    elsewhere_problem,
    find_asset,
)
from kwispel.source.bare_text import bare_text
from kwispel.source.files import Content
from kwispel.source.indents import widen
from kwispel.source.names import quoted
from kwispel.source.passages import Finder
from kwispel.source.plain_text import is_seen, plain_text
from kwispel.source.prose_limits import excess
from kwispel.source.prose_tree import (
    keep_alignment,
    shift_headings,
    signs_outside_code,
)
from kwispel.source.raw_html import raw_html_problems, sign_html, without_signs
from kwispel.source.shapes import Entry, Line, Passage, Scalar
from kwispel.source.terms import NO_TERMS, Terms

_INLINE_TAGS = frozenset({"a", "br", "code", "em", "img", "strong"})
_BLOCK_TAGS = _INLINE_TAGS | frozenset(
    {"blockquote", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "ul"}
    | {"table", "tbody", "td", "th", "thead", "tr"}
)
_ATTRIBUTES = {
    "a": {"href", "title", "target", "rel"},
    "img": {"src", "alt", "title"},
    "ol": {"start"},
    "td": {"data-align"},
    "th": {"data-align"},
}
# Python-Markdown's own sign for an "&" that it wrote itself.
_AMPERSAND = "\x02amp\x03"
# All but paragraphs: a label that begins with "1." is no list.
_BLOCKS = "indent code hashheader setextheader hr olist ulist quote reference"


@dataclass(frozen=True, slots=True)
class Prose:
    """A text on one line, as HTML without a paragraph around it, and as bare text."""

    html: Markup
    text: str


class Typesetter:
    """Sets the prose of a quiz, and gathers the assets that it refers to."""

    def __init__(
        self, content: Content, problems: list[Problem], terms: Terms = NO_TERMS
    ) -> None:
        """Look for assets in the content folder; add what is wrong to problems."""
        self.assets: dict[PurePosixPath, Path] = {}
        self._content = content
        self.problems = problems
        self._terms = terms

    def plain(self, entry: Entry, problems: list[Problem]) -> str | None:
        """Give a text that is no Markdown, such as a title, with its terms."""
        text = keys.text(entry, problems)
        if text is None:
            return None
        lines = entry.value.lines if isinstance(entry.value, Scalar) else ()
        problems.extend(self._terms.mistaken(lines))
        return self._terms.in_text(text)

    def prose(self, entry: Entry | None, folder: PurePosixPath) -> Markup | None:
        """Set a text in front matter that is Markdown of any kind."""
        if entry is None or keys.text(entry, self.problems) is None:
            return None
        value = entry.value
        return self.block(value.lines, folder) if isinstance(value, Scalar) else None

    def block(self, passage: Passage, folder: PurePosixPath) -> Markup | None:
        """Set paragraphs, lists and so on; None where there is nothing.

        Shape: folder is that of the passage's file, where its addresses begin.
        """
        if not passage:
            return None
        if bare := bare_text(passage):
            return Markup(bare.paragraphs)  # noqa: S704 - its words have no HTML
        html = self._set(_block_markdown(), passage, folder)
        clean = _clean(html, _BLOCK_TAGS)
        return clean or None

    def inline(self, passage: Passage, folder: PurePosixPath) -> Prose:
        """Set a text that stands on one line, such as a label or a heading."""
        bare = bare_text(passage)
        if bare and "\n" not in bare.text:
            return Prose(Markup(bare.html), bare.text)  # noqa: S704 - as above
        before = len(self.problems)
        html = self._set(_inline_markdown(), passage, folder)
        clean = _clean(html, _INLINE_TAGS)
        text = plain_text(clean)
        written = next((line for line in passage if not line.is_blank), None)
        # Where nothing was written, whoever read the file has said so.
        if written and not is_seen(text) and len(self.problems) == before:
            self.problems.append(_unseen(written))
        return Prose(clean, text)

    def _set(self, markdown: _Markdown, passage: Passage, folder: PurePosixPath) -> str:
        problem = excess(passage)
        if problem:
            self.problems.append(problem)
            return ""
        self.problems.extend(self._terms.mistaken(passage))
        passage = widen(passage)
        signed = sign_html(passage)

        def mend(root: Element) -> None:
            shift_headings(root)
            keep_alignment(root)
            self._check_addresses(root.iter(), Finder(passage), folder)
            places = [signed.places[sign] for sign in signs_outside_code(root)]
            self.problems.extend(raw_html_problems(places))

        html = markdown.convert(signed.text, mend, self._terms)
        return without_signs(html, "&lt;")

    def _check_addresses(
        self, elements: Iterable[Element], finder: Finder, folder: PurePosixPath
    ) -> None:
        for element in elements:
            name = {"a": "href", "img": "src"}.get(element.tag)
            if name is None:
                continue
            raw = element.get(name, "").replace(_AMPERSAND, "&")
            address = Address(
                unescape(raw).strip(), element.tag == "img", finder.place_of(raw)
            )
            element.set(name, self._resolve(address, folder))
            if address.is_elsewhere and address.scheme != "mailto":
                element.set("target", "_blank")
                element.set("rel", "noopener noreferrer")

    def _resolve(self, address: Address, folder: PurePosixPath) -> str:
        """Give the address as the page shall have it."""
        if address.is_elsewhere or address.scheme or address.written[:1] in {"#", ""}:
            problem = elsewhere_problem(address)
        else:
            found = find_asset(address, folder, self._content)
            if isinstance(found, PurePosixPath):
                self.assets[found] = self._content.path / found
                return f"{ASSET_SCHEME}:{found}"
            problem = found
        self.problems.extend([problem] if problem else [])
        return address.written


def _unseen(line: Line) -> Problem:
    start = line.after(len(line.text) - len(line.text.lstrip()))
    return Problem(
        start.place,
        "no-text",
        f"{quoted(start.text)} shows no text",
        "Write words in it; words in the [] of an image count.",
    )


class _Markdown:
    """Python-Markdown, with a look at its tree before it becomes HTML."""

    def __init__(self, markdown: Markdown) -> None:
        # HTML is not Markdown's to read here: see raw_html.
        markdown.preprocessors.deregister("html_block")
        markdown.inlinePatterns.deregister("html")
        markdown.ESCAPED_CHARS.append("<")
        self._markdown = markdown
        self._mender = _Mender(markdown)
        markdown.treeprocessors.register(self._mender, "kwispel", -1)
        # After inline Markdown, and before signs behind a "\\" are put back.
        self._filler = _Filler(markdown)
        markdown.treeprocessors.register(self._filler, "terms", 5)

    def convert(self, text: str, mend: Callable[[Element], None], terms: Terms) -> str:
        self._mender.mend = mend
        self._filler.terms = terms
        return self._markdown.reset().convert(text)


class _Heading(HashHeaderProcessor):
    # Python-Markdown takes "#1" for a heading; everybody else wants a space.
    RE = re.compile(
        r"(?:^|\n)(?P<level>#{1,6})(?=[ \t]|\n|$)(?P<header>(?:\\.|[^\\])*?)#*(?:\n|$)"
    )


class _Mender(Treeprocessor):
    mend: Callable[[Element], None]

    def run(self, root: Element) -> None:
        self.mend(root)


class _Filler(Treeprocessor):
    terms: Terms

    def run(self, root: Element) -> None:
        self.terms.fill(root.iter())


@cache
def _block_markdown() -> _Markdown:
    """Give the one for blocks: to make it takes as long as to set a page."""
    markdown = Markdown(
        extensions=[
            FencedCodeExtension(),
            SaneListExtension(),
            TableExtension(use_align_attribute=True),
        ]
    )
    heading = _Heading(markdown.parser)
    markdown.parser.blockprocessors.register(heading, "hashheader", 70)
    return _Markdown(markdown)


@cache
def _inline_markdown() -> _Markdown:
    markdown = Markdown()
    for name in _BLOCKS.split():
        markdown.parser.blockprocessors.deregister(name)
    return _Markdown(markdown)


def _clean(html: str, tags: frozenset[str]) -> Markup:
    """Let through what is known to be safe, and nothing else."""
    clean = nh3.clean(
        html,
        tags=set(tags),
        attributes=_ATTRIBUTES,
        url_schemes={*LINK_SCHEMES, ASSET_SCHEME},
        link_rel=None,
    )
    return Markup(clean)  # noqa: S704 - this is where HTML becomes safe
