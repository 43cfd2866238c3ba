"""A WordPress of its own for some tests: its files, its database and its server.

It is set up from nothing in a folder, and gone when it is closed. Only the packages of
Debian must be there; see scripts/find_wordpress.py.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from playwright.sync_api import Page, expect

from find_wordpress import ADVICE, WordPressPrograms, installed_wordpress

OURS: Final = Path(__file__).parents[1] / "wordpress"
USER: Final = "editor"
PASSWORD: Final = "a test"  # noqa: S105 - of a site that lasts for minutes
PATIENCE_S: Final = 60

MOST_IN_WORDPRESS_PX: Final = 1000
"""What WordPress gives a frame at most."""


def wordpress_programs() -> WordPressPrograms:
    """Give what WordPress takes; without it CI fails and a home machine skips."""
    programs = installed_wordpress()
    if programs is not None:
        return programs
    reason = f"no WordPress: {ADVICE}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


class WordPress:
    """A WordPress that may fetch quizzes from one origin, until it is closed.

    Shape: origin is where it is; posts are the addresses of its posts, by their names.
    """

    def __init__(
        self,
        programs: WordPressPrograms,
        folder: Path,
        *,
        quizzes: str,
        posts: Mapping[str, str],
    ) -> None:
        """Set it up, with posts of this content, and wait until it answers.

        Shape: ORIGIN in a post stands for the origin of the quizzes.
        """
        port = _free_port()
        self.origin = f"http://localhost:{port}"
        self._programs, self._folder = programs, folder
        self._socket = folder / "database.sock"
        self._running: list[subprocess.Popen[bytes]] = []
        self._environment = {
            **os.environ,
            "KWISPEL_WORDPRESS_URL": self.origin,
            "KWISPEL_WORDPRESS_SOCKET": str(self._socket),
            "KWISPEL_WORDPRESS_QUIZZES": quizzes,
        }
        try:
            self._copy_files()
            self._start_database()
            self.posts = self._set_up(
                {name: text.replace("ORIGIN", quizzes) for name, text in posts.items()}
            )
            self._start("server", programs.php, "-S", f"localhost:{port}")
            self._wait(lambda: _is_open(port), "server")
        except BaseException:
            self.close()
            raise

    def log_in(self, page: Page) -> None:
        """Log in as a user who writes.

        Not by its form, whose own script takes the focus and the texts while one types.
        """
        page.request.post(
            f"{self.origin}/wp-login.php", form={"log": USER, "pwd": PASSWORD}
        )
        page.goto(f"{self.origin}/wp-admin/")
        expect(page.locator("#wpadminbar")).to_be_visible()

    def preview(self, url: str) -> dict[str, Any]:
        """Give what the block editor is told of an address, for a user who writes."""
        visit = build_opener(HTTPCookieProcessor())
        given = urlencode({"log": USER, "pwd": PASSWORD}).encode()
        visit.open(f"{self.origin}/wp-login.php", given).close()
        action = f"{self.origin}/wp-admin/admin-ajax.php?action=rest-nonce"
        with visit.open(action) as answer:
            visit.addheaders.append(("X-WP-Nonce", answer.read().decode()))
        route = urlencode({"rest_route": "/oembed/1.0/proxy", "url": url})
        with visit.open(f"{self.origin}/?{route}") as answer:
            found: dict[str, Any] = json.load(answer)
        return found

    def close(self) -> None:
        """End the server and the database; their folder is the caller's."""
        for process in reversed(self._running):
            process.terminate()
            process.wait()

    def _copy_files(self) -> None:
        """Copy the files: Debian's own configuration looks into /etc."""
        site = self._folder / "site"
        shutil.copytree(self._programs.files, site, ignore_dangling_symlinks=True)
        for name in ("wp-config.php", "setup.php"):
            shutil.copy(OURS / name, site)
        (site / "favicon.ico").touch()  # browsers wish for it by themselves
        plugins = site / "wp-content/mu-plugins"
        plugins.mkdir()
        shutil.copy(OURS / "local.php", plugins)

    def _start_database(self) -> None:
        """Start it without any tables of its own: so everybody may do everything."""
        data = self._folder / "database"
        data.mkdir()
        self._start(
            "database",
            self._programs.database,
            "--no-defaults",
            *(["--user=root"] if os.geteuid() == 0 else []),
            f"--datadir={data}",
            f"--socket={self._socket}",
            f"--pid-file={self._folder / 'database.pid'}",
            "--skip-networking",
            "--skip-grant-tables",
            # Nothing has to outlive a failing machine, and not every kernel has it.
            "--innodb-log-file-size=16M",
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-use-native-aio=0",
        )
        self._wait(self._socket.exists, "database")

    def _set_up(self, posts: Mapping[str, str]) -> dict[str, str]:
        done = subprocess.run(
            [self._programs.php, "setup.php"],
            cwd=self._folder / "site",
            env=self._environment,
            input=json.dumps({"user": USER, "password": PASSWORD, "posts": posts}),
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        addresses: dict[str, str] = json.loads(done.stdout)
        return addresses

    def _start(self, name: str, *command: str | Path) -> None:
        with (self._folder / f"{name}.log").open("wb") as log:
            process = subprocess.Popen(
                command,
                cwd=self._folder if name == "database" else self._folder / "site",
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        self._running.append(process)

    def _wait(self, is_there: Callable[[], bool], name: str) -> None:
        """Wait for what was started last; show its log where it never comes."""
        end = time.monotonic() + PATIENCE_S
        while not is_there():
            if self._running[-1].poll() is not None or time.monotonic() > end:
                log = (self._folder / f"{name}.log").read_text(errors="replace")
                raise AssertionError(f"WordPress's {name} did not start:\n{log}")
            time.sleep(0.05)


def _free_port() -> int:
    """Find a port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _is_open(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("localhost", port)) == 0
