"""What was built here, to hold what a host sends against."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kwispel.publish.headers import HEADERS_FILE
from kwispel.write import MANIFEST

_NAME = "Content-Security-Policy: "
_HASH_LENGTH = 64


@dataclass(frozen=True, slots=True)
class Built:
    """A site as it was built.

    Shape: hashes by the paths of the files that readers may ask for; ancestors is the
    policy about framing, empty where every site may.
    """

    hashes: Mapping[str, str]
    ancestors: str


def read_built(dist: Path) -> Built | None:
    """Read what the last build wrote; None where there was none."""
    manifest = dist / MANIFEST
    if not manifest.is_file():
        return None
    lines = manifest.read_text(encoding="utf-8").splitlines()
    hashes = {line[_HASH_LENGTH + 2 :]: line[:_HASH_LENGTH] for line in lines}
    return Built(
        {name: hashes[name] for name in hashes if _is_asked_for(name)},
        _ancestors(dist / HEADERS_FILE),
    )


def is_as_built(built: Built, name: str, body: bytes) -> bool:
    """Say whether a file is the one that was built."""
    return built.hashes[name] == hashlib.sha256(body).hexdigest()


def _is_asked_for(name: str) -> bool:
    """Leave out what is for hosts, and what a server sends in place of another file."""
    return not name.startswith((".", "_")) and not name.endswith((".br", ".gz"))


def _ancestors(headers: Path) -> str:
    lines = (
        headers.read_text(encoding="utf-8").splitlines() if headers.is_file() else ()
    )
    found = (line.strip() for line in lines if _NAME in line)
    return next((line.removeprefix(_NAME) for line in found), "")
