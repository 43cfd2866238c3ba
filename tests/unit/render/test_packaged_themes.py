"""What the themes that come with kwispel promise of their colours and their parts."""

from __future__ import annotations

import re
from itertools import product

import pytest

from kwispel.render.colour import contrast, is_colour
from kwispel.render.theme_tokens import token_colours
from testkit.markup import Markup
from testkit.sample_pages import (
    THEMES,
    mean_quiz,
    packaged_theme,
    render,
    rules_quiz,
    sample_site,
    spoken_quiz,
    sum_quiz,
    whole_page,
)

QUIZ = "page.html.jinja"
TEXT = ("ink", "ink-soft", "accent", "alert", "link")
GROUND = ("paper", "wash", "chosen")
EDGES = ("line-strong", "choice")
LEAST = {"krant": 4.5, "overheid": 7, "spiegel": 4.5}
"""The contrast that each theme promises for text."""

_RULE = re.compile(r":root(\[data-scheme=dark\])?\{([^}]*)\}")
_TOKEN = re.compile(r"--kw-([a-z-]+):([^;]+)")
_REFERENCE = re.compile(r"var\(--kw-([a-z-]+)(?:,\s?([^)]+))?\)")


def colours(name: str, scheme: str) -> dict[str, str]:
    """Give the tokens of a theme as they hold in a scheme, references resolved."""
    tokens: dict[str, str] = {}
    for dark, body in _RULE.findall(packaged_theme(name).css[QUIZ]):
        if scheme == "dark" or not dark:
            tokens |= dict(_TOKEN.findall(body))
    return {key: resolved(value, tokens) for key, value in tokens.items()}


def resolved(value: str, tokens: dict[str, str]) -> str:
    """Follow a token to its colour; a site's own accent is not set here."""
    while reference := _REFERENCE.fullmatch(value):
        value = tokens.get(reference[1]) or reference[2]
    return value


CASES = list(product(THEMES, ("light", "dark")))


@pytest.mark.parametrize(("name", "scheme"), CASES)
def test_every_text_can_be_read_on_every_ground(name: str, scheme: str) -> None:
    """Inks, accent, alert and links, on paper, behind notices and chosen answers."""
    found = colours(name, scheme)
    weak = {
        (ink, ground): round(contrast(found[ink], found[ground]), 2)
        for ink, ground in product(TEXT, GROUND)
        if contrast(found[ink], found[ground]) < LEAST[name]
    }

    assert weak == {}


@pytest.mark.parametrize(("name", "scheme"), CASES)
def test_what_no_browser_draws_has_the_colours_of_the_page(
    name: str, scheme: str
) -> None:
    """The share image looks like the quiz that it leads to."""
    css = packaged_theme(name).css[QUIZ]

    found = token_colours(css, is_dark=scheme == "dark")

    page = colours(name, scheme)
    assert found == {token: page[token] for token in page if is_colour(page[token])}
    assert {*TEXT, *GROUND} <= found.keys()


@pytest.mark.parametrize(("name", "scheme"), CASES)
def test_what_stands_on_a_colour_can_be_read(name: str, scheme: str) -> None:
    """The text on the button, at rest and under the pointer."""
    found = colours(name, scheme)

    for text, ground in (("on-button", "button"), ("on-accent", "accent")):
        assert contrast(found[text], found[ground]) >= LEAST[name]


@pytest.mark.parametrize(("name", "scheme"), CASES)
def test_edges_of_controls_can_be_seen(name: str, scheme: str) -> None:
    """A radio is found by its edge; WCAG 2.2, 1.4.11 asks for 3 to 1."""
    found = colours(name, scheme)

    for edge in EDGES:
        assert contrast(found[edge], found["paper"]) >= 3


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("colour", ["#ffcc00", "#777777", "#204090"])
def test_accent_of_a_site_can_be_read_in_every_theme(name: str, colour: str) -> None:
    """In the shade that each scheme gets, on each of its grounds."""
    css = packaged_theme(name, accent=colour).css[QUIZ]

    for scheme in ("light", "dark"):
        found = colours(name, scheme)
        (shade,) = re.findall(rf"--kw-accent-{scheme}:(#[0-9a-f]+);", css)
        for ground in GROUND:
            assert contrast(shade, found[ground]) >= LEAST[name]


@pytest.mark.parametrize("name", THEMES)
def test_pages_of_every_theme_are_sound(name: str) -> None:
    """Balanced, each id there once, and no reference that leads nowhere."""
    site = sample_site(sum_quiz(), mean_quiz(), rules_quiz(), spoken_quiz())
    files = render(site, packaged_theme(name))

    for path in files:
        if path.endswith(".html"):
            page = Markup(whole_page(files, path))
            assert page.faults == [], path
            assert len(page.ids()) == len(set(page.ids())), path
            assert page.references() <= set(page.ids()), path


@pytest.mark.parametrize("name", sorted(set(THEMES) - {"spiegel"}))
def test_theme_changes_looks_and_nothing_else(name: str) -> None:
    """What behaviour goes by is the same in every theme, slot by slot."""
    site = sample_site(sum_quiz(), rules_quiz())

    def parts(theme: str) -> set[tuple[str, str]]:
        files = render(site, packaged_theme(theme))
        page = Markup(whole_page(files, "rules/index.html"))
        return {
            (key, value)
            for tag, attributes in page.elements
            for key, value in attributes.items()
            if tag not in {"html", "link"}
            and key.startswith(("data-", "aria-l"))
            and key != "data-late"
        }

    assert parts(name) == parts("spiegel")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", THEMES)
def test_site_that_chooses_a_scheme_has_it(name: str, scheme: str) -> None:
    """Whatever the reader's device prefers."""
    theme = packaged_theme(name, scheme=scheme)

    page = Markup(render(sample_site(), theme)["sums/index.html"].decode())

    assert page.elements[0][1]["data-scheme"] == scheme


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", THEMES)
def test_theme_with_tokens_of_its_own_has_all_of_them(name: str, scheme: str) -> None:
    """A token that spiegel gets and another theme lacks would be nothing there."""
    assert set(colours(name, scheme)) >= set(colours("spiegel", scheme))
