"""Runs kwispel and its peers as their users do: as programs of their own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]

KEPT = ROOT / "build/benchmarks"
"""Where peers and results are kept from one run to the next; git ignores it."""


class ItFailed(Exception):  # noqa: N818 - it says what is the case
    """Raised with what the program said."""


def kwispel(*words: str) -> str:
    """Run a command from the project's folder, and give what it printed.

    Raises: ItFailed.
    """
    return run([sys.executable, "-m", "kwispel", *words], ROOT)


def run(words: Sequence[str | Path], folder: Path) -> str:
    """Run a program, and give what it printed; what it says is told if it fails.

    Raises: ItFailed.
    """
    done = subprocess.run(
        words, cwd=folder, check=False, capture_output=True, text=True
    )
    if done.returncode:
        raise ItFailed(done.stdout + done.stderr)
    return done.stdout
