"""While an author writes, the site shown is the last good one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import Queue
from urllib.request import urlopen

import pytest

from kwispel.errors import BuildFailed, Place, Problem
from kwispel.serve import serve
from kwispel.site_server import CannotListen, SiteServer

PATIENCE_S = 60
"""How long to wait for what must come; nothing is slower when it comes at once."""


def problem(level: str) -> Problem:
    """Make a problem to report."""
    place = Place("content/sus/quiz.md", 3, 1)
    kind = "warning" if level == "warning" else "error"
    return Problem(place, "some-code", "something is the case", "Mend it.", kind)


class Preview:
    """A running `serve` over one file of content, whose text decides what happens."""

    def __init__(self, content: Path) -> None:
        """Start it in a thread."""
        self.content = content
        self.said: Queue[str] = Queue()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        serve(
            [self.content],
            build=self._build,
            tell=self.said.put,
            address=("127.0.0.1", 0),
            stop=self._stop,
        )

    def _build(self, site: Path) -> tuple[Problem, ...]:
        text = (self.content / "page.md").read_text()
        if "wrong" in text:
            raise BuildFailed((problem("error"),))
        site.mkdir(exist_ok=True)
        (site / "index.html").write_text(text)
        return (problem("warning"),) if "doubtful" in text else ()

    def write(self, text: str) -> str:
        """Change the content, and give what is said about it."""
        (self.content / "page.md").write_text(text)
        return self.hear()

    def hear(self) -> str:
        """Wait for the next thing that is said."""
        return self.said.get(timeout=PATIENCE_S)

    def stop(self) -> None:
        """End it."""
        self._stop.set()
        self._thread.join()


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """Serve good content."""
    (tmp_path / "page.md").write_text("first")
    running = Preview(tmp_path)
    yield running
    running.stop()


def shown(url: str) -> str:
    """Read the page as a browser would."""
    with urlopen(url, timeout=PATIENCE_S) as answer:  # noqa: S310 - our own server
        text = answer.read().decode()
    assert isinstance(text, str)
    return text


def test_site_is_built_and_shown(preview: Preview) -> None:
    """The first thing said is how the build went, the second where to look."""
    assert preview.hear() == "built"
    url, hint = preview.hear().split("  ")

    assert hint == "(Ctrl-C ends)"
    assert shown(url) == "first"


def test_change_builds_again(preview: Preview) -> None:
    """A saved file shows at the same address."""
    preview.hear()
    url = preview.hear().split()[0]

    said = preview.write("second")

    assert said == "built"
    assert shown(url) == "second"


def test_change_in_a_hook_builds_again(preview: Preview) -> None:
    """Python counts as content, too."""
    preview.hear()
    preview.hear()

    (preview.content / "scoring.py").write_text("def adjust(result, answers): ...")

    assert preview.hear() == "built"


def test_problem_is_told_and_the_last_good_site_stays(preview: Preview) -> None:
    """While content is wrong readers of the preview keep what they had."""
    preview.hear()
    url = preview.hear().split()[0]

    said = preview.write("wrong")
    while_wrong = shown(url)
    preview.write("mended")

    assert said == f"{problem('error')}\nnot built: the site is as it was"
    assert while_wrong == "first"
    assert shown(url) == "mended"


def test_warning_is_told_and_the_site_is_built(preview: Preview) -> None:
    """A warning does not stand in the way."""
    preview.hear()
    url = preview.hear().split()[0]

    said = preview.write("doubtful")

    assert said == f"{problem('warning')}\nbuilt"
    assert shown(url) == "doubtful"


def test_content_that_is_not_there_fails_as_the_build_does(tmp_path: Path) -> None:
    """Without a folder there is nothing to wait for."""

    def build(_site: Path) -> tuple[Problem, ...]:
        raise BuildFailed((problem("error"),))

    with pytest.raises(BuildFailed):
        serve([tmp_path / "gone"], build=build, tell=print, address=("127.0.0.1", 0))


def test_taken_port_is_told_before_anything_is_built(tmp_path: Path) -> None:
    """Nobody waits for a build to hear that the port is taken."""

    def build(_site: Path) -> tuple[Problem, ...]:
        raise AssertionError("built all the same")

    with SiteServer(tmp_path, "127.0.0.1", 0) as other, pytest.raises(CannotListen):
        serve(
            [tmp_path],
            build=build,
            tell=print,
            address=("127.0.0.1", other.server_port),
        )


INTERRUPTED = """
import sys
from functools import partial
from pathlib import Path
from kwispel.serve import serve

def build(site):
    site.mkdir(exist_ok=True)
    return ()

serve([Path(sys.argv[1])], build=build, tell=partial(print, flush=True),
      address=("127.0.0.1", 0))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows interrupts in another way")
def test_interrupt_ends_quietly(tmp_path: Path) -> None:
    """Ctrl-C is how one stops: no traceback, no scratch folder, no failure."""
    (tmp_path / "content").mkdir()
    (tmp_path / "scratch").mkdir()
    with subprocess.Popen(
        [sys.executable, "-c", INTERRUPTED, tmp_path / "content"],
        env={**os.environ, "TMPDIR": str(tmp_path / "scratch")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout
        said = [running.stdout.readline(), running.stdout.readline()]
        running.send_signal(signal.SIGINT)
        _, complaints = running.communicate(timeout=PATIENCE_S)

    assert said[0] == "built\n"
    assert (running.returncode, complaints) == (0, "")
    assert list((tmp_path / "scratch").iterdir()) == []
