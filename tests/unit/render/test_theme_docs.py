"""docs/reference/theme.md lists what the packaged theme has."""

from __future__ import annotations

import inspect
import re
import tomllib
from pathlib import Path

from kwispel.publish.share import shapes as share_shapes
from kwispel.render import (
    context,
    context_embed,
    context_follow_up,
    context_head,
    context_language,
    context_paper,
    context_scores,
)

ROOT = Path(__file__).parents[3]
THEME = ROOT / "themes/spiegel"
CONTEXTS = (
    context,
    context_embed,
    context_language,
    context_follow_up,
    context_head,
    context_paper,
    context_scores,
)
DOCUMENT = (ROOT / "docs/reference/theme.md").read_text(encoding="utf-8")


def named() -> set[str]:
    """List what the document names in backticks."""
    return set(re.findall(r"`([^`\n]+)`", DOCUMENT))


def test_every_public_token_is_documented() -> None:
    """A token without a line in the document would be a secret interface."""
    style = (THEME / "css/tokens.css").read_text()
    tokens = set(re.findall(r"^\s*(--kw-[a-z-]+):", style, re.MULTILINE))

    assert tokens <= named()


def test_every_option_is_documented() -> None:
    """With its name, as it is written in site.toml."""
    options = tomllib.loads((THEME / "theme.toml").read_text())["options"]

    assert set(options) <= named()


def test_every_component_is_documented() -> None:
    """Each folder of components has its place in the table."""
    assert {folder.name for folder in (THEME / "components").iterdir()} <= named()


def test_everything_that_templates_see_is_documented() -> None:
    """Each class of the context is named."""
    classes = {
        name
        for module in (*CONTEXTS, share_shapes)
        for name, value in vars(module).items()
        if inspect.isclass(value) and value.__module__ == module.__name__
    }

    assert classes <= named()
