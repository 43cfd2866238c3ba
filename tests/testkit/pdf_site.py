"""A small site to print, a browser that tells its number, and a build to wait for."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

QUESTION = "{text}\n\n- (0) {no}\n- (1) {yes}\n\n  {advice}\n"

SHOWN = "Wél <b>“ik”</b> & (jij) 李?"
"""A title with all that HTML and PDF could trip over."""

FILES = {
    "site.toml": 'title = "Papier"\nlang = "nl"\nbase_url = "https://example.org/q"\n',
    "ik/quiz.md": (
        f"---\ntitle: '{SHOWN}'\nauthors: [Zoë, Li 李]\nlicence: CC0-1.0\n"
        "examples:\n  - {answers: b, total: 1}\n---\n"
    ),
    "ik/quiz.en.md": "---\ntitle: I myself\n---\n",
    "ik/questions/01-a.md": QUESTION.format(
        text="Lacht u?", no="Nee", yes="Ja", advice="Ga zo door."
    ),
    "ik/questions/01-a.en.md": QUESTION.format(
        text="Do you laugh?", no="No", yes="Yes", advice="Go on."
    ),
    "rust/quiz.md": "---\ntitle: Rust\nlicence: CC0-1.0\nrelated: [ik]\n---\n",
    "rust/questions/01-a.md": QUESTION.format(
        text="Huilt u?", no="Nee", yes="Ja", advice="Rust uit."
    ),
}


def write_content(folder: Path) -> Path:
    """Write a quiz in two languages with a worked example, and one without either."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def build_command(content: Path, dist: Path, browser: Path) -> list[str | Path]:
    """Give the command that builds a site with PDFs."""
    begin = [sys.executable, "-m", "kwispel", "build", content, "-o", dist]
    return [*begin, "--pdf", "--browser", browser]


def build(content: Path, dist: Path, browser: Path) -> subprocess.CompletedProcess[str]:
    """Build a site with PDFs, and wait for it."""
    command = build_command(content, dist, browser)
    return subprocess.run(command, capture_output=True, text=True, check=False)


def traced(browser: Path, folder: Path) -> tuple[Path, Path]:
    """Give a browser that writes down the number of its process, and where."""
    program, number = folder / "traced browser", folder / "number"
    program.write_text(f"#!/bin/sh\necho $$ > '{number}'\nexec '{browser}' \"$@\"\n")
    program.chmod(0o755)
    return program, number


def wait_until_gone(number: Path) -> None:
    """Wait until nothing is left of the process whose number was written down.

    What was killed may be there for an instant yet; the test's own time ends the rest.
    """
    with suppress(ProcessLookupError):
        while True:
            os.killpg(int(number.read_text()), 0)
            time.sleep(0.05)
