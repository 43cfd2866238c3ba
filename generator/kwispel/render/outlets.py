"""The ways in which a quiz reaches its reader: its page, a frame, a file."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kwispel.errors import Problem
from kwispel.mime_types import mime_type
from kwispel.model.shapes import Asset, Quiz
from kwispel.render.assets import asset_name, hashed_name
from kwispel.render.editions import page_url, to_root
from kwispel.render.policy import script_literals
from kwispel.render.prose import Setting
from kwispel.render.templates import PAGES
from kwispel.runtime.plain import is_plain
from kwispel.site_files import ELEMENT, FRAMED, OWN

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet

_SAVED = "application/octet-stream"
"""The type of what is no picture; without theirs no browser draws an SVG."""

UNFOLD = (
    'document.querySelectorAll("template[data-late]")'
    ".forEach(place=>place.replaceWith(place.content));"
)
"""Puts late markup where it belongs, in a file that has it from the start."""


@dataclass(frozen=True, slots=True)
class Scripts:
    """The scripts of a site.

    Shape: runtime is one file for all quizzes but plain ones and those of one question
    at a time, for which plain and stepped are; more is what each asks for once a reader
    does, and complete the one that takes over where something lacks, with all in one;
    boot stands in every quiz page, frame in those for frames too, and steps in the
    others of quizzes of one question at a time; embed and element are what a
    publisher's page includes.
    """

    runtime: bytes
    plain: bytes
    stepped: bytes
    more: bytes
    complete: bytes
    boot: str
    steps: str
    frame: str
    embed: str
    element: str

    def runtime_for(self, quiz: Quiz, sheet: Sheet) -> bytes:
        """Give the runtime that a quiz with this sheet needs."""
        if quiz.is_stepped:
            return self.stepped
        return self.plain if is_plain(sheet) else self.runtime

    def runtime_name(self, quiz: Quiz, sheet: Sheet) -> str:
        """Give the path in the site of the runtime that a quiz needs."""
        return hashed_name("runtime.js", self.runtime_for(quiz, sheet))

    @property
    def complete_name(self) -> str:
        """Give the path in the site of the runtime that lacks nothing."""
        return hashed_name("complete.js", self.complete)

    @property
    def more_name(self) -> str:
        """Give the path of what the runtime asks for."""
        return hashed_name("more.js", self.more)


@dataclass(frozen=True, slots=True)
class Added:
    """What a site has beside its pages.

    Shape: has_pdfs where the form of each quiz is there for paper, has_files where each
    quiz is there as one file.
    """

    has_pdfs: bool = False
    has_files: bool = False


NOTHING_ADDED = Added()


@dataclass(frozen=True, slots=True)
class Outlet:
    """One way to a reader.

    Shape: path is that of the page in the site; own_url the address of the quiz's own
    page, seen from here, empty where it is not known; root leads from here to the
    site's root, and is None where nothing does. scripts stand in the head, and those
    of ending, which only a file has, behind all else.
    """

    template: str
    path: str
    own_url: str
    root: str | None
    scripts: tuple[str, ...]
    ending: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Give the name of the page in the quiz's folder."""
        return self.path.rpartition("/")[2]

    @property
    def is_file(self) -> bool:
        """Say whether the page is a file that has all it needs in itself."""
        return bool(self.ending)

    def setting(self, assets: Iterable[Asset]) -> Setting:
        """Give what prose needs to be printed here."""
        found = tuple(assets)
        if not self.is_file:
            root = self.root or ""
            return Setting({str(a.name): root + asset_name(a) for a in found})
        held = {str(asset.name): data_url(asset) for asset in found}
        if self.root is None:
            return Setting(held, has_downloads=True)
        root = self.root
        return Setting(held, {str(a.name): root + asset_name(a) for a in found})


def outlets(
    quiz: Quiz, scripts: Scripts, base_url: str | None, *, has_file: bool
) -> Iterator[Outlet]:
    """Give every way to a reader that a site has for a quiz."""
    _, own, framed, _ = PAGES
    root = to_root(quiz)
    steps = (scripts.steps,) if quiz.is_stepped else ()
    here = (scripts.boot, *steps)
    yield Outlet(own, f"{quiz.path}/{OWN}", OWN, root, here)
    in_frame = (scripts.boot, scripts.frame)
    yield Outlet(framed, f"{quiz.path}/{FRAMED}", OWN, root, in_frame)
    if has_file:
        yield Outlet(
            own,
            file_path(quiz),
            own_url=page_url(quiz, base_url) if base_url else "",
            root=f"{base_url}/" if base_url else None,
            scripts=(*here, scripts.frame),
            ending=(UNFOLD, _at_the_end(script_literals(scripts.complete.decode()))),
        )


def _at_the_end(script: str) -> str:
    """Have a script run after those that stand in the head are done with the page."""
    return f'addEventListener("DOMContentLoaded",()=>{{{script}}});'


def file_path(quiz: Quiz) -> str:
    """Give the path in the site of the file that holds all of a quiz."""
    return f"{quiz.path}/{quiz.id}.html"


def file_problems(quizzes: Iterable[Quiz]) -> tuple[Problem, ...]:
    """Report the quizzes whose file would take the name of another page."""
    return tuple(
        Problem(
            quiz.place,
            "reserved-id",
            f'the file of a quiz "{quiz.id}" would have the name of another page',
            "Rename the folder of the quiz, or build without --single-file.",
        )
        for quiz in quizzes
        if f"{quiz.id}.html" in {OWN, FRAMED, ELEMENT}
    )


def data_url(asset: Asset) -> str:
    """Give an address that holds a file whole."""
    known = mime_type(asset.name)
    kind = known if known.startswith("image/") else _SAVED
    held = b64encode(asset.path.read_bytes()).decode()
    return f"data:{kind};base64,{held}"


def with_ending(page: str, scripts: Iterable[str]) -> str:
    """Put scripts, which must not end their element, behind all else in a page."""
    body, end, rest = page.rpartition("</body>")
    added = "".join(f"<script>{script}</script>\n" for script in scripts)
    return f"{body}{added}{end}{rest}" if end else page + added
