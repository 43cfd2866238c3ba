"""When the pages of a site last changed, as far as their authors tell.

No clock and no file system is asked, so that a build always gives the same bytes.
"""

from __future__ import annotations

from datetime import date

from kwispel.model.shapes import Quiz, Site
from kwispel.render.editions import editions
from kwispel.site_files import FEED


def newest_first(site: Site) -> tuple[tuple[date, Quiz], ...]:
    """Give the quizzes of which the day of the last change is known, in each language.

    Shape: those of one day are in the order of the site.
    """
    dated = [
        (edition.updated, edition)
        for quiz in site.quizzes
        for edition in editions(quiz)
        if edition.updated
    ]
    return tuple(sorted(dated, key=lambda each: each[0], reverse=True))


def feed_url(site: Site) -> str:
    """Give where the feed is, seen from the root; nothing where there is none.

    A feed needs whole addresses, and a date for each of its entries.
    """
    return FEED if site.base_url and newest_first(site) else ""
