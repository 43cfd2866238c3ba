"""What a template may see of the ways to show a quiz on another site."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from kwispel.render.context_language import LanguageView


@dataclass(frozen=True, slots=True)
class WayView:
    """One way, with what is pasted for it.

    Shape: markup is text, to be shown as it stands; height says how high its frame
    is, empty where it has none; takes says which systems take it, in sentences;
    preview_html shows it at work, None where that cannot be shown.
    """

    name: str
    title: str
    about: str
    markup: str
    height: str
    takes: tuple[str, ...]
    preview_html: Markup | None


@dataclass(frozen=True, slots=True)
class EmbedView:
    """The page for those who want a quiz on a site of theirs.

    Shape: quiz_url is the quiz's own page, seen from here; placeholder says what
    stands for the address of the site, and placeholder_url is that, both empty where
    the address is known; root is the way to the top of the site; languages lead to
    this page in others, none where there is but one.
    """

    quiz_title: str
    quiz_url: str
    placeholder: str
    placeholder_url: str
    root: str
    languages: tuple[LanguageView, ...]
    ways: tuple[WayView, ...]
