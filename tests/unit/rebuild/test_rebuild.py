"""What has changed is built anew, and nothing but that; what comes out is the same."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kwispel.build import Extras, build_site
from kwispel.errors import BuildFailed
from kwispel.known import Known, Order, base_key, key_of
from kwispel.publish.compressed import compressed_files
from kwispel.rebuild import rebuild
from kwispel.record import Record, read_record, record_path
from testkit.many import rebuilt, site_bytes, write_quiz, write_site


def whole(content: Path, folder: Path, **given: object) -> dict[str, bytes]:
    """Build a site as a whole, with no memory, and give its files."""
    shutil.rmtree(folder / "whole", ignore_errors=True)
    build_site(content, folder / "whole", **given)  # type: ignore[arg-type] # by name
    return site_bytes(folder / "whole")


def edit(path: Path, old: str, new: str) -> None:
    """Change a text in a file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


@pytest.mark.parametrize("base_url", [None, "https://example.org/x"])
def test_a_site_of_parts_is_the_whole_site(
    content: Path, dist: Path, tmp_path: Path, base_url: str | None
) -> None:
    """Built anew, and from memory, every byte is that of a build of the whole."""
    wanted = whole(content, tmp_path, base_url=base_url)

    first = rebuilt(content, dist, base_url=base_url)
    assert site_bytes(dist) == wanted
    again = rebuilt(content, dist, base_url=base_url)

    assert (first.rendered, again.rendered) == (("a", "b", "c"), ())
    assert site_bytes(dist) == wanted
    assert (first.warnings, first.editions) == (again.warnings, again.editions)


@pytest.mark.parametrize(
    ("order", "extras"),
    [
        ({"is_compressed": True}, Extras(compressor=compressed_files)),
        ({"has_files": True}, Extras(has_files=True)),
        (
            {"is_compressed": True, "has_files": True},
            Extras(compressor=compressed_files, has_files=True),
        ),
    ],
)
def test_what_a_site_has_besides_is_made_with_its_quizzes(
    content: Path, dist: Path, tmp_path: Path, order: dict[str, bool], extras: Extras
) -> None:
    """Compressed files and single files, anew and after a change."""
    rebuilt(content, dist, **order)
    edit(content / "b/questions/all.md", "How is", "How was")

    found = rebuilt(content, dist, **order)

    assert found.rendered == ("b",)
    assert site_bytes(dist) == whole(content, tmp_path, extras=extras)
    assert rebuilt(content, dist, **order).rendered == ()


def test_what_a_site_no_longer_has_is_taken_away(
    content: Path, dist: Path, tmp_path: Path
) -> None:
    """A build that is asked for less leaves nothing of the last one."""
    rebuilt(content, dist, is_compressed=True, has_files=True)

    rebuilt(content, dist)

    assert site_bytes(dist) == whole(content, tmp_path)


def test_processes_change_nothing(tmp_path: Path, dist: Path) -> None:
    """One builds what two do, and both tell the same."""
    content = tmp_path / "many"
    write_site(content, [f"q{number}" for number in range(48)])
    edit(content / "q7/questions/all.md", "(1)", "(0)")

    alone = rebuilt(content, tmp_path / "alone", processes=1)
    shared = rebuilt(content, dist, processes=2)

    assert site_bytes(dist) == site_bytes(tmp_path / "alone")
    assert shared.warnings == alone.warnings != ()


def test_one_change_makes_one_quiz(content: Path, dist: Path, tmp_path: Path) -> None:
    """Only its files, and those of the site, are written."""
    rebuilt(content, dist)
    before = {path: path.stat().st_ino for path in dist.rglob("*") if path.is_file()}
    edit(content / "b/questions/all.md", "How is", "How was")

    found = rebuilt(content, dist)

    assert found.rendered == ("b",)
    assert site_bytes(dist) == whole(content, tmp_path)
    written = {p.relative_to(dist).parts[0] for p, n in before.items() if _new(p, n)}
    assert written == {"b", ".kwispel-manifest"}


