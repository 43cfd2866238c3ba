"""Each thing that a host can do wrong is told, and nothing that it does right."""

from __future__ import annotations

import gzip

import pytest

from kwispel.check_host.framing import framing
from kwispel.check_host.rules import Kind, Look, look_at, open_too
from kwispel.check_host.shapes import Answer, Finding, NoAnswer, merged, shown

URL = "https://example.org/tests/quiz/embed.html"
GOOD = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "public, max-age=0, must-revalidate",
    "etag": '"1"',
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "cross-origin",
    "cross-origin-embedder-policy": "require-corp",
    "access-control-allow-origin": "*",
}
LONG = b"<p>words</p>" * 300
LASTING = {"cache-control": "public, max-age=31536000, immutable"}


def answered(body: bytes = b"short", **changed: str | None) -> Answer:
    """Make the answer of a good host, with other headers where they are given."""
    named = {name.replace("_", "-"): value for name, value in changed.items()}
    headers = {**GOOD, **named}
    return Answer(URL, 200, {n: v for n, v in headers.items() if v is not None}, body)


def codes(
    answer: Answer,
    kind: Kind = "frame",
    ending: str = ".html",
    *,
    limited: bool = False,
) -> list[str]:
    """Give the codes of what is said of an answer."""
    return [one.code for one in look_at(Look(answer, kind, ending, limited))]


def test_nothing_is_said_of_a_good_answer() -> None:
    """As long as it is right, it may be right in its own way."""
    packed = gzip.compress(LONG)

    assert codes(answered()) == []
    assert codes(answered(packed, content_encoding="gzip")) == []
    assert codes(answered(cache_control="no-cache", etag=None, last_modified="x")) == []
    assert codes(answered(content_type='text/html; charset="UTF-8"')) == []
    assert codes(answered(), "page") == []


@pytest.mark.parametrize(("status", "found"), [(200, 1), (301, 0), (403, 0), (404, 0)])
def test_a_page_without_encryption_is_found_where_there_is_one(
    status: int, found: int
) -> None:
    """Whoever is led to https, or gets nothing, is safe."""
    url = "http://example.org/"

    assert len(list(open_too(Answer(url, status, {}, b"")))) == found
    assert list(open_too(NoAnswer(url, "refused"))) == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"content_type": "text/plain"}, "file-type"),
        ({"content_type": None}, "file-type"),
        ({"content_type": "text/html; charset=iso-8859-1"}, "file-charset"),
        ({"content_encoding": "br"}, "badly-compressed"),
        ({"content_encoding": "gzip"}, "badly-compressed"),
        ({"cache_control": "public, max-age=86400"}, "kept-too-long"),
        ({"etag": None}, "no-version"),
        ({"x_content_type_options": None}, "type-guessing"),
        ({"cross_origin_resource_policy": "same-origin"}, "kept-from-frames"),
        ({"cross_origin_resource_policy": None}, "not-for-isolated"),
        ({"cross_origin_embedder_policy": "unsafe-none"}, "not-for-isolated"),
        ({"access_control_allow_origin": None}, "not-readable"),
        ({"access_control_allow_origin": "https://a.example"}, "not-readable"),
        ({"set_cookie": "a=b"}, "cookie"),
    ],
)
def test_a_header_that_is_wrong_is_told(
    changed: dict[str, str | None], code: str
) -> None:
    """By itself, so that nothing is said twice."""
    assert codes(answered(**changed)) == [code]


def test_a_text_in_full_length_is_told_where_it_is_long() -> None:
    """A few bytes need no compression, and a picture has it."""
    assert codes(answered(LONG)) == ["not-compressed"]
    assert codes(answered(LONG, content_type="image/png"), "page", ".png") == []


def test_bytes_that_would_unpack_for_ever_are_cut() -> None:
    """A few thousand bytes can hold a gigabyte."""
    bomb = gzip.compress(bytes(60_000_000))

    assert codes(answered(bomb, content_encoding="gzip")) == []


def test_lasting_files_have_to_last() -> None:
    """Their names change with what they hold."""
    js = answered(content_type="text/javascript", **LASTING)

    assert codes(js, "lasting", ".js") == []
    assert codes(answered(content_type="text/javascript"), "lasting", ".js") == [
        "asked-again"
    ]


def test_what_a_list_of_sites_keeps_to_itself_need_not_be_readable() -> None:
    """What is for everybody still has to be."""
    answer = answered(access_control_allow_origin=None)

    assert codes(answer, limited=True) == []
    assert codes(answer, "shared", limited=True) == ["not-readable"]


SITES = "frame-ancestors 'self' https://a.example"


@pytest.mark.parametrize(
    ("changed", "wanted", "expected"),
    [
        ({}, None, []),
        ({}, "", []),
        ({"x_frame_options": "SAMEORIGIN"}, None, ["not-framed"]),
        ({"content_security_policy": "frame-ancestors 'none'"}, None, ["not-framed"]),
        ({"content_security_policy": "frame-ancestors 'self'"}, "", ["not-framed"]),
        ({"content_security_policy": SITES}, None, []),
        ({"content_security_policy": SITES, "x_frame_options": "DENY"}, SITES, []),
        ({"content_security_policy": "frame-ancestors *"}, "", []),
        ({}, SITES, ["framed-by-all"]),
        ({"content_security_policy": SITES}, "", ["framed-by-others"]),
        (
            {"content_security_policy": f"{SITES} https://b.example"},
            SITES,
            ["framed-by-others"],
        ),
        ({"content_security_policy": "script-src 'self'"}, None, ["second-policy"]),
        (
            {"content_security_policy": "frame-ancestors *, sandbox"},
            None,
            ["second-policy"],
        ),
        ({"content_security_policy": "upgrade-insecure-requests"}, None, []),
    ],
)
def test_who_may_frame_is_held_against_the_build(
    changed: dict[str, str | None], wanted: str | None, expected: list[str]
) -> None:
    """Where the build is known; and no frame at all is wrong in any case."""
    assert [one.code for one in framing(answered(**changed), wanted)] == expected


def test_what_is_true_of_many_files_is_said_once() -> None:
    """With all of their addresses, each once."""
    one, other = (Finding((url,), "cookie", "sets", "Stop.") for url in ("a", "b"))

    assert merged([one, other, one]) == (
        Finding(("a", "b"), "cookie", "sets", "Stop."),
    )


def test_what_a_host_says_cannot_steer_a_terminal() -> None:
    """Signs that are no text are replaced, and long texts are cut."""
    assert shown("\x1b[2Jabc\n") == '"?[2Jabc?"'
    assert len(shown("x" * 10_000)) < 100
