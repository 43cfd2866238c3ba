"""The same question in the voice of each perspective, and the CSS that chooses one.

No script is needed: which perspective is chosen stands in the form, as a radio that
is no answer.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from kwispel.model.questions import Question
from kwispel.model.shapes import Quiz
from kwispel.render.context import PerspectiveView
from kwispel.render.language import Strings
from kwispel.render.prose import Setting

_SPOKEN = Markup('<span data-voice="{}">{}</span>')


def perspective_views(
    quiz: Quiz, ui: Strings, setting: Setting
) -> tuple[PerspectiveView, ...]:
    """Give the perspectives of a quiz; the first is chosen until the reader chooses."""
    return tuple(
        PerspectiveView(
            id=perspective.id,
            # No id of a question has a point, and none of an option begins so.
            input_id=f"perspective.{perspective.id}",
            title=perspective.title,
            intro_html=setting.put_any(perspective.intro_html, under=2),
            is_default=position == 0,
            answered_as=ui.answered_as.format(perspective=perspective.title),
        )
        for position, perspective in enumerate(quiz.perspectives)
    )


def voiced(question: Question, quiz: Quiz) -> Markup:
    """Give the text of a question in every voice, each for its perspectives."""
    return _voiced(question.text_html, question.voices, _names(quiz))


def voiced_plain(question: Question, quiz: Quiz) -> Markup:
    """Give the same without Markdown, for where it stands in a link."""
    plain = {name: escape(text.striptags()) for name, text in question.voices.items()}
    return _voiced(escape(question.text), plain, _names(quiz))


def _names(quiz: Quiz) -> list[str]:
    return [perspective.id for perspective in quiz.perspectives]


def _voiced(text: Markup, voices: Mapping[str, Markup], names: Sequence[str]) -> Markup:
    if not voices:
        return text
    spoken: dict[Markup, list[str]] = {}
    for name in names:
        spoken.setdefault(voices.get(name, text), []).append(name)
    return Markup().join(
        _SPOKEN.format(" ".join(several), said) for said, several in spoken.items()
    )


def voice_rules(quiz: Quiz) -> list[str]:
    """Write the rules that show what is for the chosen perspective, and no more."""
    names = _names(quiz)
    if not names:
        return []
    first = _others_hidden(names[0])
    return [
        f"@supports not selector(:has(*)){{{first}}}",
        *(
            f'[data-kw=quiz-root]:has([data-perspective="{name}"]:checked) '
            + _others_hidden(name)
            for name in names
        ),
    ]


def _others_hidden(name: str) -> str:
    return f'[data-voice]:not([data-voice~="{name}"]){{display:none}}'
