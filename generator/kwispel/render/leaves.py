"""Every page of a site, as a template and what it shows; nothing is printed yet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from kwispel.model.shapes import Quiz, Site
from kwispel.render.better import are_read_alike
from kwispel.render.conditions import asked_selectors
from kwispel.render.context import Page, QuizView
from kwispel.render.context_head import HeadView
from kwispel.render.context_language import LanguageView
from kwispel.render.direction import direction
from kwispel.render.editions import (
    alternates,
    editions,
    language_views,
    page_url,
)
from kwispel.render.follow_up import follow_up_view
from kwispel.render.language import Strings
from kwispel.render.linked_data import linked_data
from kwispel.render.outlets import NOTHING_ADDED, Added, Outlet, Scripts, outlets
from kwispel.render.paper import FORM_PDF
from kwispel.render.recipes import dropping
from kwispel.render.rules import quiz_rules, result_rules
from kwispel.render.surroundings import Surroundings
from kwispel.render.tally import Tallies, tally
from kwispel.render.templates import PAGES
from kwispel.render.theme import Theme
from kwispel.render.token_names import short_tokens
from kwispel.render.views import Material, quiz_view, seen_from
from kwispel.render.wording import find_strings
from kwispel.site_files import FRAMED, OEMBED, OWN, PUBLISHERS

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page to be printed: where it goes, by which template, and what it shows.

    Shape: late_css is what the page links to besides, empty where it needs nothing;
    sheets are its whole style in parts, those of the theme apart. ending are the
    scripts of a file, which come behind all else.
    """

    path: str
    template: str
    page: Page
    late_css: str = ""
    sheets: tuple[str, ...] = ()
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
    yield contents_leaf(site, theme, added)
    yield from quiz_leaves(site, sheets, theme=theme, scripts=scripts, added=added)


def contents_leaf(site: Site, theme: Theme, added: Added) -> Leaf:
    """Give the page that lists the quizzes."""
    around = Surroundings(site, theme, added.has_pdfs)
    return Leaf(OWN, PAGES[0], _contents(around, PAGES[0]))


def quiz_leaves(  # noqa: PLR0913 - as leaves, and what others it may name
    site: Site,
    sheets: Mapping[str, Sheet],
    *,
    theme: Theme,
    scripts: Scripts,
    added: Added = NOTHING_ADDED,
    known: Iterable[Quiz] = (),
) -> Iterator[Leaf]:
    """Give the pages of the quizzes; known are others that they may name."""
    named = {quiz.id: quiz for quiz in (*known, *site.quizzes)}
    maker = _Maker(Surroundings(site, theme, added.has_pdfs), scripts, named)
    for original in site.quizzes:
        for quiz in editions(original):
            sheet = sheets[quiz.id]
            tallies = tally(sheet, shows_score=quiz.shows_score)
            made = _Made(quiz, original, sheet, tallies, maker.around.ui(quiz))
            ways = outlets(quiz, scripts, site.base_url, has_file=added.has_files)
            yield from maker.quiz(made, ways)


def _contents(around: Surroundings, template: str) -> Page:
    lang = around.site.lang
    way = direction(lang)
    style = around.theme.style(template, direction=way)
    return Page(
        lang=lang,
        direction=way,
        head=around.head(style, around.site.title),
        site=around.contents_view(),
        quiz=None,
        embed=None,
        embed_url="",
        own_url="",
        options=around.theme.options,
        choices=around.theme.choices,
        ui=find_strings(lang, own=around.site.own_texts),
        linked_data=Markup(),
    )


@dataclass(frozen=True, slots=True)
class _Made:
    """A quiz in one of its languages, and the sheet that it has in all of them."""

    quiz: Quiz
    original: Quiz
    sheet: Sheet
    tallies: Tallies
    ui: Strings


