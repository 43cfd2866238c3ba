"""Pages of a small site with something of everything, for what is tested on pages."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache

from markupsafe import Markup

from kwispel.compile import compile_quiz
from kwispel.model.questions import Question
from kwispel.model.shapes import Perspective, Quiz, Site
from kwispel.render.context import Page
from kwispel.render.late_markup import whole
from kwispel.render.leaves import leaves
from kwispel.render.outlets import Scripts
from kwispel.render.pages import render_site
from kwispel.render.theme import Theme, find_theme
from kwispel.render.theme_folders import theme_folders
from kwispel.source.shapes import Publisher
from testkit.quizzes import HERE, bands, question, quiz, score

SCRIPTS = Scripts(
    runtime=b"/* runtime */",
    plain=b"/* runtime of plain quizzes */",
    stepped=b"/* runtime with steps */",
    more=b"/* more */",
    complete=b"/* complete runtime */",
    boot="document.documentElement.setAttribute('data-scripts', '');",
    steps="/* steps */ window.steps = 1;",
    frame="/* frame */ window.frame = 1;",
    embed="/* embed */ window.embed = 1;",
    element="/* element */ window.element = 1;",
)


def sum_quiz() -> Quiz:
    """Give a quiz that CSS can count: whole points, added up, one n.a."""
    first = question(
        "first",
        [1, 2, 3],
        lead_html=Markup("<p>A lead.</p>"),
        note_html=Markup("<p>A note.</p>"),
        background_html=Markup("<h4>Why</h4><p>Background.</p>"),
    )
    total = score(
        "total",
        {"first": 1, "second": 1},
        bands=bands(low=None, high=4),
        explanation_html=Markup("<p>What it says.</p>"),
    )
    alone = score("alone", {"first": 2}, bands=bands(weak=None, strong=5))
    return replace(
        quiz([advised(first), question("second", [3, 1, None])], total, alone),
        id="sums",
        title='Sums & "signs"',
        description="Two questions.",
        intro_html=Markup("<h4>First this</h4><p>Intro.</p>"),
        scope_html=Markup("<p>Scope.</p>"),
        authors=("Ada", "Ben"),
        source="https://www.example.org/source/",
    )


def advised(asked: Question) -> Question:
    """Give a question with advice for each of its options."""
    options = tuple(
        replace(option, advice_html=Markup("<p>Advice {}.</p>").format(option.id))
        for option in asked.options
    )
    return replace(asked, options=options)


def mean_quiz() -> Quiz:
    """Give a quiz that CSS cannot count: the mean of its points, with a decimal."""
    only = question("only", ["0.5", 1, 4])
    total = score("total", {"only": 1}, method="mean", decimals=1)
    return replace(
        quiz([only], total), id="means", version=3, title="Means", address="informal"
    )


def spoken_quiz() -> Quiz:
    """Give a quiz with what is rare: a translation, and two points of view."""
    plain = sum_quiz()
    first = replace(plain.questions[0], voices={"other": Markup("Do <em>they</em>?")})
    original = replace(
        plain,
        id="spoken",
        lang="nl",
        title="Gesproken",
        questions=(first, plain.questions[1]),
        perspectives=(
            Perspective("self", "Ik", None, HERE),
            Perspective("other", "Zij", Markup("<p>Denk aan hen.</p>"), HERE),
        ),
    )
    english = replace(original, lang="en", title="Spoken", is_translation=True)
    return replace(original, translations=(english,))


def rules_quiz() -> Quiz:
    """Give a quiz with what is rare: several ticks, conditions, points per factor."""
    several = question("several", [2, 1, None], is_multiple=True, weight=Fraction(0))
    perhaps = question(
        "perhaps",
        [0, 1, None],
        is_optional=True,
        lead_html=Markup("<p>A lead.</p>"),
        when=({"several": ("a", "b")},),
        weight=Fraction(0),
    )
    split = shared("split", {"giving": 2, "taking": -1}, {"taking": 1})
    giving = score(
        "giving",
        {"several": 1, "split": 1},
        missing="shrink",
        bands=bands(low=None, high=3),
    )
    taking = score("taking", {"split": 1}, missing="refuse")
    rare = score("rare", {"perhaps": 1}, missing="lowest")
    made = quiz([several, perhaps, split], None, rare, giving, taking)
    return replace(made, id="rules", title="Rules")


def many_quiz() -> Quiz:
    """Give a quiz with five factors, as many as a radar takes, and no total."""
    names = ["one", "two", "three", "four", "five"]
    asked = [question(name, [0, 1, 2], weight=Fraction(0)) for name in names]
    factors = [
        score(f"f-{name}", {name: 1}, bands=bands(**{f"{name}-low": None, name: 1}))
        for name in names
    ]
    return replace(quiz(asked, None, *factors), id="many", title="Many")


def silent_quiz() -> Quiz:
    """Give a quiz that shows no score, with a factor that has something to say."""
    plain = sum_quiz()
    told = replace(
        plain.factors[0], explanation_html=Markup("<p>What it is about.</p>")
    )
    return replace(plain, id="silent", factors=(told,), shows_score=False)


def shared(question_id: str, *shares: Mapping[str, int]) -> Question:
    """Make a question whose options have points per factor."""
    asked = question(question_id, [sum(each.values()) for each in shares])
    options = tuple(
        replace(option, shares={name: Fraction(n) for name, n in each.items()})
        for option, each in zip(asked.options, shares, strict=True)
    )
    return replace(asked, options=options, weight=Fraction(0))


def sample_site(*quizzes: Quiz, **given: object) -> Site:
    """Make a site of these quizzes, or of the two samples."""
    keys: Mapping[str, object] = {
        "title": "Samples",
        "base_url": None,
        "lang": "en",
        "theme": "spiegel",
        "theme_options": {},
        "theme_places": {"": HERE},
        "publisher": Publisher("The publisher", "https://example.org/"),
        "embed_origins": ("*",),
        "redirects": {},
        "quizzes": quizzes or (sum_quiz(), mean_quiz()),
        "place": HERE,
    }
    return Site(**{**keys, **given})  # type: ignore[arg-type] # keys by name


THEMES = sorted(file.parent.name for file in theme_folders()[0].glob("*/theme.toml"))
"""The themes that come with kwispel."""


def packaged_theme(name: str = "spiegel", **options: str) -> Theme:
    """Give a theme that comes with kwispel, with these options."""
    found = find_theme(name, options, folders=theme_folders(), places={"": HERE})
    assert found.theme, found.problems
    return found.theme


def render(site: Site, theme: Theme | None = None) -> Mapping[str, bytes]:
    """Render a site as a build does."""
    sheets = {each.id: compile_quiz(each) for each in site.quizzes}
    return render_site(site, sheets, theme=theme or packaged_theme(), scripts=SCRIPTS)


@cache
def samples() -> Mapping[str, bytes]:
    """Render the site of the two samples; nobody may change it."""
    return render(sample_site())


def page_text(path: str, site: Site | None = None) -> str:
    """Give a page of a site as text, with all of its markup."""
    return whole_page(render(site) if site else samples(), path)


def whole_page(files: Mapping[str, bytes], path: str) -> str:
    """Give a page as it is once its late markup has come."""
    page = files[path].decode()
    late = re.search(r'data-late="(?:\.\./)*([^"]+)"', page)
    return whole(page, files[late[1]].decode() if late else "")


def sample_page(path: str) -> Page:
    """Give what a page of the samples shows."""
    return sample_pages_of(sum_quiz(), mean_quiz(), rules_quiz())[path]


def sample_pages_of(*quizzes: Quiz, **options: str) -> dict[str, Page]:
    """Give what each page of a site of these quizzes shows, by path."""
    sheets = {each.id: compile_quiz(each) for each in quizzes}
    site, theme = sample_site(*quizzes), packaged_theme(**options)
    found = leaves(site, sheets, theme=theme, scripts=SCRIPTS)
    return {leaf.path: leaf.page for leaf in found}
