"""Write a built site: all of its files in one step, or nothing at all."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kwispel import swap
from kwispel.errors import BuildFailed, Place, Problem

MANIFEST = ".kwispel-manifest"
"""Lists what a build wrote, as `sha256sum --check` reads it."""

FILE_MODE = 0o644
FOLDER_MODE = 0o755
_HASH_LENGTH = 64


@dataclass(frozen=True, slots=True)
class Written:
    """What a build changed in its folder.

    Shape: names of files, sorted; a changed one is new or has other bytes than before.
    """

    changed: tuple[str, ...]
    removed: tuple[str, ...]


def write_site(
    files: Mapping[str, bytes],
    dist: Path,
    *,
    content: Path,
    exchange: swap.Exchange | None = None,
) -> Written:
    """Make these the files of the site, in one step.

    What the last build wrote and this one did not is removed; files of others stay.
    A file that did not change keeps its time.
    Shape: files maps a path below the folder, with `/`, to what it holds.
    Raises: BuildFailed, and then the folder is as it was.
    """
    refuse_names(files)
    try:
        refuse_place(dist, content)
        return _write(files, dist.absolute(), exchange)
    except OSError as error:
        raise BuildFailed((_cannot_write(dist, error),)) from error
    except swap.Busy as error:
        raise BuildFailed((_build_running(dist),)) from error


def _write(
    files: Mapping[str, bytes], dist: Path, exchange: swap.Exchange | None
) -> Written:
    """Build the new folder in the workplace and put it in the old one's place."""
    with swap.workplace(dist) as work:
        before = listed(dist)
        wanted = {**files, MANIFEST: _manifest(files)}
        changed = [name for name in wanted if not _holds(dist / name, wanted[name])]
        removed = sorted(name for name in before if name not in files)
        if changed or removed:
            new = work / "new"
            _lay_out(wanted, dist, new, changed=set(changed))
            carry_over(dist, new, before)
            swap.replace(dist, work, exchange=exchange)
    return Written(tuple(sorted(set(changed) - {MANIFEST})), tuple(removed))


def _lay_out(
    wanted: Mapping[str, bytes], dist: Path, new: Path, *, changed: set[str]
) -> None:
    """Write the site's own files into a new folder; link those that are the same."""
    new.mkdir()
    for name in sorted(changed):
        target = new / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(wanted[name])
    complete(new, dist, (name for name in sorted(wanted) if name not in changed))


def complete(new: Path, dist: Path, others: Iterable[str]) -> None:
    """Complete a new folder with files that are the same; they get a second name."""
    for name in others:
        target = new / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if not linked(dist / name, target):
            target.write_bytes((dist / name).read_bytes())
    for root, _, names in os.walk(new):
        Path(root).chmod(FOLDER_MODE)
        for name in names:
            path = Path(root, name)
            if stat.S_IMODE(path.lstat().st_mode) != FILE_MODE:
                path.chmod(FILE_MODE)


def carry_over(dist: Path, new: Path, ours: Iterable[str]) -> None:
    """Take along what others put into the site.

    Raises: BuildFailed when some of it stands where a file of ours should.
    """
    blocked: list[str] = []
    for name in _foreign(dist, {*ours, MANIFEST}):
        is_told = any(name.startswith(f"{above}/") for above in blocked)
        if not is_told and not _placed(dist / name, new / name):
            blocked.append(name)
    if blocked:
        raise BuildFailed(tuple(_in_the_way(dist / name) for name in blocked))


def _foreign(dist: Path, ours: set[str], below: str = "") -> Iterator[str]:
    """List what is not ours: files, and folders in which nothing is ours."""
    if not dist.exists():
        return
    for entry in sorted(os.scandir(dist / below), key=lambda entry: entry.name):
        name = f"{below}{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            if not any(our_name.startswith(f"{name}/") for our_name in ours):
                yield name
            yield from _foreign(dist, ours, f"{name}/")
        elif name not in ours:
            yield name


