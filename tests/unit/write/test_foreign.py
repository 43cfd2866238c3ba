"""What others put into the site is theirs."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kwispel import swap
from kwispel.errors import BuildFailed
from kwispel.write import MANIFEST, write_site
from testkit.written import EXCHANGES, NEW, OLD, files_in, names_in, snapshot


def codes(failed: pytest.ExceptionInfo[BuildFailed]) -> list[str]:
    """Give the codes of the problems."""
    return [problem.code for problem in failed.value.problems]


@pytest.mark.parametrize("exchange", EXCHANGES)
def test_foreign_files_are_kept(
    dist: Path, content: Path, exchange: swap.Exchange
) -> None:
    """Files, folders and links of others survive every build, with their times."""
    write_site(OLD, dist, content=content)
    (dist / "CNAME").write_text("quiz.example")
    (dist / "sus/notes.txt").write_text("mine")
    (dist / ".well-known/empty").mkdir(parents=True)
    (dist / "latest").symlink_to("sus")
    os.utime(dist / "CNAME", (1, 1))

    write_site(NEW, dist, content=content, exchange=exchange)

    assert (dist / "CNAME").read_text() == "quiz.example"
    assert (dist / "CNAME").stat().st_mtime == 1
    assert (dist / "sus/notes.txt").read_text() == "mine"
    assert (dist / ".well-known/empty").is_dir()
    assert (dist / "latest").readlink() == Path("sus")
    assert (dist / "new/index.html").read_bytes() == b"new quiz"


def foreign_file(dist: Path) -> str:
    """Put a file in the place of one of ours."""
    (dist / "new").mkdir()
    (dist / "new/index.html").write_text("mine")
    return "new/index.html"


def foreign_folder(dist: Path) -> str:
    """Put a folder with files in the place of a file of ours."""
    (dist / "new/index.html").mkdir(parents=True)
    (dist / "new/index.html/a.txt").write_text("mine")
    return "new/index.html"


def foreign_file_for_folder(dist: Path) -> str:
    """Put a file in the place of a folder of ours."""
    (dist / "new").write_text("mine")
    return "new"


def foreign_link(dist: Path) -> str:
    """Put a link in the place of a folder of ours."""
    (dist / "new").symlink_to("sus")
    return "new"


@pytest.mark.parametrize(
    "obstacle", [foreign_file, foreign_folder, foreign_file_for_folder, foreign_link]
)
def test_foreign_file_in_the_way_fails_the_build(
    dist: Path, content: Path, obstacle: Callable[[Path], str]
) -> None:
    """What others put where we must write is neither lost nor built around."""
    write_site(OLD, dist, content=content)
    name = obstacle(dist)
    before = snapshot(dist)

    with pytest.raises(BuildFailed) as failed:
        write_site(NEW, dist, content=content)

    assert codes(failed) == ["in-the-way"]
    assert failed.value.problems[0].place.file == os.path.relpath(dist / name)
    assert snapshot(dist) == before
    assert names_in(dist.parent) == ["content", "dist"]


def test_manifest_cannot_reach_outside_the_folder(
    dist: Path, content: Path, tmp_path: Path
) -> None:
    """A manifest that lists files elsewhere, or nonsense, costs nobody a file."""
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    dist.mkdir()
    (dist / MANIFEST).write_bytes(b"0" * 64 + b"  ../outside.txt\n\xff\n\n")

    write_site(NEW, dist, content=content)

    assert outside.read_text() == "mine"
    assert files_in(dist) == NEW
