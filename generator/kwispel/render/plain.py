"""What the page says: to the live region, and where no script runs."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from kwispel.model.shapes import Quiz
from kwispel.render.context import PlainView, SayView
from kwispel.render.context_scores import ScoreView
from kwispel.render.language import Strings
from kwispel.render.numbers import numbers_for
from kwispel.render.recipes import dropping, least_answered
from kwispel.render.slots import with_counters
from kwispel.render.tally import ANSWERED, ASKED, Tallies, counters


def plain_view(
    quiz: Quiz, total: ScoreView | None, tallies: Tallies, ui: Strings
) -> PlainView:
    """Give what the page says where no script runs."""
    if not quiz.shows_score:
        return _unscored(quiz, tallies, ui)
    is_counted = len(tallies.counters) == len(quiz.scores)
    counted = total if is_counted else None
    answered = _answered(quiz, tallies, ui)
    return PlainView(
        is_counted=is_counted,
        explanation=ui.plain_how if is_counted else ui.plain_key,
        score_html=_score(counted, answered, ui) if counted else None,
        not_applicable=_not_applicable(quiz, counted, ui) if counted else None,
        answered_html=with_counters(ui.answered, answered),
        failed=ui.failed_counted if is_counted else ui.failed_key,
    )


def _unscored(quiz: Quiz, tallies: Tallies, ui: Strings) -> PlainView:
    """Give the same of a quiz that shows no score: there is none to count."""
    return PlainView(
        is_counted=True,
        explanation=ui.plain_unscored,
        score_html=None,
        not_applicable=None,
        answered_html=with_counters(ui.answered, _answered(quiz, tallies, ui)),
        failed=ui.failed_unscored,
    )


def _answered(quiz: Quiz, tallies: Tallies, ui: Strings) -> dict[str, str]:
    """Give how many of how many questions are answered, as counters or text."""
    of = ASKED if tallies.counts_asked else numbers_for(ui).whole(len(quiz.questions))
    return {"answered": ANSWERED, "of": of}


def _score(total: ScoreView, answered: dict[str, str], ui: Strings) -> Markup:
    return with_counters(ui.plain_score, counters(total.tally) | answered)


def _not_applicable(quiz: Quiz, total: ScoreView, ui: Strings) -> str | None:
    """Tell how to bring a score on a shortened scale back to the whole one."""
    if not dropping(quiz.questions).has_na:
        return None
    told = ui.plain_na.format(min=total.min, max=total.max, span=total.length)
    return " ".join([told, *_least(quiz, ui)])


def _least(quiz: Quiz, ui: Strings) -> list[str]:
    """Tell how many answers the total takes, where one is not enough."""
    if quiz.total is None or (least := least_answered(quiz.total, quiz)) == 1:
        return []
    write, of = numbers_for(ui), len(quiz.total.members)
    form = ui.plain_least.of(least)
    return [form.format(n=write.whole(least), of=write.whole(of))]


def say_views(quiz: Quiz, total: ScoreView | None, ui: Strings) -> tuple[SayView, ...]:
    """Give the texts that the live region may say."""
    if total is None:
        texts = {
            "scored": ui.say_scored_none,
            "changed": ui.say_same_none,
            "same": ui.say_same_none,
            "unchanged": ui.say_unchanged_none,
        }
    else:
        texts = {
            "scored": ui.say_scored_band if total.bands else ui.say_scored,
            "changed": ui.say_changed_band if total.bands else ui.say_changed,
            "same": ui.say_same,
            "unchanged": ui.say_unchanged,
        }
    no_score = ui.say_no_score if quiz.shows_score else ui.say_scored_none
    return _says(texts | {"no-score": no_score, "reset": ui.say_reset})


def _says(texts: Mapping[str, str]) -> tuple[SayView, ...]:
    return tuple(SayView(name, Markup.escape(text)) for name, text in texts.items())


def sentence_words(quiz: Quiz, ui: Strings) -> dict[str, str]:
    """Give what the runtime puts into sentences, or says of what cannot be."""
    words = {
        "error": ui.title_error,
        "damaged": ui.link_damaged,
        "other-quiz": ui.link_other_quiz,
        "other-version": ui.link_other_version,
        "other-key": ui.link_other_key,
    }
    if any(question.is_optional for question in quiz.questions):
        words["open"] = ui.word_open
    if any(question.is_multiple for question in quiz.questions):
        words["none"] = ui.word_none
    return words
