"""Files that may be cached for ever, because their names change with their content."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import PurePosixPath

from kwispel.model.shapes import Asset
from kwispel.site_files import ASSETS

_HASH_DIGITS = 12


def asset_name(asset: Asset) -> str:
    """Give the path of an asset's copy in the site."""
    return hashed_name(asset.name.name, asset.path.read_bytes())


def hashed_name(name: str, content: bytes) -> str:
    """Give a path in assets/ that changes whenever the content does."""
    path = PurePosixPath(name)
    return f"{ASSETS}/{path.stem}.{_digits(content)}{path.suffix}"


@lru_cache(maxsize=16)
def _digits(content: bytes) -> str:
    """Give the hash of a file; that of a runtime is asked for by every page."""
    return sha256(content).hexdigest()[:_HASH_DIGITS]
