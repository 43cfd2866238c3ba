"""The style of a quiz that stands in a publisher's page, made from that of its page.

There is no root and no window in a shadow tree, so what is said of these is said of
elements that stand for them, see `element_markup`.
Source: docs/decisions/0015-element-in-the-page.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kwispel.render.print_css import GROUPS, rules

_FRAME = (
    ":host{box-sizing:border-box;display:block!important;inline-size:100%}"
    "kw-shell{all:initial;container-type:inline-size;display:block}"
    "kw-shell[hidden]{display:none}"
    "kw-html,kw-body,kw-main{display:block}"
)
"""What the page around must not have a say in, and what it measures by."""

_PAGE_BOX = "@page"
_MEDIA = "@media "

_STANDS_FOR = re.compile(r":root\b|(?<![\w.#:\[=\"'-])(?:html|body|main)(?![\w-])")
_ROOT = ":root"
_ROOT_STAND_IN = "[data-kw=page]"

_LENGTH = re.compile(
    r"""
    (?P<kept>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)]*\))
    | (?<![\w.\#-])(?P<number>-?(?:\d*\.)?\d+)(?P<unit>rem|vw)\b
    """,
    re.VERBOSE,
)
_WIDTH = re.compile(r"\((?:min-|max-)width:[^()]*\)")


def element_css(*sheets: str) -> str:
    """Give a page's minified style as a quiz in another page needs it.

    What depends on the window's width depends on that of the element, and `rem` is what
    the reader's letters measure there, whatever the page around makes of its root.
    Shape: the style in whole sheets, of which a theme's come with every quiz.
    """
    return _FRAME + "".join(map(_within, sheets))


@lru_cache(maxsize=64)
def _within(css: str) -> str:
    return "".join(_rule(head, body) for head, body in rules(css))


def _rule(head: str, body: str | None) -> str:
    if body is None:
        return head
    if head.startswith(_PAGE_BOX):
        return ""  # the sheet of paper is that of the page around
    if head.startswith(GROUPS):
        return _group(head, _within(body))
    if head.startswith("@"):
        return f"{head}{{{_lengths(body)}}}"
    return f"{_STANDS_FOR.sub(_stand_in, head)}{{{_lengths(body)}}}"


def _group(head: str, body: str) -> str:
    """Ask the element, and not the window, how wide it is."""
    if not head.startswith(_MEDIA) or "," in head:
        return f"{head}{{{body}}}"
    features = head.removeprefix(_MEDIA).split(" and ")
    widths = [each for each in features if _WIDTH.fullmatch(each)]
    others = [each for each in features if each not in widths]
    groups = [*_asked(_MEDIA, others), *_asked("@container ", map(_in_em, widths))]
    return "".join(f"{each}{{" for each in groups) + body + "}" * len(groups)


def _asked(kind: str, features: Iterator[str] | list[str] | map[str]) -> Iterator[str]:
    asked = " and ".join(features)
    if asked:
        yield kind + asked


def _in_em(feature: str) -> str:
    """Measure in letters of the element: in a container `rem` goes by the page's."""
    return feature.replace("rem)", "em)")


def _stand_in(found: re.Match[str]) -> str:
    return _ROOT_STAND_IN if found[0] == _ROOT else f"kw-{found[0]}"


def _lengths(body: str) -> str:
    return _LENGTH.sub(_length, body)


def _length(found: re.Match[str]) -> str:
    if found["kept"]:
        return found["kept"]
    if found["unit"] == "vw":
        return f"{found['number']}cqi"
    return f"calc({found['number']}*var(--kw-rem))"
