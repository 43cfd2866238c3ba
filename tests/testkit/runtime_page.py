"""Pages that run a Python program of the tests in the runtime."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from kwispel.runtime.shaken_bundle import recording_bundle, shaken_bundle
from testkit.reached import FOLDER

PROGRAMS = Path(__file__).parents[1] / "browser" / "programs"

LANGUAGE = ("fail", "reach_too_far", "run_language", "say_hello")
"""Programs that show what hooks may use, and which the page alone need not run."""

WHOLE = (*LANGUAGE, "try_device")
"""Programs that run in the complete runtime: the last asks in a way of its own."""

POLICY = "default-src 'none'; script-src 'self'; connect-src 'none'"
"""The strictest that a page with a script can have."""


@cache
def program_script(program: str) -> str:
    """Give a runtime with a program of tests/browser/programs as its start.

    Programs that score do so in the runtime of pages, others in the complete one.
    """
    programs = {path.stem: path for path in PROGRAMS.glob("*.py")}
    if FOLDER:
        told_for = "hooks" if program in LANGUAGE else "page"
        return recording_bundle(told_for, program, programs).minified()
    runtime = "complete" if program in WHOLE else "runtime"
    return shaken_bundle(runtime, program, programs).minified()


def write_program_page(folder: Path, program: str, body: str = "") -> Path:
    """Write a page that runs a program under the strict policy, and its script."""
    # Without messages there are no turns: when the page has loaded it has run.
    script = f"(function (MessageChannel) {{{program_script(program)}}})();"
    (folder / "runtime.js").write_text(script, encoding="utf-8")
    page = folder / "index.html"
    page.write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        f'<title>t</title><body>{body}<script src="runtime.js"></script>',
        encoding="utf-8",
    )
    return page
