"""Show the site while its author writes: a small web server, and a build per change."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import watchfiles

from kwispel.errors import BuildFailed, Problem
from kwispel.site_server import SiteServer

_LOOK_EVERY_MS = 100
_QUIET_FOR_MS = 200

Build = Callable[[Path], tuple[Problem, ...]]
"""Builds the site into a folder and gives its warnings, or raises BuildFailed."""


def serve(
    watched: Sequence[Path],
    *,
    build: Build,
    tell: Callable[[str], object],
    address: tuple[str, int] = ("127.0.0.1", 8000),
    stop: threading.Event | None = None,
) -> None:
    """Show a site and build it again on every change, until Ctrl-C or `stop`.

    On problems the last good site stays; a folder to watch that is not there is the
    first build's to complain about.
    Shape: address is a host and a port, where 0 stands for any that is free.
    Raises: CannotListen; BuildFailed when there is nothing to watch.
    """
    with (
        TemporaryDirectory(prefix="kwispel-") as scratch,
        SiteServer(Path(scratch) / "site", *address) as server,
    ):
        if not all(folder.is_dir() for folder in watched):
            build(server.site)
        thread = threading.Thread(target=server.serve_forever, args=(0.05,))
        thread.start()
        try:
            for is_first in _rounds(watched, stop):
                tell(_report(build, server.site))
                if is_first:
                    tell(f"{server.url}  (Ctrl-C ends)")
        except KeyboardInterrupt:
            tell("")
        finally:
            server.shutdown()
            thread.join()


def _rounds(folders: Sequence[Path], stop: threading.Event | None) -> Iterator[bool]:
    """Give a first round, and then one for every change; say which is the first.

    The first comes when the watch stands, so that no later change is missed.
    """
    is_first = True
    for changes in watchfiles.watch(
        *folders,
        stop_event=stop,
        rust_timeout=_LOOK_EVERY_MS,
        debounce=_QUIET_FOR_MS,
        yield_on_timeout=True,
    ):
        if changes or is_first:
            yield is_first
            is_first = False


def _report(build: Build, site: Path) -> str:
    """Build once, and give what there is to say about it."""
    try:
        warnings = build(site)
    except BuildFailed as failed:
        kept = "the site is as it was" if site.exists() else "there is no site yet"
        return f"{failed}\nnot built: {kept}"
    return "\n".join([*map(str, warnings), "built"])
