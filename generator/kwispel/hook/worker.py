"""Run a quiz's hook, in a process of its own: `python -I -S worker.py FOLDER`.

FOLDER is where the package kwispel lies. The first line of the input says what to run,
each further one holds answers; for each comes a line with the outcome, or with what
went wrong. The process that started this one ends it when an answer takes too long.
What a hook may do was checked on its syntax; the names that it does not get here are
the second wall.
"""

from __future__ import annotations

import builtins
import json
import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kwispel.core.shapes import Sheet

MOST_MEMORY = 512 * 1024 * 1024
"""Bytes that a hook may take, where the system can keep it to that."""

LONGEST_S = 3600
"""Seconds of computing after which this process ends even where nobody ends it."""

DEEPEST = 200
"""Calls within calls; a browser's stack is smaller than CPython's."""

RATIO = "/"
"""The key of an exact number: `{"/": [n, d]}`."""


def main() -> None:
    """Serve until the input ends."""
    sys.path.insert(0, sys.argv[1])
    _limit()
    lines = iter(sys.stdin.readline, "")
    order = json.loads(next(lines))
    score = _scoring(order)
    for line in lines:
        sys.stdout.write(json.dumps(score(json.loads(line)), default=_encoded) + "\n")
        sys.stdout.flush()


def _scoring(
    order: Mapping[str, Any],
) -> Callable[[Mapping[str, Any]], dict[str, object]]:
    """Give what scores answers, or tells each time why the hook cannot be loaded."""
    from kwispel.core.adjust import adjusting  # noqa: PLC0415 - as below
    from kwispel.core.outcome import outcome  # noqa: PLC0415 - main has set the path

    files = [module["file"] for module in order["modules"]]
    sheet: Sheet = order["sheet"]
    adjust: Any = None
    loading: Exception | None = None
    sys.setrecursionlimit(DEEPEST)
    try:
        hook: Any = _loaded(order["modules"], set(order["builtins"]))
        adjust = adjusting(hook)
    except Exception as error:  # noqa: BLE001 - the author's code may raise anything
        loading = error

    def score(answers: Mapping[str, Any]) -> dict[str, object]:
        if loading is not None:
            return {"error": _told(loading, files)}
        try:
            return {"outcome": outcome(sheet, answers, adjust)}
        except Exception as error:  # noqa: BLE001 - as above
            return {"error": _told(error, files)}

    return score


def _loaded(modules: list[dict[str, str]], allowed: set[str]) -> object:
    """Run the modules in order, and give the last one's `adjust`."""
    loaded: dict[str, ModuleType] = {}

    def find(name: str, *_: object) -> ModuleType:
        return loaded[name]

    names = {name: getattr(builtins, name) for name in allowed}
    made = ModuleType("nothing")
    for module in modules:
        made = ModuleType(module["name"])
        code = compile(module["source"], module["file"], "exec", dont_inherit=True)
        vars(made)["__builtins__"] = {**names, "__import__": find}
        exec(code, vars(made))  # noqa: S102 - checked, and without what could do harm
        loaded[module["name"]] = made
    return vars(made)["adjust"]


def _told(error: Exception, files: list[str]) -> dict[str, object]:
    """Say what was raised, and at which line of the author's last."""
    file, line = files[-1], 0
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename in files:
            file, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return {
        "kind": type(error).__name__,
        "text": str(error),
        "file": file,
        "line": line,
    }


def _encoded(value: Any) -> dict[str, list[int]]:  # noqa: ANN401 - what JSON cannot hold
    return {RATIO: [value.n, value.d]}


def _limit() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    wanted = ((resource.RLIMIT_AS, MOST_MEMORY), (resource.RLIMIT_CPU, LONGEST_S))
    for what, most in wanted:
        hard = resource.getrlimit(what)[1]
        if hard == resource.RLIM_INFINITY or hard > most:
            resource.setrlimit(what, (most, hard))


if __name__ == "__main__":
    main()
