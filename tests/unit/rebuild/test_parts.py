"""Stamps, processes, and files that are put in place."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kwispel import swap
from kwispel.processes import spread
from kwispel.stamps import EVER, UNKNOWN, files_stamp, folder_stamp, moment, same
from testkit.many import site_bytes


def test_a_file_of_this_moment_is_not_trusted(tmp_path: Path) -> None:
    """It may change once more in the same tick of the clock."""
    (tmp_path / "in").mkdir()
    file = tmp_path / "in/file"
    file.write_text("one")
    changed_ns = file.stat().st_ctime_ns

    assert folder_stamp(tmp_path / "in", ["file"], changed_ns) == UNKNOWN
    assert files_stamp(tmp_path, ["in/file"], changed_ns) == UNKNOWN
    after_ns = moment(tmp_path, changed_ns)
    assert folder_stamp(tmp_path / "in", ["file"], after_ns) != UNKNOWN
    assert not same(UNKNOWN, UNKNOWN)


def test_links_and_what_is_missing_are_not_trusted(tmp_path: Path) -> None:
    """What they lead to may change without them."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in/link").symlink_to(tmp_path)

    assert folder_stamp(tmp_path / "in", ["link"], EVER) == UNKNOWN
    assert files_stamp(tmp_path, ["in/link"], EVER) == UNKNOWN
    assert files_stamp(tmp_path, ["missing"], EVER) == UNKNOWN


def _double(number: int) -> int:
    return 2 * number


def _fail(number: int) -> int:
    raise ValueError(number)


def _nothing() -> None:
    pass


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_results_come_in_order(processes: int) -> None:
    """However many processes there are."""
    found = spread(_double, range(99), prepare=_nothing, processes=processes)

    assert list(found) == list(range(0, 198, 2))


DYING = """
import os
from kwispel.processes import ProcessLost, spread

def die(_):
    os._exit(9)

def prepare():
    pass

if __name__ == "__main__":
    try:
        list(spread(die, range(99), prepare=prepare, processes=2))
    except ProcessLost:
        print("told")
"""


def test_a_process_that_dies_is_told(tmp_path: Path) -> None:
    """The build does not wait for it for ever.

    In a program of its own: one that has threads does the work, and dies, itself.
    """
    program = tmp_path / "dying.py"
    program.write_text(DYING, encoding="utf-8")

    ran = subprocess.run([sys.executable, program], capture_output=True, check=False)

    assert ran.stdout == b"told\n", ran.stderr


@pytest.mark.parametrize("processes", [1, 2])
def test_what_the_work_raises_is_raised(processes: int) -> None:
    """In another process as in this one."""
    with pytest.raises(ValueError, match="0"):
        list(spread(_fail, range(99), prepare=_nothing, processes=processes))


def _site(folder: Path) -> Path:
    target = folder / "site"
    (target / "a").mkdir(parents=True)
    (target / "a/one").write_text("old one")
    (target / "two").write_text("old two")
    return target


def test_files_are_put_in_place_or_not_at_all(tmp_path: Path) -> None:
    """Where the last of them fails, the first ones are taken back."""
    target = _site(tmp_path)
    before = site_bytes(target)

    with pytest.raises(FileNotFoundError):
        _put_one_too_many(target)

    assert site_bytes(target) == before
    assert not (target / "b").exists()


def _put_one_too_many(target: Path) -> None:
    with swap.workplace(target) as work:
        (work / "new/b").mkdir(parents=True)
        (work / "new/a").mkdir()
        (work / "new/a/one").write_text("new one")
        (work / "new/b/three").write_text("new three")
        swap.put_in_place(target, work, ["a/one", "b/three", "missing"], ["two"])


def test_a_killed_process_is_put_right_by_the_next(tmp_path: Path) -> None:
    """What it had replaced and removed is as before."""
    target = _site(tmp_path)
    before = site_bytes(target)
    child = os.fork()
    if child == 0:
        with swap.workplace(target) as work:
            (work / "new/a").mkdir(parents=True)
            (work / "new/a/one").write_text("new one")
            _put_and_die(target, work)
    assert os.waitpid(child, 0)[1] != 0
    assert (target / "a/one").read_text() == "new one"

    with swap.workplace(target):
        pass

    assert site_bytes(target) == before


def _put_and_die(target: Path, work: Path) -> None:
    """Die when the second file is to be put."""
    replaced = Path.replace

    def replace(self: Path, place: Path) -> Path:
        if self.name == "stop":
            os._exit(9)
        return replaced(self, place)

    Path.replace = replace  # type: ignore[assignment,method-assign] # in a dying process
    swap.put_in_place(target, work, ["a/one", "stop"], ["two"])


def test_files_are_put_in_place(tmp_path: Path) -> None:
    """New folders come, and those go in which nothing is left."""
    target = _site(tmp_path)

    with swap.workplace(target) as work:
        (work / "new/b/c").mkdir(parents=True)
        (work / "new/b/c/three").write_text("three")
        swap.put_in_place(target, work, ["b/c/three"], ["a/one"])

    assert site_bytes(target) == {"b/c/three": b"three", "two": b"old two"}
    assert not (target / "a").exists()
