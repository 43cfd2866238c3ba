"""A WordPress whose posts hold addresses of quizzes, and the site of these quizzes.

At home WordPress may be missing, and its tests are skipped with the reason; in CI that
is a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from find_wordpress import ADVICE, WordPressPrograms, installed_wordpress
from testkit.static_server import StaticServer
from testkit.watch import Watch
from testkit.wordpress import WordPress

ROOT = Path(__file__).parents[3]
GOOD = ROOT / "tests/sites/good"
QUIZZES = ("behaviour/mirror", "translated/talen")

POSTS = {
    "mirror": "Before.\n\nORIGIN/mirror/\n\nAfter.",
    "english": "ORIGIN/en/talen/",
    "both": "ORIGIN/mirror/\n\nORIGIN/talen/",
    "block": (
        '<!-- wp:embed {"url":"ORIGIN/mirror/","type":"rich"} -->\n'
        '<figure class="wp-block-embed is-type-rich"><div '
        'class="wp-block-embed__wrapper">\nORIGIN/mirror/\n</div></figure>\n'
        "<!-- /wp:embed -->"
    ),
}
"""What was pasted; ORIGIN stands for where the quizzes are."""


@pytest.fixture(scope="session")
def wordpress_programs() -> WordPressPrograms:
    """Give what WordPress takes; without it CI fails and a home machine skips."""
    programs = installed_wordpress()
    if programs is not None:
        return programs
    reason = f"no WordPress: {ADVICE}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def quiz_site(
    wordpress_programs: WordPressPrograms, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[StaticServer]:
    """Serve quizzes, built for the address that they are served at."""
    assert wordpress_programs
    folder = tmp_path_factory.mktemp("wordpress") / "dist"
    content = folder.with_name("content")
    for quiz in QUIZZES:
        shutil.copytree(GOOD / quiz, content / Path(quiz).name)
    (content / "site.toml").write_text('title = "Quizzes"\nlang = "nl"\n')
    server = StaticServer(folder, "127.0.0.1")
    command = [sys.executable, "-m", "kwispel", "build", content, "-o", folder]
    done = subprocess.run(
        [*command, "--base-url", f"{server.origin}/"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == 0:
        yield server
    server.close()
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="session")
def running_wordpress(
    wordpress_programs: WordPressPrograms,
    quiz_site: StaticServer,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[WordPress]:
    """Set up WordPress once."""
    origin = quiz_site.origin
    wordpress = WordPress(
        wordpress_programs,
        tmp_path_factory.mktemp("wp"),
        quizzes=origin,
        posts={name: text.replace("ORIGIN", origin) for name, text in POSTS.items()},
    )
    yield wordpress
    wordpress.close()


@pytest.fixture
def wordpress(
    running_wordpress: WordPress, quiz_site: StaticServer, watch: Watch
) -> WordPress:
    """Give WordPress, whose pages may ask it and the quizzes for files."""
    watch.allow_origin(running_wordpress.origin)
    watch.allow_origin(quiz_site.origin)
    return running_wordpress
