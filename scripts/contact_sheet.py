"""Put pictures on one sheet, to look through them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby
from pathlib import Path

STYLE = """
body { margin: 2rem; font: 1rem/1.4 sans-serif; background: #777; color: #fff }
h2 { margin-block: 2rem .5rem }
div { display: flex; flex-wrap: wrap; gap: 1rem }
figure { margin: 0; inline-size: 15rem }
img { inline-size: 100%; block-size: 18rem; object-fit: cover; object-position: top }
a { color: inherit }
"""


def contact_sheet(folder: Path, pictures: Sequence[Path]) -> str:
    """Write the sheet: a heading for each folder, and every picture by its name."""
    shown = "".join(
        f"<h2>{escape(str(place.relative_to(folder)))}</h2><div>"
        + "".join(_figure(path.relative_to(folder)) for path in group)
        + "</div>"
        for place, group in groupby(pictures, key=lambda path: path.parent)
    )
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        f"<title>Screenshots</title><style>{STYLE}</style>"
        f"<h1>Screenshots</h1>{shown}</html>\n"
    )


def _figure(path: Path) -> str:
    address, name = escape(path.as_posix()), escape(path.stem)
    picture = f'<img src="{address}" alt="{name}" loading="lazy">'
    return (
        f'<figure><a href="{address}">{picture}'
        f"<figcaption>{name}</figcaption></a></figure>"
    )
