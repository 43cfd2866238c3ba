"""Read a delimited file row by row, each with the line on which it begins."""

from __future__ import annotations

import csv
import re
from collections.abc import Collection, Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO

from kwispel.respondents.encodings import Encoding, find_encoding
from kwispel.respondents.refused import Refused

DELIMITERS = {",": "a comma", ";": "a semicolon", "\t": "a tab"}

_SEP = re.compile(r"sep=(.)\r?\n?", re.IGNORECASE)
_HEAD_LINES = 100
"""As many lines as a header may take up, with line breaks between quotes."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it stands: its cells, or why they cannot be told apart.

    Units: line and last count from 1, as an editor counts the lines of the file.
    """

    line: int
    last: int
    cells: list[str]
    fault: str | None = None

    @property
    def is_blank(self) -> bool:
        """Say whether nothing stands in it."""
        return self.fault is None and not any(map(str.strip, self.cells))


def find_header(rows: Iterator[Row]) -> Row | None:
    """Give the first row in which something stands."""
    return next((row for row in rows if not row.is_blank), None)


@dataclass(frozen=True, slots=True)
class Form:
    """What was found out about a file before it is read.

    Shape: skipped is the number of lines before the header.
    """

    encoding: Encoding
    delimiter: str
    skipped: int

    @property
    def is_plain(self) -> bool:
        """Say whether nothing had to be assumed."""
        return self.encoding.is_plain and self.delimiter == ","

    def __str__(self) -> str:
        """Tell it in words."""
        return f"{self.encoding.name}, with {DELIMITERS[self.delimiter]} between cells"


def find_form(path: Path, wanted: Collection[str]) -> Form:
    """Find encoding and delimiter: the one that gives most of the wanted columns.

    A first line such as "sep=;", which Excel writes and heeds, says it outright.
    Raises: Refused; OSError.
    """
    encoding = find_encoding(path)
    with path.open(encoding=encoding.codec, newline="") as file:
        head = list(islice(file, _HEAD_LINES))
    said = _SEP.fullmatch(head[0]) if head else None
    if said is None:
        best = max(DELIMITERS, key=lambda each: _found(head, each, wanted))
        return Form(encoding, best, 0)
    if said[1] not in DELIMITERS:
        raise Refused(
            f'the first line of {path} says "{said[0].strip()}", and only a comma, a'
            " semicolon or a tab can stand between cells"
        )
    return Form(encoding, said[1], 1)


def _found(head: list[str], delimiter: str, wanted: Collection[str]) -> int:
    header = find_header(_rows(iter(head), delimiter, 0))
    return sum(cell.strip() in wanted for cell in header.cells) if header else 0


@contextmanager
def open_rows(path: Path, form: Form) -> Generator[Iterator[Row]]:
    """Give the rows of a file, the header first, one at a time.

    Raises: OSError.
    """
    with path.open(encoding=form.encoding.codec, newline="") as file:
        for _ in range(form.skipped):
            file.readline()
        yield _rows(file, form.delimiter, form.skipped)


def _rows(
    lines: Iterator[str] | IO[str], delimiter: str, skipped: int
) -> Iterator[Row]:
    """Give the rows; what is wrong with one leaves the next ones alone."""
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        begins = skipped + reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(begins, skipped + reader.line_num, [], _told(error))
        else:
            yield Row(begins, skipped + reader.line_num, cells)


def _told(error: csv.Error) -> str:
    """Say in other words than the reader's what is wrong with a row."""
    if "field larger" in str(error):
        limit = csv.field_size_limit()
        return f"a cell is longer than {limit} characters: is a quote left open?"
    return "the quotes of a cell do not match"
