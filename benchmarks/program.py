"""Runs kwispel as its users do: as a program of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


class ItFailed(Exception):  # noqa: N818 - it says what is the case
    """Raised with what the program said."""


def kwispel(*words: str) -> None:
    """Run a command from the project's folder; what it says is told if it fails.

    Raises: ItFailed.
    """
    done = subprocess.run(
        [sys.executable, "-m", "kwispel", *words],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise ItFailed(done.stdout + done.stderr)
