"""Install html-validate, which checks the pages that the tests build.

Run as `python scripts/html_validate.py`: npm, which comes with Node's wheel, puts it
into .venv as tests/html/package-lock.json says.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from find_browser import node_for_playwright

ROOT = Path(__file__).parents[1]
WANTED = ROOT / "tests/html"
PLACE = Path(sys.prefix) / "html-validate"
PROGRAM = PLACE / "node_modules/html-validate/bin/html-validate.mjs"
FILES = ("package.json", "package-lock.json")


def command() -> list[str | Path]:
    """Give the words with which it starts."""
    return [node_for_playwright(), PROGRAM]


def is_installed() -> bool:
    """Say whether it is there, in the version that is asked for."""
    return PROGRAM.is_file() and all(
        (PLACE / name).read_bytes() == (WANTED / name).read_bytes() for name in FILES
    )


def install() -> bool:
    """Install it; False when npm could not."""
    PLACE.mkdir(exist_ok=True)
    for name in FILES:
        shutil.copy(WANTED / name, PLACE)
    node = node_for_playwright()
    done = subprocess.run(  # noqa: S603 - npm with our own words
        [node, npm_of(node), "ci", "--ignore-scripts", "--no-audit", "--no-fund"],
        cwd=PLACE,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "PATH": f"{node.parent}{os.pathsep}{os.environ['PATH']}"},
        check=False,
    )
    return done.returncode == 0


def npm_of(node: Path) -> Path:
    """Find npm's program, which on Windows stands beside Node's."""
    places = (node.parent / "..", node.parent)
    inside = ("lib/node_modules/npm/bin/npm-cli.js", "node_modules/npm/bin/npm-cli.js")
    found = (place / path for place in places for path in inside)
    return next(path for path in found if path.is_file())


if __name__ == "__main__":
    sys.exit(0 if is_installed() or install() else 1)
