"""The generators that are measured side by side, each as its manual says to use it."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import write_corpus, write_pages
from install import NODE_MODULES, PEERS, node, npm_version, program_of, python_version
from names import BARE_LOOP, ELEVENTY, HUGO, MKDOCS, OURS, PELICAN
from program import ItFailed

Words = Sequence[str | Path]


@dataclass(frozen=True, slots=True)
class Generator:
    """One way to make a site of the same texts.

    Shape: write puts a number of quizzes into a folder; command builds that folder
    into its folder `site`; texts names the folder with a file for each quiz.
    """

    name: str
    texts: str
    write: Callable[[Path, int], None]
    command: Callable[[Path], Words]
    rebuild: Callable[[Path], Words] | None = None

    def words(self, folder: Path, *, again: bool) -> Words:
        """Give the command that builds the site, for the first time or again."""
        command = self.rebuild if again and self.rebuild else self.command
        return command(folder)

    def change_one(self, folder: Path, mark: str) -> None:
        """Add a sentence to one quiz, in the middle of all."""
        quizzes = sorted((folder / self.texts).glob("quiz-*"))
        path = quizzes[len(quizzes) // 2]
        text = path / "quiz.md" if path.is_dir() else path
        with text.open("a", encoding="utf-8") as file:
            file.write(f"\nOne sentence more, which says {mark}.\n")

    def check(self, folder: Path, count: int) -> None:
        """Hold what was built against what was written.

        Raises: ItFailed.
        """
        pages = sum(
            any(self._is_page_of(path) for path in (folder / "site").rglob(f"{quiz}*"))
            for quiz in (f"quiz-{number:05}" for number in (1, count // 2, count))
        )
        if pages != 3:  # noqa: PLR2004 - the first, the middle and the last one
            raise ItFailed(f"{self.name} did not build all of {count} quizzes")

    def check_change(self, folder: Path, mark: str) -> None:
        """Hold the site against what was changed last.

        Raises: ItFailed.
        """
        pages = (folder / "site").rglob("*.html")
        if not any(mark in page.read_text(encoding="utf-8") for page in pages):
            raise ItFailed(f"{self.name} did not build what was changed")

    def _is_page_of(self, path: Path) -> bool:
        return path.suffix == ".html" or (path / "index.html").is_file()


COMPILED = {"PYTHONDONTWRITEBYTECODE": ""}
"""Variables under which Python keeps what it compiled, as it does where it is used."""


def environment(folder: Path) -> dict[str, str]:
    """Give the variables under which a program keeps nothing but in its folder."""
    return {
        "XDG_CACHE_HOME": str(folder / "cache"),
        "HUGO_CACHEDIR": str(folder / "cache/hugo"),
        "NO_MKDOCS_2_WARNING": "1",
        **COMPILED,
        "PATH": f"{node().parent}{os.pathsep}{os.environ.get('PATH', '')}",
    }


def _put(peer: str, folder: Path) -> None:
    """Copy what a peer needs beside the texts."""
    shutil.copytree(PEERS / peer, folder, dirs_exist_ok=True)


def _with_pages(peer: str | None, texts: str) -> Callable[[Path, int], None]:
    def write(folder: Path, count: int) -> None:
        if peer:
            _put(peer, folder)
        write_pages(folder / texts, count)

    return write


def _write_for_kwispel(folder: Path, count: int) -> None:
    write_corpus(folder / "content", count)


def _kwispel(folder: Path) -> Words:
    words = ("-m", "kwispel", "build", folder / "content", "-o", folder / "site")
    return (sys.executable, *words)


def _bare_loop(folder: Path) -> Words:
    script = PEERS / "bare_loop.py"
    return (sys.executable, script, folder / "pages", folder / "site")


def _mkdocs(folder: Path) -> Words:
    config = folder / "mkdocs.yml"
    return (program_of("mkdocs", "mkdocs"), "build", "-q", "-f", config)


def _mkdocs_again(folder: Path) -> Words:
    return (*_mkdocs(folder), "--dirty")


def _pelican(folder: Path) -> Words:
    config = ("-s", folder / "pelicanconf.py", "-o", folder / "site")
    return (program_of("generators", "pelican"), folder / "content", *config)


ELEVENTYS_FOLDERS = ("--input=pages", "--output=site")
"""It takes them below the folder in which it is started, and no others."""


def _eleventy(_: Path) -> Words:
    script = NODE_MODULES / "@11ty/eleventy/cmd.cjs"
    return (node(), script, "--quiet", *ELEVENTYS_FOLDERS)


def _hugo(folder: Path) -> Words:
    program = program_of("generators", "hugo")
    return (program, "--quiet", "--source", folder, "--destination", folder / "site")


GENERATORS = (
    Generator(OURS, "content", _write_for_kwispel, _kwispel),
    Generator(BARE_LOOP, "pages", _with_pages(None, "pages"), _bare_loop),
    Generator(
        f"{MKDOCS} {python_version('mkdocs', 'mkdocs')}",
        "docs",
        _with_pages("mkdocs-site", "docs"),
        _mkdocs,
        _mkdocs_again,
    ),
    Generator(
        f"{PELICAN} {python_version('generators', 'pelican')}",
        "content",
        _with_pages("pelican", "content"),
        _pelican,
    ),
    Generator(
        f"{ELEVENTY} {npm_version('@11ty/eleventy')}",
        "pages",
        _with_pages("eleventy", "pages"),
        _eleventy,
    ),
    Generator(
        f"{HUGO} {python_version('generators', 'hugo')}",
        "content",
        _with_pages("hugo", "content"),
        _hugo,
    ),
)
