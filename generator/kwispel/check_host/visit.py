"""Visit a site as readers, publishers and their software do, and gather what is wrong.

Which files there are is learnt from the site itself: its first page links to the
quizzes, and their pages name the rest. With what was built here every file is visited.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from kwispel.check_host import page as pages
from kwispel.check_host.brotli_page import BROTLI, brotli_findings, page_of
from kwispel.check_host.built import Built, is_as_built
from kwispel.check_host.fetch import Patience, ask, fetch
from kwispel.check_host.framing import framing
from kwispel.check_host.rules import Kind, Look, ending_of, look_at, open_too, unpacked
from kwispel.check_host.shapes import Answer, Code, Finding, NoAnswer, merged, shown
from kwispel.site_files import (
    ASSETS,
    ELEMENT,
    ELEMENT_SCRIPT,
    FRAMED,
    LOADER,
    OEMBED,
    OWN,
)

_MOST_SILENCE = 3
_OK = 200
_LOCAL = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class Visited:
    """What was found; files is how many addresses were asked for."""

    findings: tuple[Finding, ...]
    files: int


class GivenUp(Exception):  # noqa: N818 - it says what is the case
    """Raised when a host stays silent, so that nobody waits for every file of it."""


@dataclass(slots=True)
class _Visit:
    """A visit on its way."""

    url: str
    loader: bytes | None
    built: Built | None
    patience: Patience
    findings: list[Finding] = field(default_factory=list[Finding])
    seen: dict[str, str | None] = field(default_factory=dict[str, "str | None"])
    silent: int = 0

    def say(self, url: str, code: Code, message: str, hint: str) -> None:
        """Report an error at an address."""
        self.findings.append(Finding((url,), code, message, hint, "error"))

    def look(self, url: str, kind: Kind) -> str | None:
        """Visit a file, and give it as text where it is one; each file once."""
        if url not in self.seen:
            self.seen[url] = self._looked(url, kind)
        return self.seen[url]

    def _looked(self, url: str, kind: Kind) -> str | None:
        answer = self._answered(url)
        if answer is None:
            return None
        is_limited = bool(self.built and self.built.ancestors)
        self.findings += look_at(Look(answer, kind, ending_of(url), is_limited))
        if kind == "frame":
            wanted = self.built.ancestors if self.built else None
            self.findings += framing(answer, wanted)
        body = unpacked(answer)
        if body is not None:
            self.compare(url, answer.url, body)
        return None if body is None else body.decode("utf-8", errors="replace")

    def _file(self, url: str) -> str:
        """Give the path of the file that an address stands for."""
        name = url.removeprefix(self.url)
        return f"{name}{OWN}" if name.endswith("/") or not name else name

    def _answered(self, url: str) -> Answer | None:
        """Ask for a file; None where the host has none, which is reported."""
        answer = fetch(url, self.patience)
        if isinstance(answer, NoAnswer):
            self.say(url, "no-answer", answer.reason, "Look whether the host is up.")
            self.silent += 1
            if self.silent == _MOST_SILENCE or not self.seen:
                raise GivenUp
            return None
        self.silent = 0
        if answer.status == _OK:
            return answer
        self.say(url, *_refusal(url, answer))
        return None

    def compare(self, url: str, answered: str, body: bytes) -> None:
        """Hold a file against the one that was built here.

        An old path can be answered with the page of now, and a page without `.html`.
        """
        names = [self._file(answered), self._file(url)]
        known: Mapping[str, str] = self.built.hashes if self.built else {}
        name = next((one for one in names if one in known), names[1])
        if self.built and name in known:
            if not is_as_built(self.built, name, body):
                self.say(
                    url,
                    "file-differs",
                    "is not the file that was built here",
                    "Upload the site again; switch off what changes files on the way.",
                )
        elif name == LOADER and self.loader not in {None, body}:
            hint = "Build and upload the site anew, with one version of kwispel."
            message = "is not the loader of this kwispel"
            self.findings.append(Finding((url,), "old-loader", message, hint))


def _refusal(url: str, answer: Answer) -> tuple[Code, str, str]:
    """Name what another answer than the file itself means, and what to do."""
    if to := answer.header("location"):
        message = f"leads to another host, to {shown(to)}"
        return "moved", message, "Give that address, or mend the redirect."
    message = f"is answered with {answer.status}, not with a page"
    if url.endswith("/"):
        hint = "Let the server answer folders with their index.html."
        return "no-index", message, hint
    hint = "Upload the whole site, and let everybody read it."
    return "not-found", message.replace("a page", "the file"), hint


def visit(
    url: str,
    *,
    loader: bytes | None = None,
    built: Built | None = None,
    patience: Patience | None = None,
) -> Visited:
    """Visit the site at an address, which ends in `/`.

    Shape: loader is embed.js as it should be, where that is known; built is the site
    as it was built here, where it was.
    """
    tour = _Visit(url, loader, built, patience or Patience())
    try:
        for stage in _STAGES:
            stage(tour)
    except GivenUp:
        pass  # what there is to say has been said
    return Visited(merged(tour.findings), len(tour.seen))


def _front(tour: _Visit) -> None:
    home = tour.look(tour.url, "page")
    parts = urlsplit(tour.url)
    if parts.scheme == "http" and parts.hostname not in _LOCAL:
        hint = "Give the host a certificate; browsers show no http in pages of https."
        tour.say(tour.url, "not-https", "is found without encryption", hint)
    if home is None:
        return
    _own_address(tour, tour.url, home)
    if not pages.quiz_folders(home, tour.url):
        hint = "Give the address of the page that lists the quizzes."
        tour.say(tour.url, "no-quizzes", "links to no quiz", hint)


def _own_address(tour: _Visit, url: str, html: str) -> None:
    """Hold what a page says of itself against where it was found."""
    said = pages.canonical(html)
    hint = f"Build with --base-url {tour.url}, or set base_url in site.toml."
    if said is None:
        message = "does not know its address, so there is no sitemap and no oEmbed"
        tour.findings.append(Finding((url,), "no-address", message, hint))
    elif not said.startswith(tour.url):
        message = f"says that it is at {shown(said)}"
        tour.say(url, "other-address", message, hint)


def _quizzes(tour: _Visit) -> None:
    home = tour.seen.get(tour.url)
    for folder in pages.quiz_folders(home or "", tour.url):
        html = tour.look(f"{folder}{OWN}", "page")
        tour.look(folder, "page")
        framed = tour.look(f"{folder}{FRAMED}", "frame")
        tour.look(f"{folder}{ELEMENT}", "page")
        for text in (html, framed):
            if text is not None:
                _files_of(tour, folder, text)
        if html is not None:
            _own_address(tour, f"{folder}{OWN}", html)
            _oembed(tour, folder, pages.oembed(html))


def _files_of(tour: _Visit, folder: str, html: str) -> None:
    for url in pages.lasting_files(html, tour.url):
        tour.look(url, "lasting")
    if pages.changed_scripts(html):
        hint = "Switch off what puts scripts into pages, or changes them."
        message = "has a script that its own policy does not know"
        tour.say(folder, "page-changed", message, hint)


def _oembed(tour: _Visit, folder: str, url: str | None) -> None:
    if url is None or not url.startswith(tour.url):
        return  # other-address or no-address has been said
    text = tour.look(url, "shared")
    if text is not None and not _is_oembed(text, folder):
        hint = "Upload the site again."
        tour.say(url, "not-oembed", "does not say how the quiz is embedded", hint)


def _is_oembed(text: str, folder: str) -> bool:
    """Say whether a text holds what software reads that is given an address."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(told, dict) and folder in str(told.get("html"))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]


