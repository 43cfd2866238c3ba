"""What is remembered of a build may be lost or damaged at any time without harm."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kwispel.caches import keep, kept
from kwispel.known import Order, base_key, key_of
from kwispel.record import read_record, record_path, site_key
from testkit.many import rebuilt, site_bytes


def _truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-9])


def _changed(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b'"root"', b'"tree"'))


def _other_key(path: Path) -> None:
    key, _, rest = (kept(path) or b"").partition(b"\n")
    keep(path, [key[::-1], b"\n", rest])


def _without_digest(path: Path) -> None:
    path.write_bytes(kept(path) or b"")


def _garbage(path: Path) -> None:
    path.write_bytes(b"\x00\xff garbage \n\n{" * 99)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _unreadable(path: Path) -> None:
    path.chmod(0)


def _no_folder(path: Path) -> None:
    shutil.rmtree(path.parent)


def _file_for_folder(path: Path) -> None:
    shutil.rmtree(path.parent)
    path.parent.write_text("no folder")


def _dead_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere/at/all")


@pytest.mark.parametrize(
    "harm",
    [
        _truncated,
        _changed,
        _other_key,
        _without_digest,
        _garbage,
        _empty,
        _folder,
        _unreadable,
        _no_folder,
        _file_for_folder,
        _dead_link,
    ],
)
def test_damage_costs_time_alone(
    content: Path, dist: Path, harm: Callable[[Path], None]
) -> None:
    """A change is still seen, and what comes out is the same."""
    rebuilt(content, dist)
    harm(record_path(dist))
    path = content / "a/quiz.md"
    path.write_text(path.read_text().replace("About a", "Now about a"))

    rebuilt(content, dist)

    assert b"Now about a" in (dist / "a/index.html").read_bytes()
    by_damage = site_bytes(dist)
    rebuilt(content, dist, is_kept=False)
    assert site_bytes(dist) == by_damage


def test_a_record_is_of_one_folder(content: Path, dist: Path, tmp_path: Path) -> None:
    """What was built elsewhere says nothing of a folder that has another site."""
    rebuilt(content, dist)
    record_path(dist).rename(record_path(tmp_path / "other"))

    assert rebuilt(content, tmp_path / "other").rendered == ("a", "b", "c")
    assert site_bytes(tmp_path / "other") == site_bytes(dist)


def test_other_options_have_other_keys(content: Path, dist: Path) -> None:
    """Nothing is taken from a build that was asked for otherwise."""
    orders = [
        Order(content, dist),
        Order(content, dist, base_url="https://example.org"),
        Order(content, dist, themes=content),
        Order(content, dist, has_files=True),
        Order(content, dist, is_compressed=True),
        Order(content.parent / "content2", dist),
    ]

    keys = {key_of(order, base_key(order.themes)) for order in orders}

    assert len(keys) == len(orders)


def test_another_program_has_another_key(tmp_path: Path) -> None:
    """Names, places and bytes of files count, but none of what Python caches."""
    one = tmp_path / "one"
    (one / "__pycache__").mkdir(parents=True)
    (one / "a.py").write_text("a")
    keys = [site_key([], [one], [], has_program=False)]
    (one / "__pycache__/a.pyc").write_text("cached")
    assert site_key([], [one], [], has_program=False) == keys[0]

    (one / "a.py").write_text("b")
    keys.append(site_key([], [one], [], has_program=False))
    (one / "a.py").rename(one / "b.py")
    keys.append(site_key([], [one], [], has_program=False))
    keys.append(site_key(["en"], [one], [], has_program=False))
    keys.append(site_key(["en"], [one], []))

    assert len(set(keys)) == len(keys)


def test_what_was_long_not_built_is_forgotten(
    content: Path, dist: Path, cache: Path
) -> None:
    """The folder for caches does not grow for ever."""
    old = cache / "builds" / "old.json"
    old.parent.mkdir(parents=True)
    old.write_text("old")
    months_ago = time.time() - 40 * 24 * 3600
    os.utime(old, (months_ago, months_ago))

    rebuilt(content, dist)

    assert list(old.parent.iterdir()) == [record_path(dist)]
    key = key_of(Order(content, dist), base_key(None))
    assert read_record(record_path(dist), key)
