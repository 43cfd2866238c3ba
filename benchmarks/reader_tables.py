"""The reader's tables, from what reader.py measured or from what was kept of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

import figures
import long_tasks

Measured: TypeAlias = "dict[str, Any]"
"""What reader.py writes as JSON."""

Contender: TypeAlias = "dict[str, Any]"
"""One contender of it: name, note, script_on_arrival, and its visits cold and warm."""

Seen: TypeAlias = "dict[str, Any]"
"""One visit, as visit.py tells of it."""

RATIOS = {
    "answerable": "answerable_ms",
    "first answer shows": "first_answer_ms",
    "submit to result": "submit_ms",
    "memory": "memory_mb",
}
"""What is told as times the same of a hand-written quiz."""


def report(measured: Measured, ours: str, baseline: str) -> str:
    """Put the tables of a run together."""
    tables = (
        bytes_table(measured),
        times_table(measured),
        ratio_table(measured, ours),
        targets_table(measured, ours, baseline),
        tasks_table(measured, ours),
    )
    return "\n\n".join(figures.markdown(table) for table in tables if table)


def bytes_table(measured: Measured) -> figures.Table:
    """Say what a full visit brings over the wire."""
    return [
        {
            "with brotli": one["name"],
            "full visit, kB": _kilobytes(_full(one)),
            "requests": str(max(len(seen["sent"]) for seen in one["cold"])),
            "script before the first sign of interest, kB": _kilobytes(
                one["script_on_arrival"]
            ),
            "visits": str(len(one["cold"])),
        }
        for one in measured["contenders"]
    ]


def times_table(measured: Measured) -> figures.Table:
    """Say what the reader waits for."""
    return [
        {
            "ms": one["name"],
            "first paint": _figure(one["cold"], "first_paint_ms"),
            "answerable": _figure(one["cold"], "answerable_ms"),
            "first answer shows": _figure(one["cold"], "first_answer_ms"),
            "interest to ready": _figure(one["cold"], "runtime_ms"),
            "the same, warm cache": _figure(one["warm"], "runtime_ms"),
            "submit to result": _figure(_all(one), "submit_ms"),
            "95th percentile": f"{_late_submit(one):,.0f}",
            "blocked": _figure(one["cold"], "blocking_ms"),
            "memory, MB": _figure(one["cold"], "memory_mb", 1),
        }
        for one in measured["contenders"]
    ]


def ratio_table(measured: Measured, ours: str) -> figures.Table:
    """Say how many times as much our page takes as each other one.

    Every round gives a ratio, so that what slows the machine for a while counts for
    both; the middle ratio is told.
    """
    us = _named(measured, ours)
    return [
        {
            f"{ours}, times": one["name"],
            **{
                heading: figures.figure(_ratios(us, one, key)).text(2)
                for heading, key in RATIOS.items()
            },
        }
        for one in measured["contenders"]
        if us and one["name"] != ours
    ]


def targets_table(measured: Measured, ours: str, baseline: str) -> figures.Table:
    """Hold what was measured against what issue 6 asks for."""
    us, them = _named(measured, ours), _named(measured, baseline)
    if us is None or them is None:
        return []
    return [
        {"target": name, "at most": most, "measured": told, "met": met}
        for name, most, told, met in _targets(measured, us, them)
    ]


def tasks_table(measured: Measured, ours: str) -> figures.Table:
    """Name the tasks of our page that took more than 50 ms, the most frequent first."""
    us = _named(measured, ours)
    if us is None:
        return []
    return [
        {
            "task above 50 ms": found.name,
            "visits": f"{found.visits} of {len(us['cold'])}",
            "begins at, ms": figures.figure(found.starts_ms).text(),
            "takes, ms": figures.figure(found.durations_ms).text(),
        }
        for found in long_tasks.named(us["cold"])
    ]


Row: TypeAlias = "tuple[str, str, str, str]"


def _targets(measured: Measured, us: Contender, them: Contender) -> Iterator[Row]:
    peers = [one for one in measured["contenders"] if _is_peer(one)]
    lightest = min((_full(one) for one in peers), default=69_000)
    yield _row("full visit, kB", min(69, lightest / 1000), _full(us) / 1000, 1)
    for heading in ("answerable", "first answer shows"):
        ratio = _middle(_ratios(us, them, RATIOS[heading]))
        yield _row(f"{heading}, times hand-written", 1.1, ratio, 2)
    script = us["script_on_arrival"] / 1000
    yield _row("script before the first sign of interest, kB", 1, script, 2)
    yield _row("blocked, ms", 0, _middle(_values(us["cold"], "blocking_ms")))
    warm = _values(us["warm"], "runtime_ms")
    if warm:
        yield _row("interest to ready, warm cache, ms", 400, _middle(warm))
    submit = _late_submit(us) / _late_submit(them)
    yield _row("submit to result, 95th percentile, times", 1.5, submit, 2)
    memory = _middle(_values(them["cold"], "memory_mb"))
    taken = _middle(_values(us["cold"], "memory_mb"))
    yield _row("memory after the result, MB", 1.5 * memory + 4, taken, 1)


def _row(name: str, most: float, taken: float, decimals: int = 0) -> Row:
    met = "yes" if taken <= most else "no"
    return name, f"{most:,.4g}", f"{taken:,.{decimals}f}", met


def _is_peer(one: Contender) -> bool:
    """Say whether this is a program of others, and no page written for this suite."""
    return not one["name"].startswith(("kwispel", "hand-written"))


def _named(measured: Measured, name: str) -> Contender | None:
    found = (one for one in measured["contenders"] if one["name"] == name)
    return next(found, None)


def _full(one: Contender) -> int:
    """Give the bytes of a full visit: the most, as a rare file may come in one only."""
    return max(sum(seen["sent"].values()) for seen in one["cold"])


def _all(one: Contender) -> list[Seen]:
    return [*one["cold"], *one["warm"]]


def _late_submit(one: Contender) -> float:
    """Give the 95th percentile from the click to the painted result."""
    return figures.percentile_95(_values(_all(one), "submit_ms"))


def _values(visits: Sequence[Seen], key: str) -> list[float]:
    return [seen[key] for seen in visits if seen[key] is not None]


def _figure(visits: Sequence[Seen], key: str, decimals: int = 0) -> str:
    runs = _values(visits, key)
    return figures.figure(runs).text(decimals) if runs else "none"


def _middle(runs: Sequence[float]) -> float:
    return figures.figure(runs).median


def _ratios(us: Contender, them: Contender, key: str) -> list[float]:
    """Divide ours by theirs, round by round; some are not in all of the rounds."""
    pairs = zip(us["cold"], them["cold"], strict=False)
    return [our[key] / their[key] for our, their in pairs]


def _kilobytes(count: int) -> str:
    return f"{count / 1000:,.1f}" if count else "none"
