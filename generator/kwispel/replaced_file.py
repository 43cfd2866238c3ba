"""Write a file so that whoever reads it finds the old one whole, or the new one."""

from __future__ import annotations

import os
from collections.abc import Generator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import IO


@contextmanager
def replaced_file(path: Path) -> Generator[IO[str]]:
    """Open a text file that takes the place of another when all went well.

    Where something else than a file stands, such as a device, it is written to.
    Raises: OSError.
    """
    with (
        replaced_bytes(path) as raw,
        TextIOWrapper(raw, encoding="utf-8", newline="") as out,
    ):
        yield out


@contextmanager
def replaced_bytes(path: Path) -> Generator[IO[bytes]]:
    """Open such a file for bytes.

    Raises: OSError.
    """
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        with target.open("wb") as out:
            yield out
        return
    # Beside the target, as only there a rename is one step.
    new = target.with_name(f".{target.name}.{os.getpid()}.kwispel")
    try:
        with new.open("wb") as out:
            yield out
        new.replace(target)
    finally:
        new.unlink(missing_ok=True)
