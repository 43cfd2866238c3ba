"""A build makes the folder what it should be, in one step."""

from __future__ import annotations

import hashlib
import os
import sys
import threading
from pathlib import Path

import pytest

from kwispel import swap
from kwispel.write import MANIFEST, Written, write_site
from testkit.written import EXCHANGES, NEW, OLD, files_in, names_in, snapshot


def test_first_build_makes_the_folder_and_those_around_it(content: Path) -> None:
    """A site can be written where nothing was."""
    dist = content.parent / "deep" / "dist"

    write_site(OLD, dist, content=content)

    assert files_in(dist) == OLD
    assert names_in(dist.parent) == ["dist"]


@pytest.mark.parametrize("exchange", EXCHANGES)
def test_next_build_removes_what_is_no_longer_wanted(
    dist: Path, content: Path, exchange: swap.Exchange
) -> None:
    """The old site's files go, its empty folders too, and nothing is left behind."""
    write_site(OLD, dist, content=content)

    written = write_site(NEW, dist, content=content, exchange=exchange)

    assert files_in(dist) == NEW
    assert not (dist / "sus").exists()
    assert written == Written(("index.html", "new/index.html"), ("sus/index.html",))
    assert names_in(dist.parent) == ["content", "dist"]


def test_manifest_lists_every_file_with_its_hash(dist: Path, content: Path) -> None:
    """The manifest is sorted by name and has the form of sha256sum."""
    write_site(OLD, dist, content=content)

    lines = (dist / MANIFEST).read_text().splitlines()

    assert lines == [
        f"{hashlib.sha256(OLD[name]).hexdigest()}  {name}" for name in sorted(OLD)
    ]


def test_same_files_give_the_same_bytes_and_modes(tmp_path: Path) -> None:
    """Neither the order of the files nor the umask shows in the site."""
    one, other = tmp_path / "one", tmp_path / "other"
    write_site(OLD, one, content=tmp_path / "content")

    before = os.umask(0o077)
    try:
        write_site(dict(reversed(OLD.items())), other, content=tmp_path / "content")
    finally:
        os.umask(before)

    assert snapshot(one) == snapshot(other)
    assert {mode for mode, _ in snapshot(one).values()} == {0o755, 0o644}


def test_unchanged_file_is_left_as_it_is(dist: Path, content: Path) -> None:
    """A file with the same bytes stays the same file, so that copying tools skip it."""
    write_site(OLD, dist, content=content)
    before = (dist / "assets/a.1.css").stat()

    write_site(NEW, dist, content=content)

    after = (dist / "assets/a.1.css").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert after.st_nlink == 1


def test_unchanged_site_is_left_as_it_is(dist: Path, content: Path) -> None:
    """Nothing is swapped when nothing changed."""
    write_site(OLD, dist, content=content)
    before = dist.stat().st_ino

    written = write_site(OLD, dist, content=content)

    assert written == Written((), ())
    assert dist.stat().st_ino == before


def test_file_that_was_changed_by_hand_is_written_again(
    dist: Path, content: Path
) -> None:
    """What a build wrote is a build's: the next one puts it right, its mode too."""
    write_site(OLD, dist, content=content)
    (dist / "index.html").write_bytes(b"odd")
    (dist / "sus/index.html").chmod(0o600)

    written = write_site(OLD, dist, content=content)

    assert files_in(dist) == OLD
    assert written.changed == ("index.html", "sus/index.html")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges folders")
def test_reader_finds_every_page_at_every_moment(dist: Path, content: Path) -> None:
    """While builds go on, a page that is in all of them can always be read."""
    write_site(OLD, dist, content=content)
    is_done = threading.Event()
    seen: set[bytes] = set()

    def read_on() -> None:
        while not is_done.is_set():
            try:
                seen.add((dist / "index.html").read_bytes())
            except FileNotFoundError:
                seen.add(b"missing")

    reader = threading.Thread(target=read_on)
    reader.start()

    for _ in range(50):
        write_site(NEW, dist, content=content)
        write_site(OLD, dist, content=content)

    is_done.set()
    reader.join()
    assert seen <= {b"old", b"new"}
