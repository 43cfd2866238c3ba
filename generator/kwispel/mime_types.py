"""What kinds of files a site has, as servers tell browsers."""

from __future__ import annotations

from pathlib import PurePath

MIME_TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".ico": "image/vnd.microsoft.icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
_UNKNOWN_TYPE = "application/octet-stream"


def mime_type(path: PurePath) -> str:
    """Give the type that a file of the site is served with."""
    return MIME_TYPES.get(path.suffix.lower(), _UNKNOWN_TYPE)
