"""Without --pdf nothing of it is loaded, and no page knows of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

BUILD = """
import sys
from kwispel.cli import main
main(["build", sys.argv[1], "-o", sys.argv[2]], standalone_mode=False)
tools = {"playwright", "pypdf", "kwispel.pdf", "kwispel.headless"}
print("loaded", *(tools & set(sys.modules)))
"""
TINY = Path(__file__).parents[2] / "sites/good/tiny"


def test_build_without_pdfs_loads_none_of_their_tools(tmp_path: Path) -> None:
    """It works where they are not installed, and as fast as before."""
    built = subprocess.run(
        [sys.executable, "-c", BUILD, TINY, tmp_path / "dist"],
        capture_output=True,
        text=True,
        check=True,
    )

    assert built.stdout.splitlines()[-1] == "loaded"
    assert b".pdf" not in (tmp_path / "dist/tiny/index.html").read_bytes()
    assert b".pdf" not in (tmp_path / "dist/index.html").read_bytes()


def test_browser_goes_with_pdf_alone(tmp_path: Path) -> None:
    """Who names one and makes no PDF has forgotten something."""
    refused = subprocess.run(
        [sys.executable, "-m", "kwispel", "build", TINY, "--browser", "chromium"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert refused.returncode == 2
    assert "--browser goes with --pdf or --measure" in refused.stderr
