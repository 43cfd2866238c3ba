"""Convolution, packed into whole numbers or not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kwispel.prove import ways
from kwispel.prove.ways import TooMany, all_of, convolved, ends_of, product

some = st.dictionaries(st.integers(-30, 30), st.integers(1, 10**9), min_size=1)


@settings(deadline=None)  # a busy machine
@given(some, st.lists(some, max_size=4))
def test_convolving_many_at_once_is_convolving_one_by_one(
    start: dict[int, int], factors: list[dict[int, int]]
) -> None:
    """The packed numbers never run into each other."""
    expected = start
    for each in factors:
        expected = convolved(expected, each)

    assert product(start, factors, all_of) == expected
    ends = product(start, factors, ends_of)
    assert (min(ends), max(ends)) == (min(expected), max(expected))


def test_what_is_too_far_apart_is_convolved_all_the_same() -> None:
    """A scale of a billion steps with four scores on it is not laid out."""
    far, near = {0: 1, 10**9: 2}, {0: 3, 1: 1}

    found = product(far, [near], all_of)

    assert found == {0: 3, 1: 1, 10**9: 6, 10**9 + 1: 2}


@pytest.mark.parametrize("slots", [0, 100])
def test_too_many_scores_are_refused_either_way(
    slots: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bound is on distinct scores, however they are found."""
    monkeypatch.setattr(ways, "MOST_SCORES", 3)
    monkeypatch.setattr(ways, "MOST_SLOTS", slots)

    with pytest.raises(TooMany):
        product({0: 1, 1: 1}, [{0: 1, 2: 1}], all_of)
