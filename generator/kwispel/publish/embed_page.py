"""The page for those who want a quiz on a site of theirs: every way, to be copied."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

import rjsmin
from markupsafe import Markup

from kwispel.model.shapes import Quiz
from kwispel.publish.cms import Fact, Takes, content_systems
from kwispel.publish.shapes import Release
from kwispel.render.context import Page
from kwispel.render.context_embed import EmbedView, WayView
from kwispel.render.conventions import listed
from kwispel.render.direction import direction
from kwispel.render.editions import editions, language_views, to_root
from kwispel.render.embedding import (
    Hosted,
    Way,
    WayName,
    element_markup,
    frame_markup,
    loader_markup,
    unfitted_frame_markup,
    ways,
)
from kwispel.render.frame_height import COLUMN_PX
from kwispel.render.language import Strings
from kwispel.render.leaves import Leaf
from kwispel.render.numbers import numbers_for
from kwispel.render.outlets import Outlet, file_path
from kwispel.render.pages import print_leaf
from kwispel.render.placeholder import PLACEHOLDER_URL
from kwispel.render.policy import policy
from kwispel.render.surroundings import Surroundings
from kwispel.render.templates import PAGES, template_environment
from kwispel.render.wording import find_strings
from kwispel.site_files import ELEMENT_SCRIPT, OWN, PUBLISHERS


def embed_page_files(release: Release) -> Mapping[str, bytes]:
    """Give the page of each quiz in each language.

    Raises: BuildFailed where a template of the theme asks for what is not there.
    """
    templates = template_environment(release.theme.folders, release.theme.classes)
    return {
        leaf.path: print_leaf(templates, leaf, release.theme).encode()
        for leaf in embed_leaves(release)
    }


def embed_leaves(release: Release) -> Iterator[Leaf]:
    """Give these pages before they are printed."""
    script = _script()
    for original in release.site.quizzes:
        for quiz in editions(original):
            view = _view(release, quiz, original)
            yield _leaf(release, quiz, view, script)


def _leaf(release: Release, quiz: Quiz, embed: EmbedView, script: str) -> Leaf:
    around, theme = Surroundings(release.site, release.theme), release.theme
    path = f"{quiz.path}/{PUBLISHERS}"
    outlet = Outlet(PAGES[3], path, "../index.html", embed.root, (script,))
    ui = around.ui(quiz)
    shown = frozenset({"languages"} if embed.languages else ())
    css = theme.style(outlet.template, shown, direction=direction(quiz.lang))
    title = f"{quiz.title}{ui.colon}{ui.embed_heading}"
    head = around.head(css, title, outlet=outlet, quiz=quiz)
    page = Page(
        lang=quiz.lang,
        direction=direction(quiz.lang),
        head=replace(
            head,
            canonical=head.canonical
            and f"{head.canonical}{PUBLISHERS.removesuffix(OWN)}",
            policy=policy(css, (script,), release.site.base_url, shows_quizzes=True),
        ),
        site=around.site_view(embed.root, quiz.lang),
        quiz=None,
        embed=embed,
        embed_url="",
        own_url=outlet.own_url,
        options=theme.options,
        choices=theme.choices,
        ui=ui,
        linked_data=Markup(),
    )
    return Leaf(path, outlet.template, page)


@cache
def _script() -> str:
    source = files("kwispel") / "static/copy.js"
    return str(rjsmin.jsmin(source.read_text(encoding="utf-8")))


def _view(release: Release, quiz: Quiz, original: Quiz) -> EmbedView:
    ui = find_strings(quiz.lang, address=quiz.address, own=release.site.own_texts)
    root, is_known = f"../{to_root(quiz)}", release.site.base_url is not None
    hosted = release.hosted(quiz)
    return EmbedView(
        quiz_title=quiz.title,
        quiz_url="../index.html",
        placeholder=""
        if is_known
        else ui.embed_placeholder.format(url=PLACEHOLDER_URL),
        placeholder_url="" if is_known else PLACEHOLDER_URL,
        root=root,
        languages=language_views(original, quiz, PUBLISHERS, root=root),
        ways=tuple(
            _way(way, hosted, ui, is_measured=release.is_measured)
            for way in ways(hosted)
            if _is_there(way.name, hosted, release)
        ),
    )


def _is_there(name: WayName, hosted: Hosted, release: Release) -> bool:
    """Say whether the site has the files that a way needs."""
    if name == "element":
        return ELEMENT_SCRIPT in release.files
    if name == "file":
        return file_path(hosted.quiz) in release.files
    return True


def _way(way: Way, hosted: Hosted, ui: Strings, *, is_measured: bool) -> WayView:
    has_height = way.name in {"frame", "loader", "amp", "file"}
    return WayView(
        name=way.name,
        title=getattr(ui, f"embed_{way.name}"),
        about=getattr(ui, f"embed_{way.name}_about").format(name=hosted.file_name),
        markup=str(way.markup),
        height=_height(hosted, ui, is_measured=is_measured) if has_height else "",
        takes=tuple(_taken(way.name, ui)),
        preview_html=_preview(way.name, hosted),
    )


def _height(hosted: Hosted, ui: Strings, *, is_measured: bool) -> str:
    height, width = map(numbers_for(ui).whole, (hosted.height_px, COLUMN_PX))
    told = ui.embed_measured if is_measured else ui.embed_estimated
    return told.format(height=height, width=width)


def _taken(name: WayName, ui: Strings) -> Iterator[str]:
    """Say in sentences which systems take a way."""
    told = {
        Takes.YES: ui.embed_takes_yes,
        Takes.ROLE: ui.embed_takes_role,
        Takes.MODULE: ui.embed_takes_module,
        Takes.NO: ui.embed_takes_no,
    }
    for takes, sentence in told.items():
        found = [name_ for name_, fact in _facts(name) if fact.takes is takes]
        if found:
            yield sentence.format(systems=listed(found, ui.conventions.both))


def _facts(name: WayName) -> Iterator[tuple[str, Fact]]:
    for system in content_systems():
        if name == "frame":
            yield system.name, system.frame
        if name in {"loader", "element"}:
            yield system.name, system.script
        if name == "address":
            yield system.name, system.address


def _preview(name: WayName, hosted: Hosted) -> Markup | None:
    """Give what another site would show, from this one."""
    here = replace(hosted, base_url=f"../{to_root(hosted.quiz)}")
    if name == "frame":
        return unfitted_frame_markup(here)
    if name == "loader":
        return frame_markup(here) + "\n" + loader_markup(here)
    if name == "element":
        return element_markup(here, page=OWN)
    return None
