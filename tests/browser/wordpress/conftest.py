"""A WordPress whose posts hold addresses of quizzes, and the site of these quizzes.

At home WordPress may be missing, and its tests are skipped with the reason; in CI that
is a failure.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from find_wordpress import WordPressPrograms
from testkit.built import serve_at_own_address
from testkit.static_server import StaticServer
from testkit.watch import Watch
from testkit.wordpress import WordPress, wordpress_programs

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
def programs() -> WordPressPrograms:
    """Give what WordPress takes."""
    return wordpress_programs()


@pytest.fixture(scope="session")
def quiz_site(
    programs: WordPressPrograms, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[StaticServer]:
    """Serve quizzes, built for the address that they are served at."""
    assert programs
    folder = tmp_path_factory.mktemp("wordpress")
    settings = 'title = "Quizzes"\nlang = "nl"\n'
    server = serve_at_own_address(folder, QUIZZES, settings)
    yield server
    server.close()


@pytest.fixture(scope="session")
def running_wordpress(
    programs: WordPressPrograms,
    quiz_site: StaticServer,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[WordPress]:
    """Set up WordPress once."""
    wordpress = WordPress(
        programs,
        tmp_path_factory.mktemp("wp"),
        quizzes=quiz_site.origin,
        posts=POSTS,
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
