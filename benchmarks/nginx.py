"""nginx as Debian has it, serving a folder, and wrk asking it for files."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from install import find_program
from program import ROOT, ItFailed, run

sys.path.append(str(ROOT / "tests"))
from testkit.web_servers import Place, free_port, running

WRK_S = 2
CONNECTIONS = 16

LIKE_DEBIAN = "sendfile on; tcp_nopush on;"
"""What Debian's own configuration says besides, for every site."""

_LOGGED = re.compile(r'"GET (?P<path>\S+) [^"]*" (?P<status>\d+) (?P<size>\d+)')


@dataclass(frozen=True, slots=True)
class Sent:
    """One answer, as nginx logged it.

    Units: size in bytes of body.
    """

    path: str
    status: int
    size: int


@dataclass(frozen=True, slots=True)
class Nginx:
    """A running nginx."""

    origin: str
    log: Path

    def sent(self) -> list[Sent]:
        """List what it has sent so far."""
        lines = self.log.read_text(encoding="utf-8").splitlines()
        found = (_LOGGED.search(line) for line in lines)
        return [
            Sent(one["path"], int(one["status"]), int(one["size"]))
            for one in found
            if one
        ]


@contextmanager
def serving(root: Path, config: str, *, logs: bool = False) -> Iterator[Nginx]:
    """Serve a folder with this in its server block, until the end."""
    folder = root.parent / f"{root.name}-nginx"
    folder.mkdir(exist_ok=True)
    log = folder / "access.log"
    log.write_text("", encoding="utf-8")
    port = free_port()
    logging = f"access_log {log};" if logs else ""
    with running("nginx", Place(folder, root, port), f"{LIKE_DEBIAN}{logging}{config}"):
        yield Nginx(f"http://localhost:{port}", log)


def requests_a_second(url: str, headers: dict[str, str]) -> float:
    """Ask for one file over and over, and give how often it came in a second.

    Raises: ItFailed.
    """
    program = find_program("wrk")
    if program is None:
        raise ItFailed("wrk is missing")
    told = [word for item in headers.items() for word in ("-H", ": ".join(item))]
    options = ("-t1", f"-c{CONNECTIONS}", f"-d{WRK_S}s")
    said = run([program, *options, *told, url], ROOT)
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    if rate is None or "Non-2xx" in said.replace("Non-2xx or 3xx responses: 0", ""):
        raise ItFailed(said)
    return float(rate[1])
