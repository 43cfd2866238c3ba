"""The texts of a site as servers can send them: compressed once, for good."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from hashlib import sha256
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from kwispel.caches import cache_folder, forget_old, keep, kept
from kwispel.errors import BuildFailed, Place, Problem
from kwispel.site_files import ASSETS, PACKED_ENDS

TEXT_ENDINGS = frozenset({".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"})
"""The endings of what shrinks; pictures, fonts and PDFs are compressed already."""

_FOLDER = "compressed"
_LENGTH = 8
"""So many bytes say how long the first of two parts is."""

_Packed = tuple[bytes, bytes]

Compressor = Callable[[Mapping[str, bytes]], Mapping[str, bytes]]


def compressor(dist: Path, *, is_kept: bool = False) -> Compressor:
    """Give what makes the compressed files of a site that is built for dist.

    Shape: with is_kept, what many quizzes share is taken from the user's folder for
    caches where it was compressed before.
    Raises: BuildFailed where brotli is missing: a site of which half is compressed
    would hide that.
    """
    if find_spec("brotli") is None:
        raise BuildFailed((_no_brotli(dist),))
    return partial(compressed_files, is_kept=is_kept)


def compressed_files(
    files: Mapping[str, bytes], *, is_kept: bool = False
) -> Mapping[str, bytes]:
    """Give `.br` and `.gz` for each text that becomes smaller by it.

    Shape: path in the site to bytes, which hold no time and no name: the same text
    gives the same bytes with the same versions of the two libraries.
    """
    shared = _kept if is_kept else _once
    packed: dict[str, bytes] = {}
    for name in filter(_is_for_readers, files):
        pack = shared if name.startswith(f"{ASSETS}/") else _new
        ends = (name + end for end in PACKED_ENDS)
        packed |= zip(ends, pack(files[name]), strict=True)
    return {
        name: data
        for name, data in packed.items()
        if len(data) < len(files[name.rpartition(".")[0]])
    }


def _new(data: bytes) -> _Packed:
    return _brotli(data), _gzip(data)


@lru_cache(maxsize=32)
def _once(data: bytes) -> _Packed:
    """Compress what each quiz of a site brings along."""
    return _new(data)


@lru_cache(maxsize=32)
def _kept(data: bytes) -> _Packed:
    """Give that as it was compressed by an earlier build, where it is known."""
    versions = f"{version('brotli')} {zlib.ZLIB_RUNTIME_VERSION}"
    name = sha256(versions.encode() + data).hexdigest()
    path = cache_folder() / _FOLDER / name
    if found := kept(path):
        at = int.from_bytes(found[:_LENGTH])
        return found[_LENGTH : _LENGTH + at], found[_LENGTH + at :]
    packed = _once(data)
    keep(path, [len(packed[0]).to_bytes(_LENGTH), *packed])
    forget_old(path.parent)
    return packed


def _is_for_readers(name: str) -> bool:
    path = PurePosixPath(name)
    return path.suffix in TEXT_ENDINGS and not path.name.startswith((".", "_"))


def _brotli(data: bytes) -> bytes:
    import brotli  # noqa: PLC0415 - who does not ask for it need not have it

    return brotli.compress(data, quality=11)


def _gzip(data: bytes) -> bytes:
    # Unlike gzip.compress, this names no operating system either.
    out = io.BytesIO()
    with gzip.GzipFile("", "wb", compresslevel=9, fileobj=out, mtime=0) as packed:
        packed.write(data)
    return out.getvalue()


def _no_brotli(dist: Path) -> Problem:
    return Problem(
        Place(str(dist)),
        "compress-tools",
        "Brotli, which compresses the site, is not installed",
        'Run in the folder of kwispel: pip install ".[compress]", or build without'
        " --compress.",
    )
