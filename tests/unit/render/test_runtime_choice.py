"""Each quiz gets the runtime that it needs, by every way to its reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kwispel.compile import compile_quiz
from kwispel.model.check import read_site
from kwispel.model.shapes import Quiz
from kwispel.render.sheets import sheet_text
from kwispel.runtime.load import load_runtime
from kwispel.runtime.plain import is_plain, not_plain_pattern
from kwispel.scripts import scripts_of
from testkit.sample_pages import mean_quiz, render, rules_quiz, sample_site, sum_quiz

ROOT = Path(__file__).parents[3]
SITES = [ROOT / "content", *sorted((ROOT / "tests/sites/good").iterdir())]
PLAIN = {
    *("content/klantgerichtheid", "behaviour/mirror", "behaviour/names"),
    *("card/listening", "card/own"),
    *("directions/arqam", "published/limesurvey", "rules/falling", "rules/minimum"),
    *("shared/pass-on", "silent/silent", "sus/sus", "terms/kinds", "terms/words"),
    *("tiny/tiny", "translated/talen", "voices/blik"),
}
"""Those of the project's content and of the sites for tests that are plain."""

NAMED = re.compile(r'data-runtime="(?:\.\./)*([^"]+)"')


def runtimes(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Give for each page of a quiz the runtime that it names."""
    for path, text in files.items():
        if path.endswith(".html") and (found := NAMED.search(text.decode())):
            yield path, files[found[1]]


def stepped_quiz() -> Quiz:
    """Give a quiz that would be plain, if it did not ask one question at a time."""
    return replace(sum_quiz(), id="steps", layout="steps")


def test_every_page_of_a_quiz_names_the_same_runtime() -> None:
    """Its own, that for frames, and what is put into a publisher's page."""
    quizzes = (sum_quiz(), mean_quiz(), rules_quiz(), stepped_quiz())
    found = dict(runtimes(render(sample_site(*quizzes))))

    plain, other = b"/* runtime of plain quizzes */", b"/* runtime */"
    expected = {
        "sums": plain,
        "means": plain,
        "rules": other,
        "steps": b"/* runtime with steps */",
    }
    assert found == {
        f"{quiz}/{page}.html": runtime
        for quiz, runtime in expected.items()
        for page in ("index", "embed", "element")
    }


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_nothing_but_plain_quizzes_gets_the_runtime_of_plain_ones(site: Path) -> None:
    """Nor would the script itself take others."""
    scripts = scripts_of(load_runtime())
    for quiz in read_site(site, shown_from=site)[0].quizzes:
        sheet = compile_quiz(quiz)
        is_chosen = scripts.runtime_for(quiz, sheet) == scripts.plain

        assert is_chosen == (f"{site.name}/{quiz.id}" in PLAIN)
        refused = re.search(not_plain_pattern(), sheet_text(sheet))
        assert bool(refused) != is_plain(sheet)


def test_a_site_with_hooks_has_one_runtime() -> None:
    """It holds the hooks, which any quiz of the site may need."""
    scripts = scripts_of(load_runtime(), ("(function () {})",))

    assert scripts.plain == scripts.runtime == scripts.stepped
