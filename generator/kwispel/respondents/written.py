"""How respondents are written: each a row of a table, or an object on a line."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Protocol

from kwispel.core.ledger import feeds_of, ledger_line
from kwispel.core.result_code import result_code
from kwispel.core.score import TOTAL
from kwispel.core.show import exact_text
from kwispel.report import json_data, result_data
from kwispel.respondents.columns import Columns, unique
from kwispel.respondents.rows import Form

if TYPE_CHECKING:
    from kwispel.core.ratio import Ratio
    from kwispel.core.shapes import Result, Score, Sheet
    from kwispel.respondents.cells import Said

MARK = "\ufeff"
"""By this a spreadsheet program knows UTF-8."""

MOST_KEPT = 2_000
"""So many lines of ledgers are remembered: memory stays flat."""

Shown = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Respondent:
    """One row of answers and what it came to.

    Shape: shown has what the writer's own `show` made of each score, in order; result
    is there where a hook has adjusted it.
    """

    line: int
    carried: list[str]
    said: list[Said]
    shown: list[Shown]
    result: Result | None


class Writer(Protocol):
    """Where respondents go."""

    def show(self, score: Score, /) -> Shown:
        """Give what is written of a score; done once for equal ones."""
        ...

    def begin(self, columns: Columns, form: Form) -> None:
        """Write what comes before the first respondent."""
        ...

    def write(self, respondent: Respondent) -> None:
        """Write a respondent."""
        ...

    def report(self, line: int, fault: str) -> None:
        """Tell why a row could not be scored."""
        ...


class TableWriter:
    """Writes a table: what was carried along, then value and band of every score."""

    def __init__(self, sheet: Sheet, out: IO[str], tell: Callable[[str], None]) -> None:
        """Write to out, and tell what is no table."""
        self._ids = [score["id"] for score in sheet["scores"]]
        self._out = out
        self._tell = tell
        self._rows = csv.writer(out, lineterminator="\n")

    def show(self, score: Score, /) -> Shown:
        """Give the value as a number and the band's id; nothing where there is none."""
        return value_text(score["value"]), score["band"] or ""

    def begin(self, columns: Columns, form: Form) -> None:
        """Write the header, in the form in which the answers came."""
        if not form.encoding.is_plain:
            self._out.write(MARK)
        self._rows = csv.writer(
            self._out, delimiter=form.delimiter, lineterminator="\n"
        )
        carried = [columns.header[at] for at in columns.carried]
        wanted = [name for each in self._ids for name in (each, f"{each}_band")]
        made = unique(wanted, carried)
        for name, fresh in zip(wanted, made, strict=True):
            if name != fresh:
                self._tell(f'there is a column "{name}" already: see "{fresh}"')
        self._rows.writerow([*carried, *made])

    def write(self, respondent: Respondent) -> None:
        """Write a row."""
        scores = [cell for shown in respondent.shown for cell in shown]
        self._rows.writerow([*respondent.carried, *scores])

    def report(self, line: int, fault: str) -> None:
        """Tell a fault beside the table."""
        self._tell(f"row {line}: {fault}")


class LinesWriter:
    """Writes an object a line: as `score --json`, with the row and what was carried."""

    def __init__(self, sheet: Sheet, out: IO[str]) -> None:
        """Write to out."""
        self._sheet = sheet
        self._out = out
        self._names: list[str] = []
        self._feeds = feeds_of(sheet)
        self._known: dict[tuple[int, str, tuple[int, ...]], str] = {}

    def show(self, score: Score, /) -> Shown:
        """Give the score as JSON."""
        return (_json(json_data(score)),)

    def begin(self, columns: Columns, form: Form) -> None:  # noqa: ARG002 - JSON has one form
        """Give each carried column a name of its own."""
        self._names = unique(columns.header[at] for at in columns.carried)

    def write(self, respondent: Respondent) -> None:
        """Write an object: what is the same for many respondents is put in as text."""
        carried = dict(zip(self._names, respondent.carried, strict=True))
        begun = _json({"row": respondent.line, "carried": carried})[:-1]
        result = respondent.result
        if result is not None:
            self._out.write(f"{begun}, {_json(result_data(result))[1:]}\n")
            return
        lines = [self._line(at, said) for at, said in enumerate(respondent.said)]
        self._out.write(
            f"{begun}, {self._head(respondent)}, {self._scored(respondent.shown)},"
            f' "ledger": [{", ".join(lines)}]}}\n'
        )

    def report(self, line: int, fault: str) -> None:
        """Write a fault in the respondent's place."""
        self._out.write(_json({"row": line, "error": fault}) + "\n")

    def _scored(self, shown: Sequence[Shown]) -> str:
        named = [
            (score["id"], text)
            for score, (text,) in zip(self._sheet["scores"], shown, strict=True)
        ]
        total = next((text for name, text in named if name == TOTAL), "null")
        factors = ", ".join(f"{_json(n)}: {text}" for n, text in named if n != TOTAL)
        return f'"total": {total}, "factors": {{{factors}}}'

    def _head(self, respondent: Respondent) -> str:
        code = result_code(self._sheet, [said.reply for said in respondent.said])
        quiz, version = self._sheet["quiz"], self._sheet["version"]
        return f'"quiz": {_json(quiz)}, "version": {version}, "code": {_json(code)}'

    def _line(self, position: int, said: Said) -> str:
        reply = said.reply
        key = (position, reply["state"], tuple(reply["chosen"]))
        known = self._known.get(key)
        if known is None:
            question = self._sheet["questions"][position]
            line = ledger_line(question, reply, self._feeds[position])
            known = _json(json_data(line))
            if len(self._known) < MOST_KEPT:
                self._known[key] = known
        return known


def value_text(value: Ratio | None) -> str:
    """Give a value exactly where it ends as a decimal, else as the nearest double."""
    if value is None:
        return ""
    text = exact_text(value)
    return repr(value.n / value.d) if "/" in text else text


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
