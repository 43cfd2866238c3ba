"""Pages from quizzes: everything that the built site consists of, as bytes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from jinja2 import Environment, UndefinedError

from kwispel.errors import BuildFailed
from kwispel.model.shapes import Quiz, Site
from kwispel.render.assets import asset_name, hashed_name
from kwispel.render.editions import editions
from kwispel.render.element_css import element_css
from kwispel.render.element_markup import element_leaf, element_text
from kwispel.render.late_markup import LATE_URL, parted
from kwispel.render.leaves import Leaf, contents_leaf, quiz_leaves
from kwispel.render.outlets import NOTHING_ADDED, Added, Scripts, with_ending
from kwispel.render.sheets import sheet_file
from kwispel.render.templates import template_environment
from kwispel.render.theme import Theme
from kwispel.render.theme_check import template_problem
from kwispel.site_files import ELEMENT, ELEMENT_SCRIPT, FRAMED, LOADER

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet


def render_site(
    site: Site,
    sheets: Mapping[str, Sheet],
    *,
    theme: Theme,
    scripts: Scripts,
    added: Added = NOTHING_ADDED,
) -> Mapping[str, bytes]:
    """Render every page of a site, and all that the pages need but their PDFs.

    Shape: path in the site to the bytes of the file, in order of paths.
    Raises: BuildFailed where a template of the theme asks for what is not there.
    """
    files = {
        **site_pages(site, theme=theme, scripts=scripts, added=added),
        **quiz_pages(site, sheets, theme=theme, scripts=scripts, added=added),
    }
    return dict(sorted(files.items()))


def site_pages(
    site: Site, *, theme: Theme, scripts: Scripts, added: Added = NOTHING_ADDED
) -> Mapping[str, bytes]:
    """Render what a site has once: the page that lists its quizzes, and its scripts.

    Raises: BuildFailed, as with `render_site`.
    """
    leaf = contents_leaf(site, theme, added)
    text = print_leaf(template_environment(theme.folders, theme.classes), leaf, theme)
    return {
        ELEMENT_SCRIPT: scripts.element.encode(),
        LOADER: scripts.embed.encode(),
        scripts.complete_name: scripts.complete,
        scripts.more_name: scripts.more,
        **_page(leaf, text),
    }


def quiz_pages(  # noqa: PLR0913 - as render_site
    site: Site,
    sheets: Mapping[str, Sheet],
    *,
    theme: Theme,
    scripts: Scripts,
    added: Added = NOTHING_ADDED,
    known: Iterable[Quiz] = (),
) -> Mapping[str, bytes]:
    """Render what each quiz of a site has; known are others that they may name.

    Raises: BuildFailed, as with `render_site`.
    """
    templates = template_environment(theme.folders, theme.classes)
    files: dict[str, bytes] = {}
    found = quiz_leaves(
        site, sheets, theme=theme, scripts=scripts, added=added, known=known
    )
    for leaf in found:
        text = print_leaf(templates, leaf, theme)
        files |= _file(leaf, text) if leaf.ending else _page(leaf, text)
        if leaf.late_css:
            files[theme.late_name(leaf.late_css)] = leaf.late_css.encode()
        if leaf.path.endswith(f"/{FRAMED}"):
            files |= _element(templates, leaf, text, theme)
    for quiz in site.quizzes:
        sheet = sheets[quiz.id]
        files[f"{quiz.id}/quiz.json"] = sheet_file(sheet)
        files[scripts.runtime_name(quiz, sheet)] = scripts.runtime_for(quiz, sheet)
        files |= {
            asset_name(asset): asset.path.read_bytes()
            for edition in editions(quiz)
            for asset in edition.assets
        }
    return files


def _page(leaf: Leaf, text: str) -> dict[str, bytes]:
    """Give a page, and the script with the markup that comes late to it."""
    printed = parted(text)
    late_name = hashed_name("late.js", printed.script.encode())
    url = _to_root(leaf.path) + late_name
    files = {leaf.path: printed.page.replace(LATE_URL, url).encode()}
    if printed.script:
        files[late_name] = printed.script.encode()
    return files


def _file(leaf: Leaf, text: str) -> dict[str, bytes]:
    """Give a page that has all it needs in itself."""
    return {leaf.path: with_ending(text, leaf.ending).encode()}


def _to_root(path: str) -> str:
    """Give the way from a page to the site's root, such as `../../`."""
    return "../" * path.count("/")


def _element(
    templates: Environment, framed: Leaf, text: str, theme: Theme
) -> dict[str, bytes]:
    """Give what a publisher's page shows of a quiz that stands in the page itself."""
    leaf = element_leaf(framed)
    css = element_css(*leaf.sheets)
    css_name = theme.late_name(css)
    page = text if leaf is framed else print_leaf(templates, leaf, theme)
    markup = element_text(page, _to_root(leaf.path) + css_name)
    folder = leaf.path.rpartition("/")[0]
    return {f"{folder}/{ELEMENT}": markup.encode(), css_name: css.encode()}


def print_leaf(templates: Environment, leaf: Leaf, theme: Theme) -> str:
    """Print a page by its template.

    Raises: BuildFailed where the template asks for what is not there.
    """
    try:
        return templates.get_template(leaf.template).render(page=leaf.page)
    except (UndefinedError, TypeError) as error:
        problem = template_problem(error, theme.folders)
        if problem is None:
            raise
        raise BuildFailed((problem,)) from error
