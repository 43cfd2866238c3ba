"""The least that a generator in Python can do: Markdown and a template, page by page.

Run as `python benchmarks/peers/bare_loop.py PAGES FOLDER`; PAGES are files that
`corpus.write_pages` wrote.
"""

from __future__ import annotations

import sys
from pathlib import Path

from jinja2 import Environment
from markdown import Markdown
from markupsafe import Markup

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ title }}</title>
</head>
<body>
<h1>{{ title }}</h1>
{{ body }}
</body>
</html>
"""


def build(pages: Path, folder: Path) -> None:
    """Write each page into a folder of its own, one after the other."""
    markdown = Markdown()
    template = Environment(autoescape=True).from_string(PAGE)
    for page in sorted(pages.glob("*.md")):
        _, head, text = page.read_text(encoding="utf-8").split("---\n", 2)
        body = Markup(markdown.reset().convert(text))  # noqa: S704 - our own texts
        title = head.strip().removeprefix("title: ")
        target = folder / page.stem / "index.html"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(template.render(title=title, body=body), encoding="utf-8")


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
