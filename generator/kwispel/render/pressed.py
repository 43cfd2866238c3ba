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

_BOXES = (
    "article|body|caption|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|"
    "h[1-6]|header|legend|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|"
    "thead|tr|ul"
)
_BLOCKS = (
    f"{_BOXES}|g|head|html|link|meta|noscript|path|polygon|script|style|template|text|"
    "title"
)
_IDLE = re.compile(
    rf"(?<=>)\s*\n\s*(?=</?(?:{_BLOCKS})\b)|\A\s*\n\s*(?=</?(?:{_BOXES})\b)"
)
"""White space between tags where a line ends anyway, or where no text is drawn.

At the beginning of a piece of text stands what a value or a component printed.
"""

_IDLE_END = re.compile(rf"(</?(?:{_BOXES})\b[^<>]*>)\s*\n\s*\Z")
"""The same before a value, a component, or the end of one."""


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
        text = _IDLE_END.sub(r"\1", _IDLE.sub("", text))
    return Token(token.lineno, token.type, text)
