"""Judge the addresses that prose refers to, and find the assets among them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote

from kwispel.errors import Place, Problem
from kwispel.source.files import Content
from kwispel.source.folders import IMAGE_ENDINGS
from kwispel.source.names import quoted

LINK_SCHEMES = frozenset({"http", "https", "mailto"})
ASSET_SCHEME = "asset"

# What a reader may be sent to: nothing that could run a script on the site's own name.
_LINKED_ENDINGS = (IMAGE_ENDINGS - {".svg"}) | frozenset(
    {".csv", ".docx", ".epub", ".ics", ".mp3", ".mp4", ".odp", ".ods", ".odt"}
    | {".ogg", ".pdf", ".pptx", ".webm", ".xlsx", ".zip"}
)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_NAME = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]*(?:/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")


@dataclass(frozen=True, slots=True)
class Address:
    """An address in prose: as written, of an image or a link, and where it stands."""

    written: str
    is_image: bool
    place: Place

    @property
    def scheme(self) -> str | None:
        """Give what stands before the first colon, in small letters."""
        match = _SCHEME.match(self.written)
        return match[1].lower() if match else None

    @property
    def is_elsewhere(self) -> bool:
        """Say whether it leads to another site."""
        return self.scheme in LINK_SCHEMES or self.written.startswith("//")


def elsewhere_problem(address: Address) -> Problem | None:
    """Report an address with a scheme, if it may not stand here."""
    if address.is_image and address.is_elsewhere:
        return Problem(
            address.place,
            "remote-image",
            f"the image {quoted(address.written)} is on another site",
            "Put the image in the quiz's folder, and name its file here.",
        )
    if address.scheme in LINK_SCHEMES:
        return None
    return Problem(
        address.place,
        "unsafe-link",
        f"{quoted(address.written)} is no address that a quiz may link to",
        'Link to "https:", "http:" or "mailto:", or to a file in the content folder.',
    )


def find_asset(
    address: Address, folder: PurePosixPath, content: Content
) -> PurePosixPath | Problem:
    """Give the name, below the content folder, of the file that is meant."""
    path = unquote(address.written)
    name = None if path.startswith("/") else _joined(folder, path)
    if name is None:
        return Problem(
            address.place,
            "outside-content",
            f"{quoted(address.written)} lies outside the content folder",
            "Put a copy of the file in the quiz's folder, and name that.",
        )
    if content.find(name) is None or not name.parts:
        return _missing(address, folder, content)
    return _unfit(address, name) or name


def _joined(folder: PurePosixPath, path: str) -> PurePosixPath | None:
    """Follow a relative path; None where it leads out."""
    parts = list(folder.parts)
    for part in PurePosixPath(path).parts:
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
        else:
            return None
    return PurePosixPath(*parts)


def _missing(address: Address, folder: PurePosixPath, content: Content) -> Problem:
    path = unquote(address.written)
    hint = "Put the file there, or name one that is there."
    beside = _joined(folder.parent, path)
    if beside and beside.parts and content.find(beside):
        hint = f'Write "../{path}": the address begins at this file\'s folder.'
    return Problem(
        address.place,
        "missing-asset",
        f"there is no file {quoted(address.written)}, seen from this file's folder",
        hint,
    )


def _unfit(address: Address, name: PurePosixPath) -> Problem | None:
    if not _NAME.fullmatch(str(name)):
        return Problem(
            address.place,
            "asset-name",
            f"the name {quoted(str(name))} holds signs that addresses do not have",
            'Rename it with letters a to z, digits, ".", "-" and "_".',
        )
    endings = IMAGE_ENDINGS if address.is_image else _LINKED_ENDINGS
    if name.suffix.lower() not in endings:
        kind = "shown as an image" if address.is_image else "linked to"
        return Problem(
            address.place,
            "asset-type",
            f"{quoted(name.name)} is no kind of file that can be {kind}",
            f"Use one of: {', '.join(sorted(endings))}.",
        )
    return None
