"""Every page of a site, as a template and what it shows; nothing is printed yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from kwispel.model.shapes import Quiz, Site
from kwispel.render.better import are_read_alike, in_terms_of_better
from kwispel.render.conditions import asked_selectors
from kwispel.render.context import (
    CardView,
    LanguageView,
    Page,
    SiteView,
)
from kwispel.render.context_head import HeadView
from kwispel.render.direction import Direction, direction, other_direction
from kwispel.render.editions import (
    alternates,
    editions,
    language_view,
    language_views,
    page_url,
)
from kwispel.render.embedding import OEMBED
from kwispel.render.follow_up import follow_up_view
from kwispel.render.language import Strings
from kwispel.render.linked_data import linked_data
from kwispel.render.outlets import (
    FRAMED,
    NOTHING_ADDED,
    OWN,
    Added,
    Outlet,
    Scripts,
    outlets,
)
from kwispel.render.paper import FORM_PDF
from kwispel.render.policy import file_policy, inline, policy
from kwispel.render.recipes import dropping
from kwispel.render.rules import quiz_rules, result_rules
from kwispel.render.social import social_view
from kwispel.render.tally import Tallies, tally
from kwispel.render.templates import PAGES
from kwispel.render.theme import Theme
from kwispel.render.views import Material, extent, quiz_view
from kwispel.render.wording import find_strings

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page to be printed: where it goes, by which template, and what it shows.

    Shape: late_css is what the page links to besides, empty where it needs nothing;
    ending are the scripts of a file, which come behind all else.
    """

    path: str
    template: str
    page: Page
    late_css: str = ""
    ending: tuple[str, ...] = ()


def leaves(
    site: Site,
    sheets: Mapping[str, Sheet],
    *,
    theme: Theme,
    scripts: Scripts,
    added: Added = NOTHING_ADDED,
) -> Iterator[Leaf]:
    """Give every page of a site; they link to PDFs where it has them."""
    maker = _Maker(site, theme, scripts, added.has_pdfs)
    yield Leaf(OWN, PAGES[0], maker.contents(PAGES[0]))
    for original in site.quizzes:
        for quiz in editions(original):
            made = _Made(quiz, original, sheets[quiz.id])
            ways = outlets(quiz, scripts, site.base_url, has_file=added.has_files)
            for outlet in ways:
                yield maker.quiz(made, outlet)


