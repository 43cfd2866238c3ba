"""Put the texts of a translation in the place of the original's.

What comes out is a parsed quiz like any other, so that the same checks hold for it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from kwispel.errors import Place, Problem
from kwispel.model.questions import Question
from kwispel.model.shapes import Band, Quiz
from kwispel.model.translation.same import (
    check_same,
    check_same_count,
    check_same_marker,
)
from kwispel.model.translation.settings import merge_settings, not_translated, with_id
from kwispel.source.names import quoted
from kwispel.source.options import is_advice
from kwispel.source.shapes import (
    Line,
    ParsedAdvice,
    ParsedBand,
    ParsedOption,
    ParsedQuestion,
    ParsedQuiz,
    ParsedTranslation,
    Passage,
    Table,
)

_VOICES = "voices"


def translate(
    parsed: ParsedQuiz,
    quiz: Quiz,
    translation: ParsedTranslation,
    problems: list[Problem],
) -> ParsedQuiz | None:
    """Give the quiz in another language; None where its parts cannot be matched.

    Shape: parsed and quiz are the original, as it was read and as it was understood.
    """
    merger = _Merger(quiz, translation, problems)
    before = len(problems)
    questions = tuple(merger.questions(parsed))
    advice = tuple(merger.advice(original) for original in parsed.advice)
    settings = merge_settings(parsed.settings, translation, problems)
    merger.note_missing(
        translation.intro, parsed.intro, translation.place, "an introduction"
    )
    if any(p.level == "error" for p in problems[before:]):
        return None
    return replace(
        parsed,
        settings=settings,
        intro=translation.intro,
        questions=questions,
        advice=advice,
        place=translation.place,
        translations=(),
    )


@dataclass(frozen=True, slots=True)
class _Merger:
    quiz: Quiz
    translation: ParsedTranslation
    problems: list[Problem]

    def note_missing(
        self, text: Passage, original: Passage, place: Place, what: str
    ) -> None:
        """Warn of a text that the original has and the translation has not."""
        if original and not text:
            self.problems.append(not_translated(place, what))

    def questions(self, parsed: ParsedQuiz) -> Iterator[ParsedQuestion]:
        checked = {question.place: question for question in self.quiz.questions}
        for file, group in groupby(parsed.questions, key=lambda q: q.place.file):
            originals, own = tuple(group), self.translation.questions[file]
            counts = (len(own), len(originals))
            place = own[0].place if own else self.translation.place
            if check_same_count(counts, "question", place, self.problems):
                for one, original in zip(own, originals, strict=True):
                    yield self._question(one, original, checked[original.place])

    def _question(
        self, own: ParsedQuestion, original: ParsedQuestion, checked: Question
    ) -> ParsedQuestion:
        known = with_id(original.settings, checked.id, own.place)
        texts = (_VOICES,)
        check_same(own.settings, known.entries, self.problems, texts=texts)
        place = own.place
        self.note_missing(own.lead, original.lead, place, "a text above the question")
        self.note_missing(own.note, original.note, place, "a note")
        self.note_missing(own.background, original.background, place, "a background")
        self._note_voices(own, original)
        entries = {k: e for k, e in known.entries.items() if k not in texts}
        entries |= {k: e for k, e in own.settings.entries.items() if k in texts}
        return replace(
            own,
            settings=replace(known, entries=entries),
            options=tuple(self._options(own, original, checked)),
        )

    def _note_voices(self, own: ParsedQuestion, original: ParsedQuestion) -> None:
        said = _voices(own)
        for name in _voices(original):
            if name not in said:
                what = f"a text for the perspective {quoted(name)}"
                self.problems.append(not_translated(own.place, what))

    def _options(
        self, own: ParsedQuestion, original: ParsedQuestion, checked: Question
    ) -> Iterator[ParsedOption]:
        counts = (len(own.options), len(original.options))
        place = own.options[0].marker.place if own.options else own.place
        if not check_same_count(counts, "option", place, self.problems):
            return
        ids = [option.id for option in checked.options]
        pairs = zip(own.options, original.options, strict=True)
        for position, (one, same) in enumerate(pairs):
            check_same_marker(one.marker, same.marker, self.problems)
            if is_advice(same):
                yield self._advice_of_scale(one, same)
            else:
                yield self._option(one, same, ids[position])

    def _option(
        self, own: ParsedOption, original: ParsedOption, option_id: str
    ) -> ParsedOption:
        place = own.marker.place
        settings = with_id(original.settings, option_id, place)
        check_same(own.settings, settings.entries, self.problems)
        self.note_missing(own.advice, original.advice, place, "advice here")
        marker = replace(original.marker, place=place)
        return replace(own, marker=marker, settings=settings)

    def _advice_of_scale(
        self, own: ParsedOption, original: ParsedOption
    ) -> ParsedOption:
        """Behind an empty marker, what is advice was read as label and advice."""
        check_same(own.settings, {}, self.problems)
        place = own.marker.place
        gap = (Line("", place),) if own.label and own.advice else ()
        advice = (*own.label, *gap, *own.advice)
        self.note_missing(advice, original.advice, place, "advice here")
        marker = replace(original.marker, place=place)
        return replace(original, marker=marker, advice=advice)

    def advice(self, original: ParsedAdvice) -> ParsedAdvice:
        own = self.translation.advice[original.score]
        place = own.place
        self.note_missing(
            own.explanation, original.explanation, place, "an explanation"
        )
        checked = {score.id: score.bands for score in self.quiz.scores}[original.score]
        counts = (len(own.bands), len(original.bands))
        if not check_same_count(counts, "band", place, self.problems):
            return own
        bands = zip(own.bands, original.bands, checked, strict=True)
        return replace(own, bands=tuple(self._band(*three) for three in bands))

    def _band(self, own: ParsedBand, original: ParsedBand, checked: Band) -> ParsedBand:
        settings = with_id(original.settings, checked.id, own.place)
        check_same(own.settings, settings.entries, self.problems)
        self.note_missing(own.text, original.text, own.place, "a text for this band")
        return replace(own, settings=settings, has_limit=original.has_limit)


def _voices(question: ParsedQuestion) -> tuple[str, ...]:
    """Give the perspectives that a question has a text for."""
    entry = question.settings.entries.get(_VOICES)
    table = entry.value if entry else None
    return tuple(table.entries) if isinstance(table, Table) else ()
