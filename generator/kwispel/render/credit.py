"""Who made a quiz, where it comes from, and what others may do with it."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
        authors=names_listed(quiz.authors, quiz.lang, ui),
        source=short_address(quiz.source) if quiz.source and is_link else quiz.source,
        source_url=quiz.source if is_link else None,
        licence=name,
        licence_url=url,
        version=ui.version.format(n=numbers_for(ui).whole(quiz.version)),
    )


def names_listed(names: Iterable[str], lang: str, ui: Strings) -> str:
    """List names, so that other letters do not change the order of the list."""
    is_mixed = direction(lang) != "ltr"
    kept = [f"{_FIRST_STRONG}{name}{_POP}" if is_mixed else name for name in names]
    return listed(kept, ui.conventions.both)


def licence_link(licence: str | None) -> tuple[str | None, str | None]:
    """Give a licence as one writes it, and the address of its deed if it has one."""
    if licence == "CC0-1.0":
        return "CC0 1.0", f"{_DEEDS}/publicdomain/zero/1.0/"
    if licence and (found := _CREATIVE_COMMONS.match(licence)):
        kind, number = found.groups()
        return f"CC {kind} {number}", f"{_DEEDS}/licenses/{kind.lower()}/{number}/"
    if licence and _is_address(licence):
        return short_address(licence), licence
    return licence, None


def _is_address(text: str) -> bool:
    return text.startswith(("https://", "http://"))


def short_address(address: str) -> str:
    """Give an address as one writes it, without what a browser needs before it."""
    name = address.removeprefix("mailto:").split("://", 1)[-1]
    return name.removeprefix("www.").rstrip("/")
