"""Which PDFs a site has: of each quiz in each language a form, and mostly a result."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kwispel.core.outcome import outcome
from kwispel.model.answers import parse_answers
from kwispel.model.shapes import Quiz, Site
from kwispel.render.editions import editions
from kwispel.render.paper import FORM_PDF, RESULT_PDF

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet
    from kwispel.headless.driving import State


@dataclass(frozen=True, slots=True)
class Order:
    """A PDF to be made of a quiz's page.

    Shape: quiz is the one in the page's language; path is where the PDF goes in the
    site, page the path of what is printed, fragment what stands behind its address;
    state is what the page must have come to.
    """

    quiz: Quiz
    path: str
    page: str
    fragment: str
    state: State


def orders(site: Site, sheets: Mapping[str, Sheet]) -> tuple[Order, ...]:
    """Give every PDF of a site, in the order of its quizzes."""
    return tuple(order for quiz in site.quizzes for order in _of(quiz, sheets[quiz.id]))


def without_result(site: Site) -> tuple[Quiz, ...]:
    """Give the quizzes without a worked example, whose result nobody has told."""
    return tuple(quiz for quiz in site.quizzes if not quiz.examples)


def _of(quiz: Quiz, sheet: Sheet) -> Iterator[Order]:
    code = _example_code(quiz, sheet)
    for edition in editions(quiz):
        folder = edition.path
        page = f"{folder}/index.html"
        yield Order(edition, f"{folder}/{FORM_PDF}", page, "", "ready")
        if code is not None:
            path = f"{folder}/{RESULT_PDF}"
            yield Order(edition, path, page, f"#r={code}", "scored")


def _example_code(quiz: Quiz, sheet: Sheet) -> str | None:
    """Give the code of the first worked example, None where there is none.

    A hook has no part in it: the code holds answers, and the page scores them.
    """
    if not quiz.examples:
        return None
    answers = parse_answers(sheet, quiz.examples[0].answers)
    result = None if isinstance(answers, list) else outcome(sheet, answers)["result"]
    if result is None:
        raise AssertionError("the examples of a checked quiz fit it")
    return result["code"]
