"""The how-to pages do what they show, file by file and command by command."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

HOW_TO = Path(__file__).parents[1] / "docs/how-to"
PAGES = sorted(HOW_TO.glob("*.md"))
BLOCK = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
KWISPEL = f'kwispel() {{ {shlex.quote(sys.executable)} -m kwispel "$@"; }}\n'


def run(commands: str, folder: Path) -> str:
    """Run commands as a shell does, up to the first that fails; give what they say."""
    made = subprocess.run(
        ["sh", "-e", "-c", KWISPEL + commands],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    return made.stdout + made.stderr


@pytest.fixture
def whole(tmp_path: Path) -> dict[str, str]:
    """Follow the page from top to bottom: each command, and what it said."""
    page = (HOW_TO / "whole-instrument.md").read_text(encoding="utf-8")
    said: dict[str, str] = {}
    for kind, name, text in BLOCK.findall(page):
        if kind == "sh":
            said[text] = run(text, tmp_path)
        elif (tmp_path / name).exists():
            assert (tmp_path / name).read_text("utf-8") == text
        else:
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
    return said


def test_whole_instrument_works_as_it_is_shown(
    whole: dict[str, str], tmp_path: Path
) -> None:
    """Its commands succeed without a warning, and make the table that it shows."""
    assert len(whole) == 4
    assert "warning" not in "".join(whole.values())
    assert (tmp_path / "content/desk/answers.lock").is_file()
    assert (tmp_path / "dist/desk/index.html").is_file()
    assert (tmp_path / "dist/nl/desk/index.html").is_file()
    assert (tmp_path / "scores.csv").read_text("utf-8").startswith("name;total")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_of_how_to_pages_lead_somewhere(page: Path) -> None:
    """What a page links to is there."""
    targets = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))

    assert [t for t in targets if not (page.parent / t).exists()] == []
