"""Old paths lead to the pages of now, on any host, with what stands behind `#`."""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from html import unescape
from pathlib import Path

import pytest

from kwispel.build import Extras, build_site
from kwispel.errors import Place, Problem
from kwispel.model.check import read_site
from kwispel.model.check_redirects import check_redirects
from kwispel.model.shapes import Site
from kwispel.publish.redirects import REDIRECTS_FILE, moves, redirect_files
from kwispel.publish.servers import SERVERS
from kwispel.source.shapes import Redirect
from testkit.quiz_folder import Folder
from testkit.sample_pages import sample_site, spoken_quiz, sum_quiz

FULL = Path(__file__).parents[2] / "sites/good/full"
ROOT = "https://example.org/tests"


def moved(**given: object) -> Site:
    """Give a site of which four paths are old ones."""
    old = {"old": "spoken", "a/b": "en/spoken", "list.html": "", "start": ""}
    return sample_site(spoken_quiz(), redirects=old, **given)


def all_packed(files: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """Give compressed files the names that they have, without the time they take."""
    return {name + end: b"" for name in files for end in (".br", ".gz")}


def text(site: Site, path: str) -> str:
    """Give a page that leads on."""
    return redirect_files(site)[path].decode()


def test_old_folders_have_a_page_and_a_frame() -> None:
    """A page of its own leads to a page, a frame to a frame."""
    assert redirect_files(moved()).keys() == {
        *("old/index.html", "old/embed.html", "a/b/index.html", "a/b/embed.html"),
        *("list.html", "start/index.html", "start/embed.html", REDIRECTS_FILE),
    }


def test_pages_lead_on_from_where_they_stand() -> None:
    """To files, with relative addresses: so from a disk and a bucket as well."""
    leads = {
        name: re.findall(r'href="([^"]+)"', page.decode())
        for name, page in redirect_files(moved()).items()
        if name.endswith(".html")
    }

    assert leads == {
        "old/index.html": ["../spoken/index.html"],
        "old/embed.html": ["../spoken/embed.html"],
        "a/b/index.html": ["../../en/spoken/index.html"],
        "a/b/embed.html": ["../../en/spoken/embed.html"],
        "list.html": ["index.html"],
        "start/index.html": ["../index.html"],
        "start/embed.html": ["../index.html"],
    }


def test_a_page_is_in_the_language_of_where_it_leads() -> None:
    """Its one text is the title of that page."""
    assert '<html lang="nl" dir="ltr">' in text(moved(), "old/index.html")
    assert '<html lang="en" dir="ltr">' in text(moved(), "a/b/index.html")
    assert "<title>Samples</title>" in text(moved(), "list.html")


def test_search_engines_are_told_the_address_of_now() -> None:
    """Where the site knows its own."""
    found = text(moved(base_url=ROOT), "old/embed.html")

    assert f'<link rel="canonical" href="{ROOT}/spoken/">' in found
    assert "canonical" not in text(moved(), "old/index.html")


def test_the_page_runs_its_own_script_alone() -> None:
    """By its hash, with a policy as strict as any page's."""
    found = unescape(text(moved(), "old/index.html"))

    assert found.count("<script>") == 1
    assert "'sha256-" in found
    assert "connect-src 'none'" in found


def test_hosts_are_told_each_address_once() -> None:
    """Once for each of the two that read the file, and no path of theirs twice."""
    lines = redirect_files(moved())[REDIRECTS_FILE].decode().splitlines()

    assert len(lines) == len(set(lines))
    assert "/old/ /spoken/ 301!" in lines
    assert "/old/ /spoken/ 301" in lines
    assert "/a/b/embed.html /en/spoken/embed.html 301" in lines
    assert "/list / 301" in lines


@pytest.mark.parametrize("root", [ROOT, "https://quiz.example"])
def test_a_site_that_knows_its_address_sends_whole_ones(root: str) -> None:
    """A path alone leaves a sub-folder, and servers complete it as they see fit."""
    addresses = {move.address for move in moves(moved(base_url=root))}

    assert all(address.startswith(f"{root}/") for address in addresses)


def test_nginx_names_no_scheme_and_no_port_of_its_own() -> None:
    """Behind a proxy they are not those that readers see."""
    alone = SERVERS["nginx"](moved())

    assert "absolute_redirect off;" in alone
    assert "return 301 /spoken/;" in alone
    known = SERVERS["nginx"](moved(base_url="https://quiz.example"))
    assert "return 301 https://quiz.example/spoken/;" in known


def test_apache_is_told_nothing_where_the_site_does_not_know_its_address() -> None:
    """It would take a path for one on its disk; the pages lead on all the same."""
    rule = 'RewriteRule "^old/index\\.html$" "https://example.org/spoken/" [R=301,L]'

    assert "R=301" not in SERVERS["apache"](moved())
    assert rule in SERVERS["apache"](moved(base_url="https://example.org"))


def test_without_old_paths_there_is_nothing() -> None:
    """No empty file either."""
    assert redirect_files(sample_site(sum_quiz())) == {}


def test_no_old_path_takes_the_place_of_a_file_at_the_root(tmp_path: Path) -> None:
    """Whatever a build with all options writes there, but for what hosts read."""
    content = shutil.copytree(FULL, tmp_path / "content")
    quiz = content / "full/quiz.md"
    changed = quiz.read_bytes().replace(
        b"---\r\n", b"---\r\nupdated: 2026-11-01\r\n", 1
    )
    quiz.write_bytes(changed)
    extras = Extras(has_gallery=True, has_files=True, compressor=all_packed)
    build_site(content, tmp_path / "dist", extras=extras)
    written = {file.name for file in (tmp_path / "dist").iterdir()}
    asked_for = {name for name in written if name[0] not in "._"}
    place = Place("site.toml")
    free: list[str] = []
    for name in asked_for - {"full"}:
        problems: list[Problem] = []
        check_redirects([Redirect(name, "", place, place)], [], problems)
        free += [] if [one.code for one in problems] == ["redirect-taken"] else [name]

    assert {"card.png", "feed.xml", "gallery", "index.html.br"} <= asked_for
    assert free == []


def test_an_old_path_may_lead_to_another(folder: Folder) -> None:
    """What is followed in the end is a page."""
    settings = '[redirects]\nolder = "/old/"\nold = "quiz"\nall = "/"\n'
    (folder.path / "site.toml").write_text(settings, encoding="utf-8")

    site, problems = read_site(folder.path, shown_from=Path.cwd())

    assert problems == ()
    assert site.redirects == {"older": "quiz", "old": "quiz", "all": ""}
