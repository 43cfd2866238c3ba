"""The whole way from a content folder to a site, one stage after the other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from kwispel.compile import compile_quiz
from kwispel.errors import BuildFailed, Place, Problem, has_error, in_file_order
from kwispel.model.check import find_folder, read_quiz, read_site
from kwispel.prove.quiz import prove
from kwispel.publish.files import published_files
from kwispel.publish.shapes import Release
from kwispel.publish.share.problems import share_problems
from kwispel.render.frame_height import estimated_heights
from kwispel.render.interface import interface_problems
from kwispel.render.outlets import Added, file_problems
from kwispel.render.pages import render_site
from kwispel.render.theme import FoundTheme, Theme, find_theme, theme_names
from kwispel.render.theme_folders import theme_folders
from kwispel.scripts import fresh_runtime, scripts_of
from kwispel.write import write_site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kwispel.core.shapes import Sheet
    from kwispel.hook.prepare import Prepared
    from kwispel.model.shapes import Quiz, Site
    from kwispel.publish.compressed import Compressor

    Printer = Callable[
        [Site, Mapping[str, Sheet], Mapping[str, bytes]], Mapping[str, bytes]
    ]
    """Gives the PDFs of a site, from its quizzes, their sheets and its other files."""

    Measurer = Callable[[tuple[Quiz, ...], Mapping[str, bytes]], Mapping[str, int]]
    """Gives the heights of frames, by the path of the quiz in each language."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Content that holds together, compiled and proved; only warnings are left.

    Shape: hooks are the compiled hooks of its quizzes, for `hook_script`; heights are
    those of frames, by the path of the quiz in each language, estimated unless they
    are measured.
    """

    site: Site
    sheets: Mapping[str, Sheet]
    theme: Theme
    warnings: tuple[Problem, ...]
    hooks: tuple[str, ...]
    heights: Mapping[str, int]
    is_measured: bool = False


def check_content(
    content: Path, *, themes: Path | None = None, base_url: str | None = None
) -> Checked:
    """Read, check, compile and prove a content folder; nothing is written.

    Raises: BuildFailed with every problem, warnings too, where one is an error;
    NoRuntime where a hook cannot be tried because the package was not built.
    """
    site, problems = read_site(content, shown_from=Path.cwd())
    if base_url is not None:
        site = replace(site, base_url=base_url)
    sheets = {quiz.id: compile_quiz(quiz) for quiz in site.quizzes}
    dressed = _dressed(site, themes)
    hooks = _prepared(site.quizzes, sheets)
    found = (
        *problems,
        *hooks.problems,
        *_proved(site.quizzes, sheets),
        *dressed.problems,
        *interface_problems(site),
        *(share_problems(site, dressed.theme) if dressed.theme else ()),
    )
    if dressed.theme is None or has_error(found):
        raise BuildFailed(found)
    return Checked(
        site,
        sheets,
        theme=dressed.theme,
        warnings=in_file_order(found),
        hooks=hooks.functions,
        heights=estimated_heights(site.quizzes, dressed.theme.letter_size),
    )


def theme_of(site: Site, themes: Path | None) -> Theme:
    """Give the theme that a site names, with its options.

    Raises: BuildFailed.
    """
    dressed = _dressed(site, themes)
    if dressed.theme is None:
        raise BuildFailed(dressed.problems)
    return dressed.theme


def _dressed(site: Site, themes: Path | None) -> FoundTheme:
    return find_theme(
        site.theme,
        site.theme_options,
        folders=theme_folders(themes),
        places=site.theme_places,
    )


@dataclass(frozen=True, slots=True)
class Extras:
    """What a site has only where its author asks for it.

    Shape: has_files where each quiz is to be one file as well.
    """

    has_gallery: bool = False
    printer: Printer | None = None
    has_files: bool = False
    compressor: Compressor | None = None
    measurer: Measurer | None = None


NO_EXTRAS = Extras()


@dataclass(frozen=True, slots=True)
class CheckedQuiz:
    """One quiz that holds together, with its site, which has no other.

    Shape: folder is where its files are.
    """

    quiz: Quiz
    folder: Path
    sheet: Sheet
    site: Site


def check_quiz(quiz: str, content: Path) -> CheckedQuiz:
    """Give one quiz, by its id in a content folder or by the path of its folder.

    Raises: BuildFailed.
    """
    found, problems = examine_quiz(quiz, content)
    if found is None or has_error(problems):
        raise BuildFailed(problems)
    return found


def examine_quiz(
    quiz: str, content: Path
) -> tuple[CheckedQuiz | None, tuple[Problem, ...]]:
    """Give one quiz, and all that stands against it.

    Shape: the quiz is there where it holds together, though its key may be wrong;
    problems are in file order.
    """
    site, problems = read_quiz(quiz, content, shown_from=Path.cwd())
    sheets = {found.id: compile_quiz(found) for found in site.quizzes}
    from kwispel.hook.prepare import trial_problems  # noqa: PLC0415 - for few

    tried = (
        problem
        for one in site.quizzes
        for problem in trial_problems(one, sheets[one.id])
    )
    all_problems = in_file_order((*problems, *tried, *_proved(site.quizzes, sheets)))
    found = [
        CheckedQuiz(
            quiz=one,
            folder=find_folder(quiz, content),
            sheet=sheets[one.id],
            site=site,
        )
        for one in site.quizzes
    ]
    return (found[0] if found else None), all_problems


def read_sheets(content: Path) -> tuple[tuple[Quiz, Sheet], ...]:
    """Give the quizzes of a folder that hold together, with their sheets.

    Raises: BuildFailed where there is none because of what is wrong with them.
    """
    site, problems = read_site(content, shown_from=Path.cwd())
    if not site.quizzes:
        raise BuildFailed(problems)
    return tuple((quiz, compile_quiz(quiz)) for quiz in site.quizzes)


def build_site(
    content: Path,
    dist: Path,
    *,
    themes: Path | None = None,
    base_url: str | None = None,
    extras: Extras = NO_EXTRAS,
) -> Checked:
    """Build the site, with what else it is to have; on errors dist stays.

    Raises: BuildFailed; NoRuntime where the package was not built, or changed since.
    """
    runtime = fresh_runtime()
    checked = check_content(content, themes=themes, base_url=base_url)
    site, sheets = checked.site, checked.sheets
    scripts = scripts_of(runtime, checked.hooks)
    if extras.has_files and (problems := file_problems(site.quizzes)):
        raise BuildFailed(problems)
    added = Added(extras.printer is not None, extras.has_files)
    files = dict(
        render_site(site, sheets, theme=checked.theme, scripts=scripts, added=added)
    )
    if extras.measurer is not None:
        heights = extras.measurer(site.quizzes, files)
        checked = replace(checked, heights=heights, is_measured=True)
    release = Release(
        site,
        sheets,
        theme=checked.theme,
        files=files,
        heights=checked.heights,
        earlier=dist,
        is_measured=checked.is_measured,
    )
    files |= published_files(release)
    if extras.printer is not None:
        files |= extras.printer(site, sheets, files)
    if extras.has_gallery:
        from kwispel.gallery.pages import gallery_files  # noqa: PLC0415 - for few

        files |= gallery_files(_all_themes(checked.theme, themes), scripts_of(runtime))
    if extras.compressor is not None:
        files |= extras.compressor(files)
    write_site(files, dist, content=content)
    return checked


def _all_themes(chosen: Theme, folder: Path | None) -> tuple[Theme, ...]:
    """Give every theme that a site may name, the chosen one with the site's options.

    Raises: BuildFailed where one of them has a fault.
    """
    folders = theme_folders(folder)
    found = [
        find_theme(name, {}, folders=folders, places={"": Place("site.toml")})
        for name in theme_names(folders)
        if name != chosen.name
    ]
    if problems := tuple(problem for each in found for problem in each.problems):
        raise BuildFailed(problems)
    return chosen, *(each.theme for each in found if each.theme)


def _prepared(quizzes: tuple[Quiz, ...], sheets: Mapping[str, Sheet]) -> Prepared:
    """Make hooks ready; a site without any needs no runtime to be checked."""
    from kwispel.hook.prepare import Prepared, prepare_hooks  # noqa: PLC0415 - for few

    if not any(quiz.hook for quiz in quizzes):
        return Prepared((), ())
    return prepare_hooks(quizzes, sheets, fresh_runtime())


def _proved(quizzes: Iterable[Quiz], sheets: Mapping[str, Sheet]) -> Iterable[Problem]:
    return (problem for quiz in quizzes for problem in prove(quiz, sheets[quiz.id]))
