"""A large corpus to measure with holds as many reports as were asked for, and the same ones every time."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from conftest import SAMPLES

from bench.corpus import TEXTS, Original, content, originals, planned, write
from converter.job import find_sources
from converter.link.same import merge
from converter.study import understood


@pytest.fixture(scope="module")
def found() -> list[Original]:
    return originals(SAMPLES)


def test_as_many_reports_come_out_and_none_are_merged(found: list[Original], tmp_path: Path) -> None:
    write(planned(found, 12, 8), tmp_path, 8)
    read = [report for path in find_sources(tmp_path) for report in understood(path)]
    held = merge(read)
    assert len(held) == len(read)
    assert sum(report.kind == "report" and not report.parent for report in held) == 12
    assert len({report.authority for report in held}) > 6


@pytest.mark.parametrize("count", [57, 431, 2000])
def test_no_address_and_no_file_is_planned_twice(found: list[Original], count: int) -> None:
    copies = planned(found, count, 8)
    reports = [copy for copy in copies if copy.original.main.kind == "report"]
    assert len(reports) == count
    assert len({address for copy in copies for address in copy.ids}) == sum(len(copy.ids) for copy in copies)
    assert len({copy.name for copy in copies}) == len(copies)
    assert sum(not copy.original.is_pdf for copy in reports) == round(count * TEXTS)


def test_a_copy_moves_within_the_years_of_its_framework(found: list[Original]) -> None:
    years = {
        (copy.original.main.framework, day.year)
        for copy in planned(found, 431, 8)
        if copy.original.main.kind == "report" and (day := copy.moved(copy.original.main.end))
    }
    assert {year for framework, year in years if framework == "ilacs"} == {2018, 2019, 2020, 2021, 2022}
    assert {year for framework, year in years if framework == "slac"} <= {2010, 2011, 2012}


def test_the_same_seed_makes_the_same_files(found: list[Original], tmp_path: Path) -> None:
    for name, seed in (("one", 8), ("again", 8), ("other", 9)):
        write(planned(found, 30, seed), tmp_path / name, seed)
    files = {
        name: {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        for name in ("one", "again", "other")
    }
    assert files["one"] == files["again"]
    assert files["one"] != files["other"]


def test_a_text_has_its_new_name_and_other_words_but_its_headings(found: list[Original]) -> None:
    text = next(one for one in found if one.path.suffix == ".txt" and one.main.kind == "report")
    copy = planned([text], 2, 8)[1]
    before, after = text.path.read_text(encoding="utf-8"), content(copy, random.Random(1)).decode()
    assert "Norbury" in before
    assert "Norbury" not in after
    assert copy.place.name in after
    assert len(before.split("\n")) == len(after.split("\n"))
