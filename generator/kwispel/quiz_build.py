"""Build one quiz by itself: from the bytes of its folder to its files in the site.

Beside its folder it hangs on the settings of the site, the theme, the scripts, and on
what other quizzes that it names tell of themselves; on nothing else, and on no order.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kwispel.compile import compile_quiz
from kwispel.errors import Problem, has_error
from kwispel.model.check_follow_up import related_problems
from kwispel.model.check_terms import variants_of
from kwispel.model.follow_up import RelatedQuiz
from kwispel.model.shapes import Quiz, Site
from kwispel.model.translation.languages import check_languages
from kwispel.prove.quiz import prove
from kwispel.publish.files import quiz_files
from kwispel.publish.shapes import Release
from kwispel.publish.share.problems import share_problems
from kwispel.render.editions import editions
from kwispel.render.embedding_told import editions_told
from kwispel.render.frame_height import estimated_heights
from kwispel.render.interface import interface_problems
from kwispel.render.listing import listed, written
from kwispel.render.outlets import Added, Scripts, file_problems
from kwispel.render.pages import quiz_pages
from kwispel.render.theme import Theme
from kwispel.site_files import ASSETS, ELEMENT_SCRIPT
from kwispel.source.files import Content
from kwispel.source.read import read_quiz
from kwispel.source.shapes import ParsedQuiz, Settings

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet
    from kwispel.publish.compressed import Compressor

Told = dict[str, Any]
"""What a built quiz tells the rest of the site, as JSON can hold it.

Shape: `listing` is that of `kwispel.render.listing`; `files` are names in the site with
their digests, `outside` the files of the content folder, not in the quiz's own, that it
was made from; `names` are other quizzes of the site. Where these are not known yet, it
has no `files`.
"""


class NotAlone(Exception):  # noqa: N818 - it says what is the case
    """Raised where a quiz must be looked at with the whole site: it has an error."""


@dataclass(frozen=True, slots=True)
class Around:
    """All that a quiz is built with; site has no quizzes.

    Shape: target is where files are written, earlier the folder of the last build;
    assets are the digests of what this process wrote there under names that change
    with what they hold, and need not write for the next quiz.
    """

    content: Content
    settings: Settings
    site: Site
    theme: Theme
    scripts: Scripts
    added: Added
    compressor: Compressor | None
    target: Path
    earlier: Path
    assets: dict[str, str] = field(default_factory=dict[str, str])


Named = Mapping[str, dict[str, Any]]
"""Other quizzes by their ids, as `kwispel.render.listing` writes them."""

_shared: dict[str, Around] = {}


def build_in(around: Around) -> None:
    """Say, once in each process, with what quizzes are built from here on."""
    _shared["around"] = around


def build_quiz(one: tuple[str, Named]) -> Told:
    """Build the quiz in a folder and write its files.

    Shape: beside the folder's name, the quizzes that it may name.
    Raises: NotAlone; OSError where its files cannot be read or written.
    """
    folder, known = one
    around = _shared["around"]
    problems: list[Problem] = []
    parsed = read_quiz(around.content, folder, problems)
    quiz = _checked(parsed, around, problems)
    if parsed is None or quiz is None or quiz.hook or has_error(problems):
        raise NotAlone
    site = replace(around.site, quizzes=(quiz,))
    sheet = compile_quiz(quiz)
    related = quiz.follow_up.related
    names = [each.id for each in related if isinstance(each, RelatedQuiz)]
    told: Told = {"listing": written(quiz), "names": names}
    if not all(name in known for name in names):
        return told
    problems += [*prove(quiz, sheet), *interface_problems(site)]
    problems += [*share_problems(site, around.theme), *related_problems(quiz, known)]
    has_fault = around.added.has_files and file_problems((quiz,))
    if has_fault or has_error(problems):
        raise NotAlone
    return told | {
        **_files(site, sheet, [listed(known[name]) for name in names]),
        "problems": [each.written() for each in problems],
        "outside": _outside(quiz),
        "langs": [each.lang for each in parsed.translations],
        "variants": sorted(set(variants_of(parsed))),
    }


def _files(site: Site, sheet: Sheet, others: Iterable[Quiz]) -> Told:
    """Write the files of the one quiz of a site."""
    around = _shared["around"]
    theme, quizzes = around.theme, site.quizzes
    pages = quiz_pages(
        site,
        {quiz.id: sheet for quiz in quizzes},
        theme=theme,
        scripts=around.scripts,
        added=around.added,
        known=others,
    )
    release = Release(
        site,
        {},
        theme=theme,
        files={ELEMENT_SCRIPT, *pages},
        heights=estimated_heights(quizzes, theme.letter_size),
        earlier=around.earlier,
    )
    files = with_compressed({**pages, **quiz_files(release)}, around)
    return {
        "files": [(name, _written(name, files[name], around)) for name in files],
        "heights": dict(release.heights),
        "editions": list(editions_told(site, release.heights)),
    }


def _checked(
    parsed: ParsedQuiz | None, around: Around, problems: list[Problem]
) -> Quiz | None:
    if parsed is None:
        return None
    return check_languages(
        parsed, around.content, settings=around.settings, problems=problems
    )


def _outside(quiz: Quiz) -> list[str]:
    names = {asset.name for edition in editions(quiz) for asset in edition.assets}
    return sorted(str(name) for name in names if name.parts[0] != quiz.id)


def _written(name: str, content: bytes, around: Around) -> str:
    """Write a file of a quiz, and give its digest; most share their assets."""
    digest = around.assets.get(name) or write_file(around.target / name, content)
    if name.startswith(f"{ASSETS}/"):
        around.assets[name] = digest
    return digest


def with_compressed(files: Mapping[str, bytes], around: Around) -> dict[str, bytes]:
    """Give files with what they are compressed, where the site has that."""
    return {**files, **(around.compressor(files) if around.compressor else {})}


def write_file(path: Path, content: bytes) -> str:
    """Write a file, and give its digest.

    A file that is named by what it holds may be there already, from another quiz.
    """
    try:
        path.write_bytes(content)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return sha256(content).hexdigest()
