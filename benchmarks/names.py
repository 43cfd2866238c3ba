"""What contenders are called in tables, where a table treats one unlike the others."""

from __future__ import annotations

OURS = "kwispel"
FULL = "hand-written, full"
BARE = "hand-written, bare"

BARE_LOOP = "Python-Markdown and Jinja2, bare loop"
MKDOCS = "MkDocs"
PELICAN = "Pelican"
ELEVENTY = "Eleventy"
HUGO = "Hugo"
