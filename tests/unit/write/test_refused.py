"""What cannot or must not be written is said, and nothing changes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kwispel import swap
from kwispel.errors import BuildFailed
from kwispel.write import MANIFEST, write_site
from testkit.written import NEW, OLD, files_in, names_in, snapshot


def codes(failed: pytest.ExceptionInfo[BuildFailed]) -> list[str]:
    """Give the codes of the problems."""
    return [problem.code for problem in failed.value.problems]


def test_folder_that_is_none_is_refused(dist: Path, content: Path) -> None:
    """A file in the folder's place is kept."""
    dist.write_text("mine")

    with pytest.raises(BuildFailed) as failed:
        write_site(NEW, dist, content=content)

    assert codes(failed) == ["output-folder"]
    assert dist.read_text() == "mine"


def test_symbolic_link_is_refused(dist: Path, content: Path, tmp_path: Path) -> None:
    """A link is not replaced by a folder, and not followed either."""
    (tmp_path / "elsewhere").mkdir()
    dist.symlink_to("elsewhere")

    with pytest.raises(BuildFailed) as failed:
        write_site(NEW, dist, content=content)

    assert codes(failed) == ["output-folder"]
    assert dist.is_symlink()
    assert names_in(tmp_path / "elsewhere") == []


@pytest.mark.parametrize("place", [".", "..", "../content/dist", "/", "../linked"])
def test_folder_around_or_in_the_content_is_refused(
    content: Path, tmp_path: Path, place: str
) -> None:
    """A site never replaces, holds or clutters what it is made from."""
    (tmp_path / "linked").symlink_to("content")
    before = snapshot(tmp_path)

    with pytest.raises(BuildFailed) as failed:
        write_site(NEW, content / place, content=content)

    assert codes(failed) == ["output-folder"]
    assert snapshot(tmp_path) == before


def test_working_folder_is_refused(
    dist: Path, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder one works in is not swapped away under one's feet."""
    dist.mkdir()
    monkeypatch.chdir(dist)

    with pytest.raises(BuildFailed) as failed:
        write_site(NEW, Path(), content=content)

    assert codes(failed) == ["output-folder"]


@pytest.mark.parametrize(
    "name", ["/etc/x", "../x", "a/../../x", "a//b", "", ".", "a\\b", "a\nb", MANIFEST]
)
def test_name_that_leaves_the_folder_is_a_mistake_of_ours(
    dist: Path, content: Path, name: str
) -> None:
    """Names of files stay below the folder, and can be listed."""
    with pytest.raises(ValueError, match=r"is no name|cannot be"):
        write_site({name: b""}, dist, content=content)

    assert not dist.exists()


def test_second_build_into_the_same_folder_is_refused(
    dist: Path, content: Path
) -> None:
    """While one build writes, another one says so and changes nothing."""
    write_site(OLD, dist, content=content)

    with swap.workplace(dist), pytest.raises(BuildFailed) as failed:
        write_site(NEW, dist, content=content)

    assert codes(failed) == ["build-running"]
    assert files_in(dist) == OLD


READ_ONLY = """
import os, sys
from pathlib import Path
from kwispel.errors import BuildFailed
from kwispel.write import write_site

if os.geteuid() == 0:
    os.setuid(65534)
try:
    write_site({"index.html": b"new"}, Path("dist").absolute(), content=Path("content"))
except BuildFailed as failed:
    print(failed)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_folder_that_may_not_be_written_is_told(dist: Path, content: Path) -> None:
    """Without the right to write nothing changes, and the reason is said."""
    write_site(OLD, dist, content=content)
    content.parent.chmod(0o555)

    told = subprocess.run(
        [sys.executable, "-c", READ_ONLY],
        cwd=content.parent,
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    content.parent.chmod(0o755)
    assert "error[cannot-write]" in told
    assert "permission denied" in told
    assert files_in(dist) == OLD


def test_folder_around_that_is_a_file_is_told(tmp_path: Path, content: Path) -> None:
    """What the system says is passed on in words, without a traceback."""
    (tmp_path / "file").touch()

    with pytest.raises(BuildFailed, match=r"cannot-write.*not a directory"):
        write_site(NEW, tmp_path / "file/dist", content=content)
