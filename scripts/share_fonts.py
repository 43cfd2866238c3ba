"""Make the fonts of the packaged themes' share images from those of the Noto project.

    python scripts/card_fonts.py FOLDER

FOLDER has Noto's .ttf files, as Debian's fonts-noto-core and fonts-noto-extra install
them. What the themes need of them is written to themes/*/fonts: all letters of Latin,
Greek and Cyrillic, of Arabic and of Hebrew, without hints, which no share image needs.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

THEMES = Path(__file__).parents[1] / "themes"

FONTS = {
    "spiegel": (
        "NotoSerifDisplay-Regular",
        "NotoNaskhArabic-Regular",
        "NotoSerifHebrew-Regular",
        "NotoSans-Regular",
        "NotoSansArabic-Regular",
        "NotoSansHebrew-Regular",
    ),
    "krant": (
        "NotoSerifDisplay-CondensedBold",
        "NotoNaskhArabic-Bold",
        "NotoSerifHebrew-Bold",
    ),
    "overheid": ("NotoSans-Bold", "NotoSansArabic-Bold", "NotoSansHebrew-Bold"),
}

_SIGNS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x100),
    *range(0x2B0, 0x370),
    *range(0x2000, 0x2070),
    *range(0x20A0, 0x20D0),
)
_LETTERS = (
    *range(0x100, 0x250),
    *range(0x370, 0x460),
    *range(0x48A, 0x530),
    *range(0x1E00, 0x1F00),
    *range(0x2070, 0x20A0),
    *range(0x2100, 0x2200),
    0x2212,
    0x2248,
    0x2260,
    0x2264,
    0x2265,
)
_HEBREW = range(0x590, 0x600)
_ARABIC = (*range(0x600, 0x700), *range(0x750, 0x780))
_NAMES = (0, 1, 2, 3, 4, 5, 6, 13, 14)
_FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl"]


def main(folder: Path) -> None:
    """Write every font that a packaged theme names."""
    for theme, names in FONTS.items():
        target = THEMES / theme / "fonts"
        target.mkdir(exist_ok=True)
        for name in names:
            font = _subset(folder / f"{name}.ttf", name)
            font.save(target / f"{name}.ttf")


def _subset(path: Path, name: str) -> TTFont:
    is_latin = "Arabic" not in name and "Hebrew" not in name
    own = _LETTERS if is_latin else _ARABIC if "Arabic" in name else _HEBREW
    options = Options()
    options.hinting = False
    options.name_IDs = list(_NAMES)
    options.layout_features = _FEATURES if is_latin else ["*"]
    font = TTFont(path, recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*_SIGNS, *own])
    subsetter.subset(font)
    # A font is asked for by its family, so each needs one of its own.
    for record in font["name"].names:
        if record.nameID == 1:
            record.string = name
        elif record.nameID == 2:  # noqa: PLR2004 - the name of the style
            record.string = "Regular"
    return font


if __name__ == "__main__":
    main(Path(sys.argv[1]))
