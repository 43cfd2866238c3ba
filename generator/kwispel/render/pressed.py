"""Templates as they are printed: with short class names, without idle white space.

It is done where Jinja reads a template, once, so that no page waits for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream

from kwispel.render.class_names import ClassNames, short_markup
from kwispel.render.components import ComponentEnvironment

_BLOCKS = (
    "article|body|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|"
    "g|h[1-6]|head|header|html|legend|li|link|main|meta|nav|noscript|ol|p|path|polygon|"
    "script|section|style|summary|table|tbody|td|template|text|tfoot|th|thead|title|"
    "tr|ul"
)
_IDLE = re.compile(rf"(?<=>)\s*\n\s*(?=</?(?:{_BLOCKS})\b)")
"""White space between tags where a line ends anyway, or where no text is drawn."""


class Pressed(Extension):
    """Print less, and nothing else."""

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Give the tokens of a template, those of its text pressed."""
        names = cast("ComponentEnvironment", self.environment).classes
        for token in stream:
            yield _pressed(token, names)


def _pressed(token: Token, names: ClassNames) -> Token:
    if token.type not in {"data", "string"}:
        return token
    text = short_markup(token.value, names)
    if token.type == "data":
        text = _IDLE.sub("", text)
    return Token(token.lineno, token.type, text)
