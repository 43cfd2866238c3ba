"""A result that is saved in an engine can be read in it, without scripts or network."""

from __future__ import annotations

from pathlib import Path

from testkit.engines.engine import Engine, wait_for
from testkit.engines.quiz import answer, expect_score, submit
from testkit.publisher import ANSWERS, TOTAL
from testkit.static_server import StaticServer
from testkit.styled import styled

CAUGHT = """
URL.createObjectURL = (blob) => {
  blob.text().then((text) => { window.saved = text; });
  return "#";
};
HTMLAnchorElement.prototype.click = () => {};
"""
"""Has the page hand its file to the test and not to the disk."""
LOOKS = styled("""
return [".kw-result__heading", ".kw-ledger__table"].map((part) => {
  const style = getComputedStyle(document.querySelector(part));
  return [style.fontSize, style.fontFamily, style.color, style.marginTop];
});
""")
OFFERED = """
const button = document.querySelector('[data-press="save"]');
return Boolean(button && button.getClientRects().length);
"""
"""What can be done with a result comes after its paint."""
TOLD = """
return document.querySelector('[data-score="total"] [data-part=value]').textContent;
"""
BEHAVIOUR = "return document.querySelectorAll('script, link, form, input').length;"


def test_a_saved_result_opens_as_it_was(
    engine: Engine, site: StaticServer, tmp_path: Path
) -> None:
    """The engine tells its style again, down to fonts that come from variables."""
    engine.go(site.url("mirror/"))
    answer(engine, ANSWERS)
    submit(engine)
    expect_score(engine, TOTAL)
    seen = engine.run(LOOKS)
    engine.run(CAUGHT)

    wait_for(engine, OFFERED)
    engine.click('[data-press="save"]')

    text = wait_for(engine, "return window.saved;")
    file = tmp_path / "saved.html"
    file.write_text(text, encoding="utf-8")
    engine.go(file.as_uri())
    assert engine.run(TOLD) == TOTAL
    assert engine.run(LOOKS) == seen
    assert engine.run(BEHAVIOUR) == 0
