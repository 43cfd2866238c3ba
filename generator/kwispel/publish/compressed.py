"""The texts of a site as servers can send them: compressed once, for good."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from kwispel.errors import BuildFailed, Place, Problem

TEXT_ENDINGS = frozenset({".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"})
"""The endings of what shrinks; pictures, fonts and PDFs are compressed already."""

Compressor = Callable[[Mapping[str, bytes]], Mapping[str, bytes]]


def compressor(dist: Path) -> Compressor:
    """Give what makes the compressed files of a site that is built for dist.

    Raises: BuildFailed where brotli is missing: a site of which half is compressed
    would hide that.
    """
    if find_spec("brotli") is None:
        raise BuildFailed((_no_brotli(dist),))
    return compressed_files


def compressed_files(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Give `.br` and `.gz` for each text that becomes smaller by it.

    Shape: path in the site to bytes, which hold no time and no name: the same text
    gives the same bytes with the same versions of the two libraries.
    """
    packed = {
        name + end: pack(files[name])
        for name in files
        if _is_for_readers(name)
        for end, pack in ((".br", _brotli), (".gz", _gzip))
    }
    return {
        name: data
        for name, data in packed.items()
        if len(data) < len(files[name.rpartition(".")[0]])
    }


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
