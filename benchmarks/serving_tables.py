"""The serving's tables, from what serving.py measured or from what was kept of it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any, TypeAlias

import figures

Measured: TypeAlias = "dict[str, Any]"
"""What serving.py writes as JSON."""


def report(measured: Measured) -> str:
    """Put the tables of a run together."""
    tables = (
        visits_table(measured),
        files_table(measured),
        rates_table(measured),
        targets_table(measured),
    )
    return "\n\n".join(figures.markdown(table) for table in tables)


def visits_table(measured: Measured) -> figures.Table:
    """Say what a host sends to one reader who comes three times."""
    return [
        {
            "one reader": visit["name"],
            "requests": str(len(visit["sent"])),
            "of them answered 304": str(len(_unchanged(visit))),
            "kB of bodies": f"{_bytes(visit) / 1000:.1f}",
            "files": ", ".join(_kind(sent["path"]) for sent in visit["sent"]),
        }
        for visit in measured["visits"]
    ]


def files_table(measured: Measured) -> figures.Table:
    """Say what a host keeps."""
    names = {"plain": "`kwispel build`", "compressed": "`kwispel build --compress`"}
    return [
        {
            "content/, two quizzes": names[which],
            "files": f"{measured['files'][which]['count']:,}",
            "MB": f"{measured['files'][which]['bytes'] / 1e6:.2f}",
            "largest, kB": f"{measured['files'][which]['largest'] / 1000:.0f}",
        }
        for which in names
    ]


def rates_table(measured: Measured) -> figures.Table:
    """Say how fast nginx sends, beside a plain file of the same size."""
    return [
        {
            "requests a second": one["name"],
            "kB": f"{one['bytes'] / 1000:.1f}",
            "kwispel": figures.figure([rate for rate, _ in one["rates"]]).text(),
            "plain file": figures.figure([plain for _, plain in one["rates"]]).text(),
            "times": figures.figure([a / b for a, b in one["rates"]]).text(2),
        }
        for one in measured["rates"]
    ]


def targets_table(measured: Measured) -> figures.Table:
    """Hold what was measured against what issue 6 asks for."""
    second = measured["visits"][1]["sent"]
    pages = [sent for sent in second if sent["path"].endswith("/")]
    met = len(second) == len(pages) == 1
    return [
        {
            "target": "second visit asks for the page alone",
            "at most": "1 request",
            "measured": f"{len(second)}, of them {len(pages)} for the page",
            "met": "yes" if met else "no",
        }
    ]


def _unchanged(visit: dict[str, Any]) -> list[dict[str, Any]]:
    return [one for one in visit["sent"] if one["status"] == HTTPStatus.NOT_MODIFIED]


def _bytes(visit: dict[str, Any]) -> int:
    return sum(sent["size"] for sent in visit["sent"])


def _kind(path: str) -> str:
    """Name a file without the hash in its name, which is another one each time."""
    name = path.rstrip("/").rpartition("/")[2]
    stem, _, suffix = name.partition(".")
    return f"{stem}.{suffix.rpartition('.')[2]}" if suffix else "page"
