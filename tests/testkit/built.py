"""Sites that are built and served, without a process of their own for the build."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from kwispel.build import Extras, build_site
from testkit.static_server import StaticServer

GOOD = Path(__file__).parents[1] / "sites/good"


def build(
    content: Path, dist: Path, base_url: str | None = None, *, has_files: bool = False
) -> Path:
    """Build a site, as `kwispel build` and `--single-file` do, and give where it is."""
    build_site(content, dist, base_url=base_url, extras=Extras(has_files=has_files))
    return dist


def serve_at_own_address(
    folder: Path, quizzes: Iterable[str], settings: str
) -> StaticServer:
    """Build good quizzes of the tests for the address that they are then served at."""
    content = folder / "content"
    for quiz in quizzes:
        shutil.copytree(GOOD / quiz, content / Path(quiz).name)
    (content / "site.toml").write_text(settings, encoding="utf-8")
    server = StaticServer(folder / "dist", "127.0.0.1")
    try:
        build(content, folder / "dist", f"{server.origin}/")
    except BaseException:
        server.close()
        raise
    return server
