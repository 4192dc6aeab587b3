"""What is written is the same whoever writes it, and nothing that is the same is written again."""

from __future__ import annotations

import io
import os
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import IO

import pytest

from converter.cli import FEW, telling
from converter.last import Row
from converter.write import files
from converter.write.files import publish, same, take_place
from converter.write.parts import parts_of, written

HOME = os.getpid()
THINGS = list(range(23))


def lines(part: Sequence[int], out: IO[bytes]) -> int:
    for number in part:
        out.write(f"{number}\n".encode())
    return sum(part)


def dies(part: Sequence[int], out: IO[bytes]) -> int:
    """Ends its process half-way through its part, unless that is the one that runs the test."""
    out.write(b"half")
    out.flush()
    if os.getpid() != HOME and 7 in part:
        os.kill(os.getpid(), signal.SIGKILL)
    out.seek(out.tell() - len("half"))
    return lines(part, out)


def fails(part: Sequence[int], out: IO[bytes]) -> int:
    raise OSError(28, "No space left on device", "page.md")


@pytest.mark.parametrize("workers", [1, 2, 3, 50])
@pytest.mark.parametrize("size", [1, 4, 100])
def test_the_output_is_in_order(workers: int, size: int) -> None:
    out = io.BytesIO()
    found = written(lines, parts_of(THINGS, size), workers, out)
    assert out.getvalue().decode().split() == list(map(str, THINGS))
    assert found == [sum(part) for part in parts_of(THINGS, size)]


def test_a_part_whose_process_dies_is_done_again() -> None:
    out = io.BytesIO()
    assert sum(written(dies, parts_of(THINGS, 4), 2, out)) == sum(THINGS)
    assert out.getvalue().decode().split() == list(map(str, THINGS))


def test_what_cannot_be_written_is_told_once(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(OSError, match="No space left"):
        written(fails, parts_of(THINGS, 4), 2, io.BytesIO())
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [(b"abcde", b"abcde", True), (b"abcde", b"abcdf", False), (b"abc", b"abcde", False), (b"", b"", True)],
)
def test_files_are_compared_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one: bytes, other: bytes, wanted: bool
) -> None:
    monkeypatch.setattr(files, "BLOCK", 2)
    left, right = tmp_path / "left", tmp_path / "right"
    left.write_bytes(one)
    assert not same(left, right)
    right.write_bytes(other)
    assert same(left, right) is wanted
    before = right.stat().st_mtime_ns
    assert take_place(left, right) is not wanted
    assert (right.read_bytes(), left.exists()) == (one, False)
    assert not wanted or right.stat().st_mtime_ns == before


def test_a_file_is_published_where_its_folder_is_missing(tmp_path: Path) -> None:
    source, place = tmp_path / "a.pdf", tmp_path / "norbury" / "2019-03-ilacs.pdf"
    for content in (b"first", b"other"):
        source.write_bytes(content)
        publish(source, place)
        assert place.read_bytes() == content


def row(at: int, problems: tuple[str, ...] = (), fresh: bool = False) -> Row:
    return Row(f"norbury/{at}", 1, 0, 0, problems, fresh)


BAD = ("no judgement was found",)


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        ([row(1), row(2), row(3)], [1, 2, 3]),
        ([row(at) for at in range(9)], []),
        ([row(at, fresh=at == 7) for at in range(9)], [7]),
        ([row(at, fresh=True) for at in range(9)], [0, 1, 2]),
        ([row(at, BAD if at in {5, 8} else (), fresh=True) for at in range(9)], [0, 5, 8]),
        ([row(at, BAD, fresh=at > 6) for at in range(9)], [0, 7, 8]),
    ],
    ids=["few", "nothing new", "one new", "all new", "some with problems", "all with problems"],
)
def test_the_summary_lists_what_is_to_be_looked_at(rows: list[Row], wanted: list[int]) -> None:
    assert [row.report for row in telling(rows, 3)] == [f"norbury/{at}" for at in wanted]
    assert telling(rows[:FEW], FEW) == rows
