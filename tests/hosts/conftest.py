"""A built site on real servers, each told by us how to serve it.

In CI a server that is missing fails the tests; at home they are skipped with a reason.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from kwispel.build import NO_EXTRAS, Extras, build_site
from kwispel.model.shapes import Site
from kwispel.publish.compressed import compressed_files
from kwispel.publish.servers import SERVERS
from testkit.web_host import Host
from testkit.web_servers import Place, free_port, is_installed, running

CONTENT = Path(__file__).parents[1] / "sites/good/translated"


@pytest.fixture(scope="session")
def open_folder() -> Iterator[Path]:
    """Give a folder into which servers can look that are not the user's own."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


Started = Callable[..., AbstractContextManager[Host]]


@dataclass(frozen=True, slots=True)
class Laid:
    """A site that is built for a port, below a folder that a server can serve."""

    folder: Path
    port: int
    site: Site

    @property
    def root(self) -> Path:
        """Give what the server serves."""
        return self.folder / "root"

    @property
    def dist(self) -> Path:
        """Give the folder of the site in it."""
        return self.root / "tests"


def lay_out(folder: Path, content: Path, extras: Extras = NO_EXTRAS) -> Laid:
    """Build a site into a new folder."""
    own = Path(tempfile.mkdtemp(dir=folder))
    own.chmod(0o755)
    (own / "root").mkdir()
    port = free_port()
    address = f"http://localhost:{port}/tests"
    checked = build_site(content, own / "root/tests", base_url=address, extras=extras)
    return Laid(own, port, checked.site)


@pytest.fixture(scope="session")
def laid(open_folder: Path) -> Laid:
    """Give a site that servers take turns at; none may change it."""
    return lay_out(open_folder, CONTENT)


@pytest.fixture(scope="session")
def start(open_folder: Path) -> Started:
    """Give a function that runs a server with a site, as its snippet or another says.

    Shape: config makes the configuration of the snippet; laid is a site that is built
    already.
    """

    @contextmanager
    def start_one(
        name: str,
        config: Callable[[str], str] = str,
        laid: Laid | None = None,
    ) -> Iterator[Host]:
        _need(name)
        site = laid or lay_out(open_folder, CONTENT)
        snippet = SERVERS[name](site.site)
        if name == "apache":
            (site.dist / ".htaccess").write_text(config(snippet), encoding="utf-8")
            snippet = ""
        place = Place(site.folder, site.root, site.port)
        with running(name, place, config(snippet)):
            yield Host(name, site.port, site.dist)

    return start_one


def _need(name: str) -> None:
    if is_installed(name):
        return
    reason = f"{name} is not installed, and the snippet for it is not tried"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session", params=["nginx", "apache", "caddy"])
def host(request: pytest.FixtureRequest, start: Started) -> Iterator[Host]:
    """Serve the site as each server's snippet says."""
    with start(request.param) as started:
        yield started


@pytest.fixture(params=["nginx", "apache", "caddy"])
def xml_host(
    request: pytest.FixtureRequest, start: Started, laid: Laid, open_folder: Path
) -> Iterator[Host]:
    """Serve a sitemap as long as that of many quizzes, and nothing else."""
    own = Path(tempfile.mkdtemp(dir=open_folder))
    own.chmod(0o755)
    alone = Laid(own, free_port(), laid.site)
    alone.dist.mkdir(parents=True)
    (alone.dist / "sitemap.xml").write_text("<a/>" * 3000, encoding="utf-8")
    with start(request.param, laid=alone) as started:
        yield started


FULL = """
[embed]
origins = ["https://example.org", "https://*.example.net"]

[redirects]
oud = "talen"
"lijst.html" = "/"
"""


@pytest.fixture(scope="session")
def full(open_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Laid:
    """Give a site with all that hosts may be told of, and compressed files.

    Some sites alone may frame it, and two of its paths are old ones.
    """
    content = tmp_path_factory.mktemp("full") / "content"
    shutil.copytree(CONTENT, content)
    with (content / "site.toml").open("a", encoding="utf-8") as settings:
        settings.write(FULL)
    return lay_out(open_folder, content, Extras(compressor=compressed_files))


@pytest.fixture(scope="session")
def full_again(open_folder: Path, full: Laid) -> Laid:
    """Give the same files on another port, which the site does not know."""
    own = Path(tempfile.mkdtemp(dir=open_folder))
    own.chmod(0o755)
    shutil.copytree(full.root, own / "root")
    return Laid(own, free_port(), full.site)


@pytest.fixture(scope="session", params=["nginx", "apache", "caddy"])
def full_host(
    request: pytest.FixtureRequest, start: Started, full: Laid
) -> Iterator[Host]:
    """Serve that site as each server's snippet says, with brotli in each."""

    def with_brotli(snippet: str) -> str:
        return snippet.replace("# brotli_static", "brotli_static")

    with start(request.param, with_brotli, laid=full) as started:
        yield started
