"""Install the peers by name and version, each from its own registry.

Run as `python benchmarks/install.py`; they go where git does not look, and a second
run needs no network. npm comes with Node's wheel, web servers from Debian.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

from program import KEPT, ROOT, run

sys.path.append(str(ROOT / "scripts"))
from find_browser import node_for_playwright
from html_validate import npm_of

PEERS = ROOT / "benchmarks/peers"
NODE_MODULES = KEPT / "npm/node_modules"

DEBIAN = {"nginx": ("nginx", "libnginx-mod-http-brotli-static"), "wrk": ("wrk",)}
"""What the serving's table needs: program, and its packages."""


def npm_version(name: str) -> str:
    """Give the version of a package that the suite asks npm for."""
    wanted = json.loads((PEERS / "npm/package.json").read_text(encoding="utf-8"))
    return str(wanted["dependencies"][name])


def python_version(group: str, name: str) -> str:
    """Give the version of a package that the suite asks PyPI for."""
    wanted = (PEERS / f"requirements/{group}.txt").read_text(encoding="utf-8")
    found = re.search(rf"^{re.escape(name)}==(.+)$", wanted, re.MULTILINE)
    if found is None:
        raise KeyError(name)
    return found[1]


def program_of(group: str, name: str) -> Path:
    """Give the path of a program that was installed from PyPI."""
    folder = KEPT / group / ("Scripts" if sys.platform == "win32" else "bin")
    return folder / (f"{name}.exe" if sys.platform == "win32" else name)


def node() -> Path:
    """Give the Node that everything from npm runs on."""
    return node_for_playwright()


def install() -> None:
    """Install what is not there yet in the versions that are asked for.

    Raises: ItFailed.
    """
    _unless_done([PEERS / "npm" / name for name in NPM_FILES], KEPT / "npm", _npm)
    for group in ("mkdocs", "generators"):
        wanted = PEERS / f"requirements/{group}.txt"
        _unless_done([wanted], KEPT / group, _pip)


def missing_programs() -> list[str]:
    """Install what Debian has where root may, and list what is still missing."""
    missing = [name for name in DEBIAN if not find_program(name)]
    if missing and shutil.which("apt-get") and _is_root():
        packages = [package for name in missing for package in DEBIAN[name]]
        for words in (["update"], ["install", "--no-install-recommends", *packages]):
            subprocess.run(
                ["apt-get", "-qq", "-y", *words],
                check=False,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
            )
    return [name for name in missing if not find_program(name)]


def find_program(name: str) -> str | None:
    """Find a program; root alone looks where Debian has its servers."""
    return shutil.which(name, path=f"{os.environ.get('PATH', '')}:/usr/sbin")


NPM_FILES = ("package.json", "package-lock.json")


def _unless_done(
    wanted: list[Path], place: Path, install_there: Callable[[list[Path], Path], None]
) -> None:
    """Install into a folder, which then says what it holds."""
    mark = place / ".installed"
    asked_for = "".join(path.read_text(encoding="utf-8") for path in wanted)
    if mark.is_file() and mark.read_text(encoding="utf-8") == asked_for:
        return
    sys.stderr.write(f"installing the peers of {wanted[0].relative_to(ROOT)}\n")
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    install_there(wanted, place)
    mark.write_text(asked_for, encoding="utf-8")


def _npm(wanted: list[Path], place: Path) -> None:
    for path in wanted:
        shutil.copy(path, place)
    # No script of a package runs: none of these needs one.
    options = ("--ignore-scripts", "--no-audit", "--no-fund")
    run([node(), npm_of(node()), "ci", *options], place)


def _pip(wanted: list[Path], place: Path) -> None:
    venv.create(place, with_pip=True, clear=True)
    python = program_of(place.name, "python")
    options = ("--quiet", "--disable-pip-version-check", "--no-input")
    run([python, "-m", "pip", "install", *options, "-r", wanted[0]], place)


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0


if __name__ == "__main__":
    install()
    for absent in missing_programs():
        packages = " ".join(DEBIAN[absent])
        sys.stderr.write(f"{absent} is missing: install Debian's {packages}\n")