@dataclass(frozen=True, slots=True)
class _Made:
    """A quiz in one of its languages, and the sheet that it has in all of them."""

    quiz: Quiz
    original: Quiz
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class _Maker:
    """What all pages of a site have in common."""

    site: Site
    theme: Theme
    scripts: Scripts
    has_pdfs: bool

    def contents(self, template: str) -> Page:
        """Give the page that lists the quizzes."""
        lang = self.site.lang
        way = direction(lang)
        style = self.theme.style(template, direction=way)
        return Page(
            lang=lang,
            direction=way,
            head=self._head(style, self.site.title),
            site=self._site_view("", lang),
            quiz=None,
            own_url="",
            options=self.theme.options,
            choices=self.theme.choices,
            ui=find_strings(lang, own=self.site.own_texts),
            linked_data=Markup(),
        )

    def quiz(self, made: _Made, outlet: Outlet) -> Leaf:
        """Give a page for a quiz."""
        quiz, sheet = made.quiz, made.sheet
        ui = self._ui(quiz)
        tallies = tally(sheet, shows_score=quiz.shows_score)
        languages = _languages(made, outlet)
        css, late_css = self._styles(made, outlet, _shown(quiz, languages), tallies)
        head = self._head(css, quiz.title, outlet=outlet, quiz=quiz, late=late_css)
        others = alternates(made.original, self.site.base_url)
        oembed_url = self._oembed(quiz, outlet)
        page = Page(
            lang=quiz.lang,
            direction=direction(quiz.lang),
            head=replace(head, alternates=others, oembed_url=oembed_url),
            site=self._site_view(outlet.root, quiz.lang),
            quiz=quiz_view(
                Material(
                    quiz=quiz,
                    sheet=sheet,
                    tallies=tallies,
                    ui=ui,
                    setting=outlet.setting(quiz.assets),
                    runtime_url=self._runtime_url(outlet),
                    languages=languages,
                    follow_up=follow_up_view(quiz, self.site, ui, root=outlet.root),
                    has_radar=self._has_radar(quiz),
                    pdf_url=self._pdf_url(quiz, outlet),
                    is_file=outlet.is_file,
                )
            ),
            own_url=outlet.own_url,
            options=self.theme.options,
            choices=self.theme.choices,
            ui=ui,
            linked_data=self._linked_data(quiz, head, outlet),
        )
        return Leaf(outlet.path, outlet.template, page, late_css, outlet.ending)

    def _runtime_url(self, outlet: Outlet) -> str:
        """Give where the runtime is; a file has it in itself."""
        name = self.scripts.runtime_name
        return "" if outlet.is_file else f"{outlet.root}{name}"

    def _pdf_url(self, quiz: Quiz, outlet: Outlet) -> str:
        if not self.has_pdfs or outlet.name == FRAMED or outlet.root is None:
            return ""
        return f"{outlet.root}{quiz.path}/{FORM_PDF}" if outlet.is_file else FORM_PDF

    def _oembed(self, quiz: Quiz, outlet: Outlet) -> str:
        """Give where a page of its own says how to show the quiz elsewhere."""
        base_url = self.site.base_url
        is_own = outlet.name == OWN
        return page_url(quiz, base_url) + OEMBED if base_url and is_own else ""

    def _linked_data(self, quiz: Quiz, head: HeadView, outlet: Outlet) -> Markup:
        """Tell what a quiz is on the page that is to be found."""
        if outlet.name != OWN:
            return Markup()
        image = head.social.image
        return linked_data(quiz, self.site, url=head.canonical, image=image)

    def _has_radar(self, quiz: Quiz) -> bool:
        """Say whether a radar is wanted, and one shape can tell what is better."""
        is_wanted = self.theme.options.get("radar") == "auto"
        return is_wanted and are_read_alike(quiz.factors)

    def _ui(self, quiz: Quiz) -> Strings:
        own = self.site.own_texts
        found = find_strings(quiz.lang, address=quiz.address, own=own)
        return in_terms_of_better(quiz, found)

    def _styles(
        self, made: _Made, outlet: Outlet, shown: frozenset[str], tallies: Tallies
    ) -> tuple[str, str]:
        """Give the style that stands in a quiz's page, and what it links to besides."""
        asked, quiz = asked_selectors(made.sheet), made.quiz
        ui, template = self._ui(quiz), outlet.template
        style = self.theme.style(template, shown, direction=direction(quiz.lang))
        now = style + quiz_rules(quiz, tallies, asked, ui.conventions)
        later = result_rules(made.quiz, asked)
        if template not in self.theme.late_pages:
            return now + later, ""
        later = self.theme.late + later
        return (now + later, "") if outlet.is_file else (now, later)

    def _head(
        self,
        css: str,
        title: str,
        *,
        outlet: Outlet | None = None,
        quiz: Quiz | None = None,
        late: str = "",
    ) -> HeadView:
        base_url = self.site.base_url
        path = f"{quiz.path}/" if quiz else ""
        canonical = f"{base_url.rstrip('/')}/{path}" if base_url else None
        sources = outlet.scripts if outlet else ()
        return HeadView(
            title=title,
            description=quiz.description if quiz else None,
            canonical=canonical,
            oembed_url="",
            alternates=(),
            social=social_view(self.site, self.theme, quiz, canonical=canonical),
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

    def _site_view(self, root: str | None, lang: str) -> SiteView:
        publisher, around = self.site.publisher, direction(lang)
        return SiteView(
            title=self.site.title,
            lang="" if lang == self.site.lang else self.site.lang,
            direction=other_direction(self.site.lang, around),
            home_url="" if root is None else f"{root}{OWN}",
            publisher=publisher.name if publisher else None,
            publisher_url=publisher.url if publisher else None,
            quizzes=tuple(
                self._card(quiz, root, around)
                for quiz in self.site.quizzes
                if root is not None
            ),
        )

    def _card(self, quiz: Quiz, root: str, around: Direction) -> CardView:
        ui = self._ui(quiz)
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


def _languages(made: _Made, outlet: Outlet) -> tuple[LanguageView, ...]:
    """Give the links to the other languages, where they can be reached from here."""
    if outlet.root is None:
        return ()
    page = OWN if outlet.is_file else outlet.name
    return language_views(made.original, made.quiz, page, root=outlet.root)


def _shown(quiz: Quiz, languages: tuple[LanguageView, ...]) -> frozenset[str]:
    """Name the optional components that a page of a quiz prints."""
    has_ticks = any(question.is_multiple for question in quiz.questions)
    drops = dropping(quiz.questions)
    claims = {
        "hints": has_ticks or drops.has_optional or drops.has_condition,
        "languages": bool(languages),
        "perspectives": bool(quiz.perspectives),
        "step": quiz.is_stepped,
        "tick": has_ticks,
    }
    return frozenset(name for name, is_shown in claims.items() if is_shown)
