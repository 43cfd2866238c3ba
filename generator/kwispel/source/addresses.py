"""Judge web addresses and tags of languages by their shape."""

from __future__ import annotations

import re

_WEB = re.compile(
    r"https?://"
    r"(?:[^\s/?#@:\[\]\\<>\"'`]+|\[[0-9A-Fa-f:.]+\])(?::[0-9]{1,5})?"
    r"(?:/[^\s?#\\<>\"`]*)?(?P<rest>[?#][^\s\\<>\"`]*)?"
)
# Source: HTML, "valid e-mail address", with at least one dot in the domain.
_EMAIL = re.compile(
    r"[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"
    r"(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+",
    re.ASCII | re.IGNORECASE,
)
_MAILTO = "mailto:"
_FIELDS = "?&%"
"""What in a link begins other fields of a letter, or stands for other signs."""
# Shape of a tag for a language, without a look at the registry of its parts.
# Source: RFC 5646, section 2.1.
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|[0-9]{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(?:-[0-9a-wyz](?:-[a-z0-9]{2,8})+)*"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?",
    re.IGNORECASE,
)


def is_web_address(text: str) -> bool:
    """Say whether a text is an address with http or https."""
    return _WEB.fullmatch(text) is not None


def is_email_address(text: str) -> bool:
    """Say whether a text is an e-mail address."""
    return _EMAIL.fullmatch(text) is not None


def is_link_address(text: str) -> bool:
    """Say whether a text is where a link may lead: to a page, or to a letter."""
    if not text.startswith(_MAILTO):
        return is_web_address(text)
    address = text.removeprefix(_MAILTO)
    return is_email_address(address) and not any(sign in address for sign in _FIELDS)


def is_site_address(text: str) -> bool:
    """Say whether a text is the address of a site: one without `?` or `#`."""
    match = _WEB.fullmatch(text)
    return match is not None and match["rest"] is None


def site_root(text: str) -> str:
    """Give the address of a site without a slash at its end, which all else adds."""
    return text.rstrip("/")


def is_language(text: str) -> bool:
    """Say whether a text has the shape of a language's tag, such as nl or pt-BR."""
    return _LANGUAGE.fullmatch(text) is not None
