"""What a page tells those that make a card of a link to it.

Source: https://ogp.me; X reads the same, but for `twitter:card`.
"""

from __future__ import annotations

from kwispel.model.shapes import Quiz, Site
from kwispel.render.context_head import SocialView
from kwispel.render.theme import Theme
from kwispel.render.theme_share import SHARE_HEIGHT_PX, SHARE_WIDTH_PX
from kwispel.site_files import SHARE_IMAGE

"""The name of the share image in the folder of a page."""

_SCRIPT = 4
"""So long is the code of a script, which a locale of Open Graph leaves out."""


def has_share_image(site: Site, theme: Theme) -> bool:
    """Say whether a site draws images: a theme does, and they have an address."""
    return site.base_url is not None and theme.share is not None


def social_view(
    site: Site, theme: Theme, quiz: Quiz | None, *, canonical: str | None
) -> SocialView:
    """Tell of a page; its image needs a whole address, and a theme that draws it.

    Shape: quiz is one in the language of the page, None for the page of the site.
    """
    return SocialView(
        site=site.title if quiz else "",
        locale=locale_of(quiz.lang if quiz else site.lang),
        image=f"{canonical}{SHARE_IMAGE}" if has_share_image(site, theme) else "",
        width=SHARE_WIDTH_PX,
        height=SHARE_HEIGHT_PX,
    )


def locale_of(lang: str) -> str:
    """Give a language with a territory, as in `nl_NL`: the likely one if none is named.

    A language that no territory is known of stands alone.
    Source: CLDR, "Likely subtags".
    """
    # Its tables take a while to load, and not every command needs them.
    from babel.core import get_global  # noqa: PLC0415

    language, *others = lang.split("-")
    regions = (part.upper() for part in others if len(part) in {2, 3})
    script = (part.title() for part in others if len(part) == _SCRIPT)
    region = next(regions, None)
    if region is None:
        likely = get_global("likely_subtags")
        asked = ["_".join([language.lower(), *script]), language.lower()]
        found = next((str(likely[tag]) for tag in asked if tag in likely), "")
        region = found.rpartition("_")[2]
    return f"{language.lower()}_{region}" if region else language.lower()
