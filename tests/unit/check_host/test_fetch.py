"""No host can keep the visitor for ever, or make it fail with a traceback."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from kwispel.check_host import fetch as fetching
from kwispel.check_host.fetch import Patience, fetch
from kwispel.check_host.shapes import Answer, NoAnswer

HURRIED = Patience(step_s=5, whole_s=0.3)
UNHURRIED = Patience(step_s=20, whole_s=60)

Talk = Callable[[socket.socket], None]


@contextmanager
def speaking(talk: Talk) -> Iterator[str]:
    """Run a server that says what it likes to everybody who comes."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            while True:
                try:
                    line, _ = server.accept()
                except OSError:
                    return
                with line:
                    try:
                        line.recv(65536)
                        talk(line)
                    except OSError:
                        continue  # the visitor has left, as it should

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        server.shutdown(socket.SHUT_RDWR)
    thread.join(20)


def saying(*texts: bytes) -> Talk:
    """Say these, and hang up."""

    def talk(line: socket.socket) -> None:
        for text in texts:
            line.sendall(text)

    return talk


def for_ever(start: bytes, text: bytes, pause_s: float = 0) -> Talk:
    """Say the same again and again, until the visitor leaves."""

    def talk(line: socket.socket) -> None:
        line.sendall(start)
        idle = threading.Event()
        while True:
            line.sendall(text)
            idle.wait(pause_s)

    return talk


def test_an_answer_is_given_with_its_headers() -> None:
    """In small letters, and several of one name together."""
    head = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nA: 1\r\nB: 2\r\na: 3\r\n\r\nhi"
    with speaking(saying(head)) as url:
        answer = fetch(url, UNHURRIED)

    assert isinstance(answer, Answer)
    assert (answer.status, answer.body) == (200, b"hi")
    assert answer.header("a") == "1, 3"


@pytest.mark.parametrize(
    "talk",
    [
        for_ever(b"HTTP/1.1 200 OK\r\n\r\n", b"x", 0.05),
        for_ever(b"HTTP/1.1 200 OK\r\nA: ", b"x", 0.05),
        for_ever(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
        for_ever(
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            b"1\r\nx\r\n",
            0.05,
        ),
    ],
    ids=["slow body", "slow head", "never comes to the point", "endless chunks"],
)
def test_a_host_that_goes_on_and_on_is_left(talk: Talk) -> None:
    """Each step of it is in time, and all of them together are not."""
    with speaking(talk) as url:
        answer = fetch(url, HURRIED)

    assert answer == NoAnswer(url, "takes longer than 0.3 seconds")


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"\x00\xff\x00\xff",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhi",
        b"HTTP/1.1 200 OK\r\n" + b"A: 1\r\n" * 500 + b"\r\n",
        b"HTTP/1.1 200 OK\r\nA: " + b"x" * 100_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: http://[::1\r\n\r\n",
        b"HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n",
    ],
)
def test_what_is_no_answer_is_told_in_words(said: bytes) -> None:
    """Nonsense, what breaks off, too much of it, and redirects in a circle."""
    with speaking(saying(said)) as url:
        answer = fetch(url, UNHURRIED)

    assert isinstance(answer, NoAnswer)
    assert answer.reason


def test_a_body_without_an_end_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    """However fast it comes."""
    monkeypatch.setattr(fetching, "MOST_BYTES", 1_000_000)
    with speaking(for_ever(b"HTTP/1.1 200 OK\r\n\r\n", b"x" * 65536)) as url:
        answer = fetch(url, UNHURRIED)

    assert isinstance(answer, NoAnswer)
    assert "more than 1,000,000 bytes" in answer.reason


def test_a_redirect_to_another_host_is_not_followed() -> None:
    """Who looks at one host asks nothing of others."""
    said = b"HTTP/1.1 301 Moved\r\nLocation: http://example.org/\r\n\r\n"
    with speaking(saying(said)) as url:
        answer = fetch(url, UNHURRIED)

    assert isinstance(answer, Answer)
    assert answer.status == 301


def test_a_host_that_is_not_there_is_told() -> None:
    """Nobody listens, or nobody has the name."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

    refused = fetch(f"http://127.0.0.1:{port}/", UNHURRIED)
    unknown = fetch("http://no-such-host.invalid/", UNHURRIED)

    assert isinstance(refused, NoAnswer)
    assert isinstance(unknown, NoAnswer)
