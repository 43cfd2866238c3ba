# ruff: noqa: PYI021 - says what this is a stub of
"""The wheel tdewolff-minify, as far as the package's build uses it."""

def string(mediatype: str, string: str) -> str: ...
