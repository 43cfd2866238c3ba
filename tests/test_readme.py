"""The README's first quiz, made from the README."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from readme_pictures import PICTURES

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
FILE = re.compile(r"^```markdown (content/\S+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Write the files that the README shows into a folder of their own."""
    shown = FILE.findall(README)
    assert len(shown) == 4
    for name, text in shown:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def commands() -> list[str]:
    """Give the lines of the README that call kwispel, without their comments."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)
    lines = re.findall(r"^kwispel .*$", "".join(blocks), re.MULTILINE)
    return [line.partition("#")[0].strip() for line in lines]


def test_the_first_quiz_builds_as_it_is_shown(site: Path) -> None:
    """Its commands all work, and `check` has nothing to say."""
    said = {}
    for line in commands():
        if "serve" in line:
            continue
        arguments = [a.strip("'") for a in re.findall(r"'[^']*'|\S+", line)][1:]
        made = subprocess.run(
            [sys.executable, "-m", "kwispel", *arguments],
            cwd=site,
            capture_output=True,
            text=True,
            check=False,
        )
        assert made.returncode == 0, made.stderr
        said[arguments[0]] = made.stdout

    assert said["check"] == ""
    assert "Total: 5, on a scale from 2 to 5, To the point" in said["score"]
    assert (site / "dist/meetings/index.html").is_file()


def test_every_link_of_the_readme_leads_somewhere() -> None:
    """Papers and pictures that it names are there."""
    targets = re.findall(r"\]\(([^)#]+)\)", README)

    assert targets
    assert [t for t in targets if not (ROOT / t).exists()] == []


def test_pictures_are_those_that_the_command_takes() -> None:
    """`scripts/screenshots.py --readme` makes all of them, and none is left over."""
    taken = {f"docs/images/{picture.name}.webp" for picture in PICTURES}
    kept = {f"docs/images/{path.name}" for path in (ROOT / "docs/images").iterdir()}

    assert kept == taken
    assert set(re.findall(r"docs/images/[\w.]+", README)) == taken