def _new(path: Path, number: int) -> bool:
    return path.exists() and path.stat().st_ino != number


def _title(content: Path) -> None:
    edit(content / "a/quiz.md", "Quiz a", "Quiz A")


def _picture(content: Path) -> None:
    (content / "b/picture.png").write_bytes(b"\x89PNG another")


def _added(content: Path) -> None:
    write_quiz(content / "d", "d")


def _removed(content: Path) -> None:
    shutil.rmtree(content / "b")


def _same_size_and_time(content: Path) -> None:
    path = content / "b/quiz.md"
    times = path.stat()
    edit(path, "About b.", "About d.")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))


def _second_question(quiz: Path) -> None:
    text = "# Second\n\nAnd *it*?\n\n- (0) Bad\n- (1) Good\n"
    (quiz / "questions/more.md").write_text(text, "utf-8")


def _question_added(content: Path) -> None:
    _second_question(content / "b")


def _question_removed(content: Path) -> None:
    (content / "c/questions/more.md").unlink()


def _settings(content: Path) -> None:
    edit(content / "site.toml", "Many", "Very many")


def _texts(content: Path) -> None:
    (content / "_strings").mkdir()
    text = 'msgid ""\nmsgstr ""\n\nmsgctxt "result"\nmsgid "Your result"\nmsgstr "So"\n'
    (content / "_strings/en.po").write_text(text, "utf-8")


@pytest.mark.parametrize(
    ("change", "made"),
    [
        (_title, {"a", "c"}),  # c leads to a, by its title
        (_picture, {"b"}),
        (_added, {"d"}),
        (_removed, set[str]()),
        (_same_size_and_time, {"b"}),
        (_question_added, {"b"}),
        (_question_removed, {"c"}),
        (_settings, {"a", "b", "c"}),
        (_texts, {"a", "b", "c"}),
    ],
)
def test_whatever_changes_is_seen(
    content: Path,
    dist: Path,
    tmp_path: Path,
    change: Callable[[Path], None],
    made: set[str],
) -> None:
    """What hangs on a change is made anew, and nothing else."""
    _second_question(content / "c")
    rebuilt(content, dist)
    change(content)

    found = rebuilt(content, dist)

    assert set(found.rendered) == made
    assert site_bytes(dist) == whole(content, tmp_path)


def test_a_changed_theme_is_seen(content: Path, dist: Path, tmp_path: Path) -> None:
    """The style of a theme of the site's own is in every page."""
    mine = tmp_path / "themes/mine"
    mine.mkdir(parents=True)
    (mine / "theme.toml").write_text('extends = "spiegel"\ndescription = "Mine"\n')
    (mine / "css").mkdir()
    (mine / "css/base.css").write_text("@layer kw.base{body{margin:0}}")
    edit(content / "site.toml", 'lang = "en"', 'lang = "en"\ntheme = "mine"')
    rebuilt(content, dist, themes=tmp_path / "themes")
    edit(mine / "css/base.css", "margin:0", "margin:1px")

    found = rebuilt(content, dist, themes=tmp_path / "themes")

    assert found.rendered == ("a", "b", "c")
    assert b"margin:1px" in (dist / "a/index.html").read_bytes()


def test_nothing_is_remembered_where_that_is_not_wanted(
    content: Path, dist: Path, cache: Path
) -> None:
    """Without the cache all is made anew, and nothing written down."""
    for _ in range(2):
        assert rebuilt(content, dist, is_kept=False).rendered == ("a", "b", "c")

    assert not cache.exists()


def _spoiled(dist: Path) -> None:
    (dist / "a/index.html").write_text("spoiled")


def _gone(dist: Path) -> None:
    (dist / "a/embed.html").unlink()


def _home_spoiled(dist: Path) -> None:
    (dist / "index.html").write_text("spoiled")


def _no_assets(dist: Path) -> None:
    shutil.rmtree(dist / "assets")


