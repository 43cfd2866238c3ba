"""Find what belongs to a site and its quizzes, and report what does not."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from kwispel.errors import Problem
from kwispel.source.files import Content, unreadable
from kwispel.source.languages import originals, translated
from kwispel.source.names import check_id, nearest, quoted

SITE_FILE = "site.toml"
QUIZ_FILE = "quiz.md"
HOOK_FILE = "scoring.py"
LOCK_FILE = "answers.lock"
QUESTIONS = "questions"
ADVICE = "advice"

IMAGE_ENDINGS = frozenset(
    {".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"},
)

# What an author writes by hand: such a file that nothing reads has the wrong name.
_WRITTEN = frozenset(
    {"", ".css", ".htm", ".html", ".js", ".json", ".markdown", ".md", ".mdown"}
    | {".mkd", ".py", ".rst", ".text", ".toml", ".txt", ".yaml", ".yml"}
)
# What editors and desktops leave behind.
_LEFTOVERS = re.compile(r"[._#].*|.*~|Thumbs\.db|desktop\.ini")
# What goes with content without being part of it.
_PAPERS = re.compile(r"(?:LICEN[CS]E|COPYING|NOTICE)(?:\.md|\.txt)?")


@dataclass(frozen=True, slots=True)
class QuizFiles:
    """The names of the files of a quiz, in order, below the content folder.

    Shape: translations are those of any file and into any language; python are the
    hook's file and others beside it, none where it has no hook. lock is None where
    `kwispel lock` has not been there.
    """

    quiz: PurePosixPath
    lock: PurePosixPath | None
    questions: tuple[PurePosixPath, ...]
    advice: tuple[PurePosixPath, ...]
    translations: tuple[PurePosixPath, ...]
    python: tuple[PurePosixPath, ...] = ()

    @property
    def all(self) -> tuple[PurePosixPath, ...]:
        """Give every file, translated or not."""
        return (self.quiz, *self.questions, *self.advice, *self.translations)


@dataclass(frozen=True, slots=True)
class _Found:
    name: PurePosixPath
    is_folder: bool


def list_quizzes(content: Content, problems: list[Problem]) -> tuple[str, ...]:
    """Give the names of the folders that hold a quiz, in order."""
    here = PurePosixPath()
    if not content.path.is_dir():
        problems.append(
            Problem(
                content.place(here),
                "no-content",
                "there is no folder of this name",
                'Make it, or name the folder that holds "site.toml".',
            )
        )
        return ()
    found = _list_folder(content, here, problems)
    for item in found:
        if not item.is_folder and item.name.name != SITE_FILE:
            _check_stray(content, item.name, _absent(found, SITE_FILE), problems)
    folders = tuple(item.name.name for item in found if item.is_folder)
    if not folders:
        problems.append(_no_quizzes(content))
    return folders


def list_quiz_files(
    content: Content, folder: str, problems: list[Problem]
) -> QuizFiles | None:
    """Give the files of the quiz in a folder; None where it holds no quiz."""
    here = PurePosixPath(folder)
    found = _list_folder(content, here, problems)
    if here / QUIZ_FILE not in {item.name for item in found}:
        known = [i.name.name for i in found if not i.is_folder]
        problems.append(_no_quiz_file(content, here, known))
        return None
    check_id(folder, content.place(here), problems)
    translated_quiz = tuple(item.name for item in found if _translates_quiz(item))
    python = _python_files(found)
    for item in found:
        is_read = item.name.name == QUIZ_FILE or item.name in (
            *translated_quiz,
            *python,
        )
        if not item.is_folder and not is_read:
            _check_stray(content, item.name, _absent(found, HOOK_FILE), problems)
        elif item.is_folder and item.name.name not in {QUESTIONS, ADVICE}:
            _check_asset_folder(content, item.name, problems)
    folders = {item.name.name for item in found if item.is_folder}
    questions, advice = (
        _list_texts(content, here / name, problems) if name in folders else ()
        for name in (QUESTIONS, ADVICE)
    )
    others = tuple(name for name in (*questions, *advice) if translated(name))
    lock = here / LOCK_FILE
    has_lock = any(item.name == lock and not item.is_folder for item in found)
    return QuizFiles(
        here / QUIZ_FILE,
        lock if has_lock else None,
        originals(questions),
        originals(advice),
        (*translated_quiz, *others),
        python,
    )


def _translates_quiz(item: _Found) -> bool:
    read = translated(item.name)
    return not item.is_folder and read is not None and read[0].name == QUIZ_FILE


def _python_files(found: tuple[_Found, ...]) -> tuple[PurePosixPath, ...]:
    names = [item.name for item in found if not item.is_folder]
    if not any(name.name == HOOK_FILE for name in names):
        return ()
    return tuple(name for name in names if name.suffix == ".py")


def _list_texts(
    content: Content, folder: PurePosixPath, problems: list[Problem]
) -> tuple[PurePosixPath, ...]:
    texts: list[PurePosixPath] = []
    for item in _list_folder(content, folder, problems):
        if item.is_folder:
            _check_asset_folder(content, item.name, problems)
        elif item.name.suffix == ".md":
            texts.append(item.name)
        else:
            _check_stray(content, item.name, [], problems)
    return tuple(texts)


def _check_asset_folder(
    content: Content, folder: PurePosixPath, problems: list[Problem]
) -> None:
    """Report files of text in a folder where only assets can be."""
    for item in _list_folder(content, folder, problems):
        if item.is_folder:
            _check_asset_folder(content, item.name, problems)
        elif item.name.suffix.casefold() in _WRITTEN:
            meant = nearest(folder.name, [QUESTIONS, ADVICE])
            hint = f'Rename the folder to "{meant}".' if meant else _SET_ASIDE
            problems.append(_stray(content, item.name, hint))


def _absent(found: Iterable[_Found], name: str) -> list[str]:
    """Give a name that no file has yet: renaming must not replace another."""
    return [] if any(item.name.name == name for item in found) else [name]


def _check_stray(
    content: Content, name: PurePosixPath, known: list[str], problems: list[Problem]
) -> None:
    """Report a file that nothing reads and that is no asset."""
    if name.suffix.casefold() not in _WRITTEN:
        return
    meant = nearest(name.name, known)
    hint = f'Rename it to "{meant}".' if meant else _SET_ASIDE
    problems.append(_stray(content, name, hint))


_SET_ASIDE = 'Move it, delete it, or let its name begin with "_".'


def _stray(content: Content, name: PurePosixPath, hint: str) -> Problem:
    return Problem(
        content.place(name),
        "unknown-file",
        f"{quoted(name.name)} is no file that is read here",
        hint,
    )


def _no_quizzes(content: Content) -> Problem:
    return Problem(
        content.place(PurePosixPath()),
        "no-quizzes",
        "the folder holds no quiz",
        'Make a folder in it with a file "quiz.md".',
    )


def _no_quiz_file(content: Content, folder: PurePosixPath, names: list[str]) -> Problem:
    meant = nearest(QUIZ_FILE, names)
    hint = f'Rename "{meant}" to "{QUIZ_FILE}"' if meant else f'Write "{QUIZ_FILE}"'
    return Problem(
        content.place(folder),
        "no-quiz-file",
        f'{quoted(folder.name)} holds no "{QUIZ_FILE}"',
        f'{hint}, or let the folder\'s name begin with "_".',
    )


def _list_folder(
    content: Content, folder: PurePosixPath, problems: list[Problem]
) -> tuple[_Found, ...]:
    """Give what is in a folder in order of name, without what is left alone."""
    try:
        with os.scandir(content.path / folder) as entries:
            inside = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        problems.append(unreadable(content, folder, str(error.strerror)))
        return ()
    found: list[_Found] = []
    for entry in inside:
        name = folder / entry.name
        if _LEFTOVERS.fullmatch(entry.name) or _PAPERS.fullmatch(entry.name):
            continue
        problem = _odd_entry(content, name, entry)
        if problem:
            problems.append(problem)
        else:
            found.append(_Found(name, entry.is_dir(follow_symlinks=False)))
    return tuple(found)


def _odd_entry(
    content: Content, name: PurePosixPath, entry: os.DirEntry[str]
) -> Problem | None:
    if entry.is_symlink():
        return Problem(
            content.place(name),
            "symlink",
            f"{quoted(name.name)} is a symbolic link, which can lead anywhere",
            "Put a copy of the file in its place.",
        )
    if not entry.name.isprintable():
        return Problem(
            content.place(name),
            "file-name",
            "the name holds characters that cannot be shown",
            "Rename the file.",
        )
    return None
