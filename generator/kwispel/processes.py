"""Spread work over processes where there is enough of it."""

from __future__ import annotations

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

FEWEST = 48
"""So many pieces of work pay for the start of other processes."""

_AT_ONCE = 8

_MADE_BETWEEN = 20_000
"""Objects that a process makes before it looks for garbage: those of a few quizzes."""

_Given = TypeVar("_Given")
_Made = TypeVar("_Made")


class ProcessLost(Exception):  # noqa: N818 - it says what is the case
    """Raised where a process ended before its work, or none could be started."""


def most_processes() -> int:
    """Give how many processes there is room for."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def spread(
    work: Callable[[_Given], _Made],
    given: Sequence[_Given],
    *,
    prepare: Callable[[], None],
    processes: int,
) -> Iterator[_Made]:
    """Do the work for each of what is given, and give the results in its order.

    Shape: prepare is called first, once in each process.
    Raises: ProcessLost; and what the work raises.
    """
    # A thread of this process would be missing in a copy of it.
    if processes == 1 or len(given) < FEWEST or threading.active_count() > 1:
        prepare()
        yield from map(work, given)
        return
    # Most builds have no other process, and need none of this.
    import multiprocessing  # noqa: PLC0415
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    method = "fork" if sys.platform == "linux" else "spawn"
    try:
        context = multiprocessing.get_context(method)
        with ProcessPoolExecutor(processes, context, _begin, (prepare,)) as pool:
            try:
                yield from pool.map(work, given, chunksize=_AT_ONCE)
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    except (BrokenProcessPool, ImportError) as error:
        # Python says that there are no semaphores where there is no /dev/shm.
        raise ProcessLost from error


def _begin(prepare: Callable[[], None]) -> None:
    # Ctrl-C reaches every process; the first one ends the others.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    prepare()
    # What is there by now stays to the end: it need not be looked through for garbage.
    gc.freeze()
    gc.set_threshold(_MADE_BETWEEN)
