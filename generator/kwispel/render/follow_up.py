"""Where a reader may go from the result, as templates see it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote

from kwispel.model.follow_up import Contact, RelatedPage, Work
from kwispel.model.shapes import Quiz
from kwispel.render.context_follow_up import (
    ContactView,
    FollowUpView,
    PlaceView,
    RelatedView,
    WorkView,
)
from kwispel.render.credit import names_listed, short_address
from kwispel.render.editions import editions
from kwispel.render.extent import extent
from kwispel.render.language import Strings
from kwispel.render.numbers import numbers_for

PLACES = 3
"""So many actions fit on a card: more are not done."""


def follow_up_view(
    quiz: Quiz, known: Mapping[str, Quiz], ui: Strings, *, root: str | None
) -> FollowUpView:
    """Give what a quiz offers after its result.

    Shape: known are the quizzes of the site by their ids; root leads to its root, and
    where it is None other quizzes of it cannot be reached.
    """
    offered = quiz.follow_up
    related = tuple(_related(quiz, known, ui, root))
    return FollowUpView(
        is_open=bool(related or offered.contact or offered.reading),
        has_advice=_has_advice(quiz),
        places=tuple(_place(number, ui) for number in range(1, PLACES + 1)),
        summary=ui.card_summary.format(title=quiz.title),
        retake_days=offered.retake_days,
        related=related,
        contact=_contact(offered.contact) if offered.contact else None,
        reading=tuple(_work(work, quiz.lang, ui) for work in offered.reading),
    )


def _has_advice(quiz: Quiz) -> bool:
    return any(
        option.advice_html for question in quiz.questions for option in question.options
    )


def _place(number: int, ui: Strings) -> PlaceView:
    name = ui.card_action.format(n=numbers_for(ui).whole(number))
    return PlaceView(number, name)


def _related(
    quiz: Quiz, known: Mapping[str, Quiz], ui: Strings, root: str | None
) -> Iterator[RelatedView]:
    """Give what is named; of one quiz read by itself, the others are not there."""
    for one in quiz.follow_up.related:
        if isinstance(one, RelatedPage):
            yield RelatedView(one.url, "", one.title, None, "")
        elif one.id in known and root is not None:
            edition = _edition(known[one.id], quiz.lang)
            yield _related_quiz(edition, quiz, ui, root)


def _edition(related: Quiz, lang: str) -> Quiz:
    """Give a quiz in a language, or in its own where there is no translation."""
    found = [one for one in editions(related) if one.lang.lower() == lang.lower()]
    return found[0] if found else related


def _related_quiz(related: Quiz, here: Quiz, ui: Strings, root: str) -> RelatedView:
    return RelatedView(
        url=f"{root}{related.path}/index.html",
        lang="" if related.lang == here.lang else related.lang,
        title=related.title,
        description=related.description,
        extent=extent(related, ui),
    )


def _contact(contact: Contact) -> ContactView:
    links: list[tuple[str, str]] = []
    if contact.email:
        links.append((f"mailto:{quote(contact.email, safe='@')}", contact.email))
    if contact.url:
        links.append((contact.url, short_address(contact.url)))
    return ContactView(contact.name, tuple(links))


def _work(work: Work, lang: str, ui: Strings) -> WorkView:
    return WorkView(
        title=work.title,
        authors=names_listed(work.authors, lang, ui),
        url=work.url or "",
        note=work.note,
    )
