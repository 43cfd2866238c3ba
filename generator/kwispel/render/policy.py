"""The page's Content-Security-Policy: its own files, and what it names by hash."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from urllib.parse import urlsplit

from markupsafe import Markup

_ENDS = re.compile("</(?:style|script)|<!--", re.IGNORECASE)
_ENDS_SCRIPT = re.compile(r"(\\*)<(?=/script|script|!--)", re.IGNORECASE)


def policy(
    css: str,
    scripts: tuple[str, ...],
    base_url: str | None,
    *,
    shows_quizzes: bool = False,
) -> str:
    """Write the policy of a page with this inline style and these inline scripts.

    One that shows quizzes as other sites do has them in frames, and fetches them.
    The origin stands beside 'self' because WebKit resolves 'self' to nothing in a
    sandboxed frame.
    Source: docs/reference/page.md.
    """
    origin = origin_of(base_url)
    own = ["'self'", *([origin] if origin else [])]
    script_sources = [*own, *(_hash_source(script) for script in scripts)]
    directives = {
        "default-src": ["'none'"],
        "script-src": script_sources if scripts else ["'none'"],
        "style-src": [*own, _hash_source(css)],
        "img-src": [*own, "data:"],
        "connect-src": own if shows_quizzes else ["'none'"],
        "form-action": ["'none'"],
        "base-uri": ["'none'"],
        **({"frame-src": own} if shows_quizzes else {}),
    }
    return _written(directives)


def file_policy(css: str, scripts: tuple[str, ...]) -> str:
    """Write the policy of a file, which has all it needs in itself.

    Nothing in it depends on where the file is, so it holds on a disk as in a sandbox.
    Source: docs/reference/page.md.
    """
    return _written(
        {
            "default-src": ["'none'"],
            "script-src": [_hash_source(script) for script in scripts],
            "style-src": [_hash_source(css)],
            "img-src": ["data:"],
            "connect-src": ["'none'"],
            "form-action": ["'none'"],
            "base-uri": ["'none'"],
        }
    )


def origin_of(url: str | None) -> str | None:
    """Give scheme and host of an address, where it has both."""
    parts = urlsplit(url or "")
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme and parts.netloc else None


def inline(text: str) -> Markup:
    """Let a text stand between `<style>` or `<script>` tags as it is.

    Raises: ValueError when it would end the element early.
    """
    if _ENDS.search(text):
        raise ValueError("an inline style or script would end its element early")
    return Markup(text)  # noqa: S704 - the theme's and our own files, checked above


def script_literals(source: str) -> str:
    """Write what would end a script in its strings as an escape; they stay the same.

    Outside a string or a regular expression no script has such signs: there `<!--`
    begins a comment, and `</script` would be a comparison with a regular expression.
    """

    def escaped(found: re.Match[str]) -> str:
        # One more backslash was an escape of "<" itself, which needs none.
        before = found[1]
        return before[: len(before) // 2 * 2] + r"\x3c"

    return _ENDS_SCRIPT.sub(escaped, source)


def json_block(text: str) -> Markup:
    """Make JSON safe between `<script>` tags; it stays the same JSON."""
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(text)  # noqa: S704 - nothing in it can end the element


def _written(directives: Mapping[str, list[str]]) -> str:
    return "; ".join(f"{name} {' '.join(found)}" for name, found in directives.items())


def _hash_source(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
