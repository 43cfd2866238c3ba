"""Hosts are told by files, in each host's own way, what each file is served with."""

from __future__ import annotations

from kwispel.model.shapes import Site
from kwispel.publish.headers import header_files
from kwispel.publish.servers import SERVERS
from testkit.sample_pages import sample_site, spoken_quiz, sum_quiz

CSP = "Content-Security-Policy"


def rules(site: Site) -> dict[str, dict[str, str]]:
    """Read `_headers` as the hosts do: paths, and below each its headers."""
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in header_files(site)["_headers"].decode().splitlines():
        if not line.startswith(" "):
            path = line
            found[path] = {}
        else:
            name, _, value = line.strip().partition(": ")
            found[path][name] = value
    return found


def test_no_path_has_a_header_from_two_rules() -> None:
    """Hosts would join both values with a comma."""
    site = sample_site(sum_quiz(), spoken_quiz(), embed_origins=("https://a.example",))

    found = rules(site)

    for path, headers in found.items():
        assert path == "/*" or headers.keys().isdisjoint(found["/*"])
    assert all("*" not in path for path in found.keys() - {"/*", "/assets/*"})


def test_frames_of_every_language_are_told_of() -> None:
    """Under both of the names by which hosts serve a page."""
    found = rules(sample_site(spoken_quiz()))

    isolated = {
        path for path, its in found.items() if any("Embedder" in n for n in its)
    }
    assert isolated == {
        "/spoken/embed",
        "/spoken/embed.html",
        "/en/spoken/embed",
        "/en/spoken/embed.html",
    }


def test_search_engines_are_told_not_to_list_parts_of_pages() -> None:
    """The markup for the element has no head that could say so, and is no page."""
    site = sample_site(spoken_quiz())

    unlisted = {path for path, its in rules(site).items() if "X-Robots-Tag" in its}

    parts = {f"{path}/element" for path in ("/spoken", "/en/spoken")}
    assert unlisted == parts | {f"{part}.html" for part in parts}
    for server in SERVERS.values():
        assert "noindex" in server(site)


def test_a_list_of_sites_becomes_a_policy() -> None:
    """The site itself is in it, for its own pages show live frames."""
    origins = ("https://a.example", "http://b.example:8080")

    headers = rules(sample_site(embed_origins=origins))["/*"]

    assert headers[CSP] == f"frame-ancestors 'self' {' '.join(origins)}"


def test_an_empty_list_lets_in_the_site_alone() -> None:
    """Nobody else was named."""
    headers = rules(sample_site(embed_origins=()))["/*"]

    assert headers[CSP] == "frame-ancestors 'self'"


def test_anybody_may_frame_where_nothing_is_said() -> None:
    """Without a policy that could keep apps and files out, which `*` would."""
    assert CSP not in rules(sample_site())["/*"]


def test_servers_are_told_where_the_site_is() -> None:
    """The path of its address stands in their configuration."""
    site = sample_site(base_url="https://example.org/our-tests")

    assert "location /our-tests/ {" in SERVERS["nginx"](site)
    assert "file_server /our-tests/* {" in SERVERS["caddy"](site)


def test_github_pages_is_told_to_change_nothing() -> None:
    """An empty file says so."""
    assert header_files(sample_site())[".nojekyll"] == b""
