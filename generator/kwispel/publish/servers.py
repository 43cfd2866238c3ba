"""The same headers and redirects, as configuration of servers that one runs oneself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from urllib.parse import urlsplit

from kwispel.mime_types import MIME_TYPES
from kwispel.model.shapes import Site
from kwispel.publish.compressed import TEXT_ENDINGS
from kwispel.publish.headers import (
    CHANGING,
    HEADERS_FILE,
    Group,
    common_headers,
    groups,
    header_files,
)
from kwispel.publish.redirects import Move, moves

_OTHER_NAMES = ("application/atom+xml", "application/javascript", "text/xml")

TEXTS = tuple(
    sorted(
        {MIME_TYPES[ending].partition(";")[0] for ending in TEXT_ENDINGS - {".html"}}
        | {*_OTHER_NAMES}
    )
)
"""The types that shrink when compressed, beside text/html, which servers name first."""

HTACCESS = ".htaccess"

CACHE = "Cache-Control"


def root_path(site: Site) -> str:
    """Give the path at which the site stands on its host, such as `/` or `/tests/`."""
    return f"{urlsplit(site.base_url or '').path}/"


def nginx(site: Site) -> str:
    """Give what goes into the server block of nginx.

    A location's headers take the place of all that the blocks around it add.
    Source: https://nginx.org/en/docs/http/ngx_http_headers_module.html.
    """
    root = root_path(site)
    blocks = [
        _location(f"~ ^{re.escape(root)}{group.pattern}$", _whole(site, group))
        for group in groups(site)
    ]
    return _text(
        f"# For a server block in which the site is found at {root}",
        "# Behind a proxy, nginx sees another scheme and port than readers do.",
        "absolute_redirect off;",
        "charset utf-8;",
        f"charset_types {' '.join(TEXTS)};",
        "gzip on;",
        "gzip_vary on;",
        "gzip_min_length 1000;",
        f"gzip_types {' '.join(TEXTS)};",
        "# Takes the files that `kwispel build --compress` made.",
        "gzip_static on;",
        "# The same with brotli, where nginx has its module:",
        "# brotli_static on;",
        *_location(root, {**common_headers(site), CACHE: CHANGING}),
        *(line for move in moves(site) for line in _moved(root, move)),
        *(line for block in blocks for line in block),
    )


def _location(where: str, headers: Mapping[str, str]) -> Iterator[str]:
    yield f"location {where} {{"
    yield from (f'    add_header {name} "{headers[name]}";' for name in headers)
    yield "}"


def _moved(root: str, move: Move) -> Iterator[str]:
    for path in move.paths:
        yield f"location = {root}{path} {{"
        yield f"    return 301 {move.address};"
        yield "}"


def _whole(site: Site, group: Group) -> Mapping[str, str]:
    return {**common_headers(site), **group.headers}


def caddy(site: Site) -> str:
    """Give what goes into the site's block of a Caddyfile, where `root` is said too.

    Source: https://caddyserver.com/docs/caddyfile/directives/header.
    """
    root = root_path(site)
    others = "|".join(group.pattern for group in groups(site))
    lines = [
        f"# For a site's block in which the site is found at {root}",
        f"encode {root}* zstd gzip",
        *_caddy_headers(f"{root}*", {**common_headers(site), "-X-Frame-Options": ""}),
        "@kwispel_changing {",
        f"    path {root}*",
        f"    not path_regexp ^{re.escape(root)}(?:{others})$",
        "}",
        f'header @kwispel_changing {CACHE} "{CHANGING}"',
    ]
    for number, group in enumerate(groups(site), start=1):
        lines.append(
            f"@kwispel_{number} path_regexp ^{re.escape(root)}{group.pattern}$"
        )
        lines += _caddy_headers(f"@kwispel_{number}", group.headers)
    for move in moves(site):
        lines += [f"redir {root}{path} {move.address} 301" for path in move.paths]
    return _text(
        *lines,
        "# Takes the files that `kwispel build --compress` made.",
        f"file_server {root}* {{",
        "    precompressed br gzip",
        "}",
    )


def _caddy_headers(which: str, headers: Mapping[str, str]) -> Iterator[str]:
    yield f"header {which} {{"
    for name, value in headers.items():
        yield f'    {name} "{value}"' if value else f"    {name}"
    yield "}"


def apache(site: Site) -> str:
    """Give an .htaccess for the folder of the site.

    Source: https://httpd.apache.org/docs/2.4/, mod_headers, mod_mime, mod_deflate and
    mod_rewrite.
    """
    common = {**common_headers(site), CACHE: CHANGING}
    sections = [_files_match(group) for group in groups(site)]
    return _text(
        "# Needs AllowOverride FileInfo, as WordPress does for its own.",
        *_module("mime", *_APACHE_TYPES),
        *_module("deflate", *_module("filter", _DEFLATED)),
        *_module("rewrite", "RewriteEngine On", *_rewritten(site), *_precompressed()),
        *_module(
            "headers",
            "Header unset X-Frame-Options",
            "Header always unset X-Frame-Options",
            *_sets(common),
            *(line for section in sections for line in section),
            rf'<FilesMatch "\.(?:html|css|js|json|svg|txt|xml){_PACKED}$">',
            "    Header merge Vary Accept-Encoding",
            "</FilesMatch>",
        ),
    )


_PACKED = r"(?:\.(?:br|gz))?"

_DEFLATED = f"AddOutputFilterByType DEFLATE text/html {' '.join(TEXTS)}"

_APACHE_TYPES = (
    *(f"AddType {kind.partition(';')[0]} {end}" for end, kind in MIME_TYPES.items()),
    "AddCharset utf-8 .html .css .js .svg .txt .xml",
    "# Some servers have .br for the Breton language, and .gz for a download.",
    "RemoveLanguage .br",
    "RemoveType .br .gz",
    "AddEncoding br .br",
    "AddEncoding gzip .gz",
)


def _rewritten(site: Site) -> Iterator[str]:
    """Lead old paths on; without its address a site cannot say to where.

    Apache completes an address that is no whole one with the folder on its disk.
    """
    for move in moves(site) if site.base_url else ():
        for path in move.paths:
            yield f'RewriteRule "^{re.escape(path)}$" "{move.address}" [R=301,L]'


def _precompressed() -> Iterator[str]:
    """Take the files that `kwispel build --compress` made."""
    for coding, end in (("br", "br"), ("gzip", "gz")):
        yield rf"RewriteCond %{{HTTP:Accept-Encoding}} \b{coding}\b"
        yield f"RewriteCond %{{REQUEST_FILENAME}}.{end} -f"
        yield f"RewriteRule ^(.+)$ $1.{end} [L]"


def _module(name: str, *lines: str) -> Iterator[str]:
    yield f"<IfModule mod_{name}.c>"
    yield from (f"    {line}" for line in lines)
    yield "</IfModule>"


def _files_match(group: Group) -> Iterator[str]:
    yield f'<FilesMatch "^{group.name}{_PACKED}$">'
    yield from (f"    {line}" for line in _sets(group.headers))
    yield "</FilesMatch>"


def _sets(headers: Mapping[str, str]) -> Iterator[str]:
    return (f'Header set {name} "{headers[name]}"' for name in headers)


def _text(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)


def _for_netlify(site: Site) -> str:
    return header_files(site)[HEADERS_FILE].decode()


SERVERS: Mapping[str, Callable[[Site], str]] = {
    "nginx": nginx,
    "apache": apache,
    "caddy": caddy,
    "netlify": _for_netlify,
}
"""What `kwispel headers --for` prints."""
