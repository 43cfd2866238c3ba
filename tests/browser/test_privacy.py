"""What docs/reference/privacy.md promises, on a whole visit and in every built file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Page

from testkit.publisher import ANSWERS, TOTAL
from testkit.quiz_page import QuizPage
from testkit.reader import save
from testkit.static_server import StaticServer

BuiltSite = Callable[[str], Path]
Serve = Callable[..., StaticServer]

BUILT = ("content", "full", "files", "showcase-spiegel")
LOADED = {
    "audio": ("src",),
    "embed": ("src",),
    "form": ("action",),
    "frame": ("src",),
    "iframe": ("src",),
    "image": ("href",),
    "img": ("src", "srcset"),
    "input": ("src", "formaction"),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "track": ("src",),
    "use": ("href",),
    "video": ("src", "poster"),
}
"""What a browser asks for without being told to, by element."""

TOLD_ONLY = {"alternate", "canonical"}
"""Links that a browser does not follow by itself."""

TAG = re.compile(r"<([a-z][\w-]*)\s([^<>]*)>")
ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
AWAY = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?//", re.IGNORECASE)
IN_STYLE = re.compile(r"""@import|url\(\s*["']?(?!data:|#)""", re.IGNORECASE)
NO_REFERRER = '<meta name="referrer" content="no-referrer">'
ASKS = re.compile(
    r"\b(?:fetch|sendBeacon|importScripts)\s*\(|(?<![.\w])import\s*\("
    r"|(?<![\"'])\b(?:XMLHttpRequest|EventSource|WebSocket|WebTransport)\b"
)
"""How a script asks a server: the minifier leaves `new XMLHttpRequest` without `()`.

The runtime has some of the names in quotes, for what Brython is to do without.
"""
OWN_QUIZ = re.compile(r'\.open\("GET",new URL\("element\.html",\w+\)\)')
"""The one request of `element.js`: the markup of the quiz that it shows."""
INLINE = re.compile(r"<script\b[^>]*>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)

SPY = """
window.wasRead = [];
const spy = (owner, names) => {
  for (const name of names) {
    for (let at = owner; at; at = Object.getPrototypeOf(at)) {
      const found = Object.getOwnPropertyDescriptor(at, name);
      if (!found || !found.get) continue;
      Object.defineProperty(at, name, {
        ...found,
        get() { window.wasRead.push(name); return found.get.call(this); },
      });
    }
  }
};
spy(navigator, ["appVersion", "connection", "cookieEnabled", "deviceMemory",
  "doNotTrack", "geolocation", "getBattery", "hardwareConcurrency", "language",
  "languages", "maxTouchPoints", "mediaDevices", "mimeTypes", "platform", "plugins",
  "product", "userAgent", "userAgentData", "vendor", "webdriver"]);
spy(screen, ["availHeight", "availWidth", "colorDepth", "height", "pixelDepth",
  "width"]);
spy(document, ["referrer", "cookie"]);
for (const [owner, name] of [[HTMLCanvasElement, "toDataURL"],
    [HTMLCanvasElement, "getContext"], [Intl.DateTimeFormat, "resolvedOptions"]]) {
  const original = owner.prototype[name];
  owner.prototype[name] = function (...given) {
    window.wasRead.push(name);
    return original.apply(this, given);
  };
}
"""


@pytest.fixture
def quizzes(serve: Serve, built_site: BuiltSite) -> StaticServer:
    """Serve the quizzes."""
    return serve(built_site("behaviour"))


def visit(page: Page, url: str, folder: Path) -> QuizPage:
    """Open a page and do all that a reader can do there."""
    page.goto(url)
    quiz = QuizPage(page)
    quiz.expect_ready()
    do_all(page, quiz, folder)
    return quiz


def do_all(page: Page, quiz: QuizPage, folder: Path) -> None:
    """Do all that a reader can do; the saved result goes into a folder."""
    quiz.score(ANSWERS)
    quiz.expect_score(TOTAL)
    for name in ("copy", "print"):
        quiz.root.locator(f'[data-press="{name}"]').first.click()
    save(page, folder / "saved.html")
    quiz.part("earlier").locator("summary").click()
    code = quiz.root.locator("[data-part=code]").text_content() or ""
    quiz.part("earlier").locator("input").fill(code)
    quiz.part("earlier").locator('[data-press="compare"]').click()


def test_a_whole_visit_asks_for_built_files_alone(
    page: Page, quizzes: StaticServer, built_site: BuiltSite, tmp_path: Path
) -> None:
    """And for one more once the page is there; the watch sees to the rest."""
    page.add_init_script("window.print = () => {}")
    page.goto(quizzes.url("mirror/"))
    quiz = QuizPage(page)
    quiz.expect_ready()
    asked = list(quizzes.asked_for)

    do_all(page, quiz, tmp_path)
    quiz.reset()
    quiz.expect_state("ready")

    more = [path for path in quizzes.asked_for if "/assets/more." in path]
    assert quizzes.asked_for == [*asked, *more]
    assert len(more) == 1
    site = built_site("behaviour")
    for path in asked:
        file = site / path.lstrip("/")
        assert file.is_file() or (file / "index.html").is_file(), path


def test_nothing_is_read_that_tells_readers_apart(
    page: Page, quizzes: StaticServer, tmp_path: Path
) -> None:
    """No browser, no screen, no language, no time zone, nor where they came from."""
    page.add_init_script("window.print = () => {};" + SPY)

    visit(page, quizzes.url("mirror/"), tmp_path)

    assert page.evaluate("wasRead") == []


def test_the_spy_sees_what_is_read(page: Page, quizzes: StaticServer) -> None:
    """Otherwise the test above would prove nothing."""
    page.add_init_script(SPY)
    page.goto(quizzes.url("mirror/"))

    page.evaluate(
        "[navigator.userAgent, screen.width, document.referrer,"
        " Intl.DateTimeFormat().resolvedOptions()]"
    )

    seen = {"userAgent", "width", "referrer", "resolvedOptions"}
    assert seen <= set(page.evaluate("wasRead"))


@pytest.mark.parametrize("name", ["index.html", "embed.html"])
def test_the_query_of_an_address_gets_nowhere(
    page: Page, quizzes: StaticServer, tmp_path: Path, name: str
) -> None:
    """A campaign's mark is in no link and no file that the page makes."""
    page.add_init_script("window.print = () => {}")

    quiz = visit(page, quizzes.url(f"mirror/{name}?utm_source=mail&who=me"), tmp_path)

    links = "all => all.map((n) => n.getAttribute('href') || n.value).join()"
    found = quiz.root.locator("a[href], input").evaluate_all(links)
    assert "utm_source" not in found
    assert "utm_source" not in (tmp_path / "saved.html").read_text(encoding="utf-8")


def test_links_to_other_sites_tell_them_nothing(
    page: Page, quizzes: StaticServer, serve: Serve, tmp_path: Path
) -> None:
    """Not even the site from which the reader comes."""
    (tmp_path / "index.html").write_text("<!doctype html><title>Other</title>")
    other = serve(tmp_path, "127.0.0.1").url()
    page.goto(quizzes.url("mirror/"))

    with page.expect_navigation(url=other):
        page.evaluate("url => { location.href = url }", other)

    assert page.evaluate("document.referrer") == ""


def pages(site: Path) -> Iterator[tuple[str, str]]:
    """Give the pages of a site as texts, by path."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_text(encoding="utf-8")


def asked_elsewhere(text: str) -> Iterator[str]:
    """List what a page asks another site for, or fetches ahead."""
    for tag, written in TAG.findall(text):
        attributes = {
            name: unescape(value) for name, value in ATTRIBUTE.findall(written)
        }
        if "ping" in attributes or attributes.get("http-equiv") == "refresh":
            yield f"{tag} {attributes}"
        names = LOADED.get(tag, ())
        if tag == "link" and not TOLD_ONLY & set(attributes["rel"].split()):
            names = ("href",)
            if attributes["rel"] not in {"stylesheet", "icon"}:
                yield f"link {attributes['rel']}"
        for name in names:
            if AWAY.match(attributes.get(name, "").strip()):
                yield f"{tag} {name} {attributes[name]}"


@pytest.mark.parametrize("name", BUILT)
def test_no_built_file_asks_another_site_for_anything(
    built_site: BuiltSite, name: str
) -> None:
    """No script, style, font, picture or frame, and nothing ahead of its time."""
    site = built_site(name)

    for path, text in pages(site):
        assert list(asked_elsewhere(text)) == [], path
        assert not IN_STYLE.search("".join(STYLE.findall(text))), path
        assert ASKS.findall("\n".join(INLINE.findall(text))) == [], path
        is_page = not path.endswith("/element.html")  # but a part of somebody else's
        assert not is_page or NO_REFERRER in text, path
    for style in site.rglob("*.css"):
        assert not IN_STYLE.search(style.read_text(encoding="utf-8")), style
    for script in site.rglob("*.js"):
        may = ["XMLHttpRequest"] if script.name == "element.js" else []
        assert ASKS.findall(script.read_text(encoding="utf-8")) == may, script


def test_element_asks_for_the_markup_of_its_quiz_alone(built_site: BuiltSite) -> None:
    """One request, for a file whose name is in the script, beside its quiz."""
    script = (built_site("content") / "element.js").read_text(encoding="utf-8")

    assert len(OWN_QUIZ.findall(script)) == 1
    assert script.count(".open(") == script.count(".send(") == 1


@pytest.mark.parametrize(
    "script",
    [
        "const a=new XMLHttpRequest,b=1",
        "new window.XMLHttpRequest()",
        "const{WebSocket:a}=window",
        "self.fetch(a)",
        "navigator.sendBeacon(a)",
        "await import(a)",
    ],
)
def test_what_asks_in_a_script_is_found(script: str) -> None:
    """Otherwise the tests above would prove nothing."""
    assert ASKS.search(script)


@pytest.mark.parametrize(
    "text",
    [
        '<script src="https://cdn.example/x.js"></script>',
        '<img src="//cdn.example/x.png" alt="">',
        '<img src="x.png" srcset="HTTPS://cdn.example/x.png" alt="">',
        '<link rel="preconnect" href="x">',
        '<link rel="stylesheet" href="http://cdn.example/x.css">',
        '<a href="x" ping="x">x</a>',
        '<meta http-equiv="refresh" content="0; url=x">',
        '<form action="https://example.org"></form>',
    ],
)
def test_what_asks_elsewhere_is_found(text: str) -> None:
    """Otherwise the test above would prove nothing."""
    assert list(asked_elsewhere(text))
