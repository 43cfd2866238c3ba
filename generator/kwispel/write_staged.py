"""Make files that lie ready on the disk those of a site: all of them, or nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

from kwispel import swap
from kwispel.write import (
    FILE_MODE,
    MANIFEST,
    carry_over,
    complete,
    has_our_mode,
    listed,
    manifest_text,
    refuse_names,
)

_MOST_IN_PLACE = 512
"""With more files it is quicker to lay out the whole folder anew."""

Digests = Mapping[str, str]
"""Names of files in the site to the SHA-256 of what they hold."""


def put_staged(fresh: Digests, wanted: Digests, dist: Path, work: Path) -> bool:
    """Make these the files of the site: fresh ones lie in `new` in the workplace.

    The others are in the site already. A file that did not change keeps its time; what
    the last build wrote and is not wanted is removed; files of others stay.
    Shape: whether the whole folder was laid out anew.
    Raises: BuildFailed or OSError, and then the site is as it was.
    """
    refuse_names(fresh)
    new, before = work / "new", listed(dist)
    changed = {name for name in fresh if not _is_there(name, fresh, before, dist)}
    for name in fresh.keys() - changed:
        (new / name).unlink()
    removed = sorted(before.keys() - wanted.keys())
    if not changed and not removed and (dist / MANIFEST).is_file():
        return False
    (new / MANIFEST).write_bytes(manifest_text(wanted).encode())
    changed.add(MANIFEST)
    if len(changed) + len(removed) <= _MOST_IN_PLACE and _are_ours(
        [*changed, *removed], before, dist
    ):
        for name in changed:
            (new / name).chmod(FILE_MODE)
        swap.put_in_place(dist, work, sorted(changed, key=_order), removed)
        return False
    complete(new, dist, wanted.keys() - changed)
    carry_over(dist, new, before)
    swap.replace(dist, work)
    return True


def holds(path: Path, digest: str) -> bool:
    """Say whether a file of the site is as it was written."""
    try:
        is_ours = has_our_mode(path.lstat())
        return is_ours and sha256(path.read_bytes()).hexdigest() == digest
    except OSError:
        return False


def _is_there(name: str, fresh: Digests, before: Digests, dist: Path) -> bool:
    return before.get(name) == fresh[name] and holds(dist / name, fresh[name])


def _order(name: str) -> tuple[bool, bool, str]:
    """Put what pages need before the pages, and the list of all behind them."""
    return name == MANIFEST, PurePosixPath(name).suffix == ".html", name


def _are_ours(names: Iterable[str], before: Digests, dist: Path) -> bool:
    """Say whether nothing of others stands where these files are, or will be."""
    if not dist.is_dir():
        return False
    folders: set[Path] = set()
    for name in names:
        path = dist / name
        folders.update(folder for folder in path.parents if folder != dist)
        if os.path.lexists(path):
            is_known = name in before or name == MANIFEST
            if not is_known or path.is_symlink() or not path.is_file():
                return False
    inside = [folder for folder in folders if folder.is_relative_to(dist)]
    return not any(
        each.is_symlink() or (each.exists() and not each.is_dir()) for each in inside
    )
