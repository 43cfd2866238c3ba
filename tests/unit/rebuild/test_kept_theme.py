"""A theme that is kept between builds may be lost or damaged at any time."""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from kwispel.caches import keep
from kwispel.render.template_code import TemplateCode
from testkit.many import rebuilt, site_bytes


def _kept(cache: Path) -> Path:
    [found] = (cache / "themes").iterdir()
    return found


def test_a_theme_is_made_once(content: Path, dist: Path, cache: Path) -> None:
    """The next build takes it as it is, and makes the same of it."""
    rebuilt(content, dist)
    wanted = site_bytes(dist)
    number = _kept(cache).stat().st_ino
    (cache / "builds").rename(cache / "lost")

    assert rebuilt(content, dist).rendered == ("a", "b", "c")
    assert site_bytes(dist) == wanted
    assert _kept(cache).stat().st_ino == number


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def _changed(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"kw-", b"wk-"))


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _none_of_ours(path: Path) -> None:
    keep(path, [pickle.dumps(None)])
    path.chmod(0o666)


@pytest.mark.parametrize("harm", [_truncated, _changed, _empty, _folder, Path.unlink])
def test_damage_costs_time_alone(
    content: Path, dist: Path, cache: Path, harm: Callable[[Path], None]
) -> None:
    """What is not whole is made again."""
    rebuilt(content, dist)
    wanted = site_bytes(dist)
    harm(_kept(cache))
    (cache / "builds").rename(cache / "lost")

    assert rebuilt(content, dist).rendered == ("a", "b", "c")
    assert site_bytes(dist) == wanted


@pytest.mark.skipif(sys.platform == "win32", reason="files have no such rights there")
def test_what_others_may_have_written_is_not_read(
    content: Path, dist: Path, cache: Path
) -> None:
    """It would be run as a program."""
    rebuilt(content, dist)
    wanted = site_bytes(dist)
    _none_of_ours(_kept(cache))
    (cache / "builds").rename(cache / "lost")

    assert rebuilt(content, dist).rendered == ("a", "b", "c")
    assert site_bytes(dist) == wanted


def _printed(text: str, code: TemplateCode) -> str:
    templates = Environment(
        loader=DictLoader({"a": text}), bytecode_cache=code, autoescape=True
    )
    return templates.get_template("a").render()


def test_a_template_is_compiled_once() -> None:
    """What was compiled is run, as long as the template says the same."""
    first = TemplateCode({})
    assert _printed("first", first) == "first"
    [(name, code)] = first.code.items()
    again = TemplateCode({name: code.replace(b"first", b"other")})

    assert _printed("first", again) == "other"
    assert _printed("third", again) == "third"
