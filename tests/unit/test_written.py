"""What is written is the same whoever writes it, and nothing that is the same is written again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from converter import forked
from converter.cli import FEW, telling
from converter.last import Row
from converter.link import Corpus
from converter.model import Authority, Report, SourceRef
from converter.write import files, write
from converter.write.files import publish, same, take_place


def report(name: str) -> Report:
    return Report(
        name, "report", "ilacs", name, name, Authority("norbury", "Norbury"), (SourceRef("norbury.txt", "0" * 64),)
    )


CORPUS = Corpus(tuple(report(f"norbury/20{year}-03-ilacs") for year in range(10, 33)), {}, {})


@pytest.mark.parametrize(("workers", "at_once"), [(2, 256), (3, 5), (50, 1)])
def test_several_processes_write_what_one_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int, at_once: int
) -> None:
    alone, together = tmp_path / "alone", tmp_path / "together"
    before = write(CORPUS, (), alone, {})
    monkeypatch.setattr(forked, "ROUND", at_once)
    assert write(CORPUS, (), together, {}, workers) == before
    found = {path.relative_to(alone): path.read_bytes() for path in alone.rglob("*") if path.is_file()}
    assert len(found) == len(CORPUS.reports) + 1
    assert found == {path.relative_to(together): path.read_bytes() for path in together.rglob("*") if path.is_file()}
    assert json.loads(found[Path("reports/corpus.json")])["reports"][0]["id"] == CORPUS.reports[0].id
    assert write(CORPUS, (), together, {}, workers).changed == 0


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
