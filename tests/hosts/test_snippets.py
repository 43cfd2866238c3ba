"""Servers that were told by `kwispel headers` send what each file needs."""

from __future__ import annotations

import gzip
import re

import brotli

from testkit.web_host import Host

PAGE = "talen/"
EVERY = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-resource-policy": "cross-origin",
}
ENDS = {"br": "index.html.br", "gzip": "index.html.gz"}
ASKED_ANEW = "public, max-age=0, must-revalidate"


def script_of(host: Host) -> str:
    """Give the path of the runtime, whose name changes with what it holds."""
    found = re.search(r"assets/runtime\.[0-9a-f]{12}\.js", host.get(PAGE).body.decode())
    assert found
    return found[0]


def test_every_file_carries_what_all_need(host: Host) -> None:
    """Nobody guesses types, no address is told on, and isolated parents get all."""
    for path in ("", PAGE, f"{PAGE}embed.html", "embed.js", script_of(host)):
        answer = host.get(path)

        assert answer.status == 200
        assert EVERY.items() <= answer.headers.items()
        assert answer.headers["access-control-allow-origin"] == "*"
        assert "x-frame-options" not in answer.headers
        assert "content-security-policy" not in answer.headers


def test_frames_may_stand_in_isolated_pages_and_other_pages_need_not(
    host: Host,
) -> None:
    """A PDF would not be shown with it, so it is not sent where it is not needed."""
    isolated = "cross-origin-embedder-policy"

    assert host.get(f"{PAGE}embed.html").headers[isolated] == "require-corp"
    assert isolated not in host.get(PAGE).headers
    assert isolated not in host.get("embed.js").headers


def test_lasting_files_are_kept_and_others_asked_for_anew(host: Host) -> None:
    """With one value each, or caches would choose."""
    cached = {
        path: host.get(path).headers["cache-control"]
        for path in ("", f"{PAGE}embed.html", "embed.js", script_of(host))
    }

    assert cached == {
        "": ASKED_ANEW,
        f"{PAGE}embed.html": ASKED_ANEW,
        "embed.js": "public, max-age=3600",
        script_of(host): "public, max-age=31536000, immutable",
    }


def test_a_page_that_did_not_change_is_not_sent_again(host: Host) -> None:
    """Servers tell versions apart, so asking anew costs next to nothing."""
    tag = host.get(PAGE).headers["etag"]

    assert host.get(PAGE, If_None_Match=tag).status == 304


def test_types_are_those_of_the_files(host: Host) -> None:
    """Browsers that may not guess run no script of another type."""
    types = {
        path: host.get(path).headers["content-type"].replace(" ", "").lower()
        for path in (PAGE, "embed.js", f"{PAGE}oembed.json", "sitemap.xml")
    }

    assert types[PAGE] == "text/html;charset=utf-8"
    assert re.match("(text|application)/javascript", types["embed.js"])
    assert types[f"{PAGE}oembed.json"].startswith("application/json")
    assert re.match("(text|application)/xml", types["sitemap.xml"])


def test_texts_are_compressed_for_whoever_can_read_that(host: Host) -> None:
    """And caches are told that there are two of them."""
    plain = host.get(script_of(host))
    packed = host.get(script_of(host), Accept_Encoding="gzip")

    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert "accept-encoding" in packed.headers["vary"].lower()
    assert gzip.decompress(packed.body) == plain.body


def test_long_lists_for_machines_are_compressed(xml_host: Host) -> None:
    """Servers have several types for `.xml`."""
    packed = xml_host.get("sitemap.xml", Accept_Encoding="gzip")

    assert packed.headers["content-encoding"] == "gzip"


def test_compressed_files_are_sent_as_they_are(full_host: Host) -> None:
    """A page, by the address of its folder too, with the headers that it has anyhow."""
    plain = full_host.get(f"{PAGE}index.html")
    for kind, unpack in {"br": brotli.decompress, "gzip": gzip.decompress}.items():
        answer = full_host.get(PAGE, Accept_Encoding=kind)

        assert answer.headers["content-encoding"] == kind
        assert answer.headers["content-type"].startswith("text/html")
        assert answer.headers["cache-control"] == ASKED_ANEW
        assert "accept-encoding" in answer.headers["vary"].lower()
        assert "content-language" not in answer.headers
        assert unpack(answer.body) == plain.body
        assert answer.body == (full_host.dist / PAGE / ENDS[kind]).read_bytes()


def test_compressed_frames_are_as_isolated_as_others(full_host: Host) -> None:
    """The name of the file that is sent is another one."""
    frame = full_host.get(f"{PAGE}embed.html", Accept_Encoding="br")

    assert frame.headers["content-encoding"] == "br"
    assert frame.headers["cross-origin-embedder-policy"] == "require-corp"


def test_old_paths_lead_on_before_any_page_is_sent(full_host: Host) -> None:
    """For software that asks for an address and runs no pages."""
    asked = ("oud", "oud/", "oud/index.html", "oud/embed.html", "lijst.html")
    answers = {path: full_host.get(path) for path in asked}

    assert {answer.status for answer in answers.values()} == {301}
    assert {path: answers[path].headers["location"] for path in asked} == {
        "oud": f"{full_host.url}talen/",
        "oud/": f"{full_host.url}talen/",
        "oud/index.html": f"{full_host.url}talen/",
        "oud/embed.html": f"{full_host.url}talen/embed.html",
        "lijst.html": full_host.url,
    }


def test_sites_that_may_frame_are_named_where_there_is_a_list(full_host: Host) -> None:
    """Then other sites may not read the pages either, but for what is meant for all."""
    page, loader = full_host.get(PAGE).headers, full_host.get("embed.js").headers

    ancestors = "frame-ancestors 'self' https://example.org https://*.example.net"
    assert page["content-security-policy"] == ancestors
    assert "access-control-allow-origin" not in page
    assert loader["access-control-allow-origin"] == "*"
