"""Who may frame a page, by what its host sends; and what else its policy forbids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kwispel.check_host.shapes import Answer, Code, Finding, shown
from kwispel.errors import Level

_HARMLESS = frozenset(
    {
        "frame-ancestors",
        "upgrade-insecure-requests",
        "block-all-mixed-content",
        "report-uri",
        "report-to",
    }
)
_ALONE = frozenset({"'none'", "'self'"})


def framing(answer: Answer, wanted: str | None) -> Iterator[Finding]:
    """Say what keeps a frame from being shown, or lets in too many.

    Shape: wanted is the policy of the build, None where it is not known, empty where
    every site may frame.
    """
    policy = directives(answer.header("content-security-policy"))
    ancestors = policy.get("frame-ancestors")
    yield from _old_header(answer, is_overruled=ancestors is not None)
    if ancestors is not None and set(ancestors.split()) <= _ALONE and not wanted:
        yield _of(
            answer,
            "not-framed",
            f'"frame-ancestors {ancestors}" lets no other site frame it',
            "Leave frame-ancestors out, or name the sites.",
            is_error=True,
        )
    elif wanted is not None and _sources(ancestors) != _sources(_listed(wanted)):
        yield _other_sites(answer, ancestors, wanted)
    more = sorted(policy.keys() - _HARMLESS)
    if more:
        yield _of(
            answer,
            "second-policy",
            f"has a second policy with {', '.join(map(shown, more))},"
            " which forbids what the page's own allows",
            "Send no policy for the site but frame-ancestors.",
            is_error=True,
        )


def directives(policy: str) -> Mapping[str, str]:
    """Give the directives of all policies of an answer, the first of each name."""
    found: dict[str, str] = {}
    for directive in policy.replace(",", ";").split(";"):
        name, _, value = directive.strip().partition(" ")
        if name:
            found.setdefault(name.lower(), value.strip())
    return found


def _old_header(answer: Answer, *, is_overruled: bool) -> Iterator[Finding]:
    sent = answer.header("x-frame-options")
    if sent and not is_overruled:
        yield _of(
            answer,
            "not-framed",
            f'"X-Frame-Options: {shown(sent)[1:-1]}" keeps it out of frames',
            "Take X-Frame-Options away for the site.",
            is_error=True,
        )


def _other_sites(answer: Answer, ancestors: str | None, wanted: str) -> Finding:
    if ancestors is None:
        return _of(
            answer,
            "framed-by-all",
            "may be framed by every site, and site.toml names some",
            f'Send "Content-Security-Policy: {wanted}"; where the host sends no'
            " headers of yours, nothing can be done.",
        )
    return _of(
        answer,
        "framed-by-others",
        f"may be framed by {shown(ancestors)}, not by what site.toml says",
        f'Send "Content-Security-Policy: {wanted}".'
        if wanted
        else "Leave frame-ancestors out.",
        is_error=True,
    )


def _listed(policy: str) -> str | None:
    return directives(policy).get("frame-ancestors")


def _sources(ancestors: str | None) -> frozenset[str] | None:
    if ancestors is None or "*" in ancestors.split():
        return None
    return frozenset(ancestors.lower().split())


def _of(
    answer: Answer, code: Code, message: str, hint: str, *, is_error: bool = False
) -> Finding:
    level: Level = "error" if is_error else "warning"
    return Finding((answer.url,), code, message, hint, level)
