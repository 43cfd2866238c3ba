"""Fragments that no page of kwispel has written: damaged codes, and anything else."""

from __future__ import annotations

from random import Random

from hypothesis import strategies as st

from kwispel.core.result_code import ALPHABET

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    '"><svg/onload=alert(1)>',
    "javascript:alert(1)",
    "{{7*7}}${7*7}",
    "__proto__",
    "constructor",
    "]),[data-kw=result",
    "'",
    "\\",
    "%",
    "%E0%A4%A",
    "1" * 100_000,
    "-" * 50,
    "\u202e\U0001f600",
    "\ud800",
    "15RS\0",
]
"""What has hurt other pages."""

_EDITS = ("", "0", "Z", "U", "-", " ", "%", "<", "\u0131", "\u00df", "\U0001f600")
_ANY = st.characters(exclude_categories=())


def hostile_texts(code: str) -> st.SearchStrategy[str]:
    """Give texts that may be taken for a code, up to those that nearly are this one."""
    at = st.integers(0, len(code) - 1)
    edit = st.tuples(at, at, st.one_of(_ANY, st.sampled_from(ALPHABET)))
    return st.one_of(
        st.text(_ANY, max_size=40),
        st.text(ALPHABET + "-", max_size=40),
        st.sampled_from(HOSTILE),
        st.lists(edit, min_size=1, max_size=3).map(lambda edits: edited(code, *edits)),
        st.tuples(st.text(_ANY, max_size=3), st.integers(2, 4001)).map(
            lambda one: one[0] * one[1]
        ),
    )


def edited(code: str, *edits: tuple[int, int, str]) -> str:
    """Give a code with letters between two places replaced by something else."""
    for one, other, instead in edits:
        start, end = sorted((one, other))
        code = code[:start] + instead + code[end:]
    return code


def damaged_codes(code: str, count: int, seed: int = 0) -> list[str]:
    """Give codes with one to three faults, the same for the same seed."""
    chance = Random(seed)  # noqa: S311 - no secret
    places = range(len(code))
    return [
        edited(
            code,
            *(
                (at, min(at + chance.randrange(3), len(code)), chance.choice(_EDITS))
                for at in chance.sample(places, chance.randint(1, 3))
            ),
        )
        for _ in range(count)
    ]
