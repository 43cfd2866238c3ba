"""The gallery as files: an index, a page for each theme, and what is in its frames."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from kwispel.gallery.examples import Component, Example, components
from kwispel.gallery.samples import sample_pages, sample_site
from kwispel.gallery.specimen import staged
from kwispel.render.css import minified
from kwispel.render.pages import render_site
from kwispel.render.policy import inline, policy
from kwispel.render.templates import PAGES
from kwispel.render.theme import OPTIONAL, OPTIONAL_LATE, Theme
from kwispel.site_files import GALLERY, LOADER, OWN

if TYPE_CHECKING:
    from kwispel.render.outlets import Scripts

SCHEMES = ("light", "dark")
"""The schemes in which every example is shown, whatever the site has chosen."""

_AIR = "body:has(> main){padding-block:1rem}"
"""Keeps what is shown alone from the edges of its frame."""

_HERE = Path(__file__).parent


def gallery_files(themes: Iterable[Theme], scripts: Scripts) -> Mapping[str, bytes]:
    """Render the gallery of these themes.

    Shape: path in the site to the bytes of the file.
    """
    shown = tuple(themes)
    templates = _templates()
    texts = {OWN: _page(templates, "index", themes=shown)}
    files: dict[str, bytes] = {f"{GALLERY}/{LOADER}": scripts.embed.encode()}
    for theme in shown:
        texts |= _theme_texts(theme, scripts, templates)
        files |= _whole_pages(theme, scripts)
    return files | {f"{GALLERY}/{path}": t.encode() for path, t in texts.items()}


def _templates() -> Environment:
    return Environment(
        loader=PackageLoader("kwispel.gallery"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _page(templates: Environment, name: str, **shown: object) -> str:
    """Print a page of the gallery's own, with its style and its policy."""
    css = minified((_HERE / "templates/gallery.css").read_text(encoding="utf-8"))
    template = templates.get_template(f"{name}.html.jinja")
    frames = f"{policy(css, ('',), None)}; frame-src 'self'"
    return template.render(css=inline(css), policy=frames, **shown)


def _theme_texts(
    theme: Theme, scripts: Scripts, templates: Environment
) -> dict[str, str]:
    """Give the page of a theme, the documents in its frames, and their style."""
    found = tuple(components(theme, sample_pages(theme, scripts)))
    texts = {
        f"{theme.name}.html": _page(
            templates, "theme", theme=theme, components=found, schemes=SCHEMES
        ),
        f"{theme.name}/style.css": theme.style(PAGES[0])
        + theme.style(PAGES[1], OPTIONAL)
        + theme.style(PAGES[3])
        + theme.late_style(OPTIONAL_LATE),
    }
    for component, number, example in _seen(found):
        for scheme in SCHEMES:
            path = f"{theme.name}/{component.name}-{number}-{scheme}.html"
            texts[path] = _specimen(templates, theme, scheme, example, scripts.frame)
    return texts


def _seen(found: Iterable[Component]) -> Iterator[tuple[Component, int, Example]]:
    for component in found:
        for number, example in enumerate(component.examples, start=1):
            if example.stage.is_seen:
                yield component, number, example


def _specimen(
    templates: Environment, theme: Theme, scheme: str, example: Example, frame: str
) -> str:
    """Print the document in which an example stands alone."""
    return templates.get_template("specimen.html.jinja").render(
        title=example.title,
        policy=policy(_AIR, (frame,), None),
        css=inline(_AIR),
        script=inline(frame),
        choices={**theme.choices, "scheme": scheme},
        stage=example.stage,
        within_html=_trusted(example.stage.within),
        on_page_html=_trusted(example.stage.on_page),
        markup_html=_trusted(staged(example.markup, is_whole=example.stage.is_whole)),
    )


def _trusted(text: str) -> Markup:
    return Markup(text)  # noqa: S704 - what the theme's own templates printed


def _whole_pages(theme: Theme, scripts: Scripts) -> dict[str, bytes]:
    """Give the site of the sample quizzes in a theme, which works as any other."""
    site, sheets = sample_site()
    files = render_site(site, sheets, theme=theme, scripts=scripts)
    return {f"{GALLERY}/{theme.name}/pages/{path}": f for path, f in files.items()}
