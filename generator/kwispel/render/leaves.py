"""Every page of a site, as a template and what it shows; nothing is printed yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import rjsmin

from kwispel.model.shapes import Quiz, Site
from kwispel.render.assets import asset_name, hashed_name
from kwispel.render.context import CardView, HeadView, Page, SiteView
from kwispel.render.language import Strings, find_strings
from kwispel.render.policy import inline, policy
from kwispel.render.prose import Setting
from kwispel.render.rules import quiz_rules
from kwispel.render.tally import tally
from kwispel.render.templates import PAGES
from kwispel.render.theme import Theme
from kwispel.render.views import Material, extent, quiz_view

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet


@dataclass(frozen=True, slots=True)
class Scripts:
    """The scripts of a site.

    Shape: runtime is one file for all quizzes; boot stands in every quiz page and
    frame in those for frames too; embed is what a publisher's page includes.
    """

    runtime: bytes
    boot: str
    frame: str
    embed: str

    @property
    def runtime_name(self) -> str:
        """Give the path of the runtime in the site."""
        return hashed_name("runtime.js", self.runtime)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page to be printed: where it goes, by which template, and what it shows."""

    path: str
    template: str
    page: Page


def leaves(
    site: Site, sheets: Mapping[str, Sheet], *, theme: Theme, scripts: Scripts
) -> Iterator[Leaf]:
    """Give every page of a site."""
    maker = _Maker(site, theme, scripts)
    contents, own, framed = PAGES
    yield Leaf("index.html", contents, maker.contents(contents))
    for quiz in site.quizzes:
        made = _Made(quiz, sheets[quiz.id])
        boot, frame = scripts.boot, scripts.frame
        yield Leaf(f"{quiz.id}/index.html", own, maker.quiz(made, own, boot))
        yield Leaf(
            f"{quiz.id}/embed.html", framed, maker.quiz(made, framed, boot, frame)
        )


@dataclass(frozen=True, slots=True)
class _Made:
    """A quiz with its sheet."""

    quiz: Quiz
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class _Maker:
    """What all pages of a site have in common."""

    site: Site
    theme: Theme
    scripts: Scripts

    def contents(self, template: str) -> Page:
        """Give the page that lists the quizzes."""
        ui = find_strings(self.site.lang, self.site.place).ui
        return Page(
            lang=self.site.lang,
            head=self._head(
                self.site.title, None, "", css=self.theme.css[template], sources=()
            ),
            site=self._site_view("", ui),
            quiz=None,
            own_url="",
            options=self.theme.options,
            ui=ui,
        )

    def quiz(self, made: _Made, template: str, *sources: str) -> Page:
        """Give a page for a quiz, with the scripts that stand in it."""
        quiz, sheet = made.quiz, made.sheet
        ui = find_strings(quiz.lang, quiz.place, address=quiz.address).ui
        tallies = tally(sheet)
        assets = {str(asset.name): f"../{asset_name(asset)}" for asset in quiz.assets}
        runtime_url = f"../{self.scripts.runtime_name}"
        css = self.theme.css[template] + quiz_rules(quiz, tallies)
        return Page(
            lang=quiz.lang,
            head=self._head(
                quiz.title, quiz.description, f"{quiz.id}/", css=css, sources=sources
            ),
            site=self._site_view("../", ui),
            quiz=quiz_view(
                Material(quiz, sheet, tallies, ui, Setting(assets), runtime_url)
            ),
            own_url="index.html",
            options=self.theme.options,
            ui=ui,
        )

    def _head(
        self,
        title: str,
        description: str | None,
        path: str,
        *,
        css: str,
        sources: tuple[str, ...],
    ) -> HeadView:
        scripts = tuple(rjsmin.jsmin(source) for source in sources)
        base_url = self.site.base_url
        return HeadView(
            title=title,
            description=description,
            canonical=f"{base_url.rstrip('/')}/{path}" if base_url else None,
            policy=policy(css, scripts, base_url),
            css=inline(css),
            scripts=tuple(inline(script) for script in scripts),
        )

    def _site_view(self, to_root: str, ui: Strings) -> SiteView:
        publisher = self.site.publisher
        return SiteView(
            title=self.site.title,
            home_url=f"{to_root}index.html",
            publisher=publisher.name if publisher else None,
            publisher_url=publisher.url if publisher else None,
            quizzes=tuple(_card(quiz, to_root, ui) for quiz in self.site.quizzes),
        )


def _card(quiz: Quiz, to_root: str, ui: Strings) -> CardView:
    return CardView(
        url=f"{to_root}{quiz.id}/index.html",
        lang=quiz.lang,
        title=quiz.title,
        description=quiz.description,
        extent=extent(quiz, ui),
    )
