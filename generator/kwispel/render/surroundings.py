"""What all pages of a site have in common: their head, and the site around them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kwispel.model.shapes import Quiz, Site
from kwispel.render.better import in_terms_of_better
from kwispel.render.changes import feed_url
from kwispel.render.context import CardView, SiteView
from kwispel.render.context_head import HeadView
from kwispel.render.direction import Direction, direction, other_direction
from kwispel.render.editions import language_view
from kwispel.render.extent import extent
from kwispel.render.language import Strings
from kwispel.render.outlets import Outlet
from kwispel.render.paper import FORM_PDF
from kwispel.render.policy import file_policy, inline, policy
from kwispel.render.social import social_view
from kwispel.render.theme import Theme
from kwispel.render.wording import find_strings
from kwispel.site_files import OWN


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A site in a theme, as every page of it shows it."""

    site: Site
    theme: Theme
    has_pdfs: bool = False

    def ui(self, quiz: Quiz) -> Strings:
        """Give the texts of the interface around a quiz."""
        own = self.site.own_texts
        found = find_strings(quiz.lang, address=quiz.address, own=own)
        return in_terms_of_better(quiz, found)

    def head(
        self,
        css: str,
        title: str,
        *,
        outlet: Outlet | None = None,
        quiz: Quiz | None = None,
        late: str = "",
    ) -> HeadView:
        """Give what stands in the head, on a page of this quiz or of the site."""
        base_url = self.site.base_url
        path = f"{quiz.path}/" if quiz else ""
        canonical = f"{base_url}/{path}" if base_url else None
        sources = outlet.scripts if outlet else ()
        return HeadView(
            title=title,
            description=quiz.description if quiz else None,
            canonical=canonical,
            oembed_url="",
            alternates=(),
            social=social_view(self.site, self.theme, quiz, canonical=canonical),
            feed_url="" if quiz else feed_url(self.site),
            policy=(
                file_policy(css, (*sources, *outlet.ending))
                if outlet and outlet.is_file
                else policy(css, sources, base_url)
            ),
            css=inline(css),
            late_url=f"{outlet.root}{self.theme.late_name(late)}"
            if outlet and late
            else "",
            scripts=tuple(inline(source) for source in sources),
        )

    def site_view(self, root: str | None, lang: str) -> SiteView:
        """Give the site as it stands around a page in this language.

        Without cards: one for each quiz, on the page of each, would be too many.
        """
        publisher, around = self.site.publisher, direction(lang)
        return SiteView(
            title=self.site.title,
            lang="" if lang == self.site.lang else self.site.lang,
            direction=other_direction(self.site.lang, around),
            home_url="" if root is None else f"{root}{OWN}",
            publisher=publisher.name if publisher else None,
            publisher_url=publisher.url if publisher else None,
            quizzes=(),
        )

    def contents_view(self) -> SiteView:
        """Give the site with its quizzes, as the page shows it that lists them."""
        lang = self.site.lang
        cards = (self._card(quiz, "", direction(lang)) for quiz in self.site.quizzes)
        return replace(self.site_view("", lang), quizzes=tuple(cards))

    def _card(self, quiz: Quiz, root: str, around: Direction) -> CardView:
        ui = self.ui(quiz)
        return CardView(
            url=f"{root}{quiz.id}/{OWN}",
            lang=quiz.lang,
            direction=other_direction(quiz.lang, around),
            title=quiz.title,
            description=quiz.description,
            extent=extent(quiz, ui),
            pdf_url=f"{root}{quiz.id}/{FORM_PDF}" if self.has_pdfs else "",
            pdf=ui.paper_pdf if self.has_pdfs else "",
            translations=tuple(
                language_view(translation, f"{root}{translation.path}/{OWN}", around)
                for translation in quiz.translations
            ),
        )
