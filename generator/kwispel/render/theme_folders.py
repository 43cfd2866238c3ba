"""Where themes are."""

from __future__ import annotations

from pathlib import Path

import kwispel


def theme_folders(extra: Path | None = None) -> tuple[Path, ...]:
    """Give the folders in which themes are looked for, the site's own first."""
    package = Path(kwispel.__file__).parent
    packaged = package / "themes"
    # An editable install has no copy: its themes are those of the checkout.
    own = packaged if packaged.is_dir() else package.parents[1] / "themes"
    return (extra, own) if extra else (own,)
