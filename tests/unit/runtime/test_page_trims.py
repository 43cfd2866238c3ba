"""What only other Python could ask for goes; what is still asked for stays."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kwispel.runtime.constants import with_numbers
from kwispel.runtime.page_trims import PAGE_TRIMS, PageTrim, without_other_python
from kwispel.runtime.type_rows import with_read_columns

TRIM = PageTrim("a piece", r"var piece=", r"\n", ("$B.given",))


def left(block: str, around: str = "", trims: tuple[PageTrim, ...] = (TRIM,)) -> str:
    """Give what is left of one block."""
    (found,) = without_other_python([block], around, trims)
    return found


def test_a_piece_that_nothing_asks_for_goes_whole() -> None:
    """From its first sign up to its last."""
    assert left("a()\nvar piece=1;$B.given=2\nb()") == "a()\nb()"


def test_a_piece_that_is_asked_for_stays() -> None:
    """By the block itself, or by what is around."""
    for block, around in (
        ("var piece=$B.given=1\na($B.given)", ""),
        ("var piece=1\n", "$B.given"),
    ):
        assert left(block, around) == block


def test_a_piece_that_only_another_asks_for_goes() -> None:
    """Whichever of the two is known first."""
    other = PageTrim("another", r"a\(", r"\n")

    assert left("var piece=$B.given=1\na($B.given)\n", trims=(TRIM, other)) == ""


@pytest.mark.parametrize("change", [with_numbers, with_read_columns])
def test_blocks_stay_apart(change: Callable[[list[str]], list[str]]) -> None:
    """A line of its own with a semicolon is no end of a block."""
    blocks = ["a()\n;\nb()", "c()"]

    assert change(blocks) == blocks
    assert without_other_python(blocks, "", ()) == blocks


def test_brythons_own_functions_are_given_no_names() -> None:
    """Only what is cut would tell them."""
    assert left("a\n$B.set_func_names(str,'builtins')\nb", trims=()) == "a\n\nb"


def test_each_piece_is_known_by_one_name() -> None:
    """Two entries for one piece would hide that one of them finds nothing."""
    names = [trim.what for trim in PAGE_TRIMS]

    assert len(names) == len(set(names))


def test_a_number_stands_where_its_name_was() -> None:
    """By a short name of the table too, in 32 bits; what is unknown is 0."""
    table = "$B.FLAGS={ONE:1 << 0,LAST:1 << 31}\nconst FLAGS=$B.FLAGS\n"

    (found,) = with_numbers([f"{table}a(b&$B.FLAGS.ONE,c|FLAGS.LAST,$B.FLAGS.NONE)"])

    assert found.strip() == "a(b&1,c|-2147483648,0)"


def test_a_table_that_is_handed_on_stays() -> None:
    """Who gets it may ask for any of its names."""
    block = "$B.FLAGS={ONE:1}\na($B.FLAGS)+$B.FLAGS.ONE"

    assert with_numbers([block]) == [block]


def test_rows_hold_only_what_is_read() -> None:
    """A column that nobody names goes from the list and from each row."""
    rows = (
        'var slots=["tp_name","tp_size","tp_base"]\ninit_type(_b_,"X",["X",16,_b_.Y])'
    )

    (found,) = with_read_columns([f"{rows}\na.tp_name+a.tp_base"])

    assert 'slots=["tp_name","tp_base"]' in found
    assert 'init_type(_b_,"X",["X",_b_.Y])' in found