@dataclass(frozen=True, slots=True)
class _Sheets:
    """The style of a page, in parts: what stands in it, and what it links to."""

    now: tuple[str, ...]
    late: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Maker:
    """The pages for readers.

    Shape: known are the quizzes of the site by their ids.
    """

    around: Surroundings
    scripts: Scripts
    known: Mapping[str, Quiz]

    def quiz(self, made: _Made, ways: Iterable[Outlet]) -> Iterator[Leaf]:
        """Give the pages for a quiz; what they have in common is made once."""
        first: tuple[Material, QuizView] | None = None
        for outlet in ways:
            material = self._material(made, outlet)
            if first is not None and first[0].setting == material.setting:
                view = seen_from(first[1], material)
            else:
                view = quiz_view(material)
            first = first or (material, view)
            yield self._leaf(made, outlet, view)

    def _material(self, made: _Made, outlet: Outlet) -> Material:
        quiz, ui = made.quiz, made.ui
        return Material(
            quiz=quiz,
            sheet=made.sheet,
            tallies=made.tallies,
            ui=ui,
            setting=outlet.setting(quiz.assets),
            runtime_url=self._url(outlet, self.scripts.runtime_name(quiz, made.sheet)),
            complete_url=self._url(outlet, self.scripts.complete_name),
            more_url=self._url(outlet, self.scripts.more_name),
            languages=_languages(made, outlet),
            follow_up=follow_up_view(quiz, self.known, ui, root=outlet.root),
            has_radar=self._has_radar(quiz),
            pdf_url=self._pdf_url(quiz, outlet),
            is_file=outlet.is_file,
            is_framed=outlet.name == FRAMED,
        )

    def _leaf(self, made: _Made, outlet: Outlet, view: QuizView) -> Leaf:
        quiz, around = made.quiz, self.around
        sheets = self._styles(made, outlet, _shown(quiz, view))
        css, late_css = "".join(sheets.now), "".join(sheets.late)
        head = around.head(css, quiz.title, outlet=outlet, quiz=quiz, late=late_css)
        others = alternates(made.original, around.site.base_url)
        oembed_url = self._oembed(quiz, outlet)
        page = Page(
            lang=quiz.lang,
            direction=direction(quiz.lang),
            head=replace(head, alternates=others, oembed_url=oembed_url),
            site=around.site_view(outlet.root, quiz.lang),
            quiz=view,
            embed=None,
            embed_url=self._embed_url(outlet),
            own_url=outlet.own_url,
            options=around.theme.options,
            choices=around.theme.choices,
            ui=made.ui,
            linked_data=self._linked_data(quiz, head, outlet),
        )
        whole = (*sheets.now, *sheets.late)
        return Leaf(outlet.path, outlet.template, page, late_css, whole, outlet.ending)

    def _url(self, outlet: Outlet, name: str) -> str:
        """Give where a runtime is; a file has it in itself."""
        return "" if outlet.is_file else f"{outlet.root}{name}"

    def _pdf_url(self, quiz: Quiz, outlet: Outlet) -> str:
        if not self.around.has_pdfs or outlet.name == FRAMED or outlet.root is None:
            return ""
        return f"{outlet.root}{quiz.path}/{FORM_PDF}" if outlet.is_file else FORM_PDF

    def _oembed(self, quiz: Quiz, outlet: Outlet) -> str:
        """Give where a page of its own says how to show the quiz elsewhere."""
        base_url = self.around.site.base_url
        has_any = self.around.site.may_be_framed and outlet.name == OWN
        return page_url(quiz, base_url) + OEMBED if base_url and has_any else ""

    def _embed_url(self, outlet: Outlet) -> str:
        """Give where a page of its own leads those who want the quiz elsewhere."""
        site = self.around.site
        is_linked = site.links_to_ways and site.may_be_framed
        return PUBLISHERS if is_linked and outlet.name == OWN else ""

    def _linked_data(self, quiz: Quiz, head: HeadView, outlet: Outlet) -> Markup:
        """Tell what a quiz is on the page that is to be found."""
        if outlet.name != OWN:
            return Markup()
        image = head.social.image
        return linked_data(quiz, self.around.site, url=head.canonical, image=image)

    def _has_radar(self, quiz: Quiz) -> bool:
        """Say whether a radar is wanted, and one shape can tell what is better."""
        is_wanted = self.around.theme.options.get("radar") == "auto"
        return is_wanted and are_read_alike(quiz.factors)

    def _styles(self, made: _Made, outlet: Outlet, shown: frozenset[str]) -> _Sheets:
        """Give the style that stands in a quiz's page, and what it links to besides."""
        asked, quiz = asked_selectors(made.sheet), made.quiz
        theme, template, way = self.around.theme, outlet.template, direction(quiz.lang)
        style = theme.style(template, shown, direction=way)
        known = made.tallies, asked, made.ui.conventions
        now = style, short_tokens(quiz_rules(quiz, *known), theme.tokens)
        later = short_tokens(result_rules(quiz, *known), theme.tokens)
        if template not in theme.late_pages:
            return _Sheets((*now, later), ())
        late = theme.late_style(shown, direction=way), later
        return _Sheets((*now, *late), ()) if outlet.is_file else _Sheets(now, late)


def _languages(made: _Made, outlet: Outlet) -> tuple[LanguageView, ...]:
    """Give the links to the other languages, where they can be reached from here."""
    if outlet.root is None:
        return ()
    page = OWN if outlet.is_file else outlet.name
    return language_views(made.original, made.quiz, page, root=outlet.root)


def _shown(quiz: Quiz, view: QuizView) -> frozenset[str]:
    """Name the optional components that a page of a quiz prints."""
    has_ticks = any(question.is_multiple for question in quiz.questions)
    drops = dropping(quiz.questions)
    claims = {
        "hints": has_ticks or drops.has_optional or drops.has_condition,
        "key": not view.plain.is_counted,
        "languages": bool(view.languages),
        "perspectives": bool(quiz.perspectives),
        "step": quiz.is_stepped,
        "stepper": quiz.is_stepped,
        "tick": has_ticks,
        "unscored": not quiz.shows_score,
    }
    return frozenset(name for name, is_shown in claims.items() if is_shown)
