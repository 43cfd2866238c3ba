"""Pages that run a Python program of the tests in the runtime."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kwispel.runtime.bundle import make_bundle

PROGRAMS = Path(__file__).parents[1] / "browser" / "programs"

POLICY = "default-src 'none'; script-src 'self'; connect-src 'none'"
"""The strictest that a page with a script can have."""


@cache
def program_script(program: str) -> str:
    """Give the runtime with a program of tests/browser/programs as its start."""
    programs = {path.stem: path for path in PROGRAMS.glob("*.py")}
    return make_bundle(program, programs).minified()


def write_program_page(folder: Path, program: str, body: str = "") -> Path:
    """Write a page that runs a program under the strict policy, and its script."""
    (folder / "runtime.js").write_text(program_script(program), encoding="utf-8")
    page = folder / "index.html"
    page.write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<title>t</title><body>{body}<script src="runtime.js"></script>',
        encoding="utf-8",
    )
    return page
