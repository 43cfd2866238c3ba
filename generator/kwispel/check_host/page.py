"""What a page of a site says of the site: quizzes, files, its address and its policy.

Only markup that kwispel writes is looked for, so that no page, whatever it holds, takes
longer to read than it is long.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from html import unescape

from kwispel.site_files import OWN

MOST_QUIZZES = 200

_LINK = re.compile(r'href="([^"<>\s]{1,300}/index\.html)"')
_BELOW = re.compile(r"(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)+index\.html")
_LASTING = re.compile(r"assets/[A-Za-z0-9._~-]{1,120}\.[0-9a-f]{12}\.[a-z0-9]{1,5}")
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"<>]{1,500})"')
_OEMBED = re.compile(
    r'<link rel="alternate" type="application/json\+oembed" href="([^"<>]{1,500})"'
)
_POLICY = re.compile(
    r'<meta http-equiv="Content-Security-Policy" content="([^"<>]{1,8000})"'
)
_SCRIPT, _SCRIPT_END = "<script>", "</script>"


def quiz_folders(html: str, site_url: str) -> list[str]:
    """Give the addresses of the folders of the quizzes that a page links to."""
    links = (unescape(link) for link in _LINK.findall(html))
    # Anything else would lead out of the site, or be no address at all.
    urls = [site_url + link for link in links if _BELOW.fullmatch(link)]
    folders = dict.fromkeys(url.removesuffix(OWN) for url in urls)
    return list(folders)[:MOST_QUIZZES]


def lasting_files(html: str, site_url: str) -> list[str]:
    """Give the addresses of the files whose names change with what they hold."""
    return [site_url + name for name in dict.fromkeys(_LASTING.findall(html))]


def canonical(html: str) -> str | None:
    """Give the address that a page says it has."""
    return _first(_CANONICAL, html)


def oembed(html: str) -> str | None:
    """Give the address of what a page tells software that embeds it."""
    return _first(_OEMBED, html)


def changed_scripts(html: str) -> bool:
    """Say whether a page has a script in it that its own policy does not let run."""
    policy = _first(_POLICY, html)
    return policy is not None and any(
        f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" not in policy
        for script in _scripts(html)
    )


def _first(pattern: re.Pattern[str], html: str) -> str | None:
    found = pattern.search(html)
    return unescape(found[1]) if found else None


def _scripts(html: str) -> Iterator[str]:
    """Give the scripts that stand in a page."""
    start = html.find(_SCRIPT)
    while start >= 0:
        end = html.find(_SCRIPT_END, start)
        if end < 0:
            return
        yield html[start + len(_SCRIPT) : end]
        start = html.find(_SCRIPT, end)
