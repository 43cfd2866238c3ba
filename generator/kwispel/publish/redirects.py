"""Old paths of a site: pages that lead on, and the same for hosts that can do better.

A page leads on everywhere, also from a disk, and keeps what stands behind `#`, which
is where a result is. Hosts that know redirects tell search engines and oEmbed too.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from kwispel.model.shapes import Quiz, Site
from kwispel.render.direction import direction
from kwispel.render.editions import editions
from kwispel.render.policy import inline, policy
from kwispel.site_files import FRAMED, OWN, PAGE_END

REDIRECTS_FILE = "_redirects"

# What follows the address is not copied, but for the part that no server gets.
_PAGE = Markup(
    "<!doctype html>\n"
    '<html lang="{lang}" dir="{dir}">\n'
    '<meta charset="utf-8">\n'
    '<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<meta name="color-scheme" content="light dark">\n'
    "<title>{title}</title>\n"
    "{canonical}"
    "<script>{script}</script>\n"
    '<noscript><meta http-equiv="refresh" content="0; url={url}"></noscript>\n'
    '<p><a href="{url}">{title}</a></p>\n'
    "</html>\n"
)
_CANONICAL = Markup('<link rel="canonical" href="{url}">\n')


@dataclass(frozen=True, slots=True)
class Move:
    """Addresses that lead to another one.

    Shape: paths below the root of the site, as they may be asked for; the first is a
    file; target is a file of the site too, and address what hosts should send.
    """

    paths: tuple[str, ...]
    target: str
    address: str


def moves(site: Site) -> Iterator[Move]:
    """Give all that leads elsewhere, each address once."""
    for old, page in site.redirects.items():
        folder = f"{page}/" if page else ""
        framed = folder + (FRAMED if page else OWN)
        if old.endswith(PAGE_END):
            is_framed = old.rpartition("/")[2] == FRAMED
            target = framed if is_framed else folder + OWN
            yield Move((old, old.removesuffix(PAGE_END)), target, _sent(site, target))
            continue
        home = (f"{old}/{OWN}", f"{old}/", old)
        yield Move(home, folder + OWN, _sent(site, folder + OWN))
        frames = (f"{old}/{FRAMED}", f"{old}/embed")
        yield Move(frames, framed, _sent(site, framed))


def _sent(site: Site, file: str) -> str:
    """Give the address that a host sends; whole where the site knows its own.

    A path alone leaves a sub-folder, and servers complete it with the scheme and the
    port that they see, which behind a proxy are not those that readers see.
    """
    return f"{site.base_url or ''}/{file.removesuffix(OWN)}"


def redirect_files(site: Site) -> Mapping[str, bytes]:
    """Give a page for each old path, and `_redirects` where there are any.

    Netlify passes over a rule where there is a file, unless it ends in `!`; Cloudflare
    passes over a rule that ends so: hence each of them twice.
    Source: https://docs.netlify.com/manage/routing/redirects/rewrites-proxies/
    ("Shadowing") and https://developers.cloudflare.com/pages/configuration/redirects/.
    """
    if not site.redirects:
        return {}
    pages = {move.paths[0]: _page(move, site) for move in moves(site)}
    rules = "".join(
        f"/{path} {move.address} 301{force}\n"
        for move in moves(site)
        for path in move.paths
        for force in ("!", "")
    )
    return {**pages, REDIRECTS_FILE: rules.encode()}


def _page(move: Move, site: Site) -> bytes:
    edition = _edition(move.target, site)
    lang, title = (edition.lang, edition.title) if edition else (site.lang, site.title)
    url = "../" * move.paths[0].count("/") + move.target
    script = f"location.replace({json.dumps(url)}+location.hash)"
    page = move.target.rpartition("/")[0]
    home = f"{site.base_url}/{page}/" if page else f"{site.base_url}/"
    return _PAGE.format(
        lang=lang,
        dir=direction(lang),
        policy=policy("", (script,), site.base_url),
        title=title,
        canonical=_CANONICAL.format(url=home) if site.base_url else "",
        script=inline(script),
        url=url,
    ).encode()


def _edition(target: str, site: Site) -> Quiz | None:
    """Give the quiz that a file belongs to; None for the page that lists them."""
    path = target.rpartition("/")[0]
    every = (edition for quiz in site.quizzes for edition in editions(quiz))
    return next((edition for edition in every if edition.path == path), None)
