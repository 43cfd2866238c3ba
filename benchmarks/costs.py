"""What a program took: time, processor and memory, of all of its processes."""

from __future__ import annotations

import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from program import ROOT, ItFailed

LOOK_EVERY_S = 0.03

PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Cost:
    """What one program took, with all that it started.

    Units: seconds of wall time, and of processor time of the processes and of the
    system for them; memory in MB of 1,000,000 bytes, the most at once.
    """

    wall_s: float
    cpu_s: float
    memory_mb: float


def cost_of(
    words: Sequence[str | Path],
    folder: Path = ROOT,
    env: Mapping[str, str] | None = None,
) -> Cost:
    """Run a program, and give what it took.

    Raises: ItFailed.
    """
    with tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = subprocess.Popen(
            words,
            cwd=folder,
            env=None if env is None else {**os.environ, **env},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        with _Watched(process.pid) as together:
            _, status, used = os.wait4(process.pid, 0)
            wall_s = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise ItFailed(f"{words}: {said.read().decode(errors='replace')}")
    return Cost(
        wall_s=wall_s,
        cpu_s=used.ru_utime + used.ru_stime,
        # A short program may be over before anybody looked.
        memory_mb=max(together.most_bytes, used.ru_maxrss * 1024) / 1_000_000,
    )


class _Watched:
    """Looks now and then how much memory the processes of a session have together.

    Memory that several share counts once: each has its proportional part.
    """

    def __init__(self, session: int) -> None:
        self.most_bytes = 0
        self._session = session
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._over.wait(LOOK_EVERY_S):
            together = sum(_memory(one) for one in _processes(self._session))
            self.most_bytes = max(self.most_bytes, together)


def _processes(session: int) -> Iterator[Path]:
    """List the processes of a session, where the system tells of them."""
    for process in PROC.glob("[0-9]*"):
        try:
            told = (process / "stat").read_text(encoding="utf-8", errors="replace")
        except OSError:  # it is over
            continue
        # The name, between brackets, may hold anything; the session comes fourth after.
        if int(told.rpartition(")")[2].split()[3]) == session:
            yield process


def _memory(process: Path) -> int:
    """Give the bytes that a process has in memory, shared ones in proportion."""
    try:
        told = (process / "smaps_rollup").read_text(encoding="ascii")
    except OSError:  # it is over
        return 0
    sizes = (line.split() for line in told.splitlines() if line.startswith("Pss:"))
    return sum(int(size[1]) * 1024 for size in sizes)
