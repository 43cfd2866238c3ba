"""What a language does with numbers and lists, as the CLDR has it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from babel import Locale

SOURCE = "en-GB"
"""The English of the interface, which is also the language that stands in."""

_MINUS = "\u2212"

_MARK = "\u200e"
"""From left to right: it stands behind some signs, where we need none."""

_NUMBER = re.compile(r"[#0,.]+")
"""Where the number stands in a pattern of the CLDR."""

_SYSTEMS = {
    "arab": ("\u0660", "arabic-indic"),
    "arabext": ("\u06f0", "persian"),
    "beng": ("\u09e6", "bengali"),
    "deva": ("\u0966", "devanagari"),
    "mymr": ("\u1040", "myanmar"),
    "tibt": ("\u0f20", "tibetan"),
}
"""Systems of digits: the nought, and the counter style by which CSS knows them.

A language whose system is none of these is shown the digits from 0 to 9.
"""


@dataclass(frozen=True, slots=True)
class Joints:
    """How items become a list: each is a pattern with {0} and {1}."""

    pair: str
    start: str
    middle: str
    end: str


@dataclass(frozen=True, slots=True)
class Conventions:
    """The conventions of a language.

    Shape: percent is a pattern with {0}; digits are those for 0 to 9, and counter_style
    is how CSS writes them; both joins what holds together, either what can be chosen
    from.
    """

    lang: str
    decimal: str
    minus: str
    percent: str
    digits: str
    counter_style: str
    both: Joints
    either: Joints

    @property
    def has_own_digits(self) -> bool:
        """Say whether numbers are written with other digits than 0 to 9."""
        return self.digits != "0123456789"


@cache
def conventions(lang: str) -> Conventions:
    """Give the conventions of a language tag, or of the nearest that is known."""
    locale = known_locale(lang)
    system = locale.default_numbering_system
    nought, style = _SYSTEMS.get(system, ("0", "decimal"))
    return Conventions(
        lang=str(locale).replace("_", "-"),
        decimal=_symbol(locale, "decimal", system),
        # Its mark of direction stays; the sign is the one as wide as a plus.
        minus=_symbol(locale, "minusSign", system).rstrip(_MARK).replace("-", _MINUS),
        percent=_percent(locale, system),
        digits="".join(chr(ord(nought) + digit) for digit in range(10)),
        counter_style=style,
        both=_joints(locale, "standard"),
        either=_joints(locale, "or"),
    )


@cache
def known_locale(lang: str) -> Locale:
    """Give what the CLDR knows of a language tag, or of as much of it as it knows."""
    # Its tables take a while to load, and not every command needs them.
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415

    for tag in (*less_and_less_exact(SOURCE if lang == "en" else lang), SOURCE):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):  # the latter: no tag of a locale
            continue
    raise AssertionError(SOURCE)


def less_and_less_exact(lang: str) -> list[str]:
    """Give "nl-BE" and then "nl"."""
    parts = lang.split("-")
    return ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]


def listed(items: Iterable[str], joints: Joints) -> str:
    """Join as one says it: "1, 4 and 7"."""
    found = list(items)
    if len(found) < 2:  # noqa: PLR2004 - one thing needs no joint
        return "".join(found)
    if len(found) == 2:  # noqa: PLR2004 - a pair has a joint of its own
        return _joined(joints.pair, *found)
    told = _joined(joints.end, found[-2], found[-1])
    for item in reversed(found[1:-2]):
        told = _joined(joints.middle, item, told)
    return _joined(joints.start, found[0], told)


def _joined(pattern: str, one: str, other: str) -> str:
    # Not by str.format: an item may be Markup, which would escape the pattern's others.
    before, between, after = pattern.replace("{1}", "{0}").split("{0}")
    return f"{before}{one}{between}{other}{after}"


def _symbol(locale: Locale, name: str, system: str) -> str:
    """Give a sign of a system of digits, where that has its own and is shown."""
    symbols = locale.number_symbols
    is_shown = system in _SYSTEMS and system in symbols
    own: Mapping[str, str] = symbols[system if is_shown else "latn"]
    return own[name] if name in own else symbols["latn"][name]


def _percent(locale: Locale, system: str) -> str:
    """Give how a share is written: some languages put a space before the sign."""
    written = _NUMBER.sub("{0}", locale.percent_formats[None].pattern)
    return written.replace("%", _symbol(locale, "percentSign", system))


def _joints(locale: Locale, style: Literal["standard", "or"]) -> Joints:
    patterns = locale.list_patterns[style]
    return Joints(patterns["2"], patterns["start"], patterns["middle"], patterns["end"])
