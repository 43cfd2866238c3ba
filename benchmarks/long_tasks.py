"""Says what the tasks did that kept a reader waiting."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

PROBES_OWN = "FrameRequestCallback"
"""Where the probe gives an answer, and what listens to answers is called."""


@dataclass(slots=True)
class LongTask:
    """One thing that took long in some visits.

    Units: milliseconds, starts since the navigation began.
    """

    name: str
    visits: int = 0
    starts_ms: list[float] = field(default_factory=list)
    durations_ms: list[float] = field(default_factory=list)


def named(visits: Sequence[dict[str, Any]]) -> list[LongTask]:
    """Sum up the long tasks of several visits, the most frequent first."""
    found: dict[str, LongTask] = {}
    for seen in visits:
        here: dict[str, list[tuple[float, float]]] = defaultdict(list)
        for start, duration in seen["long_tasks"]:
            here[_what(start, start + duration, seen["frames"])] += [(start, duration)]
        for name, tasks in here.items():
            task = found.setdefault(name, LongTask(name))
            task.visits += 1
            task.starts_ms += [start for start, _ in tasks]
            task.durations_ms += [duration for _, duration in tasks]
    return sorted(found.values(), key=lambda task: (-task.visits, task.name))


def _what(start: float, end: float, frames: Sequence[dict[str, Any]]) -> str:
    """Name a task after the script that took most of it, or the browser's work."""
    around = [
        frame for frame in frames if frame["start"] < end and start < frame["end"]
    ]
    scripts = [
        script
        for frame in around
        for script in frame["scripts"]
        if start <= script["start"] < end
    ]
    if not scripts:
        laid_out = any(frame["style"] and frame["style"] < end for frame in around)
        return "style and layout" if laid_out else "reading the page"
    longest = max(scripts, key=lambda script: float(script["ms"]))
    if longest["layout"] <= longest["ms"] / 2:
        return " ".join(_parts(longest))
    # The probe looks where things are; the browser would lay them out a moment later.
    if longest["by"] == PROBES_OWN:
        return "style and layout"
    return " ".join((*_parts(longest), "(mostly layout)"))


def _parts(script: dict[str, Any]) -> Iterator[str]:
    """Say by what a script was called, and what it is."""
    if script["by"] == PROBES_OWN:
        yield "an answer that is given"
        return
    yield f"`{script['by'].rsplit('/', 1)[-1] or 'script'}`"
    if script["name"]:
        yield f"`{script['name']}`"
    if script["file"] and script["file"] not in script["by"]:
        yield f"in {script['file']}"
