"""What a screen reader finds on a page, generated content and counters included."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

from playwright.sync_api import Page

Node = dict[str, Any]

LONGEST_S = 30


def heard(page: Page) -> str:
    """Give all text of the page's accessibility tree, in order, in one line.

    It is Chromium's own tree: nowhere else does a browser tell what a CSS counter
    has come to.
    """
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    words = " ".join(_texts(nodes[0], by_id)).split()
    return " ".join(words).replace(" ,", ",").replace(" .", ".")


def expect_heard(page: Page, words: str) -> None:
    """Wait until this is heard."""
    until = time.monotonic() + LONGEST_S
    while words not in heard(page) and time.monotonic() < until:
        page.wait_for_timeout(50)
    assert words in heard(page)


def _texts(node: Node, by_id: dict[str, Node]) -> Iterator[str]:
    if node.get("role", {}).get("value") == "StaticText":
        yield str(node["name"]["value"])
        return
    for child in node.get("childIds", []):
        if child in by_id:
            yield from _texts(by_id[child], by_id)
