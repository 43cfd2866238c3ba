"""Write the quiz for each peer, as its own documentation says to write one."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from html import unescape
from importlib.resources import files
from pathlib import Path

from install import NODE_MODULES, PEERS, program_of
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from make_handwritten import bare_bands, bare_questions, read_quiz
from program import ROOT, run

from kwispel.model.shapes import Quiz

QUIZ = "klantgerichtheid"

MOST_POINTS = 3
"""What the best answer to a question is worth, which some peers take for right."""


@dataclass(frozen=True, slots=True)
class PythonWay:
    """One way to run Python in a page.

    Shape: files are copied beside the page; imports and listener say in Python how the
    page is reached, scripts and start in HTML how Python starts.
    """

    name: str
    files: tuple[Path, ...]
    imports: str
    scripts: str = ""
    kind: str = "text/plain"
    start: str = ""
    listener: str = ""
    has_library: bool = False


def brython_files(*names: str) -> tuple[Path, ...]:
    """Give files of Brython's package."""
    return tuple(Path(str(files("brython") / "data" / name)) for name in names)


BRYTHON = PythonWay(
    name="brython",
    files=brython_files("brython.js"),
    imports="from browser import window\n\ndocument = window.document",
    scripts='<script src="brython.js"></script>',
    kind="text/python",
)
BRYTHON_WITH_LIBRARY = PythonWay(
    name="brython-library",
    files=brython_files("brython.js", "brython_stdlib.js"),
    imports=BRYTHON.imports,
    scripts=f'{BRYTHON.scripts}\n<script src="brython_stdlib.js"></script>',
    kind="text/python",
    has_library=True,
)
MICROPYTHON = PythonWay(
    name="micropython",
    files=tuple(
        NODE_MODULES / "@micropython/micropython-webassembly-pyscript" / name
        for name in ("micropython.mjs", "micropython.wasm")
    ),
    imports="from js import document",
    start="""<script type="module">
import { loadMicroPython } from "./micropython.mjs";
const python = await loadMicroPython({ url: "./micropython.wasm" });
python.runPython(document.getElementById("program").text);
</script>""",
)
PYODIDE = PythonWay(
    name="pyodide",
    files=tuple(
        NODE_MODULES / "pyodide" / name
        for name in (
            "pyodide.mjs",
            "pyodide.asm.mjs",
            "pyodide.asm.wasm",
            "pyodide-lock.json",
            "python_stdlib.zip",
        )
    ),
    imports="from js import document\nfrom pyodide.ffi import create_proxy",
    start="""<script type="module">
import { loadPyodide } from "./pyodide.mjs";
const python = await loadPyodide({ indexURL: "./" });
python.runPython(document.getElementById("program").text);
</script>""",
    listener="create_proxy",
)


def write_python(way: PythonWay, folder: Path) -> None:
    """Write the quiz as a page whose form and score are made by Python."""
    quiz = _quiz()
    questions, bands = bare_questions(quiz), bare_bands(quiz)
    program = _render(
        "python/quiz.py.jinja",
        imports=way.imports,
        listener=way.listener,
        has_library=way.has_library,
        questions=repr(questions),
        bands=repr(bands),
        rounded="math.floor(score + 0.5)" if way.has_library else "round(score)",
    )
    page = _render(
        "python/index.html",
        title=quiz.title,
        program=program,
        scripts=way.scripts,
        kind=way.kind,
        start=way.start,
    )
    _put(folder / way.name, page, way.files)


def write_quizdown(folder: Path) -> None:
    """Write the quiz in quizdown's Markdown, which it reads in the page."""
    page = _render("quizdown/index.html", **_as_right_and_wrong())
    script = NODE_MODULES / "quizdown/public/build/quizdown.js"
    _put(folder / "quizdown", page, [script])


def write_surveyjs(folder: Path) -> None:
    """Write the quiz as SurveyJS's description of a form."""
    quiz = _quiz()
    literal = json.dumps(bare_questions(quiz), ensure_ascii=False)
    page = _render("surveyjs/index.html", title=quiz.title, literal=literal)
    names = (
        "survey-core/survey-core.fontless.min.css",
        "survey-core/survey.core.min.js",
        "survey-js-ui/survey-js-ui.min.js",
    )
    _put(folder / "surveyjs", page, [NODE_MODULES / name for name in names])


def write_mkdocs_quiz(folder: Path) -> None:
    """Write the quiz for mkdocs-quiz, and build its site with Material's theme."""
    project = folder / "mkdocs-project"
    (project / "docs").mkdir(parents=True)
    page = _render("mkdocs/index.md", **_as_right_and_wrong())
    (project / "docs/index.md").write_text(page, encoding="utf-8")
    shutil.copy(PEERS / "mkdocs/mkdocs.yml", project)
    run([program_of("mkdocs", "mkdocs"), "build", "-d", folder / "mkdocs"], project)
    shutil.rmtree(project)
    for pattern in ("*.map", "**/lunr"):  # nobody asks for them in a visit
        _remove((folder / "mkdocs").rglob(pattern))


PYTHON_WAYS = {
    way.name: partial(write_python, way)
    for way in (BRYTHON, BRYTHON_WITH_LIBRARY, MICROPYTHON, PYODIDE)
}


def _quiz() -> Quiz:
    return read_quiz(ROOT / "content", QUIZ)


def _as_right_and_wrong() -> dict[str, object]:
    """Give the quiz to peers that know right and wrong: the best is right."""
    quiz = _quiz()
    asked = [
        {
            "text": _plain(text),
            "options": [
                {"label": _plain(label), "is_best": points == MOST_POINTS}
                for points, label in options
            ],
        }
        for text, options in bare_questions(quiz)
    ]
    return {"title": quiz.title, "questions": asked}


def _plain(html: str) -> str:
    """Give the text of a line of HTML."""
    return unescape(re.sub("<[^>]*>", "", html))


def _render(name: str, **texts: object) -> str:
    """Fill a peer's file; its texts are ours, and stand in many languages."""
    templates = Environment(  # noqa: S701 - as said: Python, Markdown and scripts
        loader=FileSystemLoader(PEERS),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    return templates.get_template(name).render(texts)


def _put(folder: Path, page: str, beside: Iterable[Path]) -> None:
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(page, encoding="utf-8")
    for path in beside:
        shutil.copy(path, folder)


def _remove(paths: Iterable[Path]) -> None:
    for path in list(paths):
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
