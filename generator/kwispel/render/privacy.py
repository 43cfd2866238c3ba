"""What a site may say of its quizzes in its privacy statement: what is true of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kwispel.model.shapes import Quiz, Site
from kwispel.render.credit import names_listed
from kwispel.render.editions import editions, endonym
from kwispel.render.wording import find_strings


@dataclass(frozen=True, slots=True)
class Notice:
    """A paragraph in a language; name is what the language calls itself."""

    lang: str
    name: str
    text: str


def privacy_notices(site: Site) -> Iterator[Notice]:
    """Give a paragraph in each language of a site, its own first.

    Source: docs/reference/privacy.md, to which tests hold every page.
    """
    found: dict[str, list[Quiz]] = {site.lang: []}
    for edition in (one for quiz in site.quizzes for one in editions(quiz)):
        found.setdefault(edition.lang, []).append(edition)
    for lang, quizzes in found.items():
        if quizzes:
            yield Notice(lang, endonym(lang), _paragraph(lang, quizzes, site))


def _paragraph(lang: str, quizzes: list[Quiz], site: Site) -> str:
    ui = find_strings(lang, own=site.own_texts)
    sharing = [quiz.title for quiz in quizzes if quiz.shares_score]
    titles = names_listed(sharing, lang, ui)
    sentences = (
        ui.notice_stored,
        ui.notice_kept,
        ui.notice_linked,
        ui.notice_framed,
        *([ui.notice_shared.format(titles=titles)] if sharing else []),
        ui.notice_hosted,
    )
    return " ".join(sentences)
