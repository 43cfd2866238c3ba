"""Files as spreadsheet programs write them, and as they should not be."""

from __future__ import annotations

import codecs
import os
from pathlib import Path

import pytest

from kwispel.respondents.refused import Refused
from testkit.respondents import Scored, scored, two_questions


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Give the path of a file to write."""
    return tmp_path / "answers.csv"


def read(table: Path, content: str | bytes, **given: bool) -> Scored:
    """Write a file and score it by the quiz of two questions."""
    table.write_bytes(content.encode() if isinstance(content, str) else content)
    return scored(two_questions(), table, **given)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_delimiter_and_line_end_will_do(
    table: Path, delimiter: str, end: str
) -> None:
    """The table that comes out has the same delimiter."""
    rows = (["who", "q1", "q2"], ["Ann", "b", "c"], ["Bo", "c", "c"])
    made = read(table, "".join(delimiter.join(row) + end for row in rows))

    assert made.lines == [
        delimiter.join(row.split(","))
        for row in (
            "who,total,total_band,warmth,warmth_band",
            "Ann,3,high,2,",
            "Bo,4,high,2,",
        )
    ]
    assert made.is_whole


@pytest.mark.parametrize(
    ("codec", "mark", "name"),
    [
        ("utf-8", b"", None),
        ("utf-8", codecs.BOM_UTF8, "UTF-8 with a byte-order mark"),
        ("utf-16-le", codecs.BOM_UTF16_LE, "UTF-16"),
        ("utf-16-be", codecs.BOM_UTF16_BE, "UTF-16"),
        ("utf-16-le", b"", "UTF-16 without a mark"),
        ("utf-16-be", b"", "UTF-16 without a mark"),
        ("cp1252", b"", "Windows-1252"),
    ],
)
def test_encodings_are_known_by_their_bytes(
    table: Path, codec: str, mark: bytes, name: str | None
) -> None:
    """What is not plain is told, and the table gets a mark that Excel knows."""
    made = read(table, mark + "who,q1,q2\nRenée €,b,c\n".encode(codec))

    assert "Renée €,3,high,2," in made.text
    assert made.text.startswith("\ufeff") == (name is not None)
    expected = [f"{table} is read as {name}, with a comma between cells"]
    assert made.told == (expected if name else [])


def test_the_last_byte_of_a_file_decides_its_encoding(table: Path) -> None:
    """A beginning in plain letters says nothing about the rest."""
    rows = "Ann,b,c\n" * 140_000
    made = read(table, f"who,q1,q2\n{rows}".encode() + "Renée,b,c\n".encode("cp1252"))

    assert made.lines[-1] == "Renée,3,high,2,"


@pytest.mark.parametrize("content", [b"who,q1\n\x81,b\n", b"\xff\xfe\x00\xd8\n\x00"])
def test_bytes_that_are_no_text_are_refused(table: Path, content: bytes) -> None:
    """Before anything is scored."""
    with pytest.raises(Refused, match="save it as UTF-8"):
        read(table, content)


def test_excels_first_line_says_the_delimiter(table: Path) -> None:
    """Also where it is not the one that would have been guessed; lines still count."""
    made = read(table, "sep=;\r\nwho;q1;q2\r\nAnn;b;c\r\nBo;x;c\r\n")

    assert made.lines[1:] == ["Ann;3;high;2;"]
    assert made.told[1].startswith("row 4: ")


def test_excels_first_line_may_not_say_anything_else(table: Path) -> None:
    """Other delimiters are not read."""
    with pytest.raises(Refused, match="comma, a semicolon or a tab"):
        read(table, "sep=|\nwho|q1|q2\n")


def test_quotes_hold_delimiters_quotes_and_line_breaks(table: Path) -> None:
    """And the table that comes out puts them back."""
    made = read(table, 'who,q1,q2\n"Ann, the ""first""\nof two",b,c\n')

    assert made.text.endswith('"Ann, the ""first""\nof two",3,high,2,\n')


def test_rows_are_told_by_the_line_that_they_begin_on(table: Path) -> None:
    """Line breaks between quotes count, as they do in an editor."""
    made = read(table, '"who\nis it",q1,q2\n"a\nb",b,c\nBo,x,c\n"c\nd",y,c\n')

    assert [told.partition(":")[0] for told in made.told[:2]] == ["row 5", "row 6"]
    assert made.told[2:] == ["1 scored; 2 rows do not fit and are left out"]
    assert not made.is_whole


def test_empty_rows_are_no_respondents(table: Path) -> None:
    """Neither at the end, where programs leave them, nor before the header."""
    made = read(table, "\n,,\nwho,q1,q2\nAnn,b,c\n\n , ,\n,,\n")

    assert made.lines[1:] == ["Ann,3,high,2,"]
    assert made.told == []


def test_empty_rows_between_others_are_counted(table: Path) -> None:
    """Perhaps somebody should have been there."""
    made = read(table, "who,q1,q2\n\nAnn,b,c\n,,\n\nBo,b,c\n\n")

    assert made.told == ["empty rows between the others, left out: 3"]
    assert made.is_whole


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("Ann,b", "2 cells to 3 columns"),
        ("Ann", "1 cell to 3 columns"),
        ("Ann,b,c,d", "4 cells to 3 columns"),
        ('"An"n,b,c', "the quotes of a cell do not match"),
        (f"Ann,b,{'c' * 140_000}", "a cell is longer than 131072 characters"),
        ("Ann,b,c\0", 'question "q2" has no option "c\N{REPLACEMENT CHARACTER}"'),
        (f"Ann,b,{'c' * 1000}", f'question "q2" has no option "{"c" * 60}…"'),
    ],
)
def test_a_row_that_does_not_fit_leaves_the_others_alone(
    table: Path, row: str, fault: str
) -> None:
    """It is told, and those before and after it are scored."""
    made = read(table, f"who,q1,q2\nAnn,b,c\n{row}\nBo,b,c\n")

    assert made.lines[1:] == ["Ann,3,high,2,", "Bo,3,high,2,"]
    assert made.told[0].startswith(f"row 3: {fault}")


def test_more_cells_than_columns_are_no_fault_where_they_are_empty(table: Path) -> None:
    """Programs write them where a column has been deleted."""
    made = read(table, "who,q1,q2,,\nAnn,b,c,,\nBo,b,c\nCy,b,c, , ,\n")

    assert len(made.lines) == 4
    assert made.lines[0].startswith("who,total")
    assert made.is_whole


def test_a_quote_that_is_left_open_is_told_with_the_lines_it_takes(table: Path) -> None:
    """Those respondents are in it, and must not get lost in silence."""
    made = read(table, 'who,q1,q2\nAnn,b,c\n"Bo,b,c\nCy,b,c\nDi,b,c\n')

    assert made.lines[1:] == ["Ann,3,high,2,"]
    assert made.told[0] == (
        "row 3: the quotes of a cell do not match"
        " (it goes on to line 5: is a quote left open?)"
    )
    assert not made.is_whole


@pytest.mark.parametrize("content", ["", "\n\n", '"who,q1,q2\n'])
def test_a_file_without_a_header_is_refused(table: Path, content: str) -> None:
    """There is nothing to go by."""
    with pytest.raises(Refused, match="has no header"):
        read(table, content)


def test_a_header_alone_is_a_table_of_nobody(table: Path) -> None:
    """That is no fault."""
    made = read(table, "who,q1,q2")

    assert made.lines == ["who,total,total_band,warmth,warmth_band"]
    assert made.is_whole


def test_what_can_be_read_only_once_is_refused(tmp_path: Path) -> None:
    """A pipe would be empty when its rows are wanted."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    with pytest.raises(Refused, match="save the answers in a file"):
        scored(two_questions(), pipe)
