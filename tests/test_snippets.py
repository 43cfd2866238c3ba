"""What the papers show works when one does it.

A block of code with a path behind its language is a file; all the files of one paper
together are a site, which must build without a warning.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from kwispel.build import build_site
from kwispel.cli import main

ROOT = Path(__file__).parents[1]
PAPERS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]

NAMED_BLOCK = re.compile(r"^```\w+ (content/\S+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def files_shown(paper: Path) -> dict[str, str]:
    """Give the files that a paper shows, by path."""
    return dict(NAMED_BLOCK.findall(paper.read_text(encoding="utf-8")))


WITH_FILES = [paper for paper in PAPERS if files_shown(paper)]


@pytest.fixture
def site(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Write the files that a paper shows, and give the folder around them."""
    for name, text in files_shown(request.param).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_readme_shows_a_quiz() -> None:
    """Its first screenfuls end with a quiz of one's own."""
    assert ROOT / "README.md" in WITH_FILES


@pytest.mark.parametrize(
    "site",
    WITH_FILES,
    indirect=True,
    ids=lambda paper: paper.relative_to(ROOT).as_posix(),
)
def test_shown_files_build_without_a_warning(site: Path) -> None:
    """An author who copies them has a site."""
    checked = build_site(site / "content", site / "dist")

    assert checked.warnings == ()


@pytest.mark.parametrize("site", [ROOT / "README.md"], indirect=True)
def test_readme_score_works(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The call of `kwispel score` in the README gives a score for its own quiz."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    call = re.search(r"^kwispel score (\S+) '([^']+)'", readme, re.MULTILINE)
    assert call
    monkeypatch.chdir(site)

    told = CliRunner().invoke(main, ["score", *call.groups()])

    assert told.exit_code == 0, told.output
    assert "on a scale from" in told.output