def _placed(source: Path, target: Path) -> bool:
    """Take one foreign file or folder along; False where its place is taken."""
    try:
        if source.is_symlink():
            target.parent.mkdir(parents=True, exist_ok=True)
            target.symlink_to(source.readlink())
        elif source.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        elif os.path.lexists(target):
            return False
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            if not linked(source, target):
                shutil.copy2(source, target)
    except (FileExistsError, NotADirectoryError):
        return False
    return True


def linked(source: Path, target: Path) -> bool:
    """Give a file a second name; False where the file system has no such thing."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:
        return False
    return True


def _holds(path: Path, data: bytes) -> bool:
    """Say whether a file is already as it should be."""
    try:
        found = path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    is_alike = has_our_mode(found) and found.st_size == len(data)
    return is_alike and path.read_bytes() == data


def has_our_mode(found: os.stat_result) -> bool:
    """Say whether this is a file with the rights that a build gives."""
    has_mode = os.name == "nt" or stat.S_IMODE(found.st_mode) == FILE_MODE
    return stat.S_ISREG(found.st_mode) and has_mode


def _manifest(files: Mapping[str, bytes]) -> bytes:
    found = {name: hashlib.sha256(files[name]).hexdigest() for name in files}
    return manifest_text(found).encode()


def manifest_text(digests: Mapping[str, str]) -> str:
    """List files with their hashes, sorted by name."""
    return "".join(f"{digests[name]}  {name}\n" for name in sorted(digests))


def listed(dist: Path) -> dict[str, str]:
    """Read what the last build wrote, with hashes; without a manifest none are ours."""
    path = dist / MANIFEST
    if not path.is_file():
        return {}
    lines = path.read_text("utf-8", errors="replace").splitlines()
    return {line[_HASH_LENGTH + 2 :]: line[:_HASH_LENGTH] for line in lines}


def refuse_names(files: Iterable[str]) -> None:
    """Insist on names that stay below the folder; others are a mistake of ours."""
    for name in files:
        path = PurePosixPath(name)
        is_plain = str(path) == name and not path.is_absolute()
        if not is_plain or ".." in path.parts or name in {"", ".", MANIFEST}:
            raise ValueError(f'"{name}" is no name for a file of the site')
        if "\\" in name or not name.isprintable():
            raise ValueError(f'"{name}" cannot be listed or served everywhere')


def refuse_place(dist: Path, content: Path) -> None:
    """Refuse a folder whose replacement could cost the author something."""
    place, source = dist.resolve(), content.resolve()
    if dist.is_symlink():
        problem = ("is a symbolic link", "Name the folder that it points to.")
    elif dist.exists() and not dist.is_dir():
        problem = ("is a file", "Name a folder, or remove the file.")
    elif source.is_relative_to(place) or place.is_relative_to(source):
        problem = (
            f'and the content folder "{content}" lie inside each other',
            "Name a folder beside the content folder.",
        )
    elif Path.cwd().is_relative_to(place) or Path.home().is_relative_to(place):
        problem = (
            "holds the working folder or your home folder",
            'Name a folder for the site alone, such as "dist".',
        )
    else:
        return
    what, hint = problem
    message = f'the output folder "{dist}" {what}'
    raise BuildFailed((Problem(Place(str(dist)), "output-folder", message, hint),))


def _in_the_way(path: Path) -> Problem:
    """Tell of a foreign file in the place of one of ours."""
    return Problem(
        Place(os.path.relpath(path)),
        "in-the-way",
        f'"{path.name}" was not written by a build, and the site needs its place',
        "Move it away, or delete it; then build again.",
    )


def _build_running(dist: Path) -> Problem:
    """Tell of another build into the same folder."""
    return Problem(
        Place(str(dist)),
        "build-running",
        f'another build is writing to "{dist}"',
        "Wait until it is done, or build into another folder with -o.",
    )


def _cannot_write(dist: Path, error: OSError) -> Problem:
    """Tell what the system said when it refused to write."""
    reason = (error.strerror or str(error)).lower()
    return Problem(
        Place(str(dist)),
        "cannot-write",
        f'"{error.filename or dist}" cannot be written: {reason}',
        "Make room or give yourself the right to write there and in the folder around"
        " it, or build into another folder with -o.",
    )
