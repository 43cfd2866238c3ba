"""`kwispel check-host` finds what a host does wrong, and nothing at a good one."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from kwispel.check_host.built import Built, read_built
from kwispel.check_host.visit import Visited, visit
from testkit.web_host import Host
from testkit.web_servers import free_port

Started = Callable[..., AbstractContextManager[Host]]


def codes(visited: Visited) -> list[str]:
    """Give the codes of what was found, each once."""
    return list(dict.fromkeys(one.code for one in visited.findings))


def built(host: Host) -> Built:
    """Give what was built for a host."""
    found = read_built(host.dist)
    assert found
    return found


def test_nothing_is_found_where_the_snippet_is_used(host: Host) -> None:
    """With every quiz in every language, and all that their pages name."""
    visited = visit(host.url)

    assert visited.findings == ()
    assert visited.files > 10


def test_every_file_is_as_it_was_built(host: Host) -> None:
    """None is changed on the way, and none is missing."""
    assert visit(host.url, built=built(host)).findings == ()


def test_nothing_is_found_where_everything_is_used(full_host: Host) -> None:
    """A list of sites, old paths and compressed files."""
    assert visit(full_host.url, built=built(full_host)).findings == ()


def lines_without(*words: str) -> Callable[[str], str]:
    """Make a configuration of a snippet by leaving out the lines with these words."""

    def without(snippet: str) -> str:
        lines = snippet.splitlines()
        return "\n".join(one for one in lines if not any(w in one for w in words))

    return without


def replaced(pattern: str, by: str) -> Callable[[str], str]:
    """Make a configuration of a snippet by writing something else in it."""
    return lambda snippet: re.sub(pattern, by, snippet)


FRAMES = r"(Referrer-Policy) .no-referrer.(;?)"
WRONG = {
    "not-framed": lambda snippet: replaced(FRAMES, r'X-Frame-Options "SAMEORIGIN"\2')(
        lines_without("-X-Frame-Options")(snippet)
    ),
    "second-policy": replaced(FRAMES, r'Content-Security-Policy "default-src *"\2'),
    "type-guessing": lines_without("nosniff"),
    "not-readable": lines_without("Allow-Origin"),
    "not-for-isolated": lines_without("Embedder"),
    "kept-from-frames": replaced('cross-origin"', 'same-origin"'),
    "asked-again": replaced("public, max-age=31536000, immutable", "no-cache"),
    "kept-too-long": replaced("max-age=0, must-revalidate", "max-age=86400"),
    "cookie": replaced(FRAMES, r'Set-Cookie "a=b"\2'),
}


@pytest.mark.parametrize("code", WRONG)
@pytest.mark.parametrize("name", ["nginx", "caddy"])
def test_what_a_server_does_wrong_is_found(
    name: str, code: str, start: Started, laid: object
) -> None:
    """That, and nothing else."""
    with start(name, WRONG[code], laid=laid) as host:
        assert codes(visit(host.url)) == [code]


def test_a_server_without_any_settings_is_told_what_to_send(
    start: Started, laid: object
) -> None:
    """Nothing of it is an error: the quizzes work."""
    with start("nginx", lambda _: "", laid=laid) as host:
        visited = visit(host.url)

    assert {one.level for one in visited.findings} == {"warning"}
    assert set(codes(visited)) == {
        *("not-compressed", "type-guessing", "not-readable"),
        *("not-for-isolated", "asked-again"),
    }


def test_types_that_browsers_refuse_are_found(start: Started, laid: object) -> None:
    """A server that knows no types sends everything as bytes."""
    wrong = "types { } default_type application/octet-stream;"
    with start("nginx", lambda snippet: f"{wrong}\n{snippet}", laid=laid) as host:
        assert "file-type" in codes(visit(host.url))


def test_folders_without_an_index_are_found(start: Started, laid: object) -> None:
    """As in a bucket: every file is there, and no address that ends in a slash."""
    config = "index none.html; location = /tests/ { try_files /tests/index.html =404; }"
    with start("nginx", lambda snippet: f"{snippet}\n{config}", laid=laid) as host:
        found = {one.code: one.urls for one in visit(host.url).findings}

    assert f"{host.url}talen/" in found["no-index"]
    assert f"{host.url}talen/index.html" not in found["no-index"]


def test_what_is_changed_missing_or_old_is_found(start: Started) -> None:
    """Held against what was built here."""
    with start("nginx") as host:
        known = built(host)
        (host.dist / "sitemap.xml").unlink()
        page = host.dist / "talen/index.html"
        script = "<script>alert(1)</script></body>"
        page.write_text(page.read_text("utf-8").replace("</body>", script), "utf-8")
        (host.dist / "embed.js").write_text("old()", encoding="utf-8")
        of_build = codes(visit(host.url, built=known))
        alone = codes(visit(host.url, loader=b"new()"))

    assert {"not-found", "file-differs", "page-changed"} <= set(of_build)
    assert {"page-changed", "old-loader"} <= set(alone)


def test_a_list_that_the_host_does_not_send_is_found(host: Host) -> None:
    """On hosts without headers of one's own, sites that were not named may frame."""
    named = Built(built(host).hashes, "frame-ancestors 'self' https://a.example")

    found = visit(host.url, built=named).findings

    assert [one.code for one in found] == ["framed-by-all"]


def test_another_address_than_the_site_knows_is_found(host: Host) -> None:
    """What publishers paste would lead elsewhere."""
    visited = visit(host.url.replace("localhost", "127.0.0.1"))

    assert "other-address" in codes(visited)


def test_a_host_that_stays_silent_is_left() -> None:
    """Where the first page does not come, nothing else is asked for."""
    visited = visit(f"http://localhost:{free_port()}/")

    assert codes(visited) == ["no-answer"]
    assert visited.files == 0


@pytest.mark.parametrize("coding", ["", "add_header Content-Encoding gzip always;"])
def test_a_brotli_file_that_is_not_said_to_be_one_is_found(
    coding: str, start: Started, full_again: object
) -> None:
    """To those who ask for gzip the host sends what it should."""
    wrong = (
        f"location ~ br$ {{ types {{ text/html br; }} {coding} }}\n"
        "if ($http_accept_encoding = br) { rewrite ^/tests/$ /tests/index.html.br; }"
    )
    with start("nginx", lambda snippet: f"{wrong}\n{snippet}", laid=full_again) as host:
        assert "badly-compressed" in codes(visit(host.url))
        assert "badly-compressed" in codes(visit(host.url, built=built(host)))
