"""Install what the tests need besides Python: with apt, or Playwright's own browser."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

DEBIAN_PACKAGES = {
    "chromium": ("chromium", "fonts-liberation", "fonts-dejavu-core"),
    "shell": ("chromium-headless-shell",),
    "firefox": ("firefox-esr",),
    "webkit": ("webkit2gtk-driver", "xvfb"),
    "wordpress": (
        "wordpress",
        "wordpress-theme-twentytwentythree",
        "mariadb-server-core",
        "php-cli",
        "php-mysql",
    ),
    "nginx": ("nginx", "libnginx-mod-http-brotli-static"),
    "caddy": ("caddy",),
    "apache": ("apache2-bin",),
}
"""What each of them takes; the fonts are for all engines."""


def install_with_apt(*names: str) -> bool:
    """Install Debian's packages of these; False where that cannot be done."""
    may_install = _as_root()
    if shutil.which("apt-get") is None or may_install is None:
        return False
    tell(f"installing Debian's {' and '.join(names)} with apt-get")
    packages = [package for name in names for package in DEBIAN_PACKAGES[name]]
    # In this runlevel Debian's scripts start no service, such as a server at port 80.
    calm = {"DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    environment = {**os.environ, **calm}
    # To have each file safely on the disk takes half of the time. A machine of CI that
    # loses its power is set up anew; at home it must not be left with half a package.
    hasty = ["-o", "Dpkg::Options::=--force-unsafe-io"] if os.environ.get("CI") else []
    install = ["install", "--yes", "--no-install-recommends", *hasty, *packages]
    return all(
        subprocess.run(  # noqa: S603 - apt-get with our own words
            [*may_install, "apt-get", "-qq", *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env=environment,
            check=False,
        ).returncode
        == 0
        for words in (["update"], install)
    )


def install_with_playwright(node: Path) -> bool:
    """Install Playwright's own Chromium; False when its download failed."""
    tell("installing Playwright's chromium")
    with_libraries = [] if _as_root() is None else ["--with-deps"]
    done = subprocess.run(  # noqa: S603 - our own Python
        [sys.executable, "-m", "playwright", "install", *with_libraries, "chromium"],
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
        env={**os.environ, "PLAYWRIGHT_NODEJS_PATH": str(node)},
        check=False,
    )
    return done.returncode == 0


def tell(what: str) -> None:
    """Tell on the error stream, so that the path stands alone on the other."""
    sys.stderr.write(f"{what}\n")


def _as_root() -> list[str] | None:
    """Give what to put before a command to run it as root; None where one may not."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    silent = ["sudo", "--non-interactive"]
    trial = subprocess.run(  # noqa: S603 - asks only whether we may
        [*silent, "true"], capture_output=True, check=False
    )
    return silent if trial.returncode == 0 else None
