"""The share images of a site: one for each quiz in each of its languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kwispel.model.shapes import Quiz, Site
from kwispel.publish.shapes import Release
from kwispel.publish.share.drawing import Said, artist_for
from kwispel.render.editions import editions
from kwispel.render.extent import extent
from kwispel.render.wording import find_strings
from kwispel.site_files import SHARE_IMAGE


def share_files(release: Release) -> Mapping[str, bytes]:
    """Give the share images; none where no page can name their addresses.

    Raises: BuildFailed where the theme's template cannot be drawn.
    """
    return {**site_image(release), **quiz_images(release)}


def site_image(release: Release) -> Mapping[str, bytes]:
    """Give the image of the site alone."""
    return _drawn(release, [(SHARE_IMAGE, _said_of_site(release.site))])


def quiz_images(release: Release) -> Mapping[str, bytes]:
    """Give those of the quizzes."""
    return _drawn(release, _said_of_quizzes(release.site))


def _drawn(release: Release, all_said: Iterable[tuple[str, Said]]) -> dict[str, bytes]:
    has_address = release.site.base_url is not None
    artist = artist_for(release.theme) if has_address else None
    if artist is None:
        return {}
    return {
        path: artist.draw(said, earlier=_read(release.earlier, path))
        for path, said in all_said
    }


def _said_of_quizzes(site: Site) -> Iterator[tuple[str, Said]]:
    for quiz in site.quizzes:
        for edition in editions(quiz):
            yield f"{edition.path}/{SHARE_IMAGE}", _said(edition, site)


def _read(folder: Path | None, path: str) -> bytes:
    """Give the image of the last build; what cannot be read is drawn again."""
    try:
        return (folder / path).read_bytes() if folder else b""
    except OSError:
        return b""


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
