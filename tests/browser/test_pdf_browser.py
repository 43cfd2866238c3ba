"""The browser that prints: what it is given, how it fails, and how it ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kwispel.errors import BuildFailed, Place
from kwispel.model.shapes import Quiz
from kwispel.pdf.orders import Order
from kwispel.pdf.printing import Press, print_pages
from testkit.papers import pages_of
from testkit.pdf_site import (
    build,
    build_command,
    traced,
    wait_until_gone,
    write_content,
)
from testkit.quiz_folder import Folder
from testkit.static_server import StaticServer
from testkit.written import names_in

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="programs are scripts here"),
    pytest.mark.usefixtures("playwright"),  # it knows on which Node its driver runs
]

PAGE = '<!doctype html><title>A</title><form data-kw="quiz" data-state="{state}">{body}'


@pytest.fixture
def quiz(tmp_path: Path) -> Quiz:
    """Give a quiz to print."""
    return Folder(tmp_path / "quiz").quiz()


@pytest.fixture
def temporary() -> Iterator[Path]:
    """Give a folder whose path is short enough for the socket of a browser."""
    with TemporaryDirectory() as folder:
        yield Path(folder)


def script(path: Path, body: str) -> Path:
    """Write a program that is no browser."""
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def printed(orders: Sequence[Order], press: Press) -> dict[str, bytes]:
    """Print, beside the loop of events that Playwright has in this thread."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(print_pages, orders, press).result()


def problem_of(orders: Sequence[Order], press: Press) -> tuple[str, str, Place]:
    """Print in vain; give the code, what is said, and where."""
    with pytest.raises(BuildFailed) as failed:
        printed(orders, press)
    (problem,) = failed.value.problems
    return problem.code, str(problem), problem.place


def order(quiz: Quiz, page: str = "a.html") -> Order:
    """Ask for a PDF of a page."""
    return Order(quiz, page.replace("html", "pdf"), page, "", "ready")


def ignore(_line: str) -> None:
    """Hear what is told, and do nothing."""


def page(state: str = "ready", body: str = "") -> bytes:
    """Give a page with a quiz in a state."""
    return PAGE.format(state=state, body=body).encode()


def test_program_that_ends_at_once_is_no_browser(tmp_path: Path) -> None:
    """What it said is told; the site of before stays."""
    content = write_content(tmp_path / "content")
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist/mine.txt").write_text("mine")
    broken = script(tmp_path / "chrome", "echo libfoo.so is missing >&2; exit 127")

    done = build(content, tmp_path / "dist", broken)

    assert done.returncode == 1
    assert f'error[browser-failed]: "{broken}" does not start' in done.stderr
    assert "    libfoo.so is missing\n" in done.stderr
    assert names_in(tmp_path / "dist") == ["mine.txt"]


def test_file_that_cannot_be_run_is_no_browser(tmp_path: Path, quiz: Quiz) -> None:
    """As when somebody names the wrong file."""
    picture = tmp_path / "chrome.png"
    picture.write_bytes(b"\x89PNG")
    picture.chmod(0o755)

    code, told, _ = problem_of([order(quiz)], Press(picture, {}, ignore))

    assert code == "browser-failed"
    assert "does not start as a browser" in told


def test_program_that_hangs_is_ended(tmp_path: Path, quiz: Quiz) -> None:
    """After a time that is told."""
    number = tmp_path / "number"
    deaf = script(tmp_path / "deaf", f"echo $$ > '{number}'\nexec sleep 1000")

    press = Press(deaf, {}, ignore, patience_s=2)
    code, told, _ = problem_of([order(quiz)], press)

    assert code == "browser-failed"
    assert "it was not there after 2 seconds" in told
    wait_until_gone(number)


def test_browser_that_dies_is_told_with_the_pdf(
    tmp_path: Path, quiz: Quiz, browser_path: Path
) -> None:
    """The page is not to blame."""
    program, number = traced(browser_path, tmp_path)

    def kill(_line: str) -> None:
        os.killpg(int(number.read_text()), signal.SIGKILL)

    press = Press(program, {"a.html": page(), "b.html": page()}, kill)
    code, told, _ = problem_of([order(quiz), order(quiz, "b.html")], press)

    assert code == "browser-failed"
    assert 'the browser ended at "b.pdf"' in told


def test_page_that_does_not_come_so_far_is_told(quiz: Quiz, browser_path: Path) -> None:
    """With the quiz, and the state in which it stays."""
    press = Press(browser_path, {"a.html": page("idle")}, ignore, patience_s=5)

    code, told, place = problem_of([order(quiz)], press)

    assert code == "page-not-printed"
    assert 'its page stays "idle", and does not come to "ready"' in told
    assert place == quiz.place


def test_browser_asks_no_other_place_for_anything(
    tmp_path: Path, quiz: Quiz, browser_path: Path
) -> None:
    """Not even this machine, and not for what the site does not have."""
    (tmp_path / "site").mkdir()
    server = StaticServer(tmp_path / "site", "127.0.0.1")
    image = f'<img src="{server.url("a.png")}"><img src="b.png">'

    press = Press(browser_path, {"a.html": page(body=image)}, ignore)
    made = printed([order(quiz)], press)
    server.close()

    assert made["a.pdf"].startswith(b"%PDF")
    assert server.asked_for == []


def test_clock_of_the_page_stands_still(quiz: Quiz, browser_path: Path) -> None:
    """What it shows of the day must not make each day's PDF another."""
    today = "<script>document.write(new Date().toISOString())</script>"

    press = Press(browser_path, {"a.html": page(body=today)}, ignore)
    (told,) = pages_of(printed([order(quiz)], press)["a.pdf"])

    assert told == "2000-01-01T00:00:00.000Z"


def test_ctrl_c_leaves_no_browser_no_profile_and_the_last_site(
    tmp_path: Path, temporary: Path, browser_path: Path
) -> None:
    """The terminal tells all programs in it, the driver of the browser too."""
    content = write_content(tmp_path / "content")
    program, number = traced(browser_path, tmp_path)
    with subprocess.Popen(
        build_command(content, tmp_path / "dist", program),
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as ending:
        assert ending.stderr is not None
        while "printed ik/form.pdf" not in ending.stderr.readline():
            assert ending.poll() is None

        os.killpg(ending.pid, signal.SIGINT)
        _, told = ending.communicate()

    assert ending.returncode == 1
    assert told.strip().endswith("Aborted!")
    wait_until_gone(number)
    assert names_in(temporary) == []
    assert not (tmp_path / "dist").exists()
