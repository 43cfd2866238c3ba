"""What the build takes from the CLDR, and what the browser does, are the same."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from playwright.sync_api import Page

from kwispel.render.conventions import conventions, known_locale
from kwispel.render.wording import languages

OpenPage = Callable[..., Page]

LANGUAGES = [*languages(), "ar-EG", "fa", "pl", "pt", "pt-PT", "ru"]

NUMBERS = [*range(130), 0.5, 1.5, 2.5, 10.1, -1, -2, -1.5]

MARKS = "\u200e\u061c"
"""Of direction: a browser may tell them apart from the sign."""

FORMS = """
([lang, numbers]) => {
  const rules = new Intl.PluralRules(lang);
  return numbers.map((number) => rules.select(number));
}
"""

SIGNS = """
(lang) => {
  const parts = (number, options) => Object.fromEntries(
    new Intl.NumberFormat(lang, options).formatToParts(number)
      .map(({ type, value }) => [type, value]));
  return [
    parts(1.5).decimal,
    parts(-1).minusSign,
    parts(1).integer,
    new Intl.NumberFormat(lang, { style: "percent" }).format(0.5),
  ];
}
"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_number_has_the_same_form_in_page_and_browser(
    open_page: OpenPage, lang: str
) -> None:
    """A text that the build has filled in, and one that the browser fills in, agree."""
    rule = known_locale(lang).plural_form

    found = open_page().evaluate(FORMS, [lang, NUMBERS])

    assert found == [rule(Decimal(str(number))) for number in NUMBERS]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_numbers_have_the_same_signs_in_page_and_browser(
    open_page: OpenPage, lang: str
) -> None:
    """Days, which the browser writes, stand beside scores, which it does not."""
    signs = conventions(lang)
    half = "".join(signs.digits[int(digit)] for digit in "50")

    decimal, minus, one, share = open_page().evaluate(SIGNS, lang)

    assert decimal == signs.decimal
    assert minus.strip(MARKS).replace("-", "\u2212") == signs.minus.strip(MARKS)
    assert one == signs.digits[1]
    assert share == signs.percent.format(half)
