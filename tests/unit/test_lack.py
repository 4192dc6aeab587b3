"""Frameworks whose reports give no grades or print no numbers: nothing is made up and nothing is missed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from converter.link import predecessors
from converter.model import Authority, Report, Span, Table
from converter.profiles import Profile, profile_named
from converter.read import read
from converter.read.text import read_text
from converter.recognise.front import front_blocks
from converter.recognise.inspection import inspection_report

ILACS = profile_named("ilacs")
UNGRADED = replace(
    ILACS,
    lack=frozenset({"grades", "numbers"}),
    optional=frozenset({"lead inspector"}),
    lists={**ILACS.lists, "grades": (), "areas": (), "front": ()},
)
TEXT = """Inspection of Norbury children's services

Inspection dates: 4 to 15 March 2019

Area\tGood

What needs to improve?

1. The speed of help is good

The experiences and progress of care leavers: good

2 May 2019

3. Care leavers are seen.
"""


def made(folder: Path, optional: Sequence[str] = ("lead inspector",)) -> Report:
    path = folder / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    source = read(path)
    return inspection_report(source, source.lines, replace(UNGRADED, optional=frozenset(optional)))


def test_no_grade_and_no_number_is_made_up(tmp_path: Path) -> None:
    report = made(tmp_path)
    assert report.judgements == ()
    assert not list(report.paragraphs())
    assert not re.search(r"grade='[a-z]", repr(report))
    assert "1. The speed of help is good" in repr(report)
    assert report.words_kept == 1.0


def test_what_a_framework_does_not_print_is_not_missed(tmp_path: Path) -> None:
    assert made(tmp_path).problems == ()
    assert made(tmp_path, ()).problems == ("no lead inspector found",)


@pytest.mark.parametrize(("profile", "grade"), [(ILACS, "good"), (UNGRADED, "")], ids=["graded", "ungraded"])
def test_a_cell_of_the_front_page_is_a_grade_only_where_there_are_grades(profile: Profile, grade: str) -> None:
    (table,) = front_blocks(read_text("Area\tGood")[1], profile)
    assert isinstance(table, Table)
    assert table.rows[0][1] == (Span("Good", grade=grade),)


def report(framework: str, month: int, place: str = "norbury") -> Report:
    day = date(2019, month, 1)
    name = f"{place}/{month}-{framework}"
    return Report(name, "report", framework, name, name, Authority(place, place), (), start=day, end=day)


def test_a_report_is_compared_with_the_one_before_of_the_same_place() -> None:
    some = [report("sif", 1), report("slac", 2, "eastmere"), report("ilacs", 3)]
    assert predecessors(some) == {"norbury/3-ilacs": "norbury/1-sif"}


def test_reports_that_give_no_grades_are_a_series_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("converter.link.profile_named", lambda slug: UNGRADED if slug == "slac" else ILACS)
    some = [report("sif", 1), report("slac", 2), report("ilacs", 3), report("slac", 4)]
    assert predecessors(some) == {"norbury/3-ilacs": "norbury/1-sif", "norbury/4-slac": "norbury/2-slac"}
