"""What each file of a site is to be served with: the one list that all hosts get.

Source: docs/how-to/deploy.md, "Headers", which says what each is for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kwispel.model.shapes import Site
from kwispel.render.editions import editions
from kwispel.site_files import ASSETS, ELEMENT, ELEMENT_SCRIPT, FRAMED, LOADER, OEMBED
from kwispel.source.origins import ANYONE

HEADERS_FILE = "_headers"
NO_JEKYLL = ".nojekyll"
"""Tells GitHub Pages to leave the files as they are."""

CHANGING = "public, max-age=0, must-revalidate"
"""For what has the same name after the next build; browsers and caches ask again."""
LASTING = "public, max-age=31536000, immutable"
"""For what has its hash in its name."""
AN_HOUR = "public, max-age=3600"
"""For what stands in publishers' pages, whose readers should not wait for an answer."""

ISOLATED = {"Cross-Origin-Embedder-Policy": "require-corp"}
"""Lets pages frame ours that are isolated themselves; PDFs are not shown with it."""
FOR_ANYONE = {"Access-Control-Allow-Origin": "*"}
UNLISTED = {"X-Robots-Tag": "noindex"}
"""For a part of a page, which has no head to say it in."""


@dataclass(frozen=True, slots=True)
class Group:
    """Files of a site that are answered alike, beside what all files carry.

    Shape: paths are as `_headers` names them, below the site's root; pattern is a
    regular expression for the same paths, and name one for the last part of them.
    """

    paths: tuple[str, ...]
    pattern: str
    name: str
    headers: Mapping[str, str]


def common_headers(site: Site) -> Mapping[str, str]:
    """Give what every file of the site carries."""
    ancestors = frame_ancestors(site.embed_origins)
    return {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "cross-origin",
        **({"Content-Security-Policy": ancestors} if ancestors else FOR_ANYONE),
    }


def frame_ancestors(origins: tuple[str, ...]) -> str | None:
    """Give the policy that lets these sites frame ours; None where all may.

    The site itself may in any case: its pages for publishers show live frames.
    """
    return None if origins == ANYONE else " ".join(("frame-ancestors 'self'", *origins))


def groups(site: Site) -> tuple[Group, ...]:
    """Give the files that are served otherwise than `CHANGING`; none is in two."""
    hourly = {"Cache-Control": AN_HOUR, **FOR_ANYONE}
    return (
        Group(
            paths=(f"{ASSETS}/*",),
            pattern=rf"{ASSETS}/.+",
            name=r".+\.[0-9a-f]{12}\.[a-z0-9]+",
            headers={"Cache-Control": LASTING},
        ),
        Group(
            paths=(LOADER, ELEMENT_SCRIPT),
            pattern=r"(?:embed|element)\.js",
            name=r"(?:embed|element)\.js",
            headers=hourly,
        ),
        Group(
            paths=_beside(site, "embed", FRAMED),
            pattern=r"(?:.+/)?embed(?:\.html)?",
            name=r"embed\.html",
            headers={"Cache-Control": CHANGING, **ISOLATED},
        ),
        Group(
            paths=_beside(site, "element", ELEMENT),
            pattern=r"(?:.+/)?element(?:\.html)?",
            name=r"element\.html",
            headers={"Cache-Control": CHANGING, **UNLISTED},
        ),
        Group(
            paths=_beside(site, OEMBED),
            pattern=r"(?:.+/)?oembed\.json",
            name=r"oembed\.json",
            headers=hourly,
        ),
    )


def _beside(site: Site, *names: str) -> tuple[str, ...]:
    """Name these files of every quiz, in each language."""
    every = [edition for quiz in site.quizzes for edition in editions(quiz)]
    return tuple(f"{edition.path}/{name}" for edition in every for name in names)


def header_files(site: Site) -> Mapping[str, bytes]:
    """Give the files with which hosts are told: Netlify, Cloudflare and GitHub Pages.

    Netlify and Cloudflare serve as `CHANGING` by themselves, and join values that two
    rules give for one header: so each header stands in one rule for a path.
    Source: https://docs.netlify.com/manage/routing/headers/ and
    https://developers.cloudflare.com/pages/configuration/headers/.
    """
    common = common_headers(site)
    rules = {"*": common} | {
        path: {
            name: value
            for name, value in group.headers.items()
            if name not in common and value != CHANGING
        }
        for group in groups(site)
        for path in group.paths
    }
    lines = [
        line
        for path, headers in rules.items()
        for line in (f"/{path}", *(f"  {name}: {headers[name]}" for name in headers))
    ]
    return {
        HEADERS_FILE: "".join(f"{line}\n" for line in lines).encode(),
        NO_JEKYLL: b"",
    }
