"""Make what a site has once, from the lines that its quizzes tell of themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kwispel.errors import has_error
from kwispel.model.check_redirects import check_redirects
from kwispel.model.check_terms import check_variants
from kwispel.model.shapes import Site
from kwispel.publish.files import site_files
from kwispel.publish.shapes import Release
from kwispel.publish.share.problems import share_problems
from kwispel.quiz_build import Around, NotAlone, with_compressed, write_file
from kwispel.record import Files, QuizRecord
from kwispel.render.editions import editions
from kwispel.render.interface import interface_problems
from kwispel.render.listing import listed
from kwispel.render.pages import site_pages
from kwispel.source.shapes import Settings

Quizzes = Mapping[str, QuizRecord]


def site_part(
    around: Around, settings: Settings, quizzes: Quizzes
) -> tuple[Files, list[list[str | int]]]:
    """Write the files of the site as a whole; give what is wrong with it, too.

    Raises: NotAlone where it does not hold together.
    """
    found = tuple(listed(quiz["listing"]) for quiz in quizzes.values())
    langs = {lang for quiz in quizzes.values() for lang in quiz["langs"]}
    names = [name for quiz in quizzes.values() for name in quiz["variants"]]
    paths = [one.path for quiz in found for one in editions(quiz)]
    problems = list(check_variants(settings.variants, names))
    redirects = check_redirects(settings.redirects, paths, problems)
    problems.extend(interface_problems(around.site))
    if has_error(problems) or not langs.isdisjoint(quizzes):
        raise NotAlone
    problems.extend(share_problems(around.site, around.theme))
    site = replace(around.site, quizzes=found, redirects=redirects)
    files = _written(site, around, quizzes)
    return files, [each.written() for each in problems]


def _written(site: Site, around: Around, quizzes: Quizzes) -> Files:
    every = [name for quiz in quizzes.values() for name, _ in quiz["files"]]
    heights: dict[str, int] = {}
    for quiz in quizzes.values():
        heights |= quiz["heights"]
    release = Release(
        site,
        {},
        theme=around.theme,
        files=frozenset(every),
        heights=heights,
        earlier=around.earlier,
    )
    pages = site_pages(
        site, theme=around.theme, scripts=around.scripts, added=around.added
    )
    files = with_compressed({**pages, **site_files(release)}, around)
    return [(name, write_file(around.target / name, files[name])) for name in files]
