"""What templates see of paper: what a form that is filled in by pencil needs.

See `context`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class QuestionPointsView:
    """What the answers to a question are worth, in the order of its options.

    Shape: lines has one for each option, its letter and its points, a dash where it
    does not count; before these, what there is before anything is ticked, where that is
    not nothing.
    """

    number: int
    lines: str


@dataclass(frozen=True, slots=True)
class PointsView:
    """The points of several questions.

    Shape: title is the score that they are for; empty where they are for all.
    """

    title: str
    questions: tuple[QuestionPointsView, ...]


@dataclass(frozen=True, slots=True)
class ScoringKeyView:
    """How to work out the scores by pencil, beside the recipes of the quiz.

    Shape: notes say what neither the points nor the recipes do.
    """

    points: tuple[PointsView, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PaperView:
    """What paper has beside the questions.

    Shape: key is None where no scores are told; pdf_url is the form as a file, empty
    where none was made.
    """

    key: ScoringKeyView | None
    pdf_url: str
