"""Find WordPress and its database, as Debian has them, for the tests."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from install_browser import DEBIAN_PACKAGES

PACKAGES = DEBIAN_PACKAGES["wordpress"]
ADVICE = f"install Debian's {', '.join(PACKAGES)}"

_FILES = Path("/usr/share/wordpress")
_THEME = "wp-content/themes/twentytwentythree"


@dataclass(frozen=True, slots=True)
class WordPressPrograms:
    """What it takes: its files, what runs them, and a database."""

    files: Path
    php: Path
    database: Path


def installed_wordpress() -> WordPressPrograms | None:
    """Give WordPress as this machine has it, or None when a part of it is missing."""
    php = shutil.which("php")
    # Debian has servers in a folder that is not in everybody's PATH.
    database = shutil.which("mariadbd") or shutil.which("mariadbd", path="/usr/sbin")
    has_files = (_FILES / "wp-load.php").is_file() and (_FILES / _THEME).is_dir()
    has_mysqli = any(Path("/etc/php").glob("*/cli/conf.d/*mysqli.ini"))
    if php is None or database is None or not (has_files and has_mysqli):
        return None
    return WordPressPrograms(_FILES, Path(php), Path(database))
