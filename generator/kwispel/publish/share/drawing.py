"""Draw a share image: the theme's template, filled in and turned into a picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256
from itertools import chain
from pathlib import Path

import resvg_py
from jinja2 import Environment, UndefinedError

from kwispel.errors import BuildFailed, Place, Problem
from kwispel.publish.share.drawable import drawable
from kwispel.publish.share.faces import Face, face_of, runs
from kwispel.publish.share.setting import line_px, set_text
from kwispel.publish.share.shapes import LineView, RunView, ShareView, TextView
from kwispel.publish.share.stamp import is_made_from, stamped
from kwispel.render.direction import Direction, direction
from kwispel.render.templates import template_environment
from kwispel.render.theme import Theme
from kwispel.render.theme_check import template_problem
from kwispel.render.theme_share import (
    NAMES,
    SHARE,
    SHARE_HEIGHT_PX,
    SHARE_WIDTH_PX,
    ShareStyle,
    ShareText,
    TextName,
)
from kwispel.render.theme_tokens import token_colours

# resvg sets a text from left to right unless it is embedded in the other direction.
_RTL, _POP = "\u202b", "\u202c"

# Where the base line is in a line of one size's height.
_BASE_HUNDREDTHS = 80


@dataclass(frozen=True, slots=True)
class Said:
    """What a share image says, in a language; a text of another names its own."""

    lang: str
    texts: Mapping[TextName, str]
    langs: Mapping[TextName, str]


@dataclass(frozen=True, slots=True)
class Artist:
    """Draws the share images of a theme.

    Shape: tools tells apart what an image depends on beside its drawing.
    """

    theme: Theme
    style: ShareStyle
    templates: Environment
    colours: Mapping[str, str]
    fonts: tuple[str, ...]
    tools: str

    def draw(self, said: Said, *, earlier: bytes = b"") -> bytes:
        """Give the image as PNG; one that was made from the same is taken again.

        Raises: BuildFailed where the theme's template cannot be drawn.
        """
        svg = self.svg(said)
        made_from = f"{self.tools}\n{svg}".encode()
        if is_made_from(earlier, made_from):
            return earlier
        return stamped(self._drawn(svg), made_from)

    def _drawn(self, svg: str) -> bytes:
        try:
            return resvg_py.svg_to_bytes(
                svg_string=svg, skip_system_fonts=True, font_files=list(self.fonts)
            )
        except ValueError as error:
            place = Place(str(self.templates.get_template(SHARE).filename))
            message = f"this share image cannot be drawn: {error}"
            hint = "Write it as docs/reference/theme.md shows."
            problem = Problem(place, "theme-file", message, hint)
            raise BuildFailed((problem,)) from error

    def svg(self, said: Said) -> str:
        """Give the image as the theme's template writes it.

        Raises: BuildFailed where the template asks for what is not there.
        """
        way = direction(said.lang)
        known = self._drawable(said)
        views = {name: self._text(name, known, way) for name in NAMES}
        view = ShareView(
            width=SHARE_WIDTH_PX,
            height=SHARE_HEIGHT_PX,
            lang=said.lang,
            direction=way,
            title=views["title"],
            note=views["note"],
            site=views["site"],
            colours=self.colours,
            options=self.theme.options,
        )
        try:
            return self.templates.get_template(SHARE).render(share=view)
        except (UndefinedError, TypeError) as error:
            problem = template_problem(error, self.theme.folders)
            if problem is None:
                raise
            raise BuildFailed((problem,)) from error

    def _drawable(self, said: Said) -> Said:
        """Give what can be drawn of it; the site stands in for a title that cannot."""
        texts = {
            name: drawable(text, self.faces(name)).text
            for name, text in said.texts.items()
        }
        if texts["title"]:
            return replace(said, texts=texts)
        title = drawable(said.texts["site"], self.faces("title")).text
        langs: dict[TextName, str] = {"title": said.langs.get("site", said.lang)}
        return replace(said, texts={**texts, "title": title, "site": ""}, langs=langs)

    def faces(self, name: TextName) -> tuple[Face, ...]:
        """Give the fonts in which a text is set."""
        return tuple(face_of(path) for path in self.style[name].fonts)

    def _text(self, name: TextName, said: Said, way: Direction) -> TextView:
        style, faces = self.style[name], self.faces(name)
        text = said.texts.get(name, "")
        x, y, _, height_px = style.box
        if way == "rtl":
            x = SHARE_WIDTH_PX - x
        anchor = "end" if way == "rtl" else "start"
        if not text:
            return TextView(x, anchor, style.largest_px, (), bottom_y=y)
        found = set_text(text, style, faces)
        step_px = line_px(found.size_px, style)
        high_px = step_px * len(found.lines)
        top = y + height_px - high_px if style.side == "bottom" else y
        base = top + _base_px(found.size_px, style)
        own_way = direction(said.langs.get(name, said.lang))
        lines = tuple(
            LineView(
                base + at * step_px,
                _run_views(line, faces, own_way),
            )
            for at, line in enumerate(found.lines)
        )
        return TextView(x, anchor, found.size_px, lines, bottom_y=top + high_px)


def artist_for(theme: Theme) -> Artist | None:
    """Give who draws the share images of a theme; nobody where it has none."""
    if theme.share is None:
        return None
    is_dark = theme.options.get("scheme") == "dark"
    named = chain.from_iterable(text.fonts for text in theme.share.values())
    fonts = tuple(sorted(set(named)))
    return Artist(
        theme=theme,
        style=theme.share,
        templates=template_environment(theme.folders, theme.classes),
        colours=token_colours(theme.css["page.html.jinja"], is_dark=is_dark),
        fonts=tuple(str(font) for font in fonts),
        tools=_tools(fonts),
    )


def _tools(fonts: tuple[Path, ...]) -> str:
    digests = [_digest(font, font.stat().st_mtime_ns) for font in fonts]
    return " ".join([resvg_py.__version__, *digests])


@lru_cache(maxsize=64)
def _digest(font: Path, _changed_ns: int) -> str:
    """Tell a font's content apart; it is read again once it has changed."""
    return sha256(font.read_bytes()).hexdigest()


def _base_px(size_px: int, style: ShareText) -> int:
    return (line_px(size_px, style) - size_px) // 2 + size_px * _BASE_HUNDREDTHS // 100


def _run_views(
    line: str, faces: tuple[Face, ...], way: Direction
) -> tuple[RunView, ...]:
    found = [RunView(run.text, run.face.family) for run in runs(line, faces)]
    if way == "ltr":
        return tuple(found)
    return (
        RunView(_RTL, found[0].family),
        *found,
        RunView(_POP, found[-1].family),
    )
