"""What is built, shown and saved is HTML as its standard wants it.

Which rules hold is in tests/html, with a reason for each that does not.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

import html_validate
from kwispel.render.late_markup import whole
from testkit.file_site import PICTURE
from testkit.reader import STATES, STEP_STATES, save, to_result
from testkit.showcase import KINDS
from testkit.small_quiz import SMALL, SMALL_STEPS
from testkit.static_server import StaticServer

BuiltSite = Callable[[str], Path]

ROOT = Path(__file__).parents[2]
GOOD = sorted(path.name for path in (ROOT / "tests/sites/good").iterdir())
RULES = html_validate.WANTED / "rules.cjs"
RULES_OF_SHOWN = html_validate.WANTED / "rules_of_shown.cjs"
LATE = re.compile(r'data-late="([^"]+)"')

SHOWN = "'<!doctype html>' + document.documentElement.outerHTML"


@pytest.fixture(scope="module")
def validator() -> list[str | Path]:
    """Give the validator's command; without it CI fails and a home machine skips."""
    if html_validate.is_installed():
        return html_validate.command()
    reason = "no html-validate: run `make test`, or scripts/html_validate.py"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def pages_in(folder: Path) -> list[Path]:
    """List the pages of a site; what an element fetches is no page."""
    found = sorted(folder.rglob("*.html"))
    return [page for page in found if page.name != "element.html"]


def faults(
    validator: list[str | Path], *folders: Path, rules: Path = RULES
) -> list[str]:
    """List what the validator says of all pages in these folders."""
    pages = [page for folder in folders for page in pages_in(folder)]
    assert pages
    # To a file: Node leaves before a pipe has taken all of a long text.
    with tempfile.TemporaryFile() as told:
        subprocess.run(
            [*validator, "--config", rules, "--formatter", "json", *pages],
            cwd=RULES.parent,
            stdout=told,
            check=False,
        )
        told.seek(0)
        found = json.load(told)
    return [
        f"{'/'.join(Path(file['filePath']).parts[-4:])}:{fault['line']}:"
        f"{fault['column']}: {fault['ruleId']}: {fault['message']}"
        for file in found
        for fault in file["messages"]
    ]


def write_whole(site: Path, folder: Path) -> None:
    """Write the pages of a site as they are once their late markup has come."""
    for page in pages_in(site):
        text = page.read_text(encoding="utf-8")
        named = LATE.search(text)
        late = (page.parent / named[1]).read_text(encoding="utf-8") if named else ""
        path = folder / page.relative_to(site)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(whole(text, late), encoding="utf-8")
        assert "data-late></template>" not in path.read_text(encoding="utf-8")


def test_every_page_is_valid(
    validator: list[str | Path], built_site: BuiltSite, tmp_path: Path
) -> None:
    """The project's own site, and every good site of the tests.

    What the build has cut out of a page is put back, and judged where it stands; the
    project's own pages are judged as they were built, too, and so is a single file.
    """
    for name in ["content", *GOOD]:
        write_whole(built_site(name), tmp_path / name)

    files = built_site("files") / PICTURE
    found = faults(validator, tmp_path, built_site("content"), files)

    assert found == []


def test_what_readers_are_shown_is_valid(
    validator: list[str | Path],
    built_site: BuiltSite,
    serve: Callable[..., StaticServer],
    page: Page,
    tmp_path: Path,
) -> None:
    """After the runtime has come, with an error, with all that a result opens; saved.

    A browser writes what it shows in its own way: as `hidden=""`, with every end tag.
    """
    folder = tmp_path / "shown"
    folder.mkdir()
    server = serve(built_site("showcase-spiegel"))
    for quiz in (SMALL, SMALL_STEPS, KINDS):
        page.goto(server.url(f"{quiz}/"))
        for state in STEP_STATES if quiz == SMALL_STEPS else STATES:
            state.reach(page)
            name = f"{quiz}-{state.name}.html"
            (folder / name).write_text(page.evaluate(SHOWN), encoding="utf-8")
    page.goto(server.url(f"{SMALL}/"))
    to_result(page)
    save(page, folder / "saved.html")

    assert faults(validator, folder, rules=RULES_OF_SHOWN) == []


def test_a_faulty_page_is_told(validator: list[str | Path], tmp_path: Path) -> None:
    """Otherwise the test above would prove nothing."""
    page = tmp_path / "site/index.html"
    page.parent.mkdir()
    page.write_text(
        '<!doctype html><html lang="en"><head><title>A</title></head><body>'
        '<h1 id="a">A</h1><ul id="a"><p>B</p></ul></body></html>'
    )

    told = "\n".join(faults(validator, page.parent))

    assert "no-dup-id" in told
    assert "element-permitted-content" in told
