"""What a page brings before its reader has touched it: a visit without any input."""

from __future__ import annotations

from pathlib import PurePosixPath

from brotli_server import BrotliServer, compressed
from contenders import Contender
from playwright.sync_api import Browser

SCRIPTS = frozenset((".js", ".mjs", ".wasm", ".py", ".zip", ".json"))
"""What is code, or is there for code alone."""

INLINE = """
[...document.scripts]
    .filter((script) => !script.src && !script.type.endsWith("json"))
    .map((script) => script.text)
    .join("\\n")
"""

WHILE_MS = 1_500
"""How long a reader looks at the page: enough for a browser to become idle."""


def script_on_arrival(
    browser: Browser, server: BrotliServer, contender: Contender
) -> int:
    """Give the bytes of script, compressed, that came though nobody did anything.

    Script in the page itself counts as if it were a file of its own.
    """
    already_sent = len(server.sent)
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(server.origin + contender.path, wait_until="networkidle")
    page.wait_for_timeout(WHILE_MS)
    inline: str = page.evaluate(INLINE)
    page.close()
    from_files = sum(
        size
        for path, size in server.sent[already_sent:]
        if PurePosixPath(path).suffix in SCRIPTS
    )
    return from_files + (len(compressed(inline.encode())) if inline else 0)
