"""A build that is killed leaves a whole site, wherever it was.

The writer below is killed right before its first change of the file system, then
before its second, and so on, until one run comes to its end.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kwispel import swap
from kwispel.write import write_site
from testkit.written import NEW, OLD, files_in, names_in

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no kill -9")

WRITER = """
import os, signal, sys
from pathlib import Path
from kwispel import swap
from kwispel.write import write_site
from testkit.written import NEW, without_exchange

dist, content, how, deadly = Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:]
exchange = {"exchange": swap.exchange_folders, "renames": without_exchange}[how]
steps = 0

def die(event, arguments):
    global steps
    changes = event in {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link",
                        "os.chmod", "shutil.rmtree", "ctypes.dlsym"}
    if changes or (event == "open" and arguments[1] == "wb"):
        steps += 1
        if steps == int(deadly):
            os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(die)
write_site(NEW, dist, content=content, exchange=exchange)
"""


def killed_builds(tmp_path: Path, how: str) -> Iterator[Path]:
    """Give the site after a build that was killed, one step later each time."""
    content, tests = tmp_path / "content", Path(__file__).parents[2]
    for deadly in range(1, 200):
        dist = tmp_path / f"run-{deadly}" / "dist"
        write_site(OLD, dist, content=content)
        writer = [sys.executable, "-c", WRITER, dist, content, how, str(deadly)]
        environment = {**os.environ, "PYTHONPATH": str(tests)}
        ended = subprocess.run(writer, env=environment, check=False).returncode
        yield dist
        if ended == 0:
            return
        assert ended == -9


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux exchanges folders")
def test_killed_build_leaves_the_old_site_or_the_new(tmp_path: Path) -> None:
    """At no moment is the site away, or half one and half the other."""
    found = [files_in(dist) for dist in killed_builds(tmp_path, "exchange")]

    switched = found.index(NEW)
    assert found == [OLD] * switched + [NEW] * (len(found) - switched)
    assert switched > 10
    assert len(found) - switched > 5


def test_build_killed_between_two_renames_is_put_right(tmp_path: Path) -> None:
    """Without an exchange the site can be away for one step, and comes back."""
    dists = list(killed_builds(tmp_path, "renames"))
    away = [dist for dist in dists if not dist.exists()]

    for dist in away:
        with swap.workplace(dist):
            assert files_in(dist) == OLD

    assert len(away) == 1
    assert all(files_in(dist) in (OLD, NEW) for dist in dists)


@pytest.mark.parametrize("how", ["exchange", "renames"])
def test_next_build_leaves_nothing_of_a_killed_one(tmp_path: Path, how: str) -> None:
    """Whatever a killed build left behind, the next one works and tidies up."""
    dists = list(killed_builds(tmp_path, how))

    for dist in dists:
        write_site({"index.html": b"next"}, dist, content=tmp_path / "content")

    assert [files_in(dist) for dist in dists] == [{"index.html": b"next"}] * len(dists)
    assert {name for dist in dists for name in names_in(dist.parent)} == {"dist"}
