"""Texts of the interface come from catalogues, the more exact before the other."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import PurePosixPath

import pytest

from kwispel.errors import Place
from kwispel.render.catalogue_file import NoCatalogue
from kwispel.render.catalogues import own_translations
from kwispel.render.conventions import conventions
from kwispel.render.interface import interface_problems
from kwispel.render.language import Strings
from kwispel.render.numbers import Numbers
from kwispel.render.wording import find_strings
from kwispel.source.shapes import Line, SourceFile
from testkit.sample_pages import sample_site, sum_quiz

HEAD = 'msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'


def own(name: str, *entries: str, head: str = HEAD) -> SourceFile:
    """Give a site's own catalogue."""
    lines = (head + "\n\n".join(entries)).split("\n")
    placed = tuple(Line(text, Place(name, n)) for n, text in enumerate(lines, 1))
    return SourceFile(name, PurePosixPath("_strings") / name, placed)


def entry(name: str, english: str, text: str, mark: str = "") -> str:
    """Write one text."""
    return f'{mark}msgctxt "{name}"\nmsgid "{english}"\nmsgstr "{text}"'


SUBMIT = entry("submit", "See your result", "Laat zien")


def texts(lang: str, *files: SourceFile, **options: str) -> Strings:
    """Find the texts of a language where a site has some of its own."""
    return find_strings(lang, own=files, **options)  # type: ignore[arg-type] # address


def test_a_site_puts_its_own_words_before_those_of_kwispel() -> None:
    """One text is enough, and the others stay what they were."""
    ui = texts("nl", own("nl.po", SUBMIT))

    assert ui.submit == "Laat zien"
    assert ui.reset == find_strings("nl").reset


def test_a_site_can_put_its_own_words_for_english() -> None:
    """English has no catalogue of kwispel's, but may have one of the site's."""
    file = own("en.po", entry("submit", "See your result", "How did I do?"))

    assert texts("en", file).submit == "How did I do?"
    assert texts("en-US", file).submit == "How did I do?"
    assert texts("tlh", file).submit == "How did I do?"


def test_a_site_can_add_a_language() -> None:
    """What is there is spoken, and the rest is English."""
    ui = texts("fy", own("fy.po", entry("submit", "See your result", "Sjoch")))

    assert (ui.submit, ui.reset) == ("Sjoch", "Clear all answers")
    assert ui.conventions.decimal == ","


def test_an_informal_text_falls_back_on_the_formal_one() -> None:
    """A form of address is a catalogue that holds no more than what differs."""
    ui = find_strings("de-AT", address="informal")

    assert ui.result == "Dein Ergebnis"
    assert ui.reset == "Alle Antworten l\u00f6schen"


def test_a_region_goes_before_its_language() -> None:
    """Its catalogue can hold one text, in either form of address."""
    files = own("nl_BE.po", SUBMIT), own("NL_be@informal.po", SUBMIT)

    assert texts("nl-BE", files[0]).submit == "Laat zien"
    assert texts("nl-be", files[1], address="informal").submit == "Laat zien"
    assert texts("nl", *files).submit == "Bekijk uw uitslag"


@pytest.mark.parametrize(
    "text",
    [
        entry("submit", "See your result", "Laat zien", "#, fuzzy\n"),
        entry("submit", "Show the result", "Laat zien"),
        entry("submit", "See your result", "Laat {result} zien"),
        entry("submit", "See your result", "Laat {zien"),
        entry("submit", "See your result", ""),
        entry("send", "See your result", "Laat zien"),
    ],
    ids=[
        *("fuzzy", "of another English text", "another slot", "a brace", "empty"),
        "no such name",
    ],
)
def test_what_cannot_stand_for_the_english_is_not_used(text: str) -> None:
    """What was there without it is shown."""
    assert texts("nl", own("nl.po", text)).submit == "Bekijk uw uitslag"


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (0, "\u0644\u0627 \u0623\u0633\u0626\u0644\u0629"),
        (1, "\u0633\u0624\u0627\u0644 \u0648\u0627\u062d\u062f"),
        (2, "\u0633\u0624\u0627\u0644\u0627\u0646"),
        (3, "{n} \u0623\u0633\u0626\u0644\u0629"),
        (11, "{n} \u0633\u0624\u0627\u0644\u064b\u0627"),
        (100, "{n} \u0633\u0624\u0627\u0644"),
    ],
)
def test_a_plural_has_as_many_forms_as_its_language(number: int, told: str) -> None:
    """Arabic has six, and each number has its own."""
    assert find_strings("ar").extent.of(number) == told


@pytest.mark.parametrize(
    ("lang", "number", "told"),
    [
        ("en", Fraction(1), "point"),
        ("en", Fraction(3, 2), "points"),
        ("nl", Fraction(-1), "punt"),
        ("nl", Fraction(1, 3), "punten"),
        ("fr", Fraction(3, 2), "point"),
        ("fr", Fraction(0), "point"),
        ("fr", Fraction(2), "points"),
    ],
)
def test_a_fraction_has_the_form_of_its_language(
    lang: str, number: Fraction, told: str
) -> None:
    """French says "1,5 point", where others say points."""
    assert find_strings(lang).points.of(number) == f"{{number}} {told}"


