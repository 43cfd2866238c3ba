"""How scores are computed, in words that pencil and paper can follow."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from kwispel.model.questions import Question
from kwispel.model.shapes import Quiz, Score
from kwispel.render.conventions import listed
from kwispel.render.language import Strings
from kwispel.render.numbers import numbers_for


@dataclass(frozen=True, slots=True)
class Dropping:
    """How questions can drop out of scores, among all or some of a quiz."""

    questions: tuple[Question, ...]

    @property
    def has_na(self) -> bool:
        """Say whether a reader can take a question out."""
        return any(o.points is None for each in self.questions for o in each.options)

    @property
    def has_optional(self) -> bool:
        """Say whether a question may stay open."""
        return any(each.is_optional for each in self.questions)

    @property
    def has_condition(self) -> bool:
        """Say whether a question is not always asked."""
        return any(each.when for each in self.questions)

    @property
    def is_possible(self) -> bool:
        """Say whether a question that was asked can fail to count."""
        return self.has_na or self.has_optional


def dropping(questions: tuple[Question, ...]) -> Dropping:
    """Find how these questions can drop out of a score."""
    return Dropping(questions)


def members_of(score: Score, quiz: Quiz) -> tuple[Question, ...]:
    """Give the questions that count in a score."""
    return tuple(each for each in quiz.questions if each.id in score.members)


def recipe(score: Score, quiz: Quiz, ui: Strings) -> str:
    """Tell how a score is computed, so that one can do it with pencil and paper.

    What is told of questions that drop out goes by the whole quiz, so that scores
    which are computed alike are told alike.
    """
    how = {
        "sum": ui.recipe_sum,
        "mean": ui.recipe_mean,
        "percent": ui.recipe_percent,
    }
    steps = [how[score.method], *_table(score, quiz, ui), *_on_scale(score, ui)]
    if score.is_rounded:
        steps.append(_rounded(score.decimals, ui))
    return " ".join([*steps, *_dropped(score, dropping(quiz.questions), ui)])


def _rounded(decimals: int, ui: Strings) -> str:
    form = ui.recipe_round_decimals.of(decimals) if decimals else ui.recipe_round
    return form.format(n=numbers_for(ui).whole(decimals))


def _table(score: Score, quiz: Quiz, ui: Strings) -> list[str]:
    """List the table that takes the place of the sum."""
    if not score.table:
        return []
    write = numbers_for(ui)
    least = Fraction(0)
    for question in members_of(score, quiz):
        worth, weight = question.worth(score.id), score.members[question.id]
        least += min(worth.low * weight, worth.high * weight)
    rows = (
        f"{write.exact(least + place)} = {write.exact(entry)}"
        for place, entry in enumerate(score.table)
    )
    return [ui.recipe_table.format(rows=ui.semicolon.join(rows))]


def _on_scale(score: Score, ui: Strings) -> list[str]:
    write = numbers_for(ui)
    steps: list[str] = []
    if score.multiply != 1:
        steps.append(ui.recipe_multiply.format(number=write.exact(score.multiply)))
    if score.add:
        form = ui.recipe_add if score.add > 0 else ui.recipe_subtract
        steps.append(form.format(number=write.exact(abs(score.add))))
    return steps


def _dropped(score: Score, drops: Dropping, ui: Strings) -> list[str]:
    """Tell what becomes of a question that does not count, or was not asked."""
    rules = {
        "rescale": ui.recipe_rescale,
        "mean": ui.recipe_missing_mean,
        "shrink": ui.recipe_shrink,
        "lowest": ui.recipe_lowest,
        "refuse": ui.recipe_refuse,
    }
    told: list[str] = []
    if drops.is_possible and score.method == "sum":
        told.append(rules[score.missing])
    if drops.has_condition:
        is_lowest = score.hidden == "lowest"
        told.append(ui.recipe_hidden_lowest if is_lowest else ui.recipe_hidden)
    return told


def least_answered(score: Score, quiz: Quiz) -> int:
    """Give how many answers that count a score takes; 1 where none can drop out."""
    minimum = score.minimum_answered
    share = ceil(minimum.share * len(score.members))
    can_drop = dropping(members_of(score, quiz)).is_possible
    return max(minimum.count, share, 1) if can_drop else 1


def members_text(score: Score, quiz: Quiz, ui: Strings) -> str:
    """Tell from which questions a score is made, and how many it takes."""
    return " ".join([_asked(score, quiz, ui), *_least(score, quiz, ui)])


def _least(score: Score, quiz: Quiz, ui: Strings) -> list[str]:
    least = least_answered(score, quiz)
    if least == 1 or score.missing == "refuse":
        return []
    minimum, write = score.minimum_answered, numbers_for(ui)
    if not dropping(members_of(score, quiz)).has_condition:
        return [ui.members_least.of(least).format(n=write.whole(least))]
    told: list[str] = []
    if minimum.share:
        share = write.percent(minimum.share * 100)
        told.append(ui.members_share.format(percent=share))
    if minimum.count > 1:
        form = ui.members_count.of(minimum.count)
        told.append(form.format(n=write.whole(minimum.count)))
    return told


def _asked(score: Score, quiz: Quiz, ui: Strings) -> str:
    """List the questions of a score, with their weights."""
    weights, write = score.members, numbers_for(ui)
    numbers = {question.id: at for at, question in enumerate(quiz.questions, 1)}
    if len(weights) == len(numbers) and set(weights.values()) == {1}:
        return ui.members_all
    items = [
        write.whole(numbers[question])
        if weight == 1
        else ui.member_weight.format(
            n=write.whole(numbers[question]), weight=write.exact(weight)
        )
        for question, weight in weights.items()
    ]
    told = listed(items, ui.conventions.both)
    return ui.members.of(len(items)).format(list=told)