def _shared(tour: _Visit) -> None:
    for name in (LOADER, ELEMENT_SCRIPT):
        tour.look(tour.url + name, "shared")
    built = tour.built.hashes if tour.built else ()
    for name in built:
        kind: Kind = "lasting" if name.startswith(f"{ASSETS}/") else "page"
        special: dict[str, Kind] = {FRAMED: "frame", OEMBED: "shared"}
        last = name.rpartition("/")[2]
        is_script = "/" not in name and name.endswith(".js")
        tour.look(tour.url + name, special.get(last, "shared" if is_script else kind))


def _with_brotli(tour: _Visit) -> None:
    """Ask as browsers do, once: what `--compress` made can be sent wrongly."""
    answer = fetch(tour.url, tour.patience, BROTLI)
    if isinstance(answer, NoAnswer) or answer.status != _OK:
        return  # which has been said, or is about this one time
    found = list(brotli_findings(answer))
    tour.findings += found
    page = page_of(answer)
    if page is not None and not found:
        tour.compare(tour.url, answer.url, page)


def _without_encryption(tour: _Visit) -> None:
    """See that who types no scheme gets to the encrypted site."""
    parts = urlsplit(tour.url)
    if parts.scheme != "https" or parts.port is not None:
        return
    open_url = parts._replace(scheme="http").geturl()
    answer = ask(open_url, tour.patience)
    tour.findings += open_too(answer)


_STAGES: tuple[Callable[[_Visit], None], ...] = (
    _front,
    _quizzes,
    _shared,
    _with_brotli,
    _without_encryption,
)
