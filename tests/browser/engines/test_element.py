"""A quiz stands in a publisher's page itself in Chromium, Firefox and WebKit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from testkit.engines.engine import Engine, wait_for
from testkit.host_page import HOSTILE_CSS, element_html
from testkit.publisher import ANSWERS, TOTAL
from testkit.static_server import StaticServer
from testkit.styled import styled

Serve = Callable[..., StaticServer]

SHOWN = """
const roots = [...document.querySelectorAll("kwispel-quiz")].map((e) => e.shadowRoot);
return roots.length === 2 && roots.every((root) => {
  const form = root && root.querySelector("form[data-kw=quiz]");
  return form && form.getClientRects().length > 0;
});
"""
TAKE = """
const root = document.querySelector("kwispel-quiz").shadowRoot;
for (const [question, option] of Object.entries(arguments[0]))
  root.querySelector(`label[for="q-${question}.${option}"]`).click();
root.querySelector("button[type=submit]").click();
"""
SCORE = """
const root = document.querySelector("kwispel-quiz").shadowRoot;
const slot = root.querySelector("[data-score=total] [data-part=value]");
return slot.getClientRects().length > 0 && slot.textContent;
"""
OTHER = """
const root = document.querySelectorAll("kwispel-quiz")[1].shadowRoot;
return [root.querySelectorAll(":checked").length,
  root.querySelector("[data-kw=result]").getClientRects().length];
"""
LOOKS = styled("""
const root = document.querySelector("kwispel-quiz").shadowRoot;
const style = getComputedStyle(root.querySelector(".kw-prose"));
return [style.fontSize, style.fontStyle, style.textTransform, style.visibility,
  document.title];
""")


@pytest.fixture
def host(serve: Serve, site: StaticServer, tmp_path: Path) -> Iterator[str]:
    """Publish a page with the same quiz twice, and style that is against it."""
    body = element_html() * 2
    body = body.replace('src="', f'src="{site.url()}')
    script = f'<script async src="{site.url("element.js")}"></script>'
    (tmp_path / "index.html").write_text(
        "<!doctype html><html lang=en><meta charset=utf-8><title>News</title>"
        f"<style>{HOSTILE_CSS}</style>{script}<body>{body}",
        encoding="utf-8",
    )
    site.headers["Access-Control-Allow-Origin"] = "*"
    yield serve(tmp_path).url()
    del site.headers["Access-Control-Allow-Origin"]


def test_quiz_in_the_page_scores_and_stays_itself(engine: Engine, host: str) -> None:
    """Beside another of its kind, and under a hostile style sheet."""
    engine.go(host)
    wait_for(engine, SHOWN)

    engine.run(TAKE, ANSWERS)

    assert wait_for(engine, SCORE) == TOTAL
    assert engine.run(OTHER) == [0, 0]
    assert engine.run(LOOKS) == ["18px", "normal", "none", "visible", "News"]
