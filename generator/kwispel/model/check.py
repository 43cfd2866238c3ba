"""Make of what was read a site that holds together, or say what stands in the way."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from types import MappingProxyType

from kwispel.errors import Problem, in_file_order
from kwispel.model.check_follow_up import related_problems
from kwispel.model.check_redirects import check_redirects, page_paths
from kwispel.model.check_terms import check_variants, variants_of
from kwispel.model.shapes import Quiz, Site
from kwispel.model.translation.languages import check_folders, check_languages
from kwispel.source.files import Content
from kwispel.source.folders import QUIZ_FILE
from kwispel.source.read import read_content, read_settings
from kwispel.source.read import read_quiz as read_folder
from kwispel.source.shapes import Settings, SourceFile

Problems = tuple[Problem, ...]


def read_site(content: Path, *, shown_from: Path) -> tuple[Site, Problems]:
    """Read and check a content folder.

    Shape: the site has the quizzes without an error, so that they can be proved and
    all problems told at once; problems are in file order, and show files as seen from
    shown_from.
    """
    problems: list[Problem] = []
    folder = Content(content, shown_from)
    parsed = read_content(folder, problems)
    checked = [
        check_languages(quiz, folder, settings=parsed.settings, problems=problems)
        for quiz in check_folders(parsed.quizzes, problems)
    ]
    variants = [name for quiz in parsed.quizzes for name in variants_of(quiz)]
    problems.extend(check_variants(parsed.settings.variants, variants))
    known = [quiz.id for quiz in parsed.quizzes]
    quizzes = tuple(
        quiz for quiz in checked if quiz and _knows_related(quiz, known, problems)
    )
    paths = [path for quiz in parsed.quizzes for path in page_paths(quiz)]
    redirects = check_redirects(parsed.settings.redirects, paths, problems)
    site = site_of(parsed.settings, quizzes, parsed.own_texts, redirects)
    return site, in_file_order(tuple(problems))


def read_quiz(quiz: str, content: Path, *, shown_from: Path) -> tuple[Site, Problems]:
    """Read and check one quiz: by the path of its folder, or its id in content.

    Shape: as with read_site, with this quiz alone; others are not looked at.
    """
    problems: list[Problem] = []
    path = find_folder(quiz, content)
    folder = Content(path.parent, shown_from)
    settings = read_settings(folder, problems)
    parsed = read_folder(folder, path.name, problems) if path.is_dir() else None
    if parsed is None and not problems:
        problems.append(_no_quiz(folder, path, quiz))
    checked = (
        check_languages(parsed, folder, settings=settings, problems=problems)
        if parsed
        else None
    )
    found = (checked,) if checked else ()
    return site_of(settings, found), in_file_order(tuple(problems))


def find_folder(quiz: str, content: Path) -> Path:
    """Give the folder of a quiz; what looks like a path is one."""
    path = Path(quiz)
    is_path = len(path.parts) != 1 or (path / QUIZ_FILE).is_file()
    # "." has no name of its own, which would be the quiz's id.
    return Path(os.path.abspath(path)) if is_path else content / quiz  # noqa: PTH100


def _knows_related(quiz: Quiz, known: list[str], problems: list[Problem]) -> bool:
    """Say whether the site has the quizzes that one names, or report it."""
    found = tuple(related_problems(quiz, known))
    problems.extend(found)
    return not found


def _no_quiz(folder: Content, path: Path, quiz: str) -> Problem:
    known = sorted(inside.parent.name for inside in folder.path.glob(f"*/{QUIZ_FILE}"))
    names = ", ".join(f'"{name}"' for name in known)
    return Problem(
        folder.place(PurePosixPath(path.name)),
        "no-quiz",
        f'there is no quiz "{quiz}"',
        f"Name one of: {names}." if known else "Name the folder of a quiz.",
    )


def site_of(
    settings: Settings,
    quizzes: tuple[Quiz, ...],
    own_texts: tuple[SourceFile, ...] = (),
    redirects: Mapping[str, str] = MappingProxyType({}),
) -> Site:
    """Give a site with these settings."""
    return Site(
        title=settings.title,
        base_url=settings.base_url,
        lang=settings.lang,
        theme=settings.theme,
        theme_options=settings.theme_options,
        theme_places=settings.theme_places,
        publisher=settings.publisher,
        embed_origins=settings.embed_origins,
        redirects=redirects,
        quizzes=quizzes,
        place=settings.place,
        own_texts=own_texts,
        lang_place=settings.lang_place,
        links_to_ways=settings.links_to_ways,
    )
