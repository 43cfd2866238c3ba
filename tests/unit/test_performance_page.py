"""docs/performance.md says what was measured, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs/performance.md"


def check(page: Path) -> subprocess.CompletedProcess[str]:
    """Hold a page against the one that the kept results make."""
    script = ROOT / "benchmarks/performance.py"
    return subprocess.run(
        [sys.executable, script, "--check", "--page", page],
        check=False,
        capture_output=True,
        text=True,
    )


def test_page_is_made_from_the_kept_results() -> None:
    """Nobody writes a figure into it by hand."""
    done = check(PAGE)

    assert done.returncode == 0, done.stderr


def test_page_with_another_figure_is_refused(tmp_path: Path) -> None:
    """One figure that nobody measured is enough."""
    text = PAGE.read_text(encoding="utf-8")
    changed = tmp_path / "performance.md"
    changed.write_text(text.replace("| yes |", "| no |", 1), encoding="utf-8")

    done = check(changed)

    assert changed.read_text(encoding="utf-8") != text
    assert done.returncode == 1
    assert "is not made from benchmarks/results" in done.stderr
