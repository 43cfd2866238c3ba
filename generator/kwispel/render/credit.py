"""Who made a quiz, where it comes from, and what others may do with it."""

from __future__ import annotations

import re

from kwispel.model.shapes import Quiz
from kwispel.render.context import CreditView
from kwispel.render.conventions import listed
from kwispel.render.direction import direction
from kwispel.render.language import Strings
from kwispel.render.numbers import numbers_for

_FIRST_STRONG, _POP = "\u2068", "\u2069"
"""Signs around a text that has a direction of its own."""

_CREATIVE_COMMONS = re.compile(r"CC-(BY(?:-(?:NC|SA|ND)){0,2})-(\d\.\d)\Z")
_DEEDS = "https://creativecommons.org"


def credit_view(quiz: Quiz, ui: Strings) -> CreditView:
    """Give the credit of a quiz, which goes wherever the quiz goes."""
    name, url = licence_link(quiz.licence)
    is_link = quiz.source is not None and _is_address(quiz.source)
    return CreditView(
        authors=listed(_isolated(quiz), ui.conventions.both),
        source=_short(quiz.source) if quiz.source and is_link else quiz.source,
        source_url=quiz.source if is_link else None,
        licence=name,
        licence_url=url,
        version=ui.version.format(n=numbers_for(ui).whole(quiz.version)),
    )


def _isolated(quiz: Quiz) -> list[str]:
    """Keep names in other letters from changing the order of a list."""
    if direction(quiz.lang) == "ltr":
        return list(quiz.authors)
    return [f"{_FIRST_STRONG}{name}{_POP}" for name in quiz.authors]


def licence_link(licence: str | None) -> tuple[str | None, str | None]:
    """Give a licence as one writes it, and the address of its deed if it has one."""
    if licence == "CC0-1.0":
        return "CC0 1.0", f"{_DEEDS}/publicdomain/zero/1.0/"
    if licence and (found := _CREATIVE_COMMONS.match(licence)):
        kind, number = found.groups()
        return f"CC {kind} {number}", f"{_DEEDS}/licenses/{kind.lower()}/{number}/"
    if licence and _is_address(licence):
        return _short(licence), licence
    return licence, None


def _is_address(text: str) -> bool:
    return text.startswith(("https://", "http://"))


def _short(address: str) -> str:
    return address.split("://", 1)[1].removeprefix("www.").rstrip("/")
