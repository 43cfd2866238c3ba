"""`kwispel check-host` and `kwispel headers`, as they are typed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kwispel.build import build_site
from kwispel.check_host.shapes import Finding
from kwispel.check_host.told import findings_text
from kwispel.check_host.visit import Visited
from kwispel.cli import main
from testkit.static_server import StaticServer

CONTENT = Path(__file__).parents[2] / "sites/good/tiny"


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """Build a site that does not know its address."""
    build_site(CONTENT, tmp_path / "dist")
    return tmp_path / "dist"


@pytest.fixture
def url(dist: Path) -> Iterator[str]:
    """Serve it without any settings."""
    server = StaticServer(dist)
    yield server.url()
    server.close()


def run(*words: str | Path) -> tuple[int, str, str]:
    """Run a command; give its exit code, and what it prints and tells."""
    made = CliRunner().invoke(main, [str(word) for word in words])
    return made.exit_code, made.stdout, made.stderr


def test_warnings_alone_are_no_failure(url: str) -> None:
    """Unless that is asked for."""
    code, told, count = run("check-host", url)

    assert code == 0
    assert f"{url}: warning[no-address]: does not know its address" in told
    assert "0 errors" in count
    assert run("check-host", url, "--strict")[0] == 1


def test_an_error_is_a_failure(url: str, dist: Path) -> None:
    """Here a file that did not come along."""
    (dist / "embed.js").unlink()

    code, told, _ = run("check-host", url.rstrip("/"))

    assert code == 1
    assert f"{url}embed.js: error[not-found]: is answered with 404, not" in told


def test_findings_are_told_as_data_too(url: str) -> None:
    """One for each thing, with all of its addresses."""
    _, told, _ = run("check-host", url, "--format", "json")

    found = {one["code"]: one for one in json.loads(told)}
    assert url in found["type-guessing"]["urls"]
    assert found["type-guessing"].keys() == {"urls", "code", "message", "hint", "level"}


def test_what_is_true_of_several_addresses_names_another() -> None:
    """And how many there are."""
    urls = ("https://a.example/", "https://a.example/b", "https://a.example/c")
    one = Finding(urls, "cookie", "sets a cookie", "Stop.")

    assert findings_text(Visited((one,), 3)) == (
        "https://a.example/: warning[cookie]: sets a cookie\n"
        "    Stop.\n"
        "    So it is with 2 more, such as https://a.example/b.\n"
    )


def test_a_folder_without_a_build_is_wrong_usage(url: str, tmp_path: Path) -> None:
    """Nothing can be compared with it."""
    code, _, told = run("check-host", url, "--dist", tmp_path / "none")

    assert code == 2
    assert "no build has written" in told


def test_what_is_no_address_is_wrong_usage() -> None:
    """It is told before anything is asked for."""
    assert run("check-host", "quiz.example")[0] == 2


def test_settings_for_a_server_are_printed() -> None:
    """Alone, so that they can be put into a file."""
    words = ("headers", CONTENT, "--for", "nginx", "--base-url", "https://a.example/b")
    code, told, _ = run(*words)

    assert code == 0
    assert told.startswith("# For a server block in which the site is found at /b/\n")
    assert "location /b/ {" in told


def test_a_slash_behind_the_address_of_a_site_changes_nothing(tmp_path: Path) -> None:
    """Not a byte of it, with an old path too."""
    content = shutil.copytree(CONTENT, tmp_path / "content")
    with (content / "site.toml").open("a", encoding="utf-8") as settings:
        settings.write('[redirects]\nold = "/"\n')
    for name, url in {"a": "https://a.example/b", "b": "https://a.example/b/"}.items():
        run("build", content, "-o", tmp_path / name, "--base-url", url)
    files = {
        name: {
            file.relative_to(tmp_path / name): file.read_bytes()
            for file in (tmp_path / name).rglob("*.*")
        }
        for name in "ab"
    }

    assert Path("sitemap.xml") in files["a"]
    assert files["a"] == files["b"]