def test_a_plural_of_english_goes_by_the_rules_of_english() -> None:
    """Where a text is not translated, its forms are not those of the language."""
    ui = texts("ar", own("ar.po"))
    polish = texts("pl", own("pl.po", SUBMIT))

    assert ui.points.of(3) != polish.points.of(3)
    assert polish.points.of(3) == "{number} points"


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("nl", "12,5%"),
        ("de", "12,5\u00a0%"),
        ("tr", "%12,5"),
        ("ar", "12.5\u200e%\u200e"),
        ("ar-EG", "\u0661\u0662\u066b\u0665\u066a\u061c"),
    ],
)
def test_a_share_is_written_as_its_language_does(lang: str, told: str) -> None:
    """The sign before or behind it, with a space or without, by the CLDR."""
    assert Numbers(conventions(lang)).percent(Fraction(25, 2)) == told


def test_forms_for_the_browser_are_named_as_it_names_them() -> None:
    """By category, and none that says no more than "other" does."""
    assert [form.category for form in find_strings("ar").errors] == [
        *("zero", "one", "two", "few", "many", "other")
    ]
    assert [form.category for form in find_strings("fr").errors] == ["one", "other"]


PLURAL = 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n'


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("nonsense\n", 1),
        ('msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=(x;\\n"\n', 2),
        ('msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=n;\\n"\n', 2),
        ('msgid ""\nmsgstr "Plural-Forms: nplurals=2; plural=n%0;\\n"\n', 2),
        ('msgid ""\nmsgstr "Plural-Forms: nplurals=1; plural=0;\\n"\n\n' + PLURAL, 2),
        (PLURAL + 'msgstr[7] "d"\n', 1),
        ('msgctxt "a"\nmsgid "b"\nmsgstr "c\n', 3),
        (f"{SUBMIT}\n\n{SUBMIT}\n", 5),
    ],
)
def test_what_is_no_catalogue_is_told_by_its_line(head: str, line: int) -> None:
    """Odd lines, rules for plurals that cannot be, too many forms, a name twice."""
    with pytest.raises(NoCatalogue) as raised:
        own_translations(own("nl.po", head=head))

    assert raised.value.line == line


def test_a_language_whose_catalogue_cannot_be_read_is_told_once() -> None:
    """That its texts are not there either goes without saying."""
    site = replace(
        sample_site(sum_quiz()), lang="pl", own_texts=(own("pl.po", head="x\n"),)
    )

    assert [problem.code for problem in interface_problems(site)] == ["catalogue-file"]


@pytest.mark.parametrize(
    "head",
    [
        "",
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=latin-2\\n"\n\n',
        'msgid ""\nmsgstr ""\n"PO-Revision-Date: yesterday\\n"\n\n',
        'msgid ""\nmsgstr "Language: some_language_or_other\\n"\n\n',
    ],
    ids=["none", "charset", "date", "language"],
)
def test_a_head_may_say_anything_of_no_use_here(head: str) -> None:
    """The file is UTF-8, and its name says its language."""
    assert texts("pl", own("pl.po", SUBMIT, head=head)).submit == "Laat zien"


POLISH = (
    'msgctxt "extent"\nmsgid "{n} question"\nmsgid_plural "{n} questions"\n'
    'msgstr[0] "{n} pytanie"\nmsgstr[1] "{n} pytania"\nmsgstr[2] "{n} pyta\u0144"'
)


@pytest.mark.parametrize(
    ("number", "told"), [(1, "pytanie"), (3, "pytania"), (5, "pyta\u0144")]
)
def test_a_catalogue_without_a_rule_has_that_of_its_language(
    number: int, told: str
) -> None:
    """A file with a few texts need not say how its language counts."""
    ui = texts("pl", own("pl.po", POLISH, head=""))

    assert ui.extent.of(number) == f"{{n}} {told}"


@pytest.mark.parametrize(("number", "told"), [(1, "pergunta"), (2, "perguntas")])
def test_one_has_the_form_of_one(number: int, told: str) -> None:
    """Also where the CLDR counts 0 with it, and the catalogue's rule does not."""
    written = (
        'msgctxt "extent"\nmsgid "{n} question"\nmsgid_plural "{n} questions"\n'
        'msgstr[0] "{n} pergunta"\nmsgstr[1] "{n} perguntas"'
    )

    assert texts("pt", own("pt.po", written)).extent.of(number) == f"{{n}} {told}"


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("nl", "\u22122,5"),
        ("de-CH", "\u22122.5"),
        ("ar", "\u200e\u22122.5"),
        ("ar-EG", "\u061c\u2212\u0662\u066b\u0665"),
        ("fa", "\u200e\u2212\u06f2\u066b\u06f5"),
        ("sat", "\u22122.5"),
        ("tlh", "\u22122.5"),
    ],
)
def test_a_number_is_written_as_its_language_does(lang: str, told: str) -> None:
    """By the CLDR, but for the minus, which is the one as wide as a plus.

    Digits that CSS has no style for are not used.
    """
    assert Numbers(conventions(lang)).exact(Fraction(-5, 2)) == told
