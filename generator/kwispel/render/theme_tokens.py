"""The colours that the tokens of a theme come to, for what no browser draws."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kwispel.render.colour import is_colour

_RULE = re.compile(r":root(\[data-scheme=dark\])?\{([^}]*)\}")
_TOKEN = re.compile(r"--kw-([a-z-]+):([^;]+)")
_REFERENCE = re.compile(r"var\(--kw-([a-z-]+)(?:,\s?([^)]+))?\)")


def token_colours(css: str, *, is_dark: bool = False) -> Mapping[str, str]:
    """Give the colours of a minified style by the names of their tokens.

    Shape: name without `--kw-` to `#rgb` or `#rrggbb`; tokens that come to something
    else are left out.
    """
    tokens = {
        name: value.strip()
        for dark, body in _RULE.findall(css)
        if is_dark or not dark
        for name, value in _TOKEN.findall(body)
    }
    return dict(sorted(_resolved(tokens)))


def _resolved(tokens: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for name, written in tokens.items():
        value, seen = written, {name}
        while found := _REFERENCE.fullmatch(value):
            wanted, instead = found.groups()
            if wanted in seen:
                break
            seen.add(wanted)
            value = tokens.get(wanted, instead or "")
        if is_colour(value):
            yield name, value
