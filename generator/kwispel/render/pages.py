"""Pages from quizzes: everything that the built site consists of, as bytes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import rjsmin
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kwispel.errors import Problem
from kwispel.model.shapes import Asset, Quiz, Site
from kwispel.render.context import CardView, HeadView, Page, SiteView
from kwispel.render.language import Strings, find_strings
from kwispel.render.policy import inline, policy
from kwispel.render.prose import Setting
from kwispel.render.rules import quiz_rules
from kwispel.render.sheets import sheet_file
from kwispel.render.tally import tally
from kwispel.render.theme import Theme
from kwispel.render.views import Material, extent, quiz_view

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet

_HASH_DIGITS = 12


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


@dataclass(frozen=True, slots=True)
class Rendered:
    """A site: path to bytes, and what its author should know."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]


def render_site(
    site: Site, sheets: Mapping[str, Sheet], *, theme: Theme, scripts: Scripts
) -> Rendered:
    """Render every page of a site, and all that the pages need."""
    press = _Press(site, theme, scripts)
    files = {
        "index.html": press.contents(),
        "embed.js": rjsmin.jsmin(scripts.embed).encode(),
        press.runtime_name: scripts.runtime,
    }
    for quiz in site.quizzes:
        sheet = sheets[quiz.id]
        files[f"{quiz.id}/index.html"] = press.quiz(quiz, sheet, is_frame=False)
        files[f"{quiz.id}/embed.html"] = press.quiz(quiz, sheet, is_frame=True)
        files[f"{quiz.id}/quiz.json"] = sheet_file(sheet)
        files |= {asset_name(asset): asset.path.read_bytes() for asset in quiz.assets}
    return Rendered(dict(sorted(files.items())), interface_problems(site))


def interface_problems(site: Site) -> tuple[Problem, ...]:
    """Tell for which quizzes the interface does not speak the quiz's language."""
    return tuple(
        problem
        for quiz in site.quizzes
        for problem in find_strings(quiz.lang, quiz.place).problems
    )


def asset_name(asset: Asset) -> str:
    """Name the copy of an asset after its content, so that it can be cached."""
    return hashed_name(asset.name.name, asset.path.read_bytes())


def hashed_name(name: str, content: bytes) -> str:
    """Give a path in assets/ that changes whenever the content does."""
    path = PurePosixPath(name)
    digits = sha256(content).hexdigest()[:_HASH_DIGITS]
    return f"assets/{path.stem}.{digits}{path.suffix}"


@dataclass(frozen=True, slots=True)
class _Press:
    """A site with its theme, ready to print pages."""

    site: Site
    theme: Theme
    scripts: Scripts

    @property
    def runtime_name(self) -> str:
        return hashed_name("runtime.js", self.scripts.runtime)

    def contents(self) -> bytes:
        """Print the page that lists the quizzes."""
        ui = find_strings(self.site.lang, self.site.place).ui
        page = Page(
            lang=self.site.lang,
            head=self._head(self.site.title, None, "", css=self.theme.css, scripts=()),
            site=self._site_view("", ui),
            quiz=None,
            own_url="",
            options=self.theme.options,
            ui=ui,
        )
        return self._print("index", page)

    def quiz(self, quiz: Quiz, sheet: Sheet, *, is_frame: bool) -> bytes:
        """Print a quiz, as a page of its own or for a frame."""
        ui = find_strings(quiz.lang, quiz.place, address=quiz.address).ui
        tallies = tally(sheet)
        assets = {str(asset.name): f"../{asset_name(asset)}" for asset in quiz.assets}
        setting = Setting(assets)
        view = quiz_view(
            Material(quiz, sheet, tallies, ui, setting, f"../{self.runtime_name}")
        )
        sources = (self.scripts.boot, *((self.scripts.frame,) if is_frame else ()))
        css = self.theme.css + quiz_rules(quiz, tallies)
        page = Page(
            lang=quiz.lang,
            head=self._head(
                quiz.title, quiz.description, f"{quiz.id}/", css=css, scripts=sources
            ),
            site=self._site_view("../", ui),
            quiz=view,
            own_url="index.html",
            options=self.theme.options,
            ui=ui,
        )
        return self._print("embed" if is_frame else "page", page)

    def _head(
        self,
        title: str,
        description: str | None,
        path: str,
        *,
        css: str,
        scripts: tuple[str, ...],
    ) -> HeadView:
        small = tuple(rjsmin.jsmin(script) for script in scripts)
        base_url = self.site.base_url
        return HeadView(
            title=title,
            description=description,
            canonical=f"{base_url.rstrip('/')}/{path}" if base_url else None,
            policy=policy(css, small, base_url),
            css=inline(css),
            scripts=tuple(inline(script) for script in small),
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

    def _print(self, template: str, page: Page) -> bytes:
        environment = template_environment(self.theme)
        text = environment.get_template(f"{template}.html.jinja").render(page=page)
        return text.encode()


def _card(quiz: Quiz, to_root: str, ui: Strings) -> CardView:
    return CardView(
        url=f"{to_root}{quiz.id}/index.html",
        lang=quiz.lang,
        title=quiz.title,
        description=quiz.description,
        extent=extent(quiz, ui),
    )


def template_environment(theme: Theme) -> Environment:
    """Give the templates of a theme: nothing undefined, everything escaped."""
    return Environment(
        loader=FileSystemLoader(theme.folders),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
