"""The share images of a site: one for each quiz in each of its languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kwispel.model.shapes import Quiz, Site
from kwispel.publish.shapes import Release
from kwispel.publish.share.drawing import Artist, Said, artist_for
from kwispel.render.editions import editions
from kwispel.render.social import SHARE_IMAGE
from kwispel.render.views import extent
from kwispel.render.wording import find_strings


def share_files(release: Release) -> Mapping[str, bytes]:
    """Give the share images; none where no page can name their addresses.

    Raises: BuildFailed where the theme's template cannot be drawn.
    """
    artist = artist_for(release.theme)
    if artist is None or release.site.base_url is None:
        return {}
    return dict(_images(artist, release.site))


def _images(artist: Artist, site: Site) -> Iterator[tuple[str, bytes]]:
    yield SHARE_IMAGE, artist.draw(_said_of_site(site))
    for quiz in site.quizzes:
        for edition in editions(quiz):
            said = _said(edition, site)
            yield f"{edition.path}/{SHARE_IMAGE}", artist.draw(said)


def _said_of_site(site: Site) -> Said:
    publisher = site.publisher.name if site.publisher else ""
    return Said(
        lang=site.lang, texts={"title": site.title, "site": publisher}, langs={}
    )


def _said(quiz: Quiz, site: Site) -> Said:
    ui = find_strings(quiz.lang, address=quiz.address, own=site.own_texts)
    return Said(
        lang=quiz.lang,
        texts={"title": quiz.title, "note": extent(quiz, ui), "site": site.title},
        langs={"site": site.lang},
    )
