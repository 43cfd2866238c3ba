"""No file, however damaged, ends in anything but scores or a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from kwispel.respondents.refused import Refused
from testkit.respondents import Scored, scored, two_questions

HEADS = [
    b"",
    b"who,q1,q2\n",
    b"q1;q2\r\n",
    b"\xef\xbb\xbfq1\tq2\tq3\r",
    b"sep=;\nq1;q2\n",
    b"\xff\xfeq\x001\x00,\x00q\x002\x00\n\x00",
]
PIECES = [
    *(b"q1", b"a", b"b", b"d", b"a+b", b"-", b"0", b"=1", b"x" * 99, b" "),
    *(b",", b";", b"\t", b"\n", b"\r\n", b"\r", b'"', b'""', b"\x00"),
    *(b"\xff", b"\xe9", b"\xc3\xa9", b"\x81", b"\xef\xbb\xbf", b"\xff\xfe"),
]
files = st.builds(
    lambda head, pieces: head + b"".join(pieces),
    st.sampled_from(HEADS),
    st.lists(st.sampled_from(PIECES) | st.binary(max_size=3), max_size=40),
)


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], Path]:
    """Give what writes a file, over the one before."""
    path = tmp_path_factory.mktemp("any") / "answers.csv"

    def write(content: bytes) -> Path:
        path.write_bytes(content)
        return path

    return write


def objects_of(path: Path) -> Scored:
    """Score a file that is not refused."""
    try:
        return scored(two_questions(), path, as_json=True)
    except Refused:
        reject()


@given(content=files)
def test_any_bytes_are_scored_or_refused(
    table: Callable[[bytes], Path], content: bytes
) -> None:
    """Each row is an object of its own, with scores or with a sentence."""
    made = objects_of(table(content))

    rows = [made["row"] for made in made.objects]
    assert rows == sorted(set(rows))
    assert made.is_whole == all("error" not in each for each in made.objects)


@given(content=files)
def test_a_table_and_objects_score_the_same_rows(
    table: Callable[[bytes], Path], content: bytes
) -> None:
    """What is no object with scores is told beside the table."""
    path = table(content)
    objects = objects_of(path).objects

    told = scored(two_questions(), path).told

    assert [each["row"] for each in objects if "error" in each] == [
        int(line.split(":")[0].removeprefix("row "))
        for line in told
        if line.startswith("row ")
    ]
