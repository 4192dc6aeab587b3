"""What became of a source's words, and the terms of a report that names none."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from converter.convert import licensed
from converter.job import Job
from converter.model import LeftOut, WordCount
from converter.read import read
from converter.recognise import recognise
from converter.recognise.account import word_count

TEXT = "A note on Norbury\n\nThe bridge over the Nor was closed for two days.\n\nIt was opened again on Monday.\n"
JOB = Job(Path(), Path(), Path(), Path(), licence="Terms of the site")


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_report_without_terms_has_those_of_the_site_and_its_own_are_kept(note: Path) -> None:
    (report,) = recognise(read(note))
    assert licensed(report, JOB).licence == "Terms of the site"
    assert licensed(replace(report, licence="Crown copyright"), JOB).licence == "Crown copyright"
    of_ofsted = replace(report, framework="ilacs")
    assert licensed(of_ofsted, JOB) == of_ofsted


def test_every_word_is_counted_once(note: Path) -> None:
    source = read(note)
    (report,) = recognise(source)
    count = len(TEXT.replace(".", "").split())
    assert report.sources[0].words == word_count(source, [report]) == WordCount(count)


def test_what_is_left_out_and_what_is_missing_is_counted_by_itself(note: Path) -> None:
    source = read(note)
    (report,) = recognise(source)
    listed = (LeftOut("Page 4", "page number", 90), LeftOut("* *", "blank page", 91))
    cut = replace(report, sections=(), front=(), left_out=listed)
    held = word_count(replace(source, left_out=listed), [cut])
    whole = len(TEXT.replace(".", "").split())
    assert held == WordCount(whole + 2, (("page number", 2),), whole)
    assert word_count(replace(source, left_out=listed), [replace(report, left_out=listed)] * 2).lost == 0
