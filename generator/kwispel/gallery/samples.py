"""The sample quizzes, on which components are shown: something of everything."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from kwispel.compile import compile_quiz
from kwispel.errors import has_error
from kwispel.model.check import read_site
from kwispel.publish.embed_page import embed_leaves
from kwispel.publish.shapes import Release
from kwispel.render.context import Page
from kwispel.render.frame_height import estimated_heights
from kwispel.render.leaves import leaves
from kwispel.render.outlets import Scripts
from kwispel.render.theme import Theme

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet
    from kwispel.model.shapes import Site

_FOLDER = Path(__file__).parent / "samples"
_OWN = "/index.html"
_PUBLISHERS = "publish"


def sample_site() -> tuple[Site, dict[str, Sheet]]:
    """Read the sample quizzes, and compile them.

    Shape: a sheet for each quiz, by its id.
    """
    site, problems = read_site(_FOLDER, shown_from=_FOLDER)
    if has_error(problems):
        raise AssertionError(f"the samples hold together: {problems}")
    return site, {quiz.id: compile_quiz(quiz) for quiz in site.quizzes}


def sample_pages(theme: Theme, scripts: Scripts) -> dict[str, Page]:
    """Give what the page of each sample quiz shows, by the quiz's id.

    Examples name their arguments by these, such as `page.quiz`; by "publish" the page
    for publishers of the first.
    """
    site, sheets = sample_site()
    found = leaves(site, sheets, theme=theme, scripts=scripts)
    pages = {
        leaf.path.removesuffix(_OWN): leaf.page
        for leaf in found
        if leaf.path.endswith(_OWN)
    }
    heights = estimated_heights(site.quizzes)
    release = Release(site, sheets, theme=theme, files={}, heights=heights)
    return pages | {_PUBLISHERS: next(embed_leaves(release)).page}
