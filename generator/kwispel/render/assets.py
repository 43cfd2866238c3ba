"""Files that may be cached for ever, because their names change with their content."""

from __future__ import annotations

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
    digits = sha256(content).hexdigest()[:_HASH_DIGITS]
    return f"{ASSETS}/{path.stem}.{digits}{path.suffix}"