@pytest.mark.parametrize(
    "harm",
    [_spoiled, _gone, _home_spoiled, _no_assets, shutil.rmtree],
)
def test_what_became_of_the_site_is_mended(
    content: Path, dist: Path, harm: Callable[[Path], None]
) -> None:
    """The memory never stands for a page that is not there, or is another."""
    rebuilt(content, dist)
    wanted = site_bytes(dist)
    harm(dist)

    rebuilt(content, dist)

    assert site_bytes(dist) == wanted


@pytest.mark.parametrize("harm", [_spoiled, _home_spoiled, _no_assets])
def test_what_became_of_the_site_is_mended_beside_a_change(
    content: Path, dist: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    """That the pages of the site stay as they were is not taken from memory alone."""
    rebuilt(content, dist)
    edit(content / "b/questions/all.md", "How is", "How was")
    harm(dist)

    rebuilt(content, dist)

    assert site_bytes(dist) == whole(content, tmp_path)


def test_files_of_others_stay(content: Path, dist: Path) -> None:
    """A build of parts leaves them alone, as one of the whole does."""
    rebuilt(content, dist)
    (dist / "theirs").mkdir()
    (dist / "theirs/file.txt").write_text("theirs")
    (dist / "b/note.txt").write_text("theirs")
    shutil.rmtree(content / "b")

    rebuilt(content, dist)

    assert (dist / "theirs/file.txt").read_text() == "theirs"
    assert [path.name for path in (dist / "b").iterdir()] == ["note.txt"]


def test_what_is_in_the_way_is_told_by_the_whole_build(
    content: Path, dist: Path
) -> None:
    """Nothing of others is overwritten."""
    rebuilt(content, dist)
    before = site_bytes(dist)
    (dist / "d").mkdir()
    (dist / "d/index.html").write_text("theirs")
    write_quiz(content / "d", "d")

    assert rebuild(Order(content, dist)) is None
    assert site_bytes(dist) == before | {"d/index.html": b"theirs"}


def test_without_its_list_nothing_is_ours(content: Path, dist: Path) -> None:
    """Then all of it is in the way, for a build of parts as for one of the whole."""
    rebuilt(content, dist)
    (dist / ".kwispel-manifest").unlink()
    before = site_bytes(dist)

    assert rebuild(Order(content, dist)) is None
    with pytest.raises(BuildFailed):
        build_site(content, dist)
    assert site_bytes(dist) == before


def _broken(content: Path) -> None:
    edit(content / "b/questions/all.md", "(1)", "(x)")


def _unknown(content: Path) -> None:
    shutil.rmtree(content / "a")  # c leads to it


def _hooked(content: Path) -> None:
    (content / "b/scoring.py").write_text("def adjust(result, answers):\n    pass\n")


@pytest.mark.parametrize("change", [_broken, _unknown, _hooked])
def test_what_must_be_seen_as_a_whole_is_left_alone(
    content: Path, dist: Path, change: Callable[[Path], None]
) -> None:
    """The site and what is known of it stay as they were, to be used again."""
    rebuilt(content, dist)
    before = site_bytes(dist)
    kept = content.parent / "kept"
    shutil.copytree(content, kept)
    change(content)

    assert rebuild(Order(content, dist)) is None
    assert site_bytes(dist) == before
    shutil.rmtree(content)
    kept.rename(content)
    assert rebuilt(content, dist).rendered == ()


def test_times_alone_change_nothing(content: Path, dist: Path) -> None:
    """A checkout gives every file another time, and the same bytes."""
    rebuilt(content, dist)
    shutil.copytree(content, content.parent / "copy")
    shutil.rmtree(content)
    (content.parent / "copy").rename(content)

    assert rebuilt(content, dist).rendered == ()
    again = Known(Order(content, dist), _record(content, dist))
    assert all(again.is_stamped(name) for name in "abc")


def _record(content: Path, dist: Path) -> Record:
    """Give what is written down of the last build."""
    key = key_of(Order(content, dist), base_key(None))
    found = read_record(record_path(dist), key)
    assert found is not None
    return found
