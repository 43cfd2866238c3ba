"""Fill the hand-written quizzes with the questions of a quiz in content/.

The HTML, CSS and JavaScript in peers/handwritten/ are written by hand; only their texts
come from the content, so that every contender asks the same questions.
Run as `python benchmarks/make_handwritten.py FOLDER` to look at what is measured.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kwispel.errors import BuildFailed
from kwispel.model.check import read_site
from kwispel.model.questions import Question
from kwispel.model.shapes import Band, Quiz, Score

ROOT = Path(__file__).parents[1]
TEMPLATES = ROOT / "benchmarks/peers/handwritten"
VARIANTS = ("full", "bare")

Value: TypeAlias = "str | int | list[Value] | dict[str, Value] | None"


class NotTheSame(Exception):  # noqa: N818 - it says what is the case
    """Raised when the hand-written code would not compute what the quiz asks."""


def write_handwritten(quiz: Quiz, folder: Path) -> None:
    """Write every variant to FOLDER/VARIANT/index.html.

    Raises: NotTheSame.
    """
    _check_that_the_code_fits(quiz)
    templates = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        keep_trailing_newline=True,
    )
    for variant in VARIANTS:
        page = templates.get_template(f"{variant}.html").render(_texts(quiz))
        path = folder / variant / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, encoding="utf-8")


def read_quiz(content: Path, quiz_id: str) -> Quiz:
    """Give one quiz of a content folder.

    Raises: BuildFailed.
    """
    site, problems = read_site(content, shown_from=ROOT)
    if site is None:
        raise BuildFailed(problems)
    return next(quiz for quiz in site.quizzes if quiz.id == quiz_id)


def _check_that_the_code_fits(quiz: Quiz) -> None:
    """Hold the quiz against what is fixed in the hand-written code."""
    for question in quiz.questions:
        points = sorted(int(o.points) for o in question.options if o.points is not None)
        if points != [1, 2, 3] or question.reverse:
            raise NotTheSame(f"{question.id} has other points than 1, 2 and 3")
    for score in quiz.scores:
        plain = score.method == "sum" and score.multiply == 1 and score.add == 0
        if not plain or set(score.members.values()) != {1}:
            raise NotTheSame(f"{score.id} is not a plain sum")
        if score.minimum_answered.count or 2 * score.minimum_answered.share != 1:
            raise NotTheSame(f"{score.id} needs another share of the answers than half")


def _texts(quiz: Quiz) -> dict[str, object]:
    """Give what the templates leave open."""
    if quiz.total is None:
        raise NotTheSame(f"{quiz.id} has no total")
    return {
        "title": quiz.title,
        "description": quiz.description or "",
        "intro": quiz.intro_html,
        "scope": quiz.scope_html,
        "source": quiz.source,
        "licence": quiz.licence,
        "authors": ", ".join(quiz.authors),
        "questions": _literal(
            [_question(question, quiz) for question in quiz.questions]
        ),
        "total": _literal(_score(quiz.total)),
        "factors": _literal([_score(factor) for factor in quiz.factors]),
        "bare_questions": _literal(_values(bare_questions(quiz))),
        "bare_bands": _literal(_values(bare_bands(quiz))),
    }


def _question(question: Question, quiz: Quiz) -> Value:
    factors = (f.id for f in quiz.factors if question.id in f.members)
    return {
        "text": _one_line(question.text_html),
        "factors": list(factors),
        "options": [
            {
                "points": None if option.points is None else int(option.points),
                "label": _one_line(option.label_html),
                "advice": option.advice_html and _one_line(option.advice_html),
            }
            for option in question.options
        ],
        "background": _one_line(question.background_html or ""),
    }


def _score(score: Score) -> Value:
    named: dict[str, Value] = {"id": score.id, "title": score.title}
    return {
        **named,
        "explanation": _one_line(score.explanation_html or ""),
        "bands": [_band(band) for band in score.bands],
    }


def _band(band: Band) -> Value:
    return {
        "from": None if band.limit is None else int(band.limit),
        "title": _one_line(band.title_html),
        "text": _one_line(band.text_html),
    }


def bare_questions(quiz: Quiz) -> list[tuple[str, list[tuple[int | str, str]]]]:
    """Give nothing but each question's text, and its options with their points."""
    return [
        (
            _one_line(question.text_html),
            [
                (
                    "na" if option.points is None else int(option.points),
                    _one_line(option.label_html),
                )
                for option in question.options
            ],
        )
        for question in quiz.questions
    ]


def bare_bands(quiz: Quiz) -> list[tuple[int, str]]:
    """Give where each band of the total begins, and its name.

    Raises: NotTheSame.
    """
    if quiz.total is None:
        raise NotTheSame(f"{quiz.id} has no total")
    return [
        (0 if band.limit is None else int(band.limit), _one_line(band.title_html))
        for band in quiz.total.bands
    ]


def _values(items: object) -> Value:
    """Give tuples as lists, as JSON has them."""
    value: Value = json.loads(json.dumps(items))
    return value


def _one_line(html: str) -> str:
    """Put the prose of a block on one line, without a paragraph's unneeded end."""
    return " ".join(html.split())


def _literal(value: Value, indent: str = "") -> _JavaScript:
    """Write a value as a person would write it in JavaScript."""
    inner = indent + "  "
    if isinstance(value, list) and _is_short(value):
        text = "[" + ", ".join(_literal(item) for item in value) + "]"
    elif isinstance(value, list):
        text = _lines("[", (_literal(item, inner) for item in value), "]", indent)
    elif isinstance(value, dict):
        told = {key: item for key, item in value.items() if item is not None}
        entries = (
            f"{_key(key)}: {_literal(item, inner)}" for key, item in told.items()
        )
        text = _lines("{", entries, "}", indent)
    else:
        text = json.dumps(value, ensure_ascii=False).replace("</", "<\\/")
    return _JavaScript(text)


class _JavaScript(str):
    """Code that stands in the page as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        """Tell Jinja2 that nothing needs escaping."""
        return str(self)


def _is_short(values: list[Value]) -> bool:
    return not any(isinstance(value, list | dict) for value in values)


def _lines(start: str, items: Iterable[str], end: str, indent: str) -> str:
    inside = "".join(f"{indent}  {item},\n" for item in items)
    return f"{start}\n{inside}{indent}{end}"


def _key(name: str) -> str:
    return name if re.fullmatch(r"[a-z]+", name) else json.dumps(name)


def main() -> int:
    """Write the hand-written quizzes to the folder that is named."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the script and its one argument
        sys.stderr.write("usage: python benchmarks/make_handwritten.py FOLDER\n")
        return 2
    quiz = read_quiz(ROOT / "content", "klantgerichtheid")
    write_handwritten(quiz, Path(sys.argv[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
