"""A quiz as the script for publishers' pages fetches it: its markup, and no page.

It is made from the page for frames. What is the page's own there, `html`, `body` and
`main`, is an element that stands for it here, so that style weighs what it did.
Source: docs/decisions/0015-element-in-the-page.md, docs/reference/element.md.
"""

from __future__ import annotations

import re
from dataclasses import replace

from markupsafe import escape

from kwispel.render.late_markup import apart, without_address
from kwispel.render.leaves import Leaf
from kwispel.site_files import FRAMED, OWN

_HTML = re.compile(r"<html\b([^>]*)>")
_BODY = re.compile(r"<body\b([^>]*)>")
_BODY_END = "</body>"
_MAIN = re.compile(r"<(/?)main\b")
_DIRECTION = re.compile(r"\bdir=")


def element_leaf(framed: Leaf) -> Leaf:
    """Give the page that the markup is made from: other languages are other pages."""
    quiz = framed.page.quiz
    if quiz is None or not quiz.languages:
        return framed
    languages = tuple(
        replace(each, url=each.url.removesuffix(FRAMED) + OWN)
        for each in quiz.languages
    )
    return replace(
        framed, page=replace(framed.page, quiz=replace(quiz, languages=languages))
    )


def element_text(page: str, css_url: str) -> str:
    """Give the markup of a quiz from its printed page for frames.

    Nothing of it shows before its style is there, which the script sees to.
    Raises: ValueError where the page has no `html` and `body`.
    """
    html, body = _HTML.search(page), _BODY.search(page)
    end = page.find(_BODY_END, body.end()) if body else -1
    if html is None or body is None or end < 0:
        raise ValueError("the page for frames has no html and body")
    inner = _inner(page[body.end() : end].strip())
    return (
        f"{_around(html[1], css_url)}<kw-body{body[1]}>\n{inner}\n"
        "</kw-body>\n</kw-html>\n</kw-shell>\n"
    )


def _around(attributes: str, css_url: str) -> str:
    way = "" if _DIRECTION.search(attributes) else ' dir="ltr"'
    return (
        "<slot></slot>\n"
        f'<kw-shell hidden><link rel="stylesheet" href="{escape(css_url)}">\n'
        f'<kw-html data-kw="page" data-home="{OWN}"{attributes}{way}>\n'
    )


def _inner(body: str) -> str:
    around, late = apart(without_address(_MAIN.sub(r"<\1kw-main", body)))
    return around[0] + "".join(map(str.__add__, late, around[1:]))
