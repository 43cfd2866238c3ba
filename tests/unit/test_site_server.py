"""The server gives the site's files, correctly, and nothing else."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from kwispel.site_server import CannotListen, SiteServer

FILES = {
    "index.html": "home",
    "sus/index.html": "sus",
    "sus/quiz.json": "{}",
    "assets/a.js": "1",
    "assets/a.css": "p{}",
    "assets/a.svg": "<svg/>",
    "assets/a.unknown": "?",
    "with space.txt": "a & b",
    ".kwispel-manifest": "secret",
    "empty/.hidden": "",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Write a small site."""
    for name, text in FILES.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(text)
    (tmp_path / "secret.txt").write_text("secret")
    return tmp_path / "site"


@pytest.fixture
def server(site: Path) -> Iterator[SiteServer]:
    """Serve it."""
    with SiteServer(site, "127.0.0.1", 0) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.02,))
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def connection(server: SiteServer) -> Iterator[http.client.HTTPConnection]:
    """Open one connection, which all requests of a test share."""
    parts = urlsplit(server.url)
    opened = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=30)
    yield opened
    opened.close()


Connection = http.client.HTTPConnection


def ask(
    connection: Connection, target: str, method: str = "GET", **headers: str
) -> tuple[int, str, dict[str, str]]:
    """Give status, body and headers."""
    connection.putrequest(method, target, skip_accept_encoding=True)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    return answer.status, answer.read().decode(), dict(answer.headers)


@pytest.mark.parametrize(
    ("target", "body"),
    [
        ("/", "home"),
        ("/index.html", "home"),
        ("/?page=2", "home"),
        ("/sus/", "sus"),
        ("/sus/index.html?x=/../y", "sus"),
        ("/with%20space.txt", "a & b"),
    ],
)
def test_address_gives_its_file(connection: Connection, target: str, body: str) -> None:
    """Files, the index of a folder, queries and percent codes are understood."""
    status, text, _ = ask(connection, target)

    assert (status, text) == (200, body)


@pytest.mark.parametrize(
    ("name", "mime_type"),
    [
        ("index.html", "text/html; charset=utf-8"),
        ("assets/a.js", "text/javascript; charset=utf-8"),
        ("assets/a.css", "text/css; charset=utf-8"),
        ("assets/a.svg", "image/svg+xml"),
        ("sus/quiz.json", "application/json"),
        ("assets/a.unknown", "application/octet-stream"),
    ],
)
def test_file_is_served_as_what_it_is(
    connection: Connection, name: str, mime_type: str
) -> None:
    """The type does not depend on the machine, and browsers may not guess."""
    _, _, headers = ask(connection, f"/{name}")

    assert headers["Content-Type"] == mime_type
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize(
    ("target", "location"),
    [
        ("/sus", "/sus/"),
        ("/sus?a=b", "/sus/?a=b"),
        ("/assets", "/assets/"),
    ],
)
def test_folder_without_slash_is_redirected(
    connection: Connection, target: str, location: str
) -> None:
    """Links in a folder's page work, because its address ends in a slash."""
    status, _, headers = ask(connection, target)

    assert (status, headers["Location"]) == (301, location)


@pytest.mark.parametrize(
    "target",
    [
        "/gone.html",
        "/index.html/",
        "/index.html/more",
        "/assets/",
        "/../secret.txt",
        "/sus/../../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/..%5csecret.txt",
        "//secret.txt",
        "//elsewhere.example/..",
        "/C:/secret.txt",
        "/.kwispel-manifest",
        "/empty/.hidden",
        "/./index.html",
        "/%ff",
        "/a%00b",
        "index.html",
        "*",
        "/" + "a" * 5000,
        "/a" * 5000,
    ],
)
def test_anything_else_is_not_found(connection: Connection, target: str) -> None:
    """No way leads out of the folder, to a dot file or to a list of files."""
    status, text, _ = ask(connection, target)

    assert (status, text) == (404, "404: there is nothing here\n")


def test_link_out_of_the_site_is_not_followed(
    connection: Connection, site: Path
) -> None:
    """A symbolic link is no way out either."""
    (site / "link.txt").symlink_to(site.parent / "secret.txt")

    assert ask(connection, "/link.txt")[0] == 404


def test_head_tells_the_same_without_the_file(connection: Connection) -> None:
    """HEAD differs from GET by nothing but the body."""
    _, _, by_get = ask(connection, "/sus/")
    status, text, by_head = ask(connection, "/sus/", method="HEAD")

    assert (status, text) == (200, "")
    assert {**by_head, "Date": ""} == {**by_get, "Date": ""}


def test_unchanged_file_is_not_sent_again(connection: Connection, site: Path) -> None:
    """A browser that has the file is told so, and told when it is another."""
    _, _, headers = ask(connection, "/")

    same = ask(connection, "/", If_None_Match=f'"other", {headers["ETag"]}')
    (site / "index.html").write_text("HOME")
    changed = ask(connection, "/", If_None_Match=headers["ETag"])

    assert same[:2] == (304, "")
    assert changed[:2] == (200, "HOME")


def test_other_methods_are_refused(connection: Connection) -> None:
    """Nothing can be sent to a site that only shows."""
    assert ask(connection, "/", method="POST")[0] == 501


def test_site_that_was_not_built_is_told(connection: Connection, site: Path) -> None:
    """Before the first good build the browser gets a sentence."""
    site.rename(site.with_name("away"))

    status, text, _ = ask(connection, "/")

    assert (status, text) == (503, "503: there is no site yet\n")


def test_browser_that_hangs_up_is_no_error(
    server: SiteServer, site: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """A reader who leaves in the middle of a large file prints no traceback."""
    (site / "large.bin").write_bytes(bytes(20_000_000))
    with socket.create_connection(server.server_address[:2]) as caller:
        caller.sendall(b"GET /large.bin HTTP/1.1\r\nHost: x\r\n\r\n")
        caller.recv(1)

    server.shutdown()
    server.server_close()

    assert capfd.readouterr().err == ""


def test_taken_port_is_told(server: SiteServer, site: Path) -> None:
    """A second server at the same port says which port is taken."""
    with pytest.raises(CannotListen, match=rf"port {server.server_port}: address alr"):
        SiteServer(site, "127.0.0.1", server.server_port)


def test_host_that_is_not_ours_is_told(site: Path) -> None:
    """An address of another machine cannot be listened to."""
    with pytest.raises(CannotListen, match=r"192\.0\.2\.1"):
        SiteServer(site, "192.0.2.1", 0)
