"""Give the site's build the runtime that the package's build made.

Nothing here needs Brython, Node or the minifier: a machine that installs a wheel has
none of them.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_SOURCES = (
    "core/*.py",
    "browser/*.py",
    "runtime/*.py",
    "runtime/*.txt",
    "runtime/*.json",
    "runtime/*/*.js",
    "static/*.js",
)

PAGE_SCRIPTS = ("boot", "steps", "frame", "embed", "element")
"""The hand-written scripts, by the names of their files."""

RUNTIME_FILES = ("runtime", "plain", "stepped", "hooked", "more", "complete")
"""The scripts with compiled Python, by the names of their files."""

BUILT = _PACKAGE / "built"
"""Where the package's build puts the runtimes, and runtime.json, which says of what."""


@dataclass(frozen=True, slots=True)
class Runtime:
    """The script that scores in the reader's browser, one for each kind of quiz.

    Shape: script is what pages need, plain what those of plain quizzes need, stepped
    what those of one question at a time need, hooked what those of a site with hooks
    need, more what any asks for once a reader does; complete, all in one, takes over
    where they turn out to lack something; boot, steps, frame, embed and element are the
    small scripts around it, minified; brython is the version of Brython in it; sources
    the digest of what it was made from. Two runtimes are equal, and hash alike, when
    all of this is.
    """

    script: bytes
    plain: bytes
    stepped: bytes
    hooked: bytes
    more: bytes
    complete: bytes
    boot: str
    steps: str
    frame: str
    embed: str
    element: str
    brython: str
    sources: str

    @property
    def is_stale(self) -> bool:
        """Say whether the sources have changed since it was made."""
        return self.sources != sources_digest()


class NoRuntime(Exception):  # noqa: N818 - it says what is the case
    """Raised when the package has not been built where it is run from."""


def load_runtime(built: Path = BUILT) -> Runtime:
    """Read the runtime that the package's build made.

    Raises: NoRuntime, with what to do about it.
    """
    try:
        script, plain, stepped, hooked, more, complete = [
            (built / f"{name}.js").read_bytes() for name in RUNTIME_FILES
        ]
        small = {name: _text(built / f"{name}.js") for name in PAGE_SCRIPTS}
        made = json.loads(_text(built / "runtime.json"))
    except FileNotFoundError as error:
        raise NoRuntime(
            "the runtime for the browser has not been made yet; run "
            "`python -m kwispel.runtime`, or install the package again"
        ) from error
    about = {"brython": made["brython"], "sources": made["sources"]}
    return Runtime(script, plain, stepped, hooked, more, complete, **small, **about)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def sources_digest() -> str:
    """Hash everything of kwispel's own that goes into the runtime."""
    digest = hashlib.sha256()
    for pattern in _SOURCES:
        for path in sorted(_PACKAGE.glob(pattern)):
            content = path.read_bytes()
            digest.update(f"{path.relative_to(_PACKAGE).as_posix()} ".encode())
            digest.update(f"{len(content)}\n".encode() + content)
    return digest.hexdigest()
