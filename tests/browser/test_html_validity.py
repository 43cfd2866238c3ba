"""What is built is HTML as its standard wants it.

Which rules hold is in tests/html/rules.cjs, with a reason for each that does not.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

import html_validate

BuiltSite = Callable[[str], Path]

ROOT = Path(__file__).parents[2]
GOOD = sorted(path.name for path in (ROOT / "tests/sites/good").iterdir())
RULES = html_validate.WANTED / "rules.cjs"


@pytest.fixture(scope="module")
def validator() -> list[str | Path]:
    """Give the validator's command; without it CI fails and a home machine skips."""
    if html_validate.is_installed():
        return html_validate.command()
    reason = "no html-validate: run `make test`, or scripts/html_validate.py"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def faults(validator: list[str | Path], *folders: Path) -> list[str]:
    """List what the validator says of all pages in these folders."""
    pages = [page for folder in folders for page in sorted(folder.rglob("*.html"))]
    assert pages
    ran = subprocess.run(
        [*validator, "--config", RULES, "--formatter", "json", *pages],
        cwd=RULES.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stdout, ran.stderr
    return [
        f"{Path(file['filePath']).relative_to(folders[0].parent)}:{fault['line']}:"
        f"{fault['column']}: {fault['ruleId']}: {fault['message']}"
        for file in json.loads(ran.stdout)
        for fault in file["messages"]
    ]


def test_every_built_page_is_valid(
    validator: list[str | Path], built_site: BuiltSite
) -> None:
    """The project's own site, and every good site of the tests."""
    sites = [built_site(name) for name in ["content", *GOOD]]

    assert faults(validator, *sites) == []


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
