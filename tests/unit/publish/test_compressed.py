"""Texts stand beside themselves in fewer bytes, the same ones every time."""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import brotli
import pytest

from kwispel.build import Extras, build_site
from kwispel.errors import BuildFailed
from kwispel.publish.compressed import compressed_files, compressor

TEXT = b"the same words, and then the same words again; " * 40


def test_texts_are_there_twice_more() -> None:
    """For both ways that browsers read, and they hold what the text does."""
    files = compressed_files({"a/index.html": TEXT, "assets/x.js": TEXT})

    assert files.keys() == {
        f"{name}.{end}"
        for name in ("a/index.html", "assets/x.js")
        for end in ("br", "gz")
    }
    assert brotli.decompress(files["assets/x.js.br"]) == TEXT
    assert gzip.decompress(files["assets/x.js.gz"]) == TEXT


def test_what_does_not_shrink_is_left_alone() -> None:
    """Pictures and fonts are compressed already, and a few bytes only grow."""
    files = {
        "assets/a.png": TEXT,
        "form.pdf": TEXT,
        "short.txt": b"ok",
        "empty.js": b"",
    }

    assert compressed_files(files) == {}


def test_what_is_for_hosts_is_left_alone() -> None:
    """No reader asks for it."""
    assert compressed_files({"_headers": TEXT, ".htaccess": TEXT, "_a.txt": TEXT}) == {}


def test_no_time_and_no_system_gets_into_the_bytes() -> None:
    """The head of a gzip file has room for both."""
    head = compressed_files({"a.js": TEXT})["a.js.gz"][:10]

    assert head[3:8] == bytes(5)
    assert head[9] == 255


def test_a_build_that_does_not_ask_for_them_takes_them_away(tmp_path: Path) -> None:
    """An old one would be sent in place of a new page."""
    content = Path(__file__).parents[2] / "sites/good/tiny"
    dist = tmp_path / "dist"

    build_site(content, dist, extras=Extras(compressor=compressor(dist)))
    packed = sorted(path.suffix for path in (dist / "tiny").iterdir())
    build_site(content, dist)

    assert {".br", ".gz"} <= set(packed)
    assert not [*dist.rglob("*.br"), *dist.rglob("*.gz")]


def test_missing_brotli_is_told_before_anything_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what to install."""
    monkeypatch.setattr(sys, "path", [])
    monkeypatch.delitem(sys.modules, "brotli", raising=False)

    with pytest.raises(BuildFailed, match=r'pip install "\.\[compress\]"'):
        compressor(tmp_path)
