"""The build's tables, from what build.py measured or from what was kept of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias

import figures
from names import BARE_LOOP, ELEVENTY, MKDOCS, OURS, PELICAN

Measured: TypeAlias = "dict[str, Any]"
"""What build.py writes as JSON."""

Costs: TypeAlias = "list[dict[str, float]]"
"""What several runs took, as costs.Cost has it."""

BUILDS = {
    "full": "full build",
    "one": "after one change",
    "none": "after no change",
}


def report(measured: Measured) -> str:
    """Put the tables of a run together."""
    tables = [corpus_table(corpus) for corpus in measured["corpora"]]
    tables += [start_table(measured), targets_table(measured)]
    return "\n\n".join(figures.markdown(table) for table in tables if table)


def corpus_table(corpus: dict[str, Any]) -> figures.Table:
    """Say what each generator takes for one corpus."""
    return [
        {f"{corpus['count']:,} quizzes": one["name"], **dict(_cells(one))}
        for one in corpus["generators"]
    ]


def _cells(one: dict[str, Any]) -> Iterator[tuple[str, str]]:
    for build, heading in BUILDS.items():
        costs: Costs = one.get(build, [])
        yield f"{heading}, s", _text(costs, "wall_s", 2)
        yield f"{heading}, processor's s", _text(costs, "cpu_s", 2)
    yield "memory of a full build, MB", _text(one["full"], "memory_mb", 0)


def start_table(measured: Measured) -> figures.Table:
    """Say what the program takes to start."""
    start: Costs = measured["start"]
    return [
        {
            "": "`kwispel --version`",
            "ms": _text(start, "wall_s", 0, 1000),
            "of processor, ms": _text(start, "cpu_s", 0, 1000),
            "memory, MB": _text(start, "memory_mb", 0),
        }
    ]


def targets_table(measured: Measured) -> figures.Table:
    """Hold what was measured against what issue 6 asks for."""
    return [
        {
            "target": name,
            "at most": f"{most:,.4g}",
            "measured": f"{taken:,.{2 if taken < 10 else 0}f}",  # noqa: PLR2004 - digits
            "met": "yes" if taken <= most else "no",
        }
        for name, most, taken in _targets(measured)
    ]


Row: TypeAlias = "tuple[str, float, float]"


def _targets(measured: Measured) -> Iterator[Row]:
    corpora = {
        corpus["count"]: {one["name"]: one for one in corpus["generators"]}
        for corpus in measured["corpora"]
    }
    yield (
        "start of `kwispel`, ms of processor time",
        150,
        1000 * _middle(measured["start"], "cpu_s"),
    )
    yield from _against_peers(corpora.get(1_000, {}))
    ours = {count: each[OURS] for count, each in corpora.items() if OURS in each}
    if 5_000 in ours:  # noqa: PLR2004 - the largest corpus
        largest = ours[5_000]
        after_one = _middle(largest["one"], "wall_s")
        yield "rebuild of 5,000 quizzes after one change, s", 1, after_one
        after_none = _middle(largest["none"], "wall_s")
        yield "rebuild of 5,000 quizzes after no change, s", 0.5, after_none
    few, many = min(ours, default=0), max(ours, default=0)
    if few < many:
        sizes = [_middle(ours[count]["full"], "memory_mb") for count in (few, many)]
        more = 1000 * (sizes[1] - sizes[0]) / (many - few)
        yield f"memory, kB for each quiz more ({few:,} to {many:,})", 10, more


def _against_peers(found: dict[str, dict[str, Any]]) -> Iterator[Row]:
    """Divide our time for 1,000 quizzes by that of others."""
    if OURS not in found:
        return
    limits = {BARE_LOOP: 1.0, MKDOCS: 1.0, PELICAN: 1.0, ELEVENTY: 1.3}
    ours = _middle(found[OURS]["full"], "wall_s")
    for peer, most in limits.items():
        for name, one in found.items():
            if name.startswith(peer):
                ratio = ours / _middle(one["full"], "wall_s")
                yield f"full build of 1,000 quizzes, times {name}", most, ratio


def _middle(costs: Costs, key: str) -> float:
    return figures.figure([cost[key] for cost in costs]).median


def _text(costs: Costs, key: str, decimals: int, times: int = 1) -> str:
    if not costs:
        return "not run"
    return figures.figure([times * cost[key] for cost in costs]).text(decimals)
