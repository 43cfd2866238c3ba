"""The record of what is reached fits this Brython, or is not used."""

from __future__ import annotations

from pathlib import Path

import pytest

from kwispel.runtime.bundle import BRYTHON_JS
from kwispel.runtime.reached import RecordDoesNotFit, read_reached, write_reached


@pytest.fixture(scope="module")
def brython() -> str:
    """Read the Brython that is installed."""
    return BRYTHON_JS.read_text(encoding="utf-8")


def test_the_record_fits_this_brython(brython: str) -> None:
    """After another release of Brython: `make shake`."""
    reached = read_reached(brython)

    assert len(reached.page) > 3000
    assert reached.hooks
    assert not reached.page & reached.hooks
    assert reached.plain < reached.page


def test_what_is_written_is_read(brython: str, tmp_path: Path) -> None:
    """What both reach is the page's."""
    record = tmp_path / "reached.json"

    told = {"page": {3, 1}, "plain": {4, 1}, "hooks": {2, 3, 4}}
    write_reached(brython, told, record)

    reached = read_reached(brython, record)
    assert reached.page == {1, 3, 4}
    assert (reached.plain, reached.hooks) == ({1, 4}, {2})


def test_the_order_in_which_it_was_told_leaves_no_trace(
    brython: str, tmp_path: Path
) -> None:
    """The same reach is the same file."""
    one, other = tmp_path / "one.json", tmp_path / "other.json"

    write_reached(brython, {"page": {30, 7, 100}}, one)
    write_reached(brython, {"hooks": set(), "page": {100, 30, 7}}, other)

    assert one.read_bytes() == other.read_bytes()


def test_a_record_of_another_brython_is_refused(brython: str, tmp_path: Path) -> None:
    """It says what to run."""
    record = tmp_path / "reached.json"
    write_reached(brython, {"page": {1}}, record)
    other = brython.replace("$B.get_mro=function", "$B.get_mro =function", 1)
    assert other != brython

    with pytest.raises(RecordDoesNotFit, match="run `make shake`"):
        read_reached(other, record)
