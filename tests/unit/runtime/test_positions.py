"""Places within a line are left out of compiled Python, and nothing else is."""

from __future__ import annotations

import pytest

from kwispel.runtime.positions import without_positions


@pytest.mark.parametrize(
    ("compiled", "without"),
    [
        ("$B.rich_op('__add__', a, 5, 13)", "$B.rich_op('__add__', a, 5)"),
        ("$B.call_attr(a, 'get', 23, 7)", "$B.call_attr(a, 'get', 7)"),
        ("$B.$call_with_position(f, 9, 7)", "$B.$call_with_position(f, 7)"),
        ("$B.$call_with_position(f(1, 2), 9)", "$B.$call_with_position(f(1, 2))"),
        ("$B.$getitem(a, 0, 3)", "$B.$getitem(a, 0)"),
        ('$B.$getitem(a, "), 5", 3)', '$B.$getitem(a, "), 5")'),
        ("$B.$getitem(a, '\\'(', 3)", "$B.$getitem(a, '\\'(')"),
        (
            "$B.$getitem($B.$getitem(a, 1, 5), $B.rich_op('-', 2, 1, 9), 3)",
            "$B.$getitem($B.$getitem(a, 1), $B.rich_op('-', 2, 1))",
        ),
    ],
)
def test_the_number_of_a_place_is_left_out(compiled: str, without: str) -> None:
    """Wherever Brython puts it, and however deep the call stands."""
    assert without_positions(compiled) == without


@pytest.mark.parametrize(
    "compiled",
    [
        "f(a, 'get', 23)",
        "$B.fast_tuple([1, 23])",
        "$B.$call(f, 9)",
        "$B.$getitem(a, 0, b)",
        '"$B.$getitem(a, 0, 3)"',
        "$B.$call_with_position(f)",
    ],
)
def test_other_numbers_stay(compiled: str) -> None:
    """Arguments are what the program computes with."""
    assert without_positions(compiled) == compiled


def test_hashes_of_keys_are_left_to_brython() -> None:
    """A short number in a list is no hash."""
    compiled = "$literal([['a', x, 5941818230606405], ['b', 1, 2]])"

    assert without_positions(compiled) == "$literal([['a', x], ['b', 1, 2]])"
